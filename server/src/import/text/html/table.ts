/** A table on the clipboard, or the box around text that one of a single column is. */

import { asCell, columnsOf, TableRows, writtenTable } from '../../../report/grid/table'
import type { Budget } from '../../budget'
import { headOf } from '../tables/header-row'

export class HtmlTable extends TableRows {
  /** Throws an `ImportError` once there are more cells than the budget allows. */
  constructor(private readonly budget: Budget) {
    super(cells => budget.spend('cells', cells))
  }

  /** The lines of the table; for a table of one column, which is a box around text, its paragraphs. */
  written(): { readonly lines: readonly string[]; readonly isBox: boolean } {
    const { rows } = this
    const width = columnsOf(rows)
    if (width < 2)
      return { lines: rows.flatMap(row => (row[0] ?? '').split(paragraphEnd)), isBox: true }
    this.budget.spend('cells', width * rows.length)
    const cells = rows.map(row => Array.from({ length: width }, (_, at) => asCell(row[at] ?? '')))
    const head = headOf(cells[0] ?? [])
    return { lines: writtenTable(head === undefined ? cells : cells.slice(1), head), isBox: false }
  }
}

/** Goes between the paragraphs of a cell. */
export const paragraphEnd = '\u2029'
