/** Counts what became of defects, and puts the counts in tables. */

import type { Outcome } from './recall'

/** The least share of the defects put in that is to be marked in the right place, alone, and undone by a fix. */
const aim = { placed: 0.98, alone: 0.95, undone: 0.85 }

interface Count {
  all: number
  found: number
  placed: number
  alone: number
  /** Those of which a fix can know what was there. */
  undoable: number
  undone: number
}

/** Counts by whatever its rows are named after. */
export class Counts {
  readonly #counts = new Map<string, Count>()

  constructor(readonly title: string) {}

  add(name: string, { found, placed, alone, undone }: Outcome): void {
    const count = this.#counts.get(name) ?? noCount()
    this.#counts.set(name, count)
    count.all++
    if (found) count.found++
    if (placed) count.placed++
    if (alone) count.alone++
    if (undone !== undefined) count.undoable++
    if (undone) count.undone++
  }

  /** All rows, and their sum. */
  table(): readonly string[] {
    const sum = noCount()
    for (const count of this.#counts.values())
      for (const key of Object.keys(count) as (keyof Count)[]) sum[key] += count[key]
    return linesOf(this.title, [...this.#counts, ['all', sum]])
  }

  /** Only the rows short of the aim; empty if there are none. */
  shortTable(): readonly string[] {
    const rows = [...this.#counts].filter(([, count]) => isShort(count))
    return rows.length === 0 ? [] : linesOf(this.title, rows.sort())
  }
}

function noCount(): Count {
  return { all: 0, found: 0, placed: 0, alone: 0, undoable: 0, undone: 0 }
}

function isShort({ all, placed, alone, undoable, undone }: Count): boolean {
  return placed < aim.placed * all || alone < aim.alone * all || undone < aim.undone * undoable
}

function linesOf(title: string, counts: readonly (readonly [string, Count])[]): readonly string[] {
  const rows = [[title, 'put in', 'found', 'right place', 'alone', 'undone']]
  for (const [name, { all, found, placed, alone, undoable, undone }] of counts)
    rows.push([
      name,
      String(all),
      share(found, all),
      share(placed, all),
      share(alone, all),
      share(undone, undoable),
    ])
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  return rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}

/** `100 %`, or `19 of 20 (95.0 %)`; `–` of nothing. */
function share(number: number, all: number): string {
  if (all === 0) return '–'
  return number === all ? '100 %' : `${number} of ${all} (${((100 * number) / all).toFixed(1)} %)`
}
