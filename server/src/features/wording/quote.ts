/** A place of a report in its own words, for readers who have the report in Word or on paper. */

import type { Report } from '../../report/model'
import { type Flow, FlowWriter } from '../../text/flow'
import { lineBeginning } from '../../text/line-beginning'
import { singleSpaced, withoutLastWord } from '../../text/spaces'
import type { Span } from '../../text/span'
import { plainLine } from './section-title'
import { wordPlace } from './word-place'

/** Words with some of those around them, as they are read in print. */
export interface Quote {
  /** Ends with a space where one is there; an ellipsis where it was cut. */
  readonly before: string
  /** The words themselves, never empty. */
  readonly wrong: string
  readonly after: string
}

/** Words with where they are. */
export interface PlacedWords {
  /** `Cover`, `Ambition, paragraph 12`. */
  readonly place: string
  readonly quote: Quote | null
}

/** How much is quoted around the words, in characters. */
const around = 40
/** Longer than this, the words are their own context; a whole heading needs none. */
const longest = 60

/** The words with those around them; undefined where there are none, or where they need no others. */
export function quoteOf(report: Report, span: Span): Quote | undefined {
  const flow = flowAround(report, span)
  const { text } = flow
  const at = flow.within(span)
  const wrong = plainLine(text.slice(at.start, at.end))
  if (wrong === '' || wrong.length > longest) return undefined
  const line = flow.lineAt(at.start)
  if (at.end > line.end) return undefined
  // The number of the paragraph has been given already.
  const { textStart } = lineBeginning(text, line.start, line.end)
  const wordsStart = Math.min(textStart, at.start)
  const before = beginningAtWord(text.slice(Math.max(wordsStart, at.start - around), at.start), {
    isCut: at.start - around > wordsStart,
  })
  const after = endingAtWord(text.slice(at.end, Math.min(line.end, at.end + around)), {
    isCut: at.end + around < line.end,
  })
  return before.trim() === '' && after.trim() === '' ? undefined : { before, wrong, after }
}

/** The same; where the words need no others, they alone, cut if they are long. Undefined where there are none. */
export function wordsOf(report: Report, span: Span): Quote | undefined {
  const quote = quoteOf(report, span)
  if (quote !== undefined) return quote
  const flow = flowAround(report, span)
  const at = flow.within(span)
  const words = plainLine(flow.text.slice(at.start, at.end)).trim()
  if (words === '') return undefined
  const isLong = words.length > 2 * longest
  const wrong = isLong ? `${withoutLastWord(words.slice(0, 2 * longest))} …` : words
  return { before: '', wrong, after: '' }
}

/** The words at another place that a problem is about. */
export function placedWords(report: Report, span: Span): PlacedWords {
  const { section, within } = wordPlace(report, span.start)
  const place = within === '' ? section : `${section}, ${within}`
  return { place, quote: wordsOf(report, span) ?? null }
}

/** The running text around a place: what is not read as such, as a footer, is so line by line. */
function flowAround({ text, lines, flow }: Report, span: Span): Flow {
  if (flow.shows(span.start)) return flow
  const line = lines.lineAt(span.start)
  const writer = new FlowWriter(text)
  writer.add(lines.start(line), lines.end(line))
  return writer.flow()
}

interface Cut {
  readonly isCut: boolean
}

function beginningAtWord(words: string, { isCut }: Cut): string {
  const plain = withoutMarks(words).trimStart()
  return isCut ? `… ${plain.replace(/^\S*\s+/, '')}` : plain
}

function endingAtWord(words: string, { isCut }: Cut): string {
  const plain = withoutMarks(words).trimEnd()
  return isCut ? `${withoutLastWord(plain)} …` : plain
}

function withoutMarks(words: string): string {
  return singleSpaced(words.replace(/[*_#|]+/g, ''))
}
