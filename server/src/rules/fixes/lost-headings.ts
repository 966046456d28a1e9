/** Grades and texts whose heading is lost: they belong to a section that is missing. */

import * as l10n from '@vscode/l10n'
import type { DisplacedGrade, Paragraph, Report } from '../../report/model'
import { insert, replace, type TextEdit } from '../../text/edits'
import { textSpan } from '../../text/span'
import type { SectionDefinition } from '../../types/report-type'
import type { Fix } from '../rule'
import { addEntries, isMissing } from './contents'
import { insertAt, sectionBefore } from './sections'

/**
 * The missing section to which each grade in running text belongs: of those between the sections around it,
 * the first graded one whose row does not give a different grade.
 */
export function gradesWithoutHeading(
  report: Report,
): ReadonlyMap<DisplacedGrade, SectionDefinition> {
  const found = new Map<DisplacedGrade, SectionDefinition>()
  if (report.missingSections.length === 0 || report.displacedGrades.length === 0) return found
  const there = new Set(report.sections.map(({ definition }) => definition))
  const lost = report.type.sections.filter(
    each => each.grade !== undefined && !there.has(each) && isMissing(each, report.missingSections),
  )
  const ordered = report.sections.filter(({ placement }) => placement === 'in-order')
  const inRow = new Map(
    report.summary?.entries.map(({ definition, grade }) => [definition?.section, grade?.grade]),
  )
  for (const displaced of report.displacedGrades) {
    // Half a grade may be any words: under a heading it would be a fault of its own.
    if (displaced.section !== undefined || displaced.statement.grade === undefined) continue
    const after = ordered.findIndex(({ heading }) => heading.line.start > displaced.line.start)
    const from = ordered.at(after === -1 ? -1 : after - 1)?.definition.order ?? -1
    const to = ordered[after]?.definition.order ?? Infinity
    const taken = new Set(found.values())
    const { grade } = displaced.statement
    const section = lost.find(
      each =>
        each.order > from &&
        each.order < to &&
        !taken.has(each) &&
        (inRow.get(each) ?? grade) === grade,
    )
    if (section !== undefined) found.set(displaced, section)
  }
  return found
}

/** Writes the section's heading above its grade, in place of another heading that is there. */
export function writeHeading(
  report: Report,
  { line }: DisplacedGrade,
  definition: SectionDefinition,
): Fix {
  const { text, lines } = report
  const marks = report.sections.find(each => each.definition.depth === definition.depth)?.heading
    .marks.text
  const heading = (marks ?? '') + definition.title
  let above = lines.lineAt(line.start) - 1
  while (above >= 0 && lineText(above).trim() === '') above--
  const written = above < 0 ? '' : lineText(above)
  const isOther =
    /^#{1,6}\s/.test(written) &&
    !report.sections.some(each => lines.lineAt(each.heading.title.start) === above)
  const edit: TextEdit = isOther
    ? replace(textSpan(text, lines.start(above), lines.end(above)), heading)
    : insert(line.start, `${heading}\n\n`)
  return {
    title: l10n.t('Write the heading "{0}" above its grade', definition.title),
    safe: false,
    preferred: true,
    edits: [edit],
  }

  function lineText(number: number): string {
    return text.slice(lines.start(number), lines.end(number))
  }
}

/**
 * The first paragraph of a missing section whose heading alone is lost, where that is plain: its text goes on after a
 * list of what is to be improved, in which nothing is numbered. Undefined elsewhere, since nothing says where the text
 * of one judgement ends and that of the next begins.
 */
export function textWithoutHeading(
  report: Report,
  definition: SectionDefinition,
): Paragraph | undefined {
  const { type, missingSections, blocks, numbering } = report
  const before = sectionBefore(report, definition)
  if (before?.definition.kind !== 'recommendations' || type.timescales.length > 0) return undefined
  const isBetween = ({ order }: SectionDefinition) =>
    order > before.definition.order && order < definition.order
  if (missingSections.some(isBetween)) return undefined
  const { start, end } = before.extent
  const first = numbering.paragraphs.find(
    ({ digits, displaced }) => !displaced && start <= digits.start && digits.start < end,
  )
  const isListed = blocks.some(
    block =>
      block.kind === 'item' && start <= block.start && block.end <= (first?.digits.start ?? 0),
  )
  return isListed ? first : undefined
}

/** Writes the section's heading above its text, with the grade that its row has. */
export function headText(
  report: Report,
  { digits }: Paragraph,
  definition: SectionDefinition,
): Fix {
  const { lines } = report
  const { edit, snippet } = insertAt(report, lines.start(lines.lineAt(digits.start)), [definition])
  return {
    title: l10n.t('Write the heading "{0}" above its text', definition.title),
    safe: false,
    preferred: true,
    edits: [edit, ...addEntries(report, [definition])],
    snippet,
  }
}
