/** Puts a section into a report, or moves it, to its place in the type's order. */

import type { Report, Section } from '../../report/model'
import { formOf } from '../../report/template/form'
import { sectionsTemplate } from '../../report/template/template'
import { insert, remove, type TextEdit } from '../../text/edits'
import { isNumber, lineBeginning } from '../../text/line-beginning'
import { contains } from '../../text/span'
import type { Grade, SectionDefinition } from '../../types/report-type'

/** The section after which `definition` belongs; undefined if none of those that come before it is there. */
export function sectionBefore(report: Report, definition: SectionDefinition): Section | undefined {
  const part = report.sections.find(
    each => each.definition === definition.parent && each.placement !== 'duplicate',
  )
  const within = report.sections.filter(each =>
    part === undefined
      ? !isInMoved(report, each)
      : each !== part && contains(part.extent, each.extent),
  )
  const isBefore = ({ placement, definition: { order } }: Section) =>
    placement === 'in-order' && order < definition.order
  // The last in the text: a section that may appear several times may come after one that follows it in the
  // order. One that may be anywhere shows nothing, unless it is directly below.
  let last = within.findLastIndex(each => isBefore(each) && !isAnywhere(each.definition))
  for (let next = within[last + 1]; next !== undefined; next = within[++last + 1])
    if (!isBefore(next) || !isAnywhere(next.definition)) break
  return within[last] ?? part
}

/** May the section, or one that it is in, be anywhere? */
function isAnywhere(definition: SectionDefinition): boolean {
  return definition.anywhere || (definition.parent !== undefined && isAnywhere(definition.parent))
}

/** What is in a part that is out of order is out of order with it. */
function isInMoved({ sections }: Report, section: Section): boolean {
  return sections.some(
    each => each.placement === 'misplaced' && contains(each.extent, section.extent),
  )
}

/** A place beside another section, by its title: after "Staying safe". */
export interface SectionPlace {
  readonly kind: 'before' | 'at-start' | 'after'
  readonly title: string
}

/** Where `definition` belongs; undefined where the report has nothing to place it by. */
export function placeBeside(
  report: Report,
  definition: SectionDefinition,
): SectionPlace | undefined {
  const before = sectionBefore(report, definition)?.definition
  if (before === undefined) {
    const after = sectionAfter(report, definition)
    return after && { kind: 'before', title: after.definition.title }
  }
  if (before === definition.parent) return { kind: 'at-start', title: before.title }
  return { kind: 'after', title: enclosing(before, definition.depth).title }
}

/** The section itself, or the one around it, that is at this depth. */
function enclosing(definition: SectionDefinition, depth: number): SectionDefinition {
  let found = definition
  while (found.depth > depth && found.parent !== undefined) found = found.parent
  return found
}

function sectionAfter(report: Report, definition: SectionDefinition): Section | undefined {
  return report.sections.find(
    each =>
      each.placement === 'in-order' &&
      each.definition.order > definition.order &&
      !isInMoved(report, each),
  )
}

/** Offset of the line start (or end of the text) where `definition` is to be put. */
export function placeOf(report: Report, definition: SectionDefinition): number {
  const before = sectionBefore(report, definition)
  if (before !== undefined) return beforeComments(report, before.span.end)
  const after = sectionAfter(report, definition)
  if (after !== undefined) return beforeComments(report, after.heading.line.start)
  return report.contents?.span.end ?? report.text.length
}

/** A comment above a heading belongs to that heading: nothing is put between them. */
function beforeComments(report: Report, offset: number): number {
  let place = offset
  for (const block of report.blocks.filter(each => each.end <= offset).reverse()) {
    if (block.kind === 'comment') place = block.start
    else if (block.kind !== 'blank') break
  }
  return place
}

/** Sections that are put in, as text and as a snippet; `count` is the number of paragraphs in them. */
export interface Insertion {
  readonly edit: TextEdit
  readonly snippet: TextEdit
  readonly count: number
}

/**
 * Puts in sections that are missing and follow each other in the order, with any inside them that are missing
 * too.
 */
export function insertSections(
  report: Report,
  first: SectionDefinition,
  ...others: readonly SectionDefinition[]
): Insertion {
  const there = new Set(report.sections.map(each => each.definition))
  const at = placeOf(report, first)
  return insertAt(report, at, [first, ...others], each => each.required && !there.has(each))
}

