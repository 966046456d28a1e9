/** Puts missing rows into the summary table, with the grades that their sections state. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryTable } from '../../report/model'
import { snippetChoice, snippetText } from '../../text/escape'
import type { RowDefinition } from '../../types/report-type'
import type { Fix } from '../rule'
import { insertRow } from './row-places'
import { cellText, groupText, rowText } from './summary-rows'
import { judgementOf, sectionGrade } from './summary-table'

/** A fix that inserts the missing row, or the group with all its missing rows. */
export function insertMissing(report: Report, table: SummaryTable, definition: RowDefinition): Fix {
  const rows = linesOf(report, table, definition)
  const edit = insertRow(report, table, definition, rows.map(({ line }) => line).join(''))
  const title =
    definition.kind === 'group'
      ? l10n.t('Insert the rows for "{0}"', definition.title)
      : l10n.t('Insert "{0}"', definition.title)
  const fix: Fix = { title, safe: false, preferred: true, edits: [edit] }
  const snippets = rows.map(({ snippet }, at) => snippet.replaceAll('${0|', `\${${at + 1}|`))
  if (rows.every(({ line, snippet }) => line === snippet)) return fix
  return { ...fix, snippet: insertRow(report, table, definition, snippets.join('')) }
}

interface Line {
  readonly line: string
  /** The same, with a choice from the scale where no grade is known. */
  readonly snippet: string
}

function linesOf(report: Report, table: SummaryTable, definition: RowDefinition): readonly Line[] {
  const { kind, title, children } = definition
  if (kind === 'group') {
    const line = groupText(report, table, title)
    const below = children.flatMap(child => linesOf(report, table, child))
    return below.length === 0 ? [] : [{ line, snippet: snippetText(line) }, ...below]
  }
  if (!table.missing.includes(definition)) return []
  const grade = sectionGrade(judgementOf(report, definition))
  const line = rowText(report, table, definition, grade ? cellText(report, table, grade) : '')
  const choices = report.type.scale?.grades.map(each => cellText(report, table, each)) ?? []
  if (grade !== undefined || choices.length === 0) return [{ line, snippet: snippetText(line) }]
  const open = snippetText(rowText(report, table, definition, '\0'))
  return [
    { line, snippet: open.replace('\0', () => `\${0|${choices.map(snippetChoice).join(',')}|}`) },
  ]
}
