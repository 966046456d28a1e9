/** Lines that are a title of the type but for one slip: in a letter, or a word too many or too few. */

import { afterCount } from '../../text/decorations'
import { isUpperLetter } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isEmphasis, oneOf, runEnd } from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { Follows } from '../../text/title-words'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { isTailOf, readTail } from '../grades/grade-tails'
import { afterMarks, endsInVerb } from '../grades/statement'
import { readNearBox } from '../headings/boxes'
import { type HeadingLine, headingBody } from '../headings/headings'
import { isBlank, type Line, type TypedLines } from '../lines/scan'
import type { GradeStatement } from '../model'
import { stoppedNumber } from '../numbering/number-label'
import { isAnywhere, isBetween, isRepeatable, type PlacedHeading } from './sections'

export interface Zone {
  readonly first: number
  /** The line after the last. */
  readonly last: number
}

/**
 * Lines that are a title of the type but for one slip in a word, each where its section may be: one that has no
 * heading yet, or one that may be there several times. A title of several words needs nothing around it that sets it
 * apart, since hardly any sentence fills a line with the words of one.
 */
export function findSlips(
  text: string,
  lines: readonly Line[],
  zones: readonly Zone[],
  placed: readonly PlacedHeading[],
  type: ReportType,
): readonly PlacedHeading[] {
  const there = new Set(placed.map(each => each.definition))
  // What may be anywhere says nothing about the order of the others.
  const inOrder = placed.filter(
    ({ placement, definition }) => placement === 'in-order' && !isAnywhere(definition),
  )
  const taken = new Set(
    placed.flatMap(({ firstLine, lastLine }) =>
      Array.from({ length: lastLine - firstLine }, (_, at) => firstLine + at),
    ),
  )
  const found: PlacedHeading[] = []
  let next = 0
  for (const zone of zones)
    for (let at = zone.first; at < zone.last; at++) {
      while ((inOrder[next]?.lastLine ?? Infinity) <= at) next++
      const line = lines[at] as Line
      if (taken.has(at)) continue
      const slip = slipAt({ text, lines, type }, line, strictly(text, type))
      if (slip === undefined || !isSetApart(text, lines, slip)) continue
      const before = Math.max(inOrder[next - 1]?.definition.order ?? -1, lastOf(found))
      const after = inOrder[next]?.definition.order ?? Infinity
      const free = slip.named.filter(
        each => (isRepeatable(each) || !there.has(each)) && isRightGrade(each, slip.grade, type),
      )
      const inPlace =
        free.find(each => before < each.order && each.order < after) ??
        free.find(each => isBetween(each, before, after))
      // The title of a box may head a few lines of another section.
      const elsewhere = free.length === 1 && free[0]?.grade !== 'table' ? free[0] : undefined
      const definition = inPlace ?? elsewhere
      if (definition === undefined) continue
      there.add(definition)
      const placement = inPlace === undefined ? 'misplaced' : 'in-order'
      const own = boxAround({ text, lines, type }, slip, definition)
      const placedHere = own ?? misspeltAt(text, line, slip, definition)
      found.push({ ...placedHere, placement })
      at = placedHere.lastLine - 1
    }
  return found
}

/** The slip with the grade of its box, where that is beside or around the title. */
function boxAround(
  source: TypedLines,
  { first, grade }: Slip,
  definition: SectionDefinition,
): PlacedHeading | undefined {
  if (definition.grade !== 'table' || grade !== undefined) return undefined
  const box = readNearBox(source, first.index, definition)
  return box && { ...box, definition, match: 'misspelt', placement: 'in-order' }
}

/**
 * The headings without titles that head a table: those below a line that is the same title with a slip in it, which is
 * the heading.
 */
export function withoutTableHeads(
  text: string,
  lines: readonly Line[],
  headings: readonly HeadingLine[],
  type: ReportType,
): readonly HeadingLine[] {
  return headings.filter(({ heading, definitions, grade, firstLine }) => {
    const [definition] = definitions
    if (definition === undefined || grade !== undefined || heading.marks.text !== '') return true
    let at = firstLine - 1
    while (at > firstLine - 3 && lines[at]?.first === 0) at--
    const above = lines[at]
    if (above === undefined || isGap(above)) return true
    const slip = slipAt({ text, lines, type }, above, strictly(text, type))
    const isSame = slip?.named.some(each => definitions.includes(each))
    return !isSame && looseSlip({ text, lines, type }, above, definition) === undefined
  })
}

const strictly =
  (text: string, type: ReportType): Search =>
  (start, follows) => {
    const [found] = type.sectionTitles.slipsAt(text, start, follows)
    return found
  }

/**
 * A single word may fill a line of a paragraph: it needs its marks, or blank lines around it; not where it is made of
 * several that have run together.
 */
function isSetApart(
  text: string,
  lines: readonly Line[],
  { title, marks, first, last, named }: Slip,
): boolean {
  const isOfWords =
    /\s/.test(text.slice(title.start, title.end)) || named.every(each => each.title.includes(' '))
  if (marks.start < marks.end || isOfWords) return true
  return isGap(lines[first.index - 1]) && isGapOrNumber(text, lines[last.index + 1])
}

export function misspeltAt(
  text: string,
  line: Line,
  { title, marks, grade, last }: Pick<Slip, 'title' | 'marks' | 'grade' | 'last'>,
  definition: SectionDefinition,
): PlacedHeading {
  return {
    heading: {
      line: { start: line.start, end: last.next },
      title: textSpan(text, title.start, title.end),
      marks: textSpan(text, marks.start, marks.end),
    },
    definitions: [definition],
    grade,
    firstLine: line.index,
    lastLine: last.index + 1,
    definition,
    match: 'misspelt',
    placement: 'in-order',
  }
}