/**
 * Puts sections in at `at`, the start of a line, with those inside them that `includes` names; without `includes`, their
 * headings and grade lines alone, above text that is there.
 */
export function insertAt(
  report: Report,
  at: number,
  definitions: readonly SectionDefinition[],
  includes?: (definition: SectionDefinition) => boolean,
): Insertion {
  const form = formOf(report, at)
  const template = sectionsTemplate(definitions, {
    type: report.type,
    form,
    authority: report.cover.authority?.text,
    number: numberAt(report, at),
    gradeOf: each => gradeOfRow(report, each),
    ...(includes === undefined ? { isHeadingOnly: true } : { includes }),
  })
  const isMarked = definitions.every(({ depth }) => form.heading(depth).before.startsWith('#'))
  const gaps = gapsAt(report, at, form.isSetOff, !isMarked)
  const { before } = gaps
  const after = includes === undefined && !form.isSpaced ? '\n' : gaps.after
  const withLineEnds = (text: string) => text.replace(/\n/g, form.newline)
  return {
    edit: insert(at, withLineEnds(before) + template.plain + withLineEnds(after)),
    snippet: insert(at, before + template.snippet + after),
    count: template.plain.split('\n').filter(isNumbered).length,
  }
}

function isNumbered(line: string): boolean {
  const { label } = lineBeginning(line)
  return label !== undefined && isNumber(label)
}

/** The paragraph number that follows the one before `offset`. */
function numberAt(report: Report, offset: number): number {
  const before = report.numbering.paragraphs.findLast(
    each => !each.displaced && each.label.start < offset,
  )
  return (before?.number ?? 0) + 1
}

function gradeOfRow(report: Report, definition: SectionDefinition): Grade | undefined {
  return report.judgements.find(each => each.row?.definition?.section === definition)?.row?.grade
    ?.grade
}

/**
 * The line ends that are needed before and after lines put in at `offset`. Lines that are `plain` would run on
 * from the text above without a blank line.
 */
function gapsAt(
  { text, lines, blocks }: Report,
  offset: number,
  isSpaced: boolean,
  isPlain = false,
): { readonly before: string; readonly after: string } {
  const line = lines.lineAt(offset)
  const isLineStart = lines.start(line) === offset
  const lineBefore = isLineStart ? line - 1 : line
  const isBlankBefore =
    lineBefore < 0 || text.slice(lines.start(lineBefore), lines.end(lineBefore)).trim() === ''
  const isLast = text.slice(offset).trim() === ''
  // At the top of a page a heading without a blank line above it would run on from the page before.
  const isAtTop = blocks.some(({ kind, end }) => kind === 'furniture' && end === offset)
  const isSetOff = isSpaced || isAtTop || text[offset] === '\f'
  return {
    before: (isLineStart ? '' : '\n') + ((isSetOff || isPlain) && !isBlankBefore ? '\n' : ''),
    after: isSetOff && !isLast ? '\n\n' : '\n',
  }
}

/** Moves a section with all that is in it to its place in the order; no edits where it is already there. */
export function moveSection(report: Report, section: Section): readonly TextEdit[] {
  const at = placeOf(report, section.definition)
  const { start } = section.extent
  const end = beforeComments(report, section.extent.end)
  if (at >= start && at <= end) return []
  const newline = report.text.includes('\r\n') ? '\r\n' : '\n'
  const isSpaced = formOf(report, at).isSpaced
  const gap = isSpaced ? newline + newline : newline
  const moved = report.text.slice(start, end)
  const tail = moved.slice(moved.trimEnd().length)
  // Where a page ends, nothing else has to set a section apart.
  const isPageEnd = (offset: number) =>
    report.text[offset] === '\f' ||
    report.blocks.some(({ kind, end: after }) => kind === 'furniture' && after === offset)
  const isApart = /\n[ \t]*\r?\n/.test(tail) || isPageEnd(end) || isPageEnd(at)
  const complete = isApart || !isSpaced ? moved : moved.trimEnd() + gap
  const { before } = gapsAt(report, at, isSpaced)
  const lead = moved.startsWith('\f') ? before.slice(isSpaced ? 1 : 0) : before
  const put =
    lead.replace(/\n/g, newline) + (complete.endsWith('\n') ? complete : complete + newline)
  return [insert(at, put), remove({ start, end })]
}
