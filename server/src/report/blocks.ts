/** Cuts the lines of a text into blocks that cover all of it. */

import { beginsText, isBare, isListItem, type Label, lineBeginning } from '../text/line-beginning'
import { endsSentence } from '../text/sentences'
import { isSpace } from '../text/span'
import type { ReportType } from '../types/report-type'
import { readBareGrade, readGradeLine } from './grades/grades'
import { isTightRow } from './grid/grid'
import { hasHeadingMarks } from './headings/headings'
import type { Line, TypedLines } from './lines/scan'
import type { Block, BlockKind } from './model'
import { numberLabel } from './numbering/number-label'
import { acceptNumbers, type NumberCandidate } from './numbering/numbers'
import { numberFrom } from './numbering/paragraph-number'
import type { PlacedHeading } from './sections/sections'

/** The parts of a text that are known before its lines are cut into blocks, as line numbers. */
export interface Zones {
  /** Line after the front matter; 0 if there is none. */
  readonly frontMatter: number
  /** Line after the cover. */
  readonly cover: number
  readonly contents: { readonly first: number; readonly last: number } | undefined
  /** Lines of the summary table, without its heading. */
  readonly summary: { readonly first: number; readonly last: number } | undefined
}

export interface Blocks {
  readonly blocks: readonly Block[]
  /** The labels that are paragraph numbers. */
  readonly numbers: readonly NumberCandidate[]
}

/** A text whose notes and comments are blank, with `shown`, which has them and is the same otherwise. */
export interface ShownLines extends TypedLines {
  readonly shown: string
}

/** The lines that are being cut, with what is known of them so far. */
interface Cutting extends ShownLines {
  readonly zones: Zones
  readonly headings: readonly PlacedHeading[]
  /** What each line is. */
  readonly kinds: BlockKind[]
}

/** Where blocks begin and end, by the first of their lines. */
interface Borders {
  readonly numberAt: ReadonlyMap<number, NumberCandidate>
  /** Of headings and grades over several lines. */
  readonly endAt: ReadonlyMap<number, number>
}

/** Cuts the lines into blocks. */
export function cutBlocks(
  source: ShownLines,
  zones: Zones,
  headings: readonly PlacedHeading[],
): Blocks {
  const { lines } = source
  const cutting: Cutting = { ...source, zones, headings, kinds: [] }
  const { kinds } = cutting
  for (const line of lines) kinds.push(kindOf(cutting, line))
  const endAt = new Map(headings.map(({ firstLine, lastLine }) => [firstLine, lastLine]))
  markTightRows(cutting)
  for (const heading of headings)
    for (let at = heading.firstLine; at < heading.lastLine; at++) kinds[at] = 'heading'
  for (const line of markBareGrades(cutting)) endAt.set(line, line + 2)
  const candidates = findNumbers(cutting)
  const accepted = acceptNumbers(candidates)
  const numbers = candidates.filter((_, at) => accepted[at])
  const numberAt = new Map<number, NumberCandidate>()
  for (const number of numbers) numberAt.set(number.line, number)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const last = endOfBlock(cutting, at, { numberAt, endAt })
    blocks.push(makeBlock(cutting, at, last, numberAt.get(at)))
    at = last
  }
  return { blocks, numbers }
}

function kindOf({ text, shown, zones, type }: Cutting, line: Line): BlockKind {
  const at = line.index
  if (at < zones.frontMatter) return 'front-matter'
  if (at < zones.cover) return 'cover'
  if (zones.contents !== undefined && at >= zones.contents.first && at < zones.contents.last)
    return 'contents'
  if (line.furniture) return 'furniture'
  if (line.first === 0) return isComment(shown, line) ? 'comment' : 'blank'
  if (zones.summary !== undefined && at >= zones.summary.first && at < zones.summary.last)
    return 'summary'
  if (line.first === 35 && hasHeadingMarks(text, line)) return 'heading'
  if (line.isPiped) return 'table'
  const length = line.to - line.from
  if (length <= 80) {
    const isGrade =
      type.scale !== undefined &&
      readGradeLine(text, { start: line.from, end: line.to }, type.scale)
    if (isGrade) return 'grade'
    if (
      type.timescaleStarts.mayBegin(text, line.from, line.to) &&
      isTimescale(text.slice(line.from, line.to), type)
    )
      return 'timescale'
  }
  const beginning = lineBeginning(text, line.from, line.to)
  if (isListItem(beginning)) return 'item'
  if (length < 300 && isTableLine(text, line, numberLabel(text, beginning, type))) return 'table'
  return 'paragraph'
}