/** The order of the last heading that was found, leaving out those that may be anywhere. */
const lastOf = (found: readonly PlacedHeading[]) =>
  found.findLast(({ definition, placement }) => placement === 'in-order' && !isAnywhere(definition))
    ?.definition.order ?? -1

function isRightGrade(
  definition: SectionDefinition,
  grade: GradeStatement | undefined,
  { scale }: ReportType,
): boolean {
  return grade === undefined || isTailOf(definition, grade, scale)
}

interface Slip {
  readonly first: Line
  readonly marks: Span
  readonly title: Span
  readonly named: readonly SectionDefinition[]
  readonly grade: GradeStatement | undefined
  readonly last: Line
}

/** The longest line that is looked at, with any Markdown that it may have. */
const longest = 400

/** Looks at the place for a title of the type, with a slip in it and what has to follow it. */
type Search = (
  start: number,
  follows: Follows,
) => { readonly named: readonly SectionDefinition[]; readonly end: number } | undefined

/** A line that is the title of the section but for a word too many or too few, or a slip in a short word. */
export function looseSlip(
  { text, lines, type }: TypedLines,
  line: Line,
  definition: SectionDefinition,
  isBelowHeading = false,
): PlacedHeading | undefined {
  const slip = slipAt({ text, lines, type }, line, (start, follows) => {
    const end = type.sectionTitles.looseEnd(text, start, definition, follows)
    return end === undefined ? undefined : { named: [definition], end }
  })
  if (slip === undefined || !isRightGrade(definition, slip.grade, type)) return undefined
  const isMarked = slip.marks.start < slip.marks.end
  const isOnNewPage = text.slice(line.start, line.from).includes('\f')
  const isSet = isMarked || isOnNewPage || isBelowHeading
  const isApart = isSet || slip.grade !== undefined || endsAbove(text, lines[line.index - 1])
  return isApart ? misspeltAt(text, line, slip, definition) : undefined
}

/** Is nothing above the line that could go on in it? */
function endsAbove(text: string, line: Line | undefined): boolean {
  return isGap(line) || /[.!?:”’)]$/.test(text.slice(Math.max(0, (line?.to ?? 0) - 1), line?.to))
}

/** The title with a slip in it that begins with the line. */
function slipAt(source: TypedLines, line: Line, search: Search): Slip | undefined {
  const { text } = source
  const { first, from, to, furniture, isPiped } = line
  const isMarked = first === 35 || isEmphasis(first)
  if (!isMarked && !isUpperLetter(first)) return undefined
  if (furniture || isPiped || to - from > longest) return undefined
  const { marks, body } = headingBody(text, line)
  // What counts a title may be part of it: `Section 2: Findings`.
  for (const start of new Set([body.start, afterCount(text, body)])) {
    const slip = slipFrom(source, line, { start, end: body.end }, search)
    if (slip !== undefined) return { ...slip, marks: { start: marks.start, end: start } }
  }
  return undefined
}

function slipFrom(
  { text, lines, type }: TypedLines,
  line: Line,
  body: Span,
  search: Search,
): Omit<Slip, 'marks'> | undefined {
  const start = runEnd(text, isEmphasis, body.start)
  let grade: GradeStatement | undefined
  let last = line
  const follows: Follows = (_, end) => {
    // A line that is exactly a title has already been rejected as a heading.
    if (type.sectionTitles.has(text.slice(start, end)) || endsInVerb(text, end, type.scale))
      return undefined
    grade = undefined
    last = line
    while (last.end < end) last = lines[last.index + 1] ?? last
    // A heading may have its grade after it, on its line or the next ones.
    let below: Line | undefined = last
    for (let count = 0; count < mostGradeLines && type.scale !== undefined; count++) {
      const tail = below && readTail(text, { start, end: below.to }, type.scale)
      const isTail =
        tail !== undefined &&
        runEnd(text, isTitleEnd, end) >= tail.title.end &&
        end <= tail.title.end
      if (
        below !== undefined &&
        isTail &&
        (grade?.wordGrade === undefined || tail.grade.wordGrade)
      ) {
        grade = tail.grade
        last = below
      }
      below = below && lines[below.index + 1]
      if (below === undefined || isBlank(below) || below.furniture) break
    }
    if (grade !== undefined) return end
    const marks = runEnd(text, isTitleEnd, end)
    return runEnd(text, isTitleEnd, afterMarks(text, marks)) >= last.to ? end : undefined
  }
  // The writer's own words come after some titles: "Case study: a young carer".
  const begun: Follows = (_, end) =>
    ownWordsFollow.test(text.slice(end, end + 3)) && !type.prefixTitles.has(text.slice(start, end))
      ? end
      : undefined
  const whole = search(start, follows)
  const [beginning] = whole === undefined ? type.prefixTitles.slipsAt(text, start, begun) : []
  const slip = whole ?? beginning
  if (slip === undefined) return undefined
  const { named, end } = slip
  const title = bareTitle(text, { start, end: runEnd(text, isQuestionMark, end) })
  const tail = whole === undefined ? { grade: undefined, last: line } : { grade, last }
  return { title, named, first: line, ...tail }
}

const ownWordsFollow = /^(?::|[*_]*[^\S\r\n]*[–—:-])/

/** A title and its grade may be apart by two line ends. */
const mostGradeLines = 3

const isQuestionMark = oneOf('?')
const isTitleEnd = oneOf(' \t\xA0*_#:.?')

export const isGap = (line: Line | undefined) =>
  line === undefined || line.first === 0 || line.furniture

export function isGapOrNumber(text: string, line: Line | undefined): boolean {
  return isGap(line) || stoppedNumber(lineBeginning(text, line?.from, line?.to)) !== undefined
}
