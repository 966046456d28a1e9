/** A table on the clipboard: puts its cells in their places, and writes it down. */

import { greatest } from '../../../text/lists'
import type { Budget } from '../../budget'
import { isHeaderRow, mayBeHeader } from '../tables/header-row'

export class HtmlTable {
  private readonly rows: string[][] = []
  private row: string[] | undefined
  /** For each column, into how many more rows its present cell extends. */
  private readonly spans: number[] = []

  /** Throws an `ImportError` once there are more cells than the budget allows. */
  constructor(private readonly budget: Budget) {}

  startRow(): void {
    this.endRow()
    this.row = []
    this.fill()
  }

  /** Adds a cell, with empty ones for the other columns that it spans. */
  add(text: string, columns: number, rows: number): void {
    const row = this.row ?? []
    this.row = row
    for (let at = 0; at < columns; at++) {
      if (rows > 1) this.spans[row.length] = rows
      row.push(at === 0 ? text : '')
    }
    this.fill()
  }

  /** Adds empty cells under those that extend down from rows above. */
  private fill(): void {
    const row = this.row ?? []
    while ((this.spans[row.length] ?? 0) > 0) row.push('')
  }

  endRow(): void {
    if (this.row !== undefined && this.row.length > 0) {
      this.rows.push(this.row)
      this.budget.spend('cells', Math.max(this.row.length, this.spans.length))
      for (const [at, left] of this.spans.entries()) this.spans[at] = Math.max(0, (left ?? 0) - 1)
    }
    this.row = undefined
  }

  /** The lines of the table; for a table of one column, which is a box around text, its paragraphs. */
  written(): { readonly lines: readonly string[]; readonly isBox: boolean } {
    this.endRow()
    const { rows } = this
    const width = greatest(
      rows.map(row => row.length),
      0,
    )
    if (width < 2)
      return { lines: rows.flatMap(row => (row[0] ?? '').split(paragraphEnd)), isBox: true }
    this.budget.spend('cells', width * rows.length)
    const cells = rows.map(row => Array.from({ length: width }, (_, at) => flat(row[at] ?? '')))
    const [first = []] = cells
    const titles = first.map(bare)
    const hasHeader = isHeaderRow(first) || (mayBeHeader(titles) && first.every(isBold))
    const written = (row: readonly string[]) =>
      `|${row.map(cell => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`
    return {
      lines: [
        hasHeader ? written(titles) : `|${' |'.repeat(width)}`,
        `|${' --- |'.repeat(width)}`,
        ...cells.slice(hasHeader ? 1 : 0).map(written),
      ],
      isBox: false,
    }
  }
}

/** Goes between the paragraphs of a cell. */
export const paragraphEnd = '\u2029'

const flat = (cell: string) => cell.replace(/\s+/g, ' ').trim().replace(/\|/g, '\\|')
const isBold = (cell: string) => /^\*\*[^*]+\*\*$/.test(cell)
const bare = (cell: string) => (isBold(cell) ? cell.slice(2, -2) : cell)
