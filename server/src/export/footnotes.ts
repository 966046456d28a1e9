/** Footnotes of a draft, `[^1]` and `[^1]: See the plan.`, as footnotes of a Word document. */

import { raised } from '../text/characters'
import type { Part, Run, Runs, TablePart } from './document'

/** The beginning of a footnote's text. */
const definition = /^\[\^([^\][\s]{1,30})\]:\s*/

/** Is it the text of a footnote, as an import writes it: `[^1]: See the council's own plan.`? */
export function isFootnote([first]: Runs): boolean {
  return first !== undefined && definition.test(first.text)
}

/**
 * The parts with each footnote at its mark, and without the paragraphs that held the texts.
 *
 * A mark takes the next text with its number, otherwise the last one before it, since each part of a draft may
 * count from 1. A text without a mark belongs to the digit at the end of a word before it, as copies of pages have it:
 * `at home.1`. Marks and texts that are left have a raised number, so that nobody sees how a draft is written.
 */
export function withFootnotes(parts: readonly Part[]): readonly Part[] {
  const notes = new Map<string, Notes>()
  for (const [at, part] of parts.entries()) {
    // On a page that is all cover, footnotes look like its lines.
    if (part.kind !== 'text' && !(part.kind === 'cover' && part.label === '')) continue
    const number = definition.exec(part.runs[0]?.text ?? '')?.[1]
    if (number === undefined) continue
    const there = notes.get(number) ?? new Notes()
    there.all.push({ at, runs: textOf(part.runs) })
    notes.set(number, there)
  }
  const places = new Set([...notes.values()].flatMap(({ all }) => all.map(({ at }) => at)))
  const taken = new Set<number>()
  const marked = parts.map((part, at) =>
    places.has(at) ? part : withRuns(part, runs => marks(runs, at, notes, taken)),
  )
  for (const [number, { all }] of notes)
    for (const note of all) {
      if (taken.has(note.at)) continue
      const at = gluedBefore(marked, note.at, number)
      const part = at === undefined ? undefined : marked[at]
      if (at === undefined || part === undefined) marked[note.at] = lonely(marked[note.at], number)
      else {
        taken.add(note.at)
        marked[at] = withRuns(part, runs => withNoteAt(runs, number, note))
      }
    }
  return marked.filter((_, at) => !taken.has(at)).map(part => withRuns(part, raisedMarks))
}

/** How many parts before the text of a footnote its mark is looked for. */
const farthest = 12

/** The nearest part before the text of a footnote in which one word ends with its number. */
function gluedBefore(parts: readonly Part[], at: number, number: string): number | undefined {
  for (let before = at - 1; before >= Math.max(0, at - farthest); before--) {
    const part = parts[before]
    if (part === undefined || part.kind === 'contents' || part.kind === 'table') continue
    if (part.runs.filter((run, at) => gluedAt(run, at, number) !== undefined).length === 1)
      return before
  }
  return undefined
}

/** Where the number is that directly follows a word, or the stop after one; it may end in the run before. */
function gluedAt({ text }: Run, at: number, number: string): number | undefined {
  for (const { index, 0: digits } of text.matchAll(glued))
    if (digits === number && (index > 0 || at > 0) && followsWord(text, index)) return index
  return undefined
}

const glued = /(?<!\d)\d{1,3}(?![\d\p{L}%]|\.\d)/gu

/** After capitals it is part of a name: "Form CP1". */
function followsWord(text: string, index: number): boolean {
  const before = text.charAt(index - 1)
  if (!'.,;:?!)’”"\''.includes(before)) return /\p{Ll}/u.test(before)
  return index < 2 || /\p{L}/u.test(text.charAt(index - 2))
}

function withNoteAt(runs: Runs, number: string, note: Note): Runs {
  return runs.flatMap((run, at): Runs => {
    const index = gluedAt(run, at, number)
    if (index === undefined) return [run]
    const [before, after] = [run.text.slice(0, index), run.text.slice(index + number.length)]
    const { comments: _, ...words } = run
    return [
      ...(before === '' ? [] : [{ ...words, text: before }]),
      { text: '', footnote: note.runs },
      ...(after === '' ? [] : [{ ...run, text: after }]),
    ]
  })
}

/** The text of a footnote that has no mark, with its number raised before it. */
function lonely(part: Part | undefined, number: string): Part {
  return withRuns(part as Part, ([first, ...rest]) => [
    { ...first, text: `${raised(number)} ${(first?.text ?? '').replace(definition, '')}` },
    ...rest,
  ])
}

const raisedMarks = (runs: Runs): Runs =>
  runs.map(run =>
    run.text.includes('[^')
      ? {
          ...run,
          text: run.text.replace(/\[\^([^\][\s]{1,30})\]:?/g, (_, mark: string) => raised(mark)),
        }
      : run,
  )

interface Note {
  /** The index of the part that holds its text. */
  readonly at: number
  readonly runs: Runs
}

/** The texts with one number, in their order; each is taken once. */
class Notes {
  readonly all: Note[] = []
  /** How many are before the marks that were looked at last. */
  private passed = 0
  private readonly before: Note[] = []

  /** The next text after the part, otherwise the last one before it. Asked for in the order of the parts. */
  take(at: number): Note | undefined {
    for (let note = this.all[this.passed]; note !== undefined && note.at <= at; ) {
      this.before.push(note)
      note = this.all[++this.passed]
    }
    const next = this.all[this.passed]
    if (next === undefined) return this.before.pop()
    this.passed++
    return next
  }
}

/** The text of a footnote without its number. */
function textOf([first, ...rest]: Runs): Runs {
  return first === undefined
    ? []
    : [{ ...first, text: first.text.replace(definition, '') }, ...rest]
}

/** The runs, cut at marks that have a text; the text is noted as taken. */
function marks(
  runs: Runs,
  at: number,
  notes: ReadonlyMap<string, Notes>,
  taken: Set<number>,
): Runs {
  return runs.flatMap((run): Runs => {
    if (!run.text.includes('[^')) return [run]
    // What is said of the words that are cut is said of the last of them.
    const { comments, ...words } = run
    const pieces: Run[] = []
    let from = 0
    for (const { index, 0: mark, 1: number = '' } of run.text.matchAll(/\[\^([^\][\s]{1,30})\]/g)) {
      const note = notes.get(number)?.take(at)
      if (note === undefined) continue
      taken.add(note.at)
      if (index > from) pieces.push({ ...words, text: run.text.slice(from, index) })
      pieces.push({ text: '', footnote: note.runs })
      from = index + mark.length
    }
    if (from < run.text.length) pieces.push({ ...words, text: run.text.slice(from) })
    const last = pieces.pop()
    if (last !== undefined) pieces.push({ ...last, ...(comments && { comments }) })
    return pieces
  })
}

function withRuns(part: Part, change: (runs: Runs) => Runs): Part {
  if (part.kind === 'contents') return part
  if (part.kind === 'table') return withCells(part, change)
  return { ...part, runs: change(part.runs) }
}

function withCells(part: TablePart, change: (runs: Runs) => Runs): TablePart {
  return { ...part, rows: part.rows.map(row => ({ ...row, cells: row.cells.map(change) })) }
}
