/** *Insert section…*: the sections of the type to choose from, and the text of the one that is chosen. */

import type { Report, Section } from '../../report/model'
import { addEntries } from '../../rules/fixes/contents'
import { makeRoom } from '../../rules/fixes/renumber'
import { type Insertion, insertAt, placeOf } from '../../rules/fixes/sections'
import type { TextEdit } from '../../text/edits'
import type { Span } from '../../text/span'
import type { SectionDefinition } from '../../types/report-type'

export interface SectionChoice {
  readonly id: string
  readonly title: string
  /** Titles of the sections it is in, outermost first. */
  readonly part: readonly string[]
  /**
   * `missing`: every report has it, but this one does not; `optional`: it may be added; `again`: it is there,
   * and may be added once more. One that may appear more than once is `there` too.
   */
  readonly state: 'missing' | 'optional' | 'again' | 'there'
  /** May every report do without it, whether it is there or not? */
  readonly isOptional: boolean
  /** May it appear more than once? */
  readonly isRepeatable: boolean
  /** The title of one that is `there`; the first of several. */
  readonly target: Span | undefined
}

/** Every section of the type: those that are missing, those that may be added or added again, those that are there. */
export function sectionChoices(report: Report): readonly SectionChoice[] {
  const states = ['missing', 'optional', 'again', 'there'] as const
  const missing = new Set(report.missingSections)
  const there = sectionsThere(report)
  const choices = report.type.sections.map((definition): SectionChoice => {
    const heading = there.get(definition)?.heading.title
    return {
      id: definition.id,
      title: definition.title,
      part: definition.path,
      state: heading ? 'there' : isMissing(definition, missing) ? 'missing' : 'optional',
      isOptional: !definition.required,
      isRepeatable: definition.repeatable,
      target: heading && { start: heading.start, end: heading.end },
    }
  })
  const again = choices
    .filter(({ state, isRepeatable }) => state === 'there' && isRepeatable)
    .map((choice): SectionChoice => ({ ...choice, state: 'again', target: undefined }))
  return states.flatMap(state => [...choices, ...again].filter(each => each.state === state))
}

/** Is it missing, or required in a part that is? */
function isMissing(
  definition: SectionDefinition,
  missing: ReadonlySet<SectionDefinition>,
): boolean {
  if (missing.has(definition)) return true
  const { parent, required } = definition
  return required && parent !== undefined && isMissing(parent, missing)
}

/** The first of each; one that is in its place is preferred to one that is not. */
function sectionsThere({ sections }: Report): ReadonlyMap<SectionDefinition, Section> {
  const there = new Map<SectionDefinition, Section>()
  for (const section of sections) {
    const other = there.get(section.definition)
    if (other === undefined || (other.placement !== 'in-order' && section.placement === 'in-order'))
      there.set(section.definition, section)
  }
  return there
}

export interface InsertedSection {
  /** The section's text as a snippet, for an editor with tab stops; its lines end with `\n`. */
  readonly snippet: TextEdit
  /** The same text with nothing filled in. */
  readonly plain: TextEdit
  /** What else changes: entries of the contents, and the numbers that follow. */
  readonly others: readonly TextEdit[]
}

/**
 * Puts a section in its place among those that are there, together with any headings around it that are missing
 * too, and with its required content. Its numbers follow on from the paragraph before it; with `renumbers`,
 * those of the paragraphs after it follow on in turn. Undefined for a section that the type does not have, or
 * that is there and may not be repeated.
 */
export function insertSection(
  report: Report,
  id: string,
  { renumbers }: { readonly renumbers: boolean },
): InsertedSection | undefined {
  const definition = report.type.sections.find(each => each.id === id)
  if (definition === undefined) return undefined
  const there = sectionsThere(report)
  if (there.has(definition) && !definition.repeatable) return undefined
  const outermost = outermostMissing(definition, there)
  const added = addedWith(definition, outermost, there)
  const insertion: Insertion = insertAt(
    report,
    lastCopy(report, definition)?.extent.end ?? placeOf(report, outermost),
    [outermost],
    each => added.has(each),
  )
  const room = renumbers ? makeRoom(report, insertion.edit.span.start, insertion.count) : []
  const listed = [...added].filter(each => !there.has(each))
  return {
    snippet: insertion.snippet,
    plain: insertion.edit,
    others: [...addEntries(report, listed), ...room],
  }
}

/** The last copy there is of a section that may appear again. */
function lastCopy({ sections }: Report, definition: SectionDefinition): Section | undefined {
  return sections.findLast(each => each.definition === definition)
}

/**
 * The outermost heading around the section that is missing along with everything in it. Where some of that is
 * there, the heading was left out, which is a fault of its own.
 */
function outermostMissing(
  definition: SectionDefinition,
  there: ReadonlyMap<SectionDefinition, Section>,
): SectionDefinition {
  const { parent } = definition
  const isWhole = (each: SectionDefinition): boolean =>
    there.has(each) || each.children.some(isWhole)
  return parent === undefined || isWhole(parent) ? definition : outermostMissing(parent, there)
}

function hasInner(
  { children }: SectionDefinition,
  there: ReadonlyMap<SectionDefinition, Section>,
): boolean {
  return children.some(each => there.has(each) || hasInner(each, there))
}

/** The section with the headings that lead to it, and its required content where none of that is there. */
function addedWith(
  definition: SectionDefinition,
  outermost: SectionDefinition,
  there: ReadonlyMap<SectionDefinition, Section>,
): ReadonlySet<SectionDefinition> {
  const added = new Set<SectionDefinition>()
  for (let each = definition; each !== outermost && each.parent; each = each.parent) added.add(each)
  added.add(outermost)
  const addInner = ({ children }: SectionDefinition): void => {
    for (const child of children) {
      if (!child.required || (there.has(child) && !child.repeatable)) continue
      added.add(child)
      addInner(child)
    }
  }
  // Where some of it is there, the missing parts have their places among what is there.
  if (!hasInner(definition, there)) addInner(definition)
  return added
}
