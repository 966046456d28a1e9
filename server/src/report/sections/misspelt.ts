/** Headings whose title has a slip in it: nearly the title of a section that has no other heading. */

import { afterCount, ownWords } from '../../text/decorations'
import { isUpperLetter } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isEmphasis, oneOf, runEnd } from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { Follows } from '../../text/title-words'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { isTailOf, readTail } from '../grades/grade-tails'
import { afterMarks } from '../grades/statement'
import { headingBody } from '../headings/headings'
import { isBlank, type Line } from '../lines/scan'
import type { GradeStatement } from '../model'
import { stoppedNumber } from '../numbering/number-label'
import { isAnywhere, isBetween, isRepeatable, type PlacedHeading } from './sections'

interface Zone {
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
      const slip = slipAt(text, lines, line, type)
      if (slip === undefined || !isSetApart(text, lines, slip)) continue
      const before = Math.max(inOrder[next - 1]?.definition.order ?? -1, lastOf(found))
      const after = inOrder[next]?.definition.order ?? Infinity
      const free = slip.named.filter(
        each => (isRepeatable(each) || !there.has(each)) && isRightGrade(each, slip.grade),
      )
      const definition =
        free.find(each => before < each.order && each.order < after) ??
        free.find(each => isBetween(each, before, after))
      if (definition === undefined) continue
      there.add(definition)
      found.push(misspeltAt(text, line, slip, definition))
      at = slip.last.index
    }
  return found
}

/** A single word may fill a line of a paragraph: it needs its marks, or blank lines around it. */
function isSetApart(
  text: string,
  lines: readonly Line[],
  { title, marks, first, last }: Slip,
): boolean {
  if (marks.start < marks.end || /\s/.test(text.slice(title.start, title.end))) return true
  return isGap(lines[first.index - 1]) && isGap(lines[last.index + 1])
}

