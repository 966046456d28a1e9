/**
 * Takes a text out of its pages: removes running headers and footers, page numbers and
 * form feeds, and moves footnotes.
 */

import * as l10n from '@vscode/l10n'
import { scanLines } from '../../../report/lines/scan'
import { stoppedNumber } from '../../../report/numbering/number-label'
import { lineBeginning } from '../../../text/line-beginning'
import { LineIndex } from '../../../text/lines'
import { append } from '../../../text/lists'
import { beginsLower, endsSentence, isUnfinished } from '../../../text/sentences'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, type SourceLine, type Step } from '../change'
import { isColumns, isFull, startsAgain, wrapWidth } from '../lines/lines'
import { frontMatterEnd } from '../read'
import { mostLinesBack, takeFootnotes } from './footnotes'
import { runningLines } from './running'

export interface PageOptions {
  /** May there be headers and footers? False where a reader that knows their places has left them out. */
  readonly hasRunningLines?: boolean
}

/**
 * The lines of the text without page furniture. A paragraph that continues over a page break has its lines next
 * to each other; a footnote from the foot of the page follows the paragraph as `[^1]: …`.
 */
export function* takeOutOfPages(
  all: readonly SourceLine[],
  { hasRunningLines = true }: PageOptions = {},
): Steps<Step> {
  const changes: Change[] = []
  const matter = frontMatterEnd(all.map(({ text }) => text).join('\n'))
  const source = all.slice(matter)
  const pages = yield* withoutFurniture(source, hasRunningLines, changes)
  const width = wrapWidth(pages.flat().map(({ text }) => text))
  const lines: SourceLine[] = all.slice(0, matter)
  if (matter > 0) lines.push({ text: '', line: matter })
  yield
  let pending: readonly SourceLine[] = []
  const footnotes = { next: 1 }
  const pace = new Pace()
  for (const page of pages) {
    if (pace.isOver((page.length + mostLinesBack) * lettersInLine)) yield
    const body = [...trimmed(page)]
    const notes = takeFootnotes(body, lines, footnotes, changes)
    const first = body[0]
    const last = lines.findLast(({ text }) => text !== '')
    const goesOn =
      first !== undefined &&
      last !== undefined &&
      !(isTitle(body) && !isUnfinished(last.text)) &&
      (continues(last.text, first.text, width) || startsInside(lines, last.text, first.text, width))
    if (!goesOn && lines.length > 0) {
      append(lines, [...apart(pending), { text: '', line: first?.line ?? 0 }])
      pending = []
    }
    if (pending.length > 0) {
      const end = endOfFirst(body)
      append(lines, [...body.slice(0, end), ...apart(pending), ...body.slice(end)])
    } else append(lines, body)
    pending = notes
  }
  append(lines, apart(pending))
  return { lines, changes }
}

const apart = (notes: readonly SourceLine[]) =>
  notes.flatMap(note => [{ text: '', line: note.line }, note, { text: '', line: note.line }])

/** The lines of each page, with furniture left out and noted. */
function* withoutFurniture(
  source: readonly SourceLine[],
  hasRunningLines: boolean,
  changes: Change[],
): Steps<SourceLine[][]> {
  const text = source.map(line => line.text).join('\n')
  yield
  const scanned = scanLines(text, new LineIndex(text))
  yield
  const hasPages = text.includes('\f')
  const running = hasRunningLines ? runningLines(source) : new Set<number>()
  yield
  const pages: SourceLine[][] = [[]]
  const pace = new Pace()
  for (const [at, { text: raw, line }] of source.entries()) {
    if (pace.isOver(raw.length)) yield
    const isBreak = raw.includes('\f')
    const content = raw.replace(/\f/g, '').trimEnd()
    if (isBreak && !raw.trimEnd().endsWith('\f')) pages.push([])
    const isNumber = /^\s*\d{1,3}$/.test(content)
    const isFurniture =
      (running.has(at) || (scanned[at]?.furniture === true && !/\p{L}/u.test(content))) &&
      content !== '' &&
      !(isNumber && (isFootnoteMark(source, at) || !isPageNumber(source, at, hasPages)))
    if (isFurniture)
      changes.push(
        done(
          isNumber ? 'page-number' : 'page-furniture',
          line,
          isNumber
            ? l10n.t('Left out a page number.')
            : l10n.t('Left out a page header or footer.'),
          { before: content.trim() },
        ),
      )
    else pages.at(-1)?.push({ text: content, line })
    if (isBreak && raw.trimEnd().endsWith('\f')) pages.push([])
  }
  return pages
}

