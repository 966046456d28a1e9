/** Finds the tables on a page of a PDF by the lines around their cells. */

import { greatest, least } from '../../text/lists'
import type { Rule, Rules } from './rules'

/** A table with borders. */
export interface Grid {
  /** The edges of the columns from left to right, and of the rows from top to bottom. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** The cell that a position in the grid belongs to, as the row and column of the cell's first position. */
  cellAt(row: number, column: number): readonly [number, number]
}

/** How far apart lines that meet may be, in points. */
const slack = 3

/** More lines than this are a drawing. */
const most = 3000

/** More cells than these on one page are a drawing on squared paper. */
const mostCells = 20_000

/** The grids of two columns and more, from top to bottom, on a page of this height. */
export function gridsOf({ horizontal, vertical }: Rules, height: number): readonly Grid[] {
  if (horizontal.length + vertical.length > most || vertical.length < 3) return []
  const grids = groups(horizontal, vertical).flatMap(group => {
    const xs = places(group.vertical)
    const ys = withOpenRows(places(group.horizontal), xs, group.vertical, height).toReversed()
    const isTable = xs.length > 2 && ys.length > 1 && xs.length * ys.length < mostCells
    return isTable ? [gridOf(xs, ys, group)] : []
  })
  return grids.sort((a, b) => (b.ys[0] ?? 0) - (a.ys[0] ?? 0))
}

/** The share of a page's height, at its head and at its foot, in which the page cuts a table. */
const edge = 0.2

/** In points: borders that go further than this beyond the last line across are those of a row. */
const leastRow = 8

/** The heights, with those where all the lines down end: the row that a page cuts has no line at its edge. */
function withOpenRows(
  ys: readonly number[],
  xs: readonly number[],
  vertical: readonly Rule[],
  height: number,
): readonly number[] {
  const [lowest, highest] = [ys[0], ys.at(-1)]
  if (lowest === undefined || highest === undefined) return ys
  const lines = xs.map(place => rulesAt(vertical, place))
  const foot = greatest(lines.map(own => least(own.map(({ from }) => from))))
  const head = least(lines.map(own => greatest(own.map(({ to }) => to))))
  return [
    ...(lowest - foot > leastRow && foot < height * edge ? [foot] : []),
    ...ys,
    ...(head - highest > leastRow && head > height * (1 - edge) ? [head] : []),
  ]
}

/** Lines that are connected: each group may be a table. */
function groups(horizontal: readonly Rule[], vertical: readonly Rule[]): Rules[] {
  const parents = new Map<Rule, Rule>()
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) {
      // Shortens the path for the next time.
      const after = parents.get(next)
      if (after !== undefined) parents.set(root, after)
      root = next
    }
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

/** The positions of the lines, in ascending order; those next to each other count as one. */
function places(rules: readonly Rule[]): number[] {
  const all = rules.map(({ at }) => at).sort((a, b) => a - b)
  const result: number[] = []
  for (const at of all) if (at - (result.at(-1) ?? -Infinity) > slack) result.push(at)
  return result
}

function gridOf(xs: readonly number[], ys: readonly number[], rules: Rules): Grid {
  const at = (list: readonly number[], index: number) => list[index] ?? 0
  const down = xs.map(place => rulesAt(rules.vertical, place))
  const across = ys.map(place => rulesAt(rules.horizontal, place))
  const firsts: (readonly [number, number])[][] = []
  for (let row = 0; row + 1 < ys.length; row++) {
    firsts.push([])
    for (let column = 0; column + 1 < xs.length; column++) {
      const goesAcross = column > 0 && !isDrawn(down[column] ?? [], at(ys, row + 1), at(ys, row))
      const goesDown = row > 0 && !isDrawn(across[row] ?? [], at(xs, column), at(xs, column + 1))
      firsts[row]?.push(
        (goesAcross ? firsts[row]?.[column - 1] : undefined) ??
          (goesDown ? firsts[row - 1]?.[column] : undefined) ?? [row, column],
      )
    }
  }
  return { xs, ys, cellAt: (row, column) => firsts[row]?.[column] ?? [row, column] }
}

/** The lines along one edge, in the order in which they begin. */
function rulesAt(rules: readonly Rule[], place: number): readonly Rule[] {
  return rules.filter(({ at }) => Math.abs(at - place) <= slack).sort((a, b) => a.from - b.from)
}

/** Is more than half of this edge drawn, in one piece or several? */
function isDrawn(rules: readonly Rule[], from: number, to: number): boolean {
  let drawn = 0
  let end = from
  for (const rule of rules) {
    const start = Math.max(rule.from, end)
    const stop = Math.min(rule.to, to)
    if (stop > start) {
      drawn += stop - start
      end = stop
    }
  }
  return drawn > (to - from) / 2
}
