/** Finds the tables on a page of a PDF by the lines around their cells. */

import type { Rule, Rules } from './rules'

/** A table with borders. */
export interface Grid {
  /** Edges of the columns from left to right, and of the rows from top to bottom. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The cell that a place in the grid belongs to, as row and column of its first place. */
  cellAt(row: number, column: number): readonly [number, number]
}

/** How far lines that meet may be apart, in points. */
const slack = 3

/** More lines than this are a drawing. */
const most = 3000

/** The grids of two columns and more, from top to bottom. */
export function gridsOf({ horizontal, vertical }: Rules): readonly Grid[] {
  if (horizontal.length + vertical.length > most || vertical.length < 3) return []
  const grids = groups(horizontal, vertical).flatMap(group => {
    const xs = places(group.vertical)
    const ys = places(group.horizontal).reverse()
    return xs.length < 3 || ys.length < 2 ? [] : [gridOf(xs, ys, group)]
  })
  return grids.sort((a, b) => (b.ys[0] ?? 0) - (a.ys[0] ?? 0))
}

/** Lines that hang together: each group may be a table. */
function groups(horizontal: readonly Rule[], vertical: readonly Rule[]): Rules[] {
  const parents = new Map<Rule, Rule>()
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }
  for (const across of horizontal)
    for (const down of vertical) {
      if (!crosses(across, down)) continue
      const [a, b] = [rootOf(across), rootOf(down)]
      if (a !== b) parents.set(b, a)
    }
  const found = new Map<Rule, { horizontal: Rule[]; vertical: Rule[] }>()
  const groupOf = (rule: Rule) => {
    const root = rootOf(rule)
    const group = found.get(root) ?? { horizontal: [], vertical: [] }
    found.set(root, group)
    return group
  }
  for (const rule of horizontal) groupOf(rule).horizontal.push(rule)
  for (const rule of vertical) groupOf(rule).vertical.push(rule)
  return [...found.values()]
}

function crosses(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - slack &&
    down.at <= across.to + slack &&
    across.at >= down.from - slack &&
    across.at <= down.to + slack
  )
}

/** Where the lines stand, those side by side as one, in rising order. */
function places(rules: readonly Rule[]): number[] {
  const all = rules.map(({ at }) => at).sort((a, b) => a - b)
  const result: number[] = []
  for (const at of all) if (at - (result.at(-1) ?? -Infinity) > slack) result.push(at)
  return result
}

function gridOf(xs: readonly number[], ys: readonly number[], rules: Rules): Grid {
  const at = (list: readonly number[], index: number) => list[index] ?? 0
  const firsts: (readonly [number, number])[][] = []
  for (let row = 0; row + 1 < ys.length; row++) {
    firsts.push([])
    for (let column = 0; column + 1 < xs.length; column++) {
      const goesAcross =
        column > 0 && !isDrawn(rules.vertical, at(xs, column), at(ys, row + 1), at(ys, row))
      const goesDown =
        row > 0 && !isDrawn(rules.horizontal, at(ys, row), at(xs, column), at(xs, column + 1))
      firsts[row]?.push(
        (goesAcross ? firsts[row]?.[column - 1] : undefined) ??
          (goesDown ? firsts[row - 1]?.[column] : undefined) ?? [row, column],
      )
    }
  }
  return { xs, ys, cellAt: (row, column) => firsts[row]?.[column] ?? [row, column] }
}

/** Is more than half of this edge drawn, in one piece or several? */
function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let drawn = 0
  const own = rules.filter(rule => Math.abs(rule.at - at) <= slack)
  let end = from
  for (const rule of own.sort((a, b) => a.from - b.from)) {
    const start = Math.max(rule.from, end)
    const stop = Math.min(rule.to, to)
    if (stop > start) {
      drawn += stop - start
      end = stop
    }
  }
  return drawn > (to - from) / 2
}
