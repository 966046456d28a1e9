/** Reads tables as rows of cells, in all the forms in which they are pasted. */

import * as l10n from '@vscode/l10n'
import { type GridRow, readGrid } from '../../../report/grid/grid'
import { asCell, columnsOf } from '../../../report/grid/table'
import { LineIndex } from '../../../text/lines'
import { type TextSpan, textSpan } from '../../../text/span'
import { type Change, done, excerpt, open, type SourceLine } from '../change'
import type { Piece } from '../structure/piece'

/**
 * The lines of a table as a piece. Columns separated by nothing but spaces are divided into cells only where all
 * rows have the same number; otherwise, the lines stay as they are.
 */
export function tablePiece(lines: readonly SourceLine[], at: number, changes: Change[]): Piece {
  const line = lines[0]?.line ?? 0
  const base = { line, at, text: '' }
  const grid = gridOf(lines)
  if (grid.length === lines.length && grid.every(({ isPiped }) => isPiped))
    return pipeTable(grid, base)
  if (lines.every(({ text }) => text.includes('\t')))
    return { ...base, kind: 'table', rows: tabRows(lines) }
  const rows = grid.map(({ cells }) => cells.map(({ text }) => text))
  const width = rows[0]?.length ?? 0
  const isRegular = lines.length > 1 && width > 1 && rows.every(row => row.length === width)
  if (isRegular && lines.every(({ text }) => !/^\s{3,}/.test(text)))
    return { ...base, kind: 'table', rows: rows.map(row => row.map(asCell)) }
  const single = lines.length === 1 ? singleRow(lines[0]?.text ?? '') : undefined
  if (single !== undefined) {
    changes.push(
      done('table', line, l10n.t('Turned a line set out in columns into a table.'), {
        before: excerpt(lines[0]?.text ?? ''),
      }),
    )
    const hasHeader = single.every(cell => /\b(?:judge?ments?|grades?)$/i.test(cell))
    return { ...base, kind: 'table', rows: [single.map(asCell)], hasHeader }
  }
  changes.push(
    open(
      'table',
      line,
      l10n.t('This may be a table. Its columns could not be told apart; it was left as it is.'),
      {
        before: lines[0]?.text.trim() ?? '',
      },
    ),
  )
  return {
    ...base,
    kind: 'raw',
    lines: lines.map(({ text, line }) => ({ text: text.trimEnd(), line })),
  }
}

/**
 * The cells of a single line: short titles or names that are far apart. A number after a gap is that of a page.
 */
function singleRow(text: string): readonly string[] | undefined {
  const cells = text.trim().split(/\s{6,}/)
  const isTitle = (cell: string) =>
    /^\p{Lu}/u.test(cell) && cell.length <= 60 && !/\s{3}/.test(cell)
  return cells.length > 1 && cells.every(isTitle) ? cells : undefined
}

/** Is the table the rest of the one before it, which a page break has split? */
export function goesOn(before: Piece, table: Piece): boolean {
  if (before.kind !== 'table' || table.kind !== 'table') return false
  const width = (piece: Piece) => columnsOf(piece.rows ?? [])
  if (width(table) !== width(before)) return false
  return table.hasHeader !== true && (before.hasHeader !== true || isContinuation(table))
}

const isContinuation = (table: Piece) => (table.rows?.[0]?.[0] ?? '') === ''

/** Adds the rows to those of the table before; a first row without a first cell continues the last. */
export function joinTables(before: Piece, table: Piece): void {
  const rows = [...(before.rows ?? [])]
  for (const row of table.rows ?? []) addRow(rows, row)
  before.rows = rows
}

interface TextRow extends Omit<GridRow, 'cells'> {
  readonly cells: readonly TextSpan[]
}

/** The lines as rows of cells, each with its text. */
function gridOf(lines: readonly SourceLine[]): readonly TextRow[] {
  const text = lines.map(each => each.text).join('\n')
  const rows = readGrid(text, new LineIndex(text), { first: 0, last: lines.length })
  return rows.map(row => ({
    ...row,
    cells: row.cells.map(({ start, end }) => textSpan(text, start, end)),
  }))
}

function pipeTable(grid: readonly TextRow[], base: Omit<Piece, 'kind'>): Piece {
  const rows: (readonly string[])[] = []
  let hasHeader = false
  for (const { cells, isRule } of grid) {
    if (!isRule) rows.push(cells.map(({ text }) => text))
    else if (rows.length === 1) hasHeader = true
  }
  if (hasHeader && (rows[0] ?? []).every(cell => cell === ''))
    return { ...base, kind: 'table', rows: rows.slice(1) }
  return { ...base, kind: 'table', rows, hasHeader }
}

function tabRows(lines: readonly SourceLine[]): (readonly string[])[] {
  const rows: (readonly string[])[] = []
  for (const { text } of lines) addRow(rows, text.trimEnd().split('\t').map(asCell))
  const width = Math.max(2, columnsOf(rows))
  // A column that is empty in all rows is merely a tab at the ends of lines.
  const isUsed = Array.from({ length: width }, (_, at) => rows.some(row => (row[at] ?? '') !== ''))
  return rows.map(row => row.filter((_, at) => isUsed[at] || at < 2))
}

function addRow(rows: (readonly string[])[], row: readonly string[]): void {
  const last = rows.at(-1)
  if (last === undefined || row[0] !== '' || row.every(cell => cell === '')) {
    rows.push(row)
    return
  }
  rows[rows.length - 1] = Array.from({ length: Math.max(last.length, row.length) }, (_, at) =>
    [last[at] ?? '', row[at] ?? ''].filter(Boolean).join(' '),
  )
}
