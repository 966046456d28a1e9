/** Headings that are nearly the title of a section that has no other heading. */

import { afterCount, ownWords } from '../../text/decorations'
import { isEmphasis } from '../../text/runs'
import type { Span } from '../../text/span'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { isTailOf, readTail } from '../grades/grade-tails'
import { hasBrokenBox, readNearBox } from '../headings/boxes'
import { headingBody } from '../headings/headings'
import type { Line, TypedLines } from '../lines/scan'
import { isAnywhere, isRepeatable, type PlacedHeading } from './sections'
import { isGap, isGapOrNumber, looseSlip, misspeltAt, type Zone } from './slips'

/**
 * Lines that are nearly the title of a section that is not there, at its place in the order: of a `vacant` one, which
 * has to be there, or of another one, whose title has only a word too many or too few.
 */
export function findMisspelt(
  source: TypedLines,
  zone: Zone,
  placed: readonly PlacedHeading[],
  vacant: readonly SectionDefinition[],
): readonly PlacedHeading[] {
  const { text, lines, type } = source
  const found: PlacedHeading[] = []
  // A heading that is a section already, though out of order or twice, is not another one with a slip.
  const firstLines = new Set(placed.map(({ firstLine }) => firstLine))
  const add = (heading: PlacedHeading): void => {
    found.push(heading)
    firstLines.add(heading.firstLine)
  }
  const there = new Set(placed.map(each => each.definition))
  const inOrder = placed.filter(
    each => each.placement === 'in-order' && !isAnywhere(each.definition),
  )
  let searched: Span | undefined
  let lonely: readonly LonelyLine[] = []
  for (const definition of type.sections) {
    const isVacant = vacant.includes(definition)
    if (there.has(definition) || (!isVacant && !isPlain(definition))) continue
    const before = inOrder.findLast(each => each.definition.order < definition.order)
    const after = inOrder.find(each => each.definition.order > definition.order)
    const first = before?.lastLine ?? zone.first
    const last = after?.firstLine ?? zone.last
    const whole = isAnywhere(definition) ? zone : { first, last }
    const loose = nearIn(source, whole, definition, [...placed, ...found])
    if (loose !== undefined) add(loose)
    if (loose !== undefined || !isVacant) continue
    if (searched?.start !== first || searched.end !== last) {
      searched = { start: first, end: last }
      lonely = lonelyLines(text, lines, first, last)
    }
    const best = lonely
      .filter(({ line }) => !firstLines.has(line.index))
      .map(each => ({ each, near: nearestTitle(text, each, definition, type) }))
      .filter(({ near }) => near !== undefined)
      .sort((a, b) => (a.near?.distance ?? 0) - (b.near?.distance ?? 0))[0]
    if (best?.near === undefined) continue
    const { line, last: lastLine, marks } = best.each
    const title = bareTitle(text, best.near.title)
    add(
      misspeltAt(text, line, { title, marks, grade: best.near.grade, last: lastLine }, definition),
    )
  }
  return found
}

/** Is the section there once at most, with a title long enough that a sentence is hardly like it? */
function isPlain(definition: SectionDefinition): boolean {
  return !isRepeatable(definition) && definition.title.split(' ').length > 3
}

/** The first of the lines that is the section's title but for a word, or a box with nearly that title. */
function nearIn(
  source: TypedLines,
  zone: Zone,
  definition: SectionDefinition,
  taken: readonly PlacedHeading[],
): PlacedHeading | undefined {
  const below = new Set(taken.map(({ lastLine }) => lastLine))
  const firstOf = (nearAt: (line: Line) => PlacedHeading | undefined) => {
    for (let at = zone.first; at < zone.last; at++) {
      const near = nearAt(source.lines[at] as Line)
      const isFree = taken.every(({ firstLine, lastLine }) => at < firstLine || at >= lastLine)
      if (near !== undefined && isFree) return near
    }
    return undefined
  }
  const isBoxed = definition.grade === 'table'
  const box = isBoxed ? firstOf(line => boxAt(source, line, definition)) : undefined
  if (box !== undefined) return box
  // What seems to lack a word may be the beginning of a box that cannot be read.
  if (isBoxed && hasBrokenBox(source, zone, definition)) return undefined
  return firstOf(line => looseSlip(source, line, definition, below.has(line.index)))
}

function boxAt(
  source: TypedLines,
  line: Line,
  definition: SectionDefinition,
): PlacedHeading | undefined {
  // A box is set apart from what is above it, and is no sentence.
  if (!isGap(source.lines[line.index - 1]) || isGap(line)) return undefined
  const box = readNearBox(source, line.index, definition)
  return box && { ...box, definition, match: 'misspelt', placement: 'in-order' }
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
  const tail = isWords && !isTailOf(definition, read.grade, type.scale) ? undefined : read
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
