/** Finds the rows of tables whose cells are centred on each other, instead of having their tops aligned. */

import { greatest, least } from '../../../text/lists'
import { beginsLower } from '../../../text/sentences'
import { type Column, linkOf, type TableLine } from './cell-lines'

/** The first and the last of its lines, as indexes. */
interface Cell {
  readonly first: number
  readonly last: number
}

/**
 * For the lines of such rows, whether a row begins there. Each column is divided into its cells by its own
 * sentences; where all columns have the same number of cells, each beside the middle of another and none beside
 * two, the rows are certain. Lines about which nothing is known are left out.
 */
export function centredRows(
  lines: readonly TableLine[],
  columns: readonly Column[],
): ReadonlyMap<number, boolean> {
  const known = new Map<number, boolean>()
  for (let first = 0; first < lines.length; ) {
    let last = first + 1
    while (last < lines.length && lines[last]?.isAfterBlank === false) last++
    const rows = rowsBetween(lines, columns, first, last)
    // Whether the first line continues after a blank one depends on what is above.
    for (let at = first + 1; at < last && rows !== undefined; at++)
      known.set(
        at,
        rows.some(row => row.first === at),
      )
    first = last
  }
  return known
}

function rowsBetween(
  lines: readonly TableLine[],
  columns: readonly Column[],
  first: number,
  last: number,
): readonly Cell[] | undefined {
  for (let at = first; at < last; at++) if (lines[at]?.across !== undefined) return undefined
  const cells = columns.map((_, column) => cellsOf(lines, columns, column, first, last))
  const [labels = [], ...others] = cells
  const rows: Cell[] = []
  let isCentred = false
  for (const [at, label] of labels.entries()) {
    const beside = others.map(column => column[at])
    if (others.some(column => column.length !== labels.length)) return undefined
    const all = [label, ...beside.filter(cell => cell !== undefined)]
    const row = {
      first: least(all.map(cell => cell.first)),
      last: greatest(all.map(cell => cell.last)),
    }
    if (row.first <= (rows.at(-1)?.last ?? -1)) return undefined
    const middle = (row.first + row.last) / 2
    const isTop = all.every(cell => cell.first === row.first)
    const isMiddle = all.every(cell => Math.abs((cell.first + cell.last) / 2 - middle) < 0.75)
    if (!isTop && !isMiddle) return undefined
    if (!isTop) isCentred = true
    rows.push(row)
  }
  return isCentred ? rows : undefined
}

/** The cells of one column: one ends where the next line does not continue its sentence. */
function cellsOf(
  lines: readonly TableLine[],
  columns: readonly Column[],
  column: number,
  first: number,
  last: number,
): readonly Cell[] {
  const cells: { first: number; last: number }[] = []
  let before = ''
  let isLower = false
  for (let at = first; at < last; at++) {
    const text = lines[at]?.cells[column] ?? ''
    if (text === '') continue
    const cell = cells.at(-1)
    if (cell !== undefined && linkOf(before, text, columns[column], isLower) === 'goes on')
      cell.last = at
    else {
      cells.push({ first: at, last: at })
      isLower = beginsLower(text)
    }
    before = text
  }
  return cells
}
