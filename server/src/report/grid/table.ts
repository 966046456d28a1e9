/**
 * A table as rows of cells, whatever set them (columns of a text, HTML, Word, the borders on a page), and how a
 * draft writes it.
 */

import { greatest } from '../../text/lists'
import { singleSpaced } from '../../text/spaces'

/** The texts of a row's cells, '' for an empty one. */
export type TableRow = readonly string[]

/** Puts cells in their places one after the other, with those that extend over several columns or rows. */
export class TableRows {
  readonly #rows: string[][] = []
  #row: string[] | undefined
  /** For each column, into how many more rows its present cell extends. */
  readonly #spans: number[] = []

  /** `spend` is given the number of cells, and may throw where they are too many. */
  constructor(private readonly spend: (cells: number) => void) {}

  startRow(): void {
    this.endRow()
    this.#row = []
    this.#fill()
  }

  /** Adds a cell, with empty ones for the other columns that it extends over. */
  add(text: string, columns = 1, rows = 1): void {
    const row = this.#row ?? []
    this.#row = row
    for (let at = 0; at < columns; at++) {
      if (rows > 1) this.#spans[row.length] = rows
      row.push(at === 0 ? text : '')
    }
    this.#fill()
  }

  /** Adds empty cells under those that extend down from rows above. */
  #fill(): void {
    const row = this.#row ?? []
    while ((this.#spans[row.length] ?? 0) > 0) row.push('')
  }

  endRow(): void {
    if (this.#row !== undefined && this.#row.length > 0) {
      this.#rows.push(this.#row)
      this.spend(Math.max(this.#row.length, this.#spans.length))
      for (const [at, left] of this.#spans.entries()) this.#spans[at] = Math.max(0, (left ?? 0) - 1)
    }
    this.#row = undefined
  }

  /** The rows, the last of them ended. */
  get rows(): readonly TableRow[] {
    this.endRow()
    return this.#rows
  }
}

/** The number of cells in the longest row. */
export function columnsOf(rows: readonly TableRow[]): number {
  return greatest(
    rows.map(row => row.length),
    0,
  )
}

/** What a cell's text is in a draft: its lines joined by single spaces, and no pipe that would end it. */
export function asCell(text: string): string {
  return singleSpaced(text)
    .trim()
    .replace(/(?<!\\)\|/g, '\\|')
}

/** `| Judgement | Grade |`, a line of dashes, and the rows; the head is empty where the table has none. */
export function writtenTable(
  rows: readonly TableRow[],
  head: TableRow | undefined,
): readonly string[] {
  const width = Math.max(2, head?.length ?? 0, columnsOf(rows))
  const written = (row: TableRow) => {
    const cells = Array.from({ length: width }, (_, at) => (row[at] ?? '').trim())
    return `|${cells.map(cell => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`
  }
  return [written(head ?? []), `|${' --- |'.repeat(width)}`, ...rows.map(written)]
}
