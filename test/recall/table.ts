/** Defects of the summary table. */

import type { Report, SummaryEntry, SummaryTable } from '../../server/src/report/model'
import { insert, remove } from '../../server/src/text/edits'
import { type Defect, defect, endsLine, expected, type Generator, move, slice } from './defect'

/** The whole table is gone. */
export const missingSummary: Generator = function* ({ summary, title }) {
  if (summary === undefined) return
  const span = { start: summary.heading.line.start, end: summary.span.end }
  yield defect('no summary table', [remove(span)], { at: [title], undoable: false })
}

/** A row is gone. */
export const missingRow: Generator = function* (report) {
  for (const { table, row } of soundRows(report)) {
    const groups = table.entries.filter(({ definition }) => definition === row.definition?.parent)
    const at = [table.heading.title, ...groups.map(({ label }) => label)]
    const undoable = row.definition?.section !== undefined
    yield defect(`no row "${row.label.text}"`, [remove(row.line)], { at, undoable })
  }
}

/** A row that the type does not know is after another. */
export const unknownRow: Generator = function* (report) {
  for (const { row } of soundRows(report)) {
    const copy = copyOf(report, row, 'Financial planning')
    yield defect(`unknown row after "${row.label.text}"`, [insert(row.line.end, copy)])
  }
}

/** A row appears twice. */
export const duplicateRow: Generator = function* (report) {
  for (const { row } of soundRows(report)) {
    const copy = copyOf(report, row, row.label.text)
    yield defect(`two rows "${row.label.text}"`, [insert(row.line.end, copy)], { at: [row.label] })
  }
}

/** A row is two or more rows too early or too late in its group; a unique one, in another group. */
export const misplacedRow: Generator = function* (report) {
  const rows = soundRows(report)
  for (const { table, row } of rows) {
    const group = rows
      .map(each => each.row)
      .filter(({ definition }) => definition?.parent === row.definition?.parent)
    const index = group.indexOf(row)
    yield* movedEntry(report, row, group[index + 2]?.line.end)
    yield* movedEntry(report, row, group[index - 2]?.line.start)
    const isUnique = rows.filter(each => each.row.label.text === row.label.text).length === 1
    const first = table.entries.find(({ kind }) => kind === 'row')
    const last = table.entries[table.entries.length - 1]
    if (!isUnique) continue
    if (index < 2 && first !== row) yield* movedEntry(report, row, first?.line.start)
    if (index >= group.length - 2 && last !== row) yield* movedEntry(report, row, last?.line.end)
  }
}

/** A group row is one, two or three rows too late, or one too early. */
export const misplacedGroup: Generator = function* (report) {
  const { entries = [] } = report.summary ?? {}
  for (const [index, group] of entries.entries()) {
    if (group.kind !== 'group' || group.placement !== 'in-order') continue
    for (const by of [1, 2, 3]) yield* movedEntry(report, group, entries[index + by]?.line.end)
    if (index > 0) yield* movedEntry(report, group, entries[index - 1]?.line.start)
  }
}

/** The grade of a row is gone. */
export const missingRowGrade: Generator = function* (report) {
  for (const { row } of soundRows(report)) {
    if (row.grade === undefined) continue
    yield defect(`row "${row.label.text}" has no grade`, [remove(row.grade.span)], {
      at: [{ start: row.label.start, end: row.line.end }],
      undoable: row.definition?.section !== undefined,
    })
  }
}

function soundRows({
  summary,
  text,
}: Report): readonly { table: SummaryTable; row: SummaryEntry }[] {
  if (summary === undefined || summary.form === 'lines') return []
  return summary.entries
    .filter(({ kind, placement, line }) => {
      return kind === 'row' && placement === 'in-order' && endsLine(text, line.end)
    })
    .map(row => ({ table: summary, row }))
}

function copyOf(report: Report, { label, line }: SummaryEntry, title: string): string {
  const before = slice(report, { start: line.start, end: label.start })
  return before + expected(title) + slice(report, { start: label.end, end: line.end })
}

function* movedEntry(
  report: Report,
  entry: SummaryEntry,
  target: number | undefined,
): Iterable<Defect> {
  if (target === undefined || !endsLine(report.text, target)) return
  const name = `${entry.kind} "${entry.label.text}" stands too ${target < entry.line.start ? 'early' : 'late'}`
  const edits = move(report.text, entry.line, target, entry.label)
  // Whether or not the group row before it is wrong, the row's own place cannot be distinguished from the one
  // after it.
  const entries = report.summary?.entries ?? []
  const following = entries[entries.indexOf(entry) + 1]
  const isPlain = following?.kind !== 'group' || following.placement === 'in-order'
  yield defect(name, edits, { undoable: isPlain })
}
