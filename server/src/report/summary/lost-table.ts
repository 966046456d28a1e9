/** A summary table in the text whose heading is missing or is not the type's. Found out when a rule asks for it. */

import type { Span } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { isSetApart, tightGap } from '../grid/gaps'
import { type Line, scanLines } from '../lines/scan'
import { rowCells } from '../lines/table-lines'
import type { Report } from '../model'
import { isGradedRow } from './rows'

export interface LostTable extends Span {
  /** Its first line, counted from 0. */
  readonly firstLine: number
}

/**
 * The table, from its first line to its last row, found by rows of the type that state a grade; undefined where fewer
 * than a third of the rows are there.
 */
export function lostTable({ text, lines: index, contents, type }: Report): LostTable | undefined {
  const lines = scanLines(text, index)
  const from = contents === undefined ? 0 : index.lineAt(contents.span.end)
  const rows = lines.slice(from).filter(line => isWholeRow(text, line, type))
  const [first] = rows
  const last = rows.at(-1)
  const wanted = type.rows.filter(({ kind }) => kind === 'row').length
  if (first === undefined || last === undefined) return undefined
  if (rows.length < Math.max(2, wanted / 3)) return undefined
  let top = first.index
  while (top > 0 && isInTable(text, lines[top - 1] as Line, type)) top--
  return { start: index.start(top), end: last.end, firstLine: top }
}

/** A title of the type and a grade, each in a cell of its own. */
function isWholeRow(text: string, line: Line, type: ReportType): boolean {
  if (!isTableLine(text, line)) return false
  const [label, grade] = rowCells(text, line, type).filter(({ start, end }) => start < end)
  if (label === undefined || grade === undefined) return false
  const rows = type.rowTitles.named(text.slice(label.start, label.end))
  return rows?.some(({ kind }) => kind === 'row') === true && isGradedRow(text, line, type)
}

/** A line of a table, or the title of a group on a line of its own. */
function isInTable(text: string, line: Line, type: ReportType): boolean {
  if (isTableLine(text, line)) return true
  const [group] = type.rowTitles.named(text.slice(line.from, line.to)) ?? []
  return group?.kind === 'group' && line.first !== 35
}

function isTableLine(text: string, line: Line): boolean {
  return line.first !== 0 && (line.isPiped || isSetApart(text, line, tightGap))
}