function isComment(shown: string, line: Line): boolean {
  return shown.slice(line.start, line.end).trimStart().startsWith('<!--')
}

/** `Within three months:`, in the type's words or with another time in them. */
function isTimescale(content: string, type: ReportType): boolean {
  if (type.timescales.length === 0) return false
  if (type.timescaleNames.has(content)) return true
  return /^\**within [a-z0-9 -]{3,30}:\**$/i.test(content)
}

/** Cells set apart by a tab, or by three or more spaces, after the first word; not the text after a number. */
function isTableLine(text: string, line: Line, number: Label | undefined): boolean {
  const content = text.slice(line.from, line.end)
  const tab = content.indexOf('\t')
  if (tab === -1 && text.charCodeAt(line.start) === 9) return true
  const gap = tab === -1 ? content.indexOf('   ') : tab
  if (gap === -1 || gap >= line.to - line.from) return tab !== -1
  return number?.end !== line.from + gap || number.value.end - number.value.start > longestNumber
}

/** In digits and full stops; a year is not the number of a paragraph. */
const longestNumber = 3

/** A row whose longest cell reaches to the next column looks like text, unless a row beside it is clear. */
function markTightRows({ text, lines, kinds }: Cutting): void {
  const isTable = (at: number) => kinds[at] === 'table' && lines[at]?.isPiped === false
  for (const [at, kind] of kinds.entries())
    if (kind === 'paragraph' && (isTable(at - 1) || isTable(at + 1)) && isTightRow(text, lines, at))
      kinds[at] = 'table'
}

/** `Good` alone is a grade only directly under the heading of a judgement. Gives the first lines of those on two lines. */
function markBareGrades({ text, lines, kinds, headings, type }: Cutting): readonly number[] {
  const wrapped: number[] = []
  if (type.scale === undefined) return wrapped
  for (const heading of headings) {
    if (heading.definition.grade === undefined || heading.grade !== undefined) continue
    let at = heading.lastLine
    while (kinds[at] === 'blank' || kinds[at] === 'furniture') at++
    const line = lines[at]
    const next = lines[at + 1]
    if (line === undefined) continue
    const isText = kinds[at] === 'paragraph' || kinds[at] === 'item'
    // `Requires` above `improvement`, with nothing below.
    const mayBeWrapped = (isText || kinds[at] === 'grade') && kinds[at + 1] === 'paragraph'
    if (mayBeWrapped && next !== undefined && kinds[at + 2] !== 'paragraph') {
      const whole = readBareGrade(text, { start: line.from, end: next.to }, type.scale)
      if (whole?.wordGrade !== undefined && whole.span.end > next.from) {
        kinds[at] = 'grade'
        kinds[at + 1] = 'grade'
        wrapped.push(at)
        continue
      }
    }
    if (!isText) continue
    if (readBareGrade(text, { start: line.from, end: line.to }, type.scale) !== undefined)
      kinds[at] = 'grade'
  }
  return wrapped
}

/** Lines that begin with what may be a paragraph number. */
function findNumbers(cutting: Cutting): readonly NumberCandidate[] {
  const { lines, kinds } = cutting
  const found: NumberCandidate[] = []
  for (const line of lines) {
    const kind = kinds[line.index]
    if (kind !== 'paragraph' && kind !== 'item' && kind !== 'table') continue
    const candidate = numberOf(cutting, line)
    if (candidate !== undefined) found.push(candidate)
  }
  return found
}

function numberOf(cutting: Cutting, line: Line): NumberCandidate | undefined {
  const { text, type } = cutting
  const beginning = lineBeginning(text, line.from, line.to)
  const label = numberLabel(text, beginning, type)
  if (label === undefined) return undefined
  const alone = label.next >= line.to
  // One full stop, inside it or after it, makes the beginning of a line a number.
  const dot = !isBare(label)
  if (alone && !dot) return undefined
  if (!alone && label.closing === '' && !beginsText(text.charCodeAt(label.next))) return undefined
  const previous = previousText(cutting, line.index)
  return {
    line: line.index,
    number: numberFrom(text.slice(label.value.start, label.value.end)),
    digits: { start: label.value.start, end: label.value.end },
    label: { start: label.start, end: label.next },
    dot,
    mark: beginning.bullet !== undefined,
    indent: line.from - line.start,
    alone,
    before: isWhole(text, previous, line) ? 'finished' : endingOf(cutting, previous),
    blankBefore: previous?.index !== line.index - 1,
    colonBefore: previous !== undefined && text.charCodeAt(previous.to - 1) === 58,
  }
}

