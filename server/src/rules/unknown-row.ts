/** Finds rows of the summary table that the report type does not have, and those whose name is misspelt. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../report/model'
import { replace, type TextEdit } from '../text/edits'
import { normalTitle } from '../types/normal-title'
import { nearestTitle } from './fixes/corrected-words'
import { onOneLine } from './fixes/one-line'
import { removeRow } from './fixes/row-places'
import { cellText, rowText, titleEdits, titleOf } from './fixes/summary-rows'
import { summaryTitle } from './fixes/summary-table'
import { type MeantRow, meantRow } from './fixes/unknown-rows'
import type { Finding, Fix, Rule } from './rule'

export const unknownRow: Rule = {
  id: 'unknown-row',
  summary: 'A row that does not belong in the summary table, or is misspelt',
  severity: 'warning',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const table = report.summary
    if (table === undefined) return
    const columns = gradeColumns(report, table)
    for (const entry of table.entries) {
      // A sentence of the cover takes the place of the row.
      if (entry.grade?.form === 'suffix') continue
      if (entry.kind === 'unknown') yield unknown(report, table, entry)
      else if (isRunTogether(report, table, entry, columns)) yield runTogether(report, table, entry)
      else {
        const title = rightTitle(entry)
        if (title !== undefined) yield misspelt(report, entry, title)
      }
    }
  },
}

function unknown(report: Report, table: SummaryTable, entry: SummaryEntry): Finding {
  const label = titleOf(report, entry)
  const meant = meantRow(report, table, entry)
  const title = meant?.row.title
  const name = summaryTitle(report)
  return {
    span: onOneLine(report, label),
    message:
      title === undefined
        ? l10n.t('The {0} has no such row. Remove it.', name)
        : l10n.t('The {0} has no such row. Write "{1}", or remove it.', name, title),
    // In a draft the row may be half typed, provided it states no grade.
    toDo: report.status === 'draft' && entry.grade?.grade === undefined && !meant?.grade,
    fixes: () => fixes(report, table, entry, meant),
  }
}

function fixes(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  meant: MeantRow | undefined,
): readonly Fix[] {
  const removal: Fix = {
    title: l10n.t('Remove this row'),
    safe: false,
    edits: [removeRow(report, entry)],
  }
  if (meant === undefined) return [removal]
  const { title } = meant.row
  const writing: Fix = {
    title: l10n.t('Write "{0}"', title),
    safe: false,
    preferred: true,
    edits:
      meant.grade === undefined
        ? titleEdits(report, entry, title)
        : [setApart(report, table, entry, meant)],
  }
  return [writing, removal]
}

/**
 * Are name and grade in one cell, so that the table has lost its form? Not where a long name reaches the
 * column in which other grades begin too.
 */
function isRunTogether(
  { text, lines }: Report,
  { form }: SummaryTable,
  { kind, label, grade }: SummaryEntry,
  columns: ReadonlyMap<number, number>,
): boolean {
  if (kind !== 'row' || grade === undefined || form === 'lines') return false
  const between = text.slice(label.end, grade.span.start)
  if (label.end > grade.span.start || /[|\t\r\n]|\s{2}/.test(between)) return false
  if (form !== 'columns') return true
  return (columns.get(lines.position(grade.span.start).column) ?? 0) < 2
}

/** The columns in which grades begin, and how many begin in each. */
function gradeColumns(
  { lines }: Report,
  { form, entries }: SummaryTable,
): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  if (form !== 'columns') return columns
  for (const { grade } of entries) {
    if (grade === undefined) continue
    const { column } = lines.position(grade.span.start)
    columns.set(column, (columns.get(column) ?? 0) + 1)
  }
  return columns
}

function runTogether(report: Report, table: SummaryTable, entry: SummaryEntry): Finding {
  const row = entry.definition
  const grade = entry.grade?.grade
  return {
    span: onOneLine(report, titleOf(report, entry)),
    message: l10n.t(
      'The name and the grade of this row are in one cell. Put each in a cell of its own.',
    ),
    fixes: () =>
      row === undefined || grade === undefined
        ? []
        : [
            {
              title: l10n.t('Write "{0}"', row.title),
              safe: false,
              preferred: true,
              edits: [setApart(report, table, entry, { row, grade })],
            },
          ],
  }
}

/** The row with its grade in a cell of its own again. */
function setApart(
  report: Report,
  table: SummaryTable,
  { line }: SummaryEntry,
  { row, grade }: MeantRow,
): TextEdit {
  const cell = grade === undefined ? '' : cellText(report, table, grade)
  const written = rowText(report, table, row, cell)
  const isCut = !report.text.slice(line.start, line.end).endsWith('\n')
  return replace(line, isCut ? written.trimEnd() : written)
}

/** What a row with a nearly correct name should be called; undefined where the name is correct. */
function rightTitle(entry: SummaryEntry): string | undefined {
  const { definition, label: first, placement, words } = entry
  if (definition === undefined || (placement !== 'in-order' && placement !== 'reopened'))
    return undefined
  if (words === definition.title) return undefined
  const names = [definition.title, ...definition.aliases]
  // A name that text extraction has broken over cells, or within a word, was not misspelt by its writer.
  if (/[|\t]| {2}/.test(first.text)) return undefined
  if (names.some(name => letters(name) === letters(words) && !hasFewerWords(words, name)))
    return undefined
  const title = nearestTitle(words, [definition.title, ...definition.aliases])
  return words.length > 3 && words === words.toUpperCase() ? title.toUpperCase() : title
}

/** Have words of the name run together? */
function hasFewerWords(words: string, name: string): boolean {
  return words.split(/\s+/).length < name.split(/\s+/).length
}

function letters(title: string): string {
  return normalTitle(title).replace(/\s+/g, '')
}

function isNearly({ type }: Report, { words, definition }: SummaryEntry): boolean {
  return definition !== undefined && type.rowTitles.nearestOf(words, definition) !== undefined
}

function misspelt(report: Report, entry: SummaryEntry, title: string): Finding {
  const label = titleOf(report, entry)
  return {
    span: onOneLine(report, label),
    message: l10n.t('This row should be called "{0}". Correct it.', title),
    toDo: report.status === 'draft' && title.toLowerCase().startsWith(entry.words.toLowerCase()),
    fixes: () => [
      {
        title: l10n.t('Write "{0}"', title),
        // Other words may mean something else; other letters are a slip.
        safe: isNearly(report, entry),
        preferred: true,
        edits: titleEdits(report, entry, title),
      },
    ],
  }
}
