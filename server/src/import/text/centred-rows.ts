/** Finds the rows of tables whose cells stand beside each other's middle, not with their tops in line. */

import { type Column, linkOf, type TableLine } from './cell-lines'
import { beginsLower } from './lines'

/** The first and the last of its lines, as indexes. */
interface Cell {
  readonly first: number
  readonly last: number
}

/**
 * For lines of such rows, whether one begins there. Each column is divided into its cells by its own
 * sentences; where all columns have as many, one beside the other's middle and none beside two, the
 * rows are certain. Lines of which nothing is known are left out.
 */
export function centredRows(
  lines: readonly TableLine[],
  columns: readonly Column[],
): ReadonlyMap<number, boolean> {
  const known = new Map<number, boolean>()
  for (let first = 0; first < lines.length; ) {
    let last = first + 1
    while (last < lines.length && lines[last]?.isBehindBlank === false) last++
    const rows = rowsBetween(lines, columns, first, last)
    // Whether the first line goes on behind a blank one is told by what stands above.
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
      first: Math.min(...all.map(cell => cell.first)),
      last: Math.max(...all.map(cell => cell.last)),
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

/** The cells of one column: one ends where what follows does not go on with its sentence. */
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