/**
 * Is this the number of a footnote: directly above indented text, at most three lines from the end of the page?
 */
function isFootnoteMark(source: readonly SourceLine[], at: number): boolean {
  const next = source[at + 1]?.text ?? ''
  return /^\s*\d{1,2}$/.test(source[at]?.text ?? '') && /^\s+\S/.test(next) && !next.includes('\f')
}

/** Is the number surrounded by blank lines, or near the edge of the page? */
function isPageNumber(source: readonly SourceLine[], at: number, hasPages: boolean): boolean {
  const isBlank = (index: number) => (source[index]?.text ?? '').trim() === ''
  if (isBlank(at - 1) && isBlank(at + 1)) return true
  if (!hasPages) return false
  if (source[at]?.text.includes('\f')) return true
  for (let step = 1; step <= 3; step++)
    if ((source[at + step]?.text ?? '\f').includes('\f')) return true
  return false
}

function trimmed(page: readonly SourceLine[]): readonly SourceLine[] {
  let start = 0
  let end = page.length
  while (start < end && page[start]?.text.trim() === '') start++
  while (end > start && page[end - 1]?.text.trim() === '') end--
  return page.slice(start, end)
}

/** Does the page's first line continue what the page before ended with? */
function continues(last: string, first: string, width: number | undefined): boolean {
  // In a sentence that lists things, a semicolon is not the end.
  const isOver = endsSentence(last) && !(/;\s*$/.test(last) && beginsLower(first))
  if (width === undefined || startsAgain(first) || isOver || isHeading(last)) return false
  if (isColumns(last)) return false
  if (beginsLower(first)) return true
  // A short line at the head of a page is more likely a heading than the end of a paragraph.
  return isFull(last, first, width) && first.trim().length > width / 2
}

/**
 * Does the page begin with a few lines that end no sentence, as a heading does but the end of a paragraph does not?
 */
function isTitle(page: readonly SourceLine[]): boolean {
  const lines = page.slice(0, endOfFirst(page))
  const [first, last] = [lines[0]?.text ?? '', lines.at(-1)?.text ?? '']
  return lines.length <= longestTitle && !beginsLower(first) && !endsSentence(last)
}

/** The most lines that a heading is wrapped over. */
const longestTitle = 3

/** Does the page begin with "2. However" in the middle of a sentence? No numbering goes back so far. */
function startsInside(
  lines: readonly SourceLine[],
  last: string,
  first: string,
  width: number | undefined,
): boolean {
  const number = numberOf(first)
  if (number === undefined || width === undefined || isHeading(last)) return false
  if (endsSentence(last) || last.length < width / 2 || isColumns(last)) return false
  const before = lines.findLast(({ text }) => numberOf(text) !== undefined)?.text ?? ''
  return number < (numberOf(before) ?? 0)
}

/** The number with a full stop with which the line begins; undefined for any other line. */
function numberOf(text: string): number | undefined {
  const label = stoppedNumber(lineBeginning(text))
  return label && Number(text.slice(label.value.start, label.value.end))
}

const isHeading = (text: string) => lineBeginning(text).heading > 0

/** The end of the paragraph with which the page begins. */
function endOfFirst(page: readonly SourceLine[]): number {
  const end = page.findIndex(({ text }, at) => at > 0 && (text.trim() === '' || startsAgain(text)))
  return end === -1 ? page.length : end
}

/** The cost of a line where a page is looked at as a whole, for the steps. */
const lettersInLine = 20