function previousText({ lines, kinds }: Cutting, index: number): Line | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const kind = kinds[at]
    if (kind !== 'blank' && kind !== 'furniture' && kind !== 'comment') return lines[at]
  }
  return undefined
}

/** A line directly before that is too long to be wrapped is a paragraph, even without a full stop. */
function isWhole(text: string, previous: Line | undefined, line: Line): boolean {
  return previous !== undefined && previous.index === line.index - 1 && isUnwrapped(text, previous)
}

function endingOf({ text, kinds }: Cutting, line: Line | undefined): NumberCandidate['before'] {
  const kind = line === undefined ? 'blank' : kinds[line.index]
  if (line === undefined || (kind !== 'paragraph' && kind !== 'item')) return 'break'
  return endsSentence(text, { start: line.from, end: line.to }) ? 'finished' : 'unfinished'
}

function endOfBlock(
  { text, lines, kinds }: Cutting,
  first: number,
  { numberAt, endAt }: Borders,
): number {
  const kind = kinds[first] as BlockKind
  const end = endAt.get(first)
  if (end !== undefined) return end
  let at = first + 1
  switch (kind) {
    case 'heading':
    case 'grade':
    case 'comment':
    case 'timescale':
      return at
    case 'paragraph':
    case 'item':
      if (numberAt.get(first)?.alone === true) while (kinds[at] === 'blank') at++
      for (; kinds[at] === 'paragraph' && !numberAt.has(at); at++)
        if (startsNewText(text, lines[at - 1] as Line, lines[at] as Line, kind)) return at
      return at
    case 'table':
      if (numberAt.has(first)) return at
      while (kinds[at] === 'table' && !numberAt.has(at)) at++
      return at
    default:
      while (kinds[at] === kind) at++
      return at
  }
}

/** Wrapped lines are shorter: where one is as long as this, each line is a paragraph. */
const longestWrapped = 160

/** Is the line longer than any wrapped one, not counting the blanks that take the place of a note? */
function isUnwrapped(text: string, line: Line): boolean {
  if (line.to - line.from <= longestWrapped) return false
  const content = text.slice(line.from, line.to)
  if (!content.includes('\u00a0')) return true
  return content.replace(/\u00a0{8,}/g, ' ').length > longestWrapped
}

/**
 * A line that starts afresh after a finished sentence: after a list item where it is not indented, after any
 * other line where the text is not wrapped.
 */
function startsNewText(text: string, before: Line, line: Line, kind: BlockKind): boolean {
  const apart =
    kind === 'item'
      ? line.from === line.start
      : isUnwrapped(text, before) || isUnwrapped(text, line)
  return (
    apart && beginsText(line.first) && endsSentence(text, { start: before.from, end: before.to })
  )
}

function makeBlock(
  { text, lines, kinds, type }: Cutting,
  first: number,
  last: number,
  number: NumberCandidate | undefined,
): Block {
  const head = lines[first] as Line
  const tail = lines[last - 1] as Line
  const kind = number === undefined ? (kinds[first] as BlockKind) : 'paragraph'
  let start = head.first === 0 ? head.start : head.from
  let end = tail.first === 0 ? start : tail.to
  if (number !== undefined) {
    // In a report without paragraph numbers, a number that begins a paragraph is part of its text.
    start = type.numbering === 'none' ? head.from : number.label.end
    while (start < tail.to && isSpace(text.charCodeAt(start))) start++
    end = tail.to
  } else if (kind === 'item') start = itemStart(text, head, tail)
  return {
    kind,
    start: head.start,
    end: tail.next,
    firstLine: first,
    lastLine: last,
    content: { start: Math.min(start, Math.max(end, start)), end: Math.max(end, start) },
  }
}

/** Where the text of an item begins, which may be below a bullet that is alone on its line. */
function itemStart(text: string, { from, to }: Line, tail: Line): number {
  const { bullet, textStart } = lineBeginning(text, from, to)
  let start = bullet?.next ?? textStart
  while (start < tail.to && isSpace(text.charCodeAt(start))) start++
  return start
}
