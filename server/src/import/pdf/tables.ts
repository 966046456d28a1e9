/** Reads what is within the borders on a page of a PDF: tables, and text that is only in a frame. */

import { asCell, writtenTable } from '../../report/grid/table'
import { append, greatest } from '../../text/lists'
import { type FramedRow, partsOfFrame } from '../text/tables/frames'
import { headOf } from '../text/tables/header-row'
import type { Grid } from './grids'
import { isItemMark, lineText } from './line-text'
import { linesOf, type PageItem, x, y } from './lines'

/** A line of text or a table, by its height on the page. */
export interface Part {
  readonly y: number
  readonly height: number
  readonly text: string
  readonly isTable: boolean
}

/** What is in borders. */
export interface Framed {
  readonly tables: readonly Part[]
  /** The pieces that are not in any of them. */
  readonly rest: readonly PageItem[]
}

/** The most that a cell holds; anything around more text than that is not a cell, but a frame of the page. */
const largestCell = 3000

/** The tables in the grids, and the pieces that are not in any of them. */
export function tablesOf(items: readonly PageItem[], grids: readonly Grid[]): Framed {
  const tables: Part[] = []
  let rest = items
  for (const grid of grids) {
    const inside = new Map<string, PageItem[]>()
    const others: PageItem[] = []
    for (const item of rest) {
      const cell = cellOf(item, grid)
      if (cell === undefined) others.push(item)
      else {
        const own = inside.get(cell)
        if (own === undefined) inside.set(cell, [item])
        else own.push(item)
      }
    }
    const framed = framedIn(grid, inside)
    if (framed === undefined) continue
    append(tables, framed.tables)
    rest = [...others, ...framed.rest]
  }
  return { tables, rest }
}

/** How far from the grid, in points, the mark of a list in it may be. */
const farthestMark = 40

function cellOf(item: PageItem, { xs, ys, cellAt }: Grid): string | undefined {
  const [left = 0] = xs
  // The number of a row may hang out of its cell.
  const hangs = x(item) < left && left - x(item) < farthestMark && isItemMark(item.str)
  const column = hangs ? 0 : xs.findLastIndex(edge => edge <= x(item) + 1)
  const middle = y(item) + item.height * 0.3
  const row = ys.findLastIndex(edge => edge >= middle)
  if (row === -1 || column === -1 || row > ys.length - 2 || column > xs.length - 2) return undefined
  return cellAt(row, column).join(' ')
}

interface GridRow extends FramedRow {
  readonly items: readonly PageItem[]
  readonly isBold: boolean
}

/** The tables of a grid, and the pieces of text that are only in its frame; undefined for a grid without a table. */
function framedIn(
  grid: Grid,
  inside: ReadonlyMap<string, readonly PageItem[]>,
): Framed | undefined {
  const rows = rowsOf(grid, inside)
  const parts = partsOfFrame(rows)
  const tables: Part[] = []
  const rest: PageItem[] = []
  for (const { kind, first, last } of parts) {
    const own = rows.slice(first, last)
    const lines = kind === 'text' ? undefined : writtenRows(own, kind)
    if (lines === undefined)
      append(
        rest,
        own.flatMap(({ items }) => items),
      )
    else tables.push({ y: grid.ys[first] ?? 0, height: 0, text: lines.join('\n'), isTable: true })
  }
  return tables.length === 0 ? undefined : { tables, rest }
}

function rowsOf(
  { xs, ys, cellAt }: Grid,
  inside: ReadonlyMap<string, readonly PageItem[]>,
): readonly GridRow[] {
  const columns = xs.slice(1).map((_, column) => column)
  return ys.slice(1).map((_, row) => {
    const own = columns.map(column => inside.get(`${row} ${column}`) ?? [])
    const lines = own.map(linesIn)
    const filled = lines.filter(each => each.length > 0)
    const [, firstColumn] = cellAt(row, 0)
    const isAcross = columns.every(column => {
      const [first, at] = cellAt(row, column)
      return first === row && at === firstColumn
    })
    return {
      cells: lines.map(cellText),
      across: isAcross && filled.length === 1 ? filled[0] : undefined,
      isFull: isAcross && row === ys.length - 2 && isFull(own.flat(), xs),
      items: own.flat(),
      isBold: own.every(items => items.every(item => item.isBold)),
    }
  })
}

/** Does the last line of a cell reach nearly across the grid? */
function isFull(items: readonly PageItem[], xs: readonly number[]): boolean {
  const last = linesOf(items).at(-1)?.items ?? []
  const right = xs.at(-1) ?? 0
  const end = last.reduce((most, item) => Math.max(most, x(item) + item.width), -Infinity)
  return right - end < (right - (xs[0] ?? 0)) * mostShort && last.length > 0
}

/** The share of a line's width that may be left blank where the next word did not fit. */
const mostShort = 0.2

/** The rows with borders, or in columns; undefined where they are no table. */
function writtenRows(
  all: readonly GridRow[],
  kind: 'table' | 'columns',
): readonly string[] | undefined {
  const rows = all.filter(({ cells }) => cells.some(cell => cell !== ''))
  if (rows.some(({ cells }) => cells.some(cell => cell.length > largestCell))) return undefined
  const used = (all[0]?.cells ?? []).map((_, at) => rows.some(({ cells }) => cells[at] !== ''))
  const texts = rows.map(({ cells }) => cells.filter((_, at) => used[at]))
  const width = used.filter(Boolean).length
  if (width < 2 || !texts.some(row => row.filter(cell => cell !== '').length > 1)) return undefined
  if (kind === 'columns') return inColumns(texts)
  const [first = []] = texts
  const head = headOf(first, { isBold: rows[0]?.isBold ?? false })
  return writtenTable(head === undefined ? texts : texts.slice(1), head)
}

/** The rows as lines whose cells are below each other. */
function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    greatest(
      rows.map(row => row[at]?.length ?? 0),
      0,
    ),
  )
  return rows.map(row =>
    row
      .map((cell, at) => cell.padEnd((widths[at] ?? 0) + columnGap))
      .join('')
      .trimEnd(),
  )
}

/** How many spaces there are at least between columns. */
const columnGap = 5

const linesIn = (items: readonly PageItem[]) =>
  linesOf(items).map(line => lineText(line, Number.MAX_VALUE, 1))

/** What is in a cell, on one line. */
function cellText(lines: readonly string[]): string {
  // A hyphen, or a dash between numbers, at the end of a line belongs to its word.
  const isBroken = /(?<=\p{L}-|\d–)\s+(?=\p{Ll}|\d)/gu
  return asCell(lines.join('\n').replace(isBroken, gap => (gap.includes('\n') ? '' : gap)))
}
