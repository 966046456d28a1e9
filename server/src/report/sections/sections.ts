/** Which heading lines are which sections of the type. */

import type { ReportType, SectionDefinition } from '../../types/report-type'
import { align } from '../align'
import type { HeadingLine } from '../headings/headings'
import type { Section } from '../model'
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
  return withRepeats(placed)
}

/**
 * A title that two parts have in common, twice in a text that has nothing else of one of them, is the other part's:
 * "Summary of findings" in a report without a review of the board.
 */
function withRepeats(placed: readonly PlacedHeading[]): readonly PlacedHeading[] {
  const there = new Set(placed.map(({ definition }) => definition))
  return placed.map(heading => {
    const { definition, definitions } = heading
    const { parent } = definition
    if (parent === undefined || definitions.length < 2 || there.has(parent)) return heading
    if (parent.children.some(each => each !== definition && there.has(each))) return heading
    const isAtHome = ({ parent: outer }: SectionDefinition) =>
      outer === undefined || there.has(outer)
    const other = definitions.find(each => each !== definition && there.has(each) && isAtHome(each))
    return other === undefined || isRepeatable(other)
      ? heading
      : { ...heading, definition: other, placement: 'duplicate' }
  })
}

/** May the section appear again, by itself or along with one that it is in? */
export function isRepeatable(definition: SectionDefinition): boolean {
  return (
    definition.repeatable || (definition.parent !== undefined && isRepeatable(definition.parent))
  )
}

/** Does its place say nothing about the order of the others? */
export function isAnywhere(definition: SectionDefinition): boolean {
  return definition.anywhere || isRepeatable(definition)
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
export function isBetween(definition: SectionDefinition, before: number, after: number): boolean {
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
