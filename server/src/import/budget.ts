/**
 * How much work a file may demand. The work is counted, never timed, so that a file that can be read on a fast
 * machine can be read on a slow one too. What may be spent grows with the text and the pages that come out of the
 * file: a long report is read whole, and a small file that only keeps the program busy is refused.
 */

import { ImportError } from './import-error'

/** What is counted, each with what too much of it would cost. */
export type Work =
  /** Bytes unpacked from an archive: memory, and time to read them. */
  | 'bytes'
  /** Parts of a template, which are all read. */
  | 'parts'
  /**
   * Elements of XML and HTML; a certain number of attributes counts as one more. Memory, and time in each step.
   */
  | 'elements'
  /** Cells of tables, including the empty ones that fill up short rows. */
  | 'cells'
  /** Pieces of text from which the pages of a PDF are put together: each may be a letter or a line. */
  | 'pieces'
  /** The pieces on one page. */
  | 'piecesOnPage'
  /** Steps of drawing pages of a PDF, pictures and lines among them. */
  | 'drawing'
  /** Letters written into the draft: several places may refer to the same note. */
  | 'written'

interface Allowance {
  /** For a file with hardly any text. */
  readonly least: number
  readonly forLetter: number
  readonly forPage: number
}

/**
 * Several times what real documents need: a report of 100,000 words in Word, with separate formatting for every word,
 * has some 800,000 elements for its 600,000 letters; a page of a PDF that is set letter by letter has 5,000 pieces.
 */
const allowances: Readonly<Record<Work, Allowance>> = {
  bytes: { least: 40_000_000, forLetter: 20, forPage: 0 },
  parts: { least: 5_000, forLetter: 0, forPage: 0 },
  elements: { least: 300_000, forLetter: 1, forPage: 0 },
  cells: { least: 200_000, forLetter: 1, forPage: 0 },
  pieces: { least: 100_000, forLetter: 0.2, forPage: 2_000 },
  piecesOnPage: { least: 20_000, forLetter: 0, forPage: 0 },
  drawing: { least: 1_000_000, forLetter: 20, forPage: 10_000 },
  written: { least: 1_000_000, forLetter: 2, forPage: 0 },
}

/** The longest text that is accepted: about 400,000 words, or a thousand full pages. */
export const mostLetters = 2_500_000

/** The most pages of a PDF. */
export const mostPages = 2_000

/** The deepest nesting of elements; Word’s own documents stay below 60. */
const deepest = 250

/** Why a file is refused, as a sentence that names the place and says what to do. */
export type Refusal = (work: Work | 'letters' | 'depth' | 'pages', place: string) => string

/** What one file has spent, and what has come out of it. */
export class Budget {
  private readonly spent: Partial<Record<Work, number>> = {}
  private letters = 0
  private pages = 0
  private place = ''
  private error: ImportError | undefined

  /** `refusal` says what is wrong where there is too much of something. */
  constructor(private readonly refusal: Refusal) {}

  /** Names the part or the page that is read from now on, for the user. */
  enter(place: string): void {
    this.place = place
    this.spent.piecesOnPage = 0
  }

  /** Counts text that has been found. Throws an `ImportError` where there is more than can be imported. */
  deliver(letters: number, pages = 0): void {
    this.letters += letters
    this.pages += pages
    if (this.letters > mostLetters) this.refuse('letters')
    if (this.pages > mostPages) this.refuse('pages')
  }

  /** Counts work. Throws an `ImportError` where it is more than the text and the pages so far account for. */
  spend(work: Work, amount = 1): void {
    if (this.error !== undefined) throw this.error
    const spent = (this.spent[work] ?? 0) + amount
    this.spent[work] = spent
    const { least, forLetter, forPage } = allowances[work]
    if (!(spent <= least + forLetter * this.letters + forPage * this.pages)) this.refuse(work)
  }

  /** Checks how deeply elements are nested. Throws an `ImportError` where that is too deep. */
  descend(depth: number): void {
    if (depth > deepest) this.refuse('depth')
  }

  /** Throws again what was thrown before, which the reader of a PDF may have ignored. */
  check(): void {
    if (this.error !== undefined) throw this.error
  }

  private refuse(work: Parameters<Refusal>[0]): never {
    this.error = new ImportError(this.refusal(work, this.place))
    throw this.error
  }
}
