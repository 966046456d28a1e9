/** Which heading lines are which sections of the type. */

import { afterCount, ownWords } from '../../text/decorations'
import { lineBeginning } from '../../text/line-beginning'
import { isEmphasis } from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { align } from '../align'
import { isTailOf, readTail } from '../grades/grade-tails'
import { type HeadingLine, headingBody } from '../headings/headings'
import type { Line } from '../lines/scan'
import type { Section } from '../model'
import { stoppedNumber } from '../numbering/number-label'
import { isRequiredOn } from './required'

/** A heading line and the section that it begins. */
export interface PlacedHeading extends HeadingLine {
  readonly definition: SectionDefinition
  readonly match: Section['match']
  readonly placement: Section['placement']
}

/**
 * Finds which section of the type each heading line is: first those that follow the type's order; the rest as
 * moved (where their place is vacant and they are not free to be anywhere), as repeated where they may be, or
 * as duplicates.
 */
export function placeHeadings(
  headings: readonly HeadingLine[],
  type: ReportType,
): readonly PlacedHeading[] {
  const orders = align(withEvidence(headings), type.sections.length)
  const followers = followersOf(orders)
  const taken = new Set<number>()
  let before = -1
  for (const order of orders) if (order !== undefined) taken.add(order)
  const placed: PlacedHeading[] = []
  let moved: SectionDefinition | undefined
  for (let at = 0; at < headings.length; at++) {
    const heading = headings[at] as HeadingLine
    const order = orders[at]
    if (order !== undefined) {
      moved = undefined
      before = order
      placed.push(placedAs(heading, type.sections[order] as SectionDefinition, 'in-order'))
      continue
    }
    const inMoved = heading.definitions.find(
      each => !taken.has(each.order) && moved !== undefined && isWithin(each, moved),
    )
    const vacant = inMoved ?? heading.definitions.find(each => !taken.has(each.order))
    const definition = vacant ?? nearestTo(heading.definitions, placed.at(-1)?.definition)
    if (vacant === undefined && isRepeatable(definition)) {
      const isFar = !isBetween(definition, before, followers[at] as number)
      placed.push(placedAs(heading, definition, isFar ? 'misplaced' : 'in-order'))
      continue
    }
    if (vacant !== undefined) taken.add(vacant.order)
    if (inMoved === undefined) moved = vacant
    const isAtHome = inMoved !== undefined || vacant?.anywhere === true
    const placement = isAtHome ? 'in-order' : 'misplaced'
    placed.push(placedAs(heading, definition, vacant === undefined ? 'duplicate' : placement))
  }
  return placed
}

/** May the section appear again, by itself or along with one that it is in? */
export function isRepeatable(definition: SectionDefinition): boolean {
  return (
    definition.repeatable || (definition.parent !== undefined && isRepeatable(definition.parent))
  )
}

/** For each place the order of the next heading that is in order; infinity after the last. */
function followersOf(orders: readonly (number | undefined)[]): readonly number[] {
  const followers = new Array<number>(orders.length)
  let next = Number.POSITIVE_INFINITY
  for (let at = orders.length - 1; at >= 0; at--) {
    next = orders[at] ?? next
    followers[at] = next
  }
  return followers
}

/** Is there room for the section between two others, given by their orders? */
function isBetween(definition: SectionDefinition, before: number, after: number): boolean {
  let outer = definition
  while (outer.parent !== undefined && isRepeatable(outer.parent)) outer = outer.parent
  return outer.anywhere || (before <= lastWithin(outer) && after >= outer.order)
}

/** The order of the last section that is in this one; its own where none does. */
function lastWithin({ order, children }: SectionDefinition): number {
  const last = children.at(-1)
  return last === undefined ? order : lastWithin(last)
}

function placedAs(
  { heading, definitions, grade, firstLine, lastLine }: HeadingLine,
  definition: SectionDefinition,
  placement: Section['placement'],
): PlacedHeading {
  return {
    heading,
    definitions,
    grade,
    firstLine,
    lastLine,
    definition,
    match: 'exact',
    placement,
  }
}

/**
 * A title counts more where the part it is in is the one the type puts it in, and little where it is in a
 * group: a group that was moved past three sections is out of order, not those three. What may be anywhere
 * says next to nothing about the order of the others.
 */
function withEvidence(headings: readonly HeadingLine[]) {
  let part: HeadingLine | undefined
  return headings.map(heading => {
    if (heading.definitions.some(each => each.depth === 0)) part = heading
    return {
      places: heading.definitions.map(definition => ({
        order: definition.order,
        weight:
          (part?.definitions.includes(topOf(definition)) === true ? 24 : 10) *
          (definition.anywhere ? 0.05 : definition.depth > 1 ? 0.15 : 1),
      })),
    }
  })
}

function topOf(definition: SectionDefinition): SectionDefinition {
  let top = definition
  while (top.parent !== undefined) top = top.parent
  return top
}

export function isWithin(definition: SectionDefinition, outer: SectionDefinition): boolean {
  for (let at = definition.parent; at !== undefined; at = at.parent) if (at === outer) return true
  return false
}

function nearestTo(
  definitions: readonly SectionDefinition[],
  previous: SectionDefinition | undefined,
): SectionDefinition {
  const order = previous?.order ?? 0
  return [...definitions].sort(
    (a, b) => Math.abs(a.order - order) - Math.abs(b.order - order),
  )[0] as SectionDefinition
}

/** The required sections of the type that have no heading, each under the part that is there. */
export function vacantSections(
  placed: readonly PlacedHeading[],
  type: ReportType,
  inspected: string | undefined,
): readonly SectionDefinition[] {
  const there = new Set(placed.map(each => each.definition))
  return type.sections.filter(
    definition => isRequiredOn(definition, inspected) && !there.has(definition),
  )
}

/** Lines that are nearly the title of a vacant section, at its place in the order. */
export function findMisspelt(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
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
    const bare = bareTitle(text, best.near.title)
    found.push({
      heading: {
        line: { start: line.start, end: lastLine.next },
        title: textSpan(text, bare.start, bare.end),
        marks: textSpan(text, marks.start, marks.end),
      },
      definitions: [definition],
      grade: best.near.grade,
      firstLine: line.index,
      lastLine: lastLine.index + 1,
      definition,
      match: 'misspelt',
      placement: 'in-order',
    })
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