function misspeltAt(
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
  found.findLast(({ definition }) => !isAnywhere(definition))?.definition.order ?? -1

function isRightGrade(definition: SectionDefinition, grade: GradeStatement | undefined): boolean {
  return grade === undefined || isTailOf(definition, grade)
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

/** The title with a slip in it that begins with the line. */
function slipAt(
  text: string,
  lines: readonly Line[],
  line: Line,
  type: ReportType,
): Slip | undefined {
  const { first, from, to, furniture, isPiped } = line
  const isMarked = first === 35 || isEmphasis(first)
  if (!isMarked && !isUpperLetter(first)) return undefined
  if (furniture || isPiped || to - from > longest) return undefined
  const { marks, body } = headingBody(text, line)
  // What counts a title may be part of it: `Section 2: Findings`.
  for (const start of new Set([body.start, afterCount(text, body)])) {
    const slip = slipFrom(text, lines, line, { start, end: body.end }, type)
    if (slip !== undefined) return { ...slip, marks: { start: marks.start, end: start } }
  }
  return undefined
}

function slipFrom(
  text: string,
  lines: readonly Line[],
  line: Line,
  body: Span,
  type: ReportType,
): Omit<Slip, 'marks'> | undefined {
  const start = runEnd(text, isEmphasis, body.start)
  let grade: GradeStatement | undefined
  let last = line
  const follows: Follows = (_, end) => {
    // A line that is exactly a title has already been rejected as a heading.
    if (type.sectionTitles.has(text.slice(start, end))) return undefined
    grade = undefined
    last = line
    while (last.end < end) last = lines[last.index + 1] ?? last
    // A heading may have its grade after it, on its line or the next ones.
    let below: Line | undefined = last
    for (let count = 0; count < mostGradeLines && type.scale !== undefined; count++) {
      const tail = below && readTail(text, { start, end: below.to }, type.scale)
      const isTail = tail !== undefined && runEnd(text, isTitleEnd, end) >= tail.title.end
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
  const [whole] = type.sectionTitles.slipsAt(text, start, follows)
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

/** Lines that are nearly the title of a vacant section, at its place in the order. */
export function findMisspelt(
  text: string,
  lines: readonly Line[],
  zone: Zone,
  placed: readonly PlacedHeading[],
  vacant: readonly SectionDefinition[],
  type: ReportType,
): readonly PlacedHeading[] {
  const found: PlacedHeading[] = []
  const inOrder = placed.filter(each => each.placement === 'in-order')
  let searched: Span | undefined
  let lonely: readonly LonelyLine[] = []
  for (const definition of vacant) {
    const before = inOrder.findLast(each => each.definition.order < definition.order)
    const after = inOrder.find(each => each.definition.order > definition.order)
    const first = before?.lastLine ?? zone.first
    const last = after?.firstLine ?? zone.last
    if (searched?.start !== first || searched.end !== last) {
      searched = { start: first, end: last }
      lonely = lonelyLines(text, lines, first, last)
    }
    const best = lonely
      .filter(each => found.every(other => other.firstLine !== each.line.index))
      .map(each => ({ each, near: nearestTitle(text, each, definition, type) }))
      .filter(({ near }) => near !== undefined)
      .sort((a, b) => (a.near?.distance ?? 0) - (b.near?.distance ?? 0))[0]
    if (best?.near === undefined) continue
    const { line, last: lastLine, marks } = best.each
    const title = bareTitle(text, best.near.title)
    found.push(
      misspeltAt(text, line, { title, marks, grade: best.near.grade, last: lastLine }, definition),
    )
  }
  return found
}

interface LonelyLine {
  readonly line: Line
  /** The same line, or the next where the two are alone together. */
  readonly last: Line
  readonly marks: Span
  readonly body: Span
  /** The grade at the end of the words from an offset on, read once and not for each section. */
  readonly tails: Map<number, ReturnType<typeof readTail>>
}

/** Lines between blank lines with a capital first and no final full stop or bracket, not in a table or list. */
function lonelyLines(
  text: string,
  lines: readonly Line[],
  first: number,
  last: number,
): readonly LonelyLine[] {
  const found: LonelyLine[] = []
  const add = (line: Line, lastLine: Line, marks: Span, whole: Span) => {
    const body = ownWords(text, whole).span
    const isMarked = marks.start < marks.end
    const start = isMarked || isEmphasis(line.first) ? afterCount(text, body) : body.start
    const content = text.slice(start, body.end)
    if (!/^\**\p{Lu}/u.test(content) || (!isMarked && endsLikeText(content))) return
    if (!/[\t|]/.test(content)) found.push({ line, last: lastLine, marks, body, tails: new Map() })
  }
  for (let at = first; at < last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture || line.to - line.from > 140) continue
    const { marks, body } = headingBody(text, line)
    const isMarked = marks.start < marks.end
    const next = lines[at + 1]
    const startsAlone = isGap(lines[at - 1])
    const isAlone = startsAlone && (isGap(next) || isGradeLine(text, next as Line))
    if (isMarked || isAlone) add(line, line, marks, body)
    const wrapsOnce = startsAlone && !isGap(next) && isGapOrNumber(text, lines[at + 2]) && !isMarked
    if (wrapsOnce) add(line, next as Line, marks, { start: body.start, end: (next as Line).to })
  }
  return found
}

const isGap = (line: Line | undefined) => line === undefined || line.first === 0 || line.furniture

function isGapOrNumber(text: string, line: Line | undefined): boolean {
  return isGap(line) || stoppedNumber(lineBeginning(text, line?.from, line?.to)) !== undefined
}

/** A final full stop or bracket, other than the bracket of a grade after the title. */
function endsLikeText(content: string): boolean {
  return /[.,;)\]]$/.test(content) && !/\bGrade \d *\(\w+\)$/i.test(content)
}

function isGradeLine(text: string, line: Line): boolean {
  return /^\**Grade\b/i.test(text.slice(line.from, line.from + 10))
}

function nearestTitle(
  text: string,
  { body, tails }: LonelyLine,
  definition: SectionDefinition,
  type: ReportType,
) {
  const near = nearTitle(text, body, tails, definition, type)
  const start = near === undefined ? afterCount(text, body) : body.start
  return start === body.start
    ? near
    : nearTitle(text, { start, end: body.end }, tails, definition, type)
}

function nearTitle(
  text: string,
  body: Span,
  tails: LonelyLine['tails'],
  definition: SectionDefinition,
  type: ReportType,
) {
  if (type.scale !== undefined && !tails.has(body.start))
    tails.set(body.start, readTail(text, body, type.scale))
  const read = tails.get(body.start)
  // Only some sections have any words after a colon for their grade.
  const isWords = read?.grade.form === 'suffix' && read.grade.wordGrade === undefined
  const tail = isWords && !isTailOf(definition, read.grade) ? undefined : read
  const title = tail?.title ?? body
  const near = type.sectionNames.nearestOf(text.slice(title.start, title.end), definition)
  return near === undefined
    ? undefined
    : {
        distance: near,
        // Where a section has no grade, what looks like one is part of a title that is wrong.
        ...(definition.grade === undefined
          ? { title: body, grade: undefined }
          : { title, grade: tail?.grade }),
      }
}
