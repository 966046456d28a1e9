/** What an unknown row of the summary table was probably meant to be. */

import { distance } from 'fastest-levenshtein'
import type { Report, SummaryEntry, SummaryTable } from '../../report/model'
import { isWhiteSpace, withoutRunAtEnd } from '../../text/runs'
import type { Grade, RowDefinition } from '../../types/report-type'
import { nearest } from './nearest'
import { titleOf } from './summary-rows'

export interface MeantRow {
  readonly row: RowDefinition
  /** The grade that follows the name in the same cell: "Partnership working Good". */
  readonly grade: Grade | undefined
}

/** The missing row that an unknown one was probably meant to be. */
export function meantRow(
  report: Report,
  { missing }: SummaryTable,
  entry: SummaryEntry,
): MeantRow | undefined {
  const label = titleOf(report, entry).text
  const { title, grade } = withoutGrade(report, label)
  const [row] = nearest(title, missing, each => each.title)
  if (row === undefined) return undefined
  const [written, name] = [title.toLowerCase(), row.title.toLowerCase()]
  if (name.startsWith(written)) return { row, grade }
  const most = name.length / 2
  if (written.length - name.length > most || distance(written, name) > most) return undefined
  return { row, grade }
}

/** The missing rows that unknown ones were meant to be. */
export function meantRows(report: Report, table: SummaryTable): ReadonlySet<RowDefinition> {
  const rows = table.entries.flatMap(entry =>
    entry.kind === 'unknown' ? [meantRow(report, table, entry)?.row] : [],
  )
  return new Set(rows.filter(row => row !== undefined))
}

/** "Partnership working Good" is "Partnership working" with the grade good. */
function withoutGrade(
  { type }: Report,
  label: string,
): { readonly title: string; readonly grade: Grade | undefined } {
  for (const [word, grade] of type.scale?.byWord ?? []) {
    const at = label.length - word.length
    if (at < 2 || label.slice(at).toLowerCase() !== word) continue
    const title = withoutRunAtEnd(label.slice(0, at), isSpaceColonOrDash)
    if (title.length < at && title !== '') return { title, grade }
  }
  return { title: label, grade: undefined }
}

function isSpaceColonOrDash(code: number): boolean {
  return isWhiteSpace(code) || ':–-'.includes(String.fromCharCode(code))
}
