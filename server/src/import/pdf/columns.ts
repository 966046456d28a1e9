/** Pages set in two columns of running text, which are read one after the other. */

import { append } from '../../text/lists'
import { endOf, linesOf, type PageItem, type PageLine, x } from './lines'

/** Fewer lines than this in a column belong to a table. */
const fewestLines = 8

/** The share of all lines that may run across both columns, as headings do. */
const mostAcross = 0.25

/**
 * The lines of a page of two columns in reading order: between any two lines that run across both, first those on
 * the left and then those on the right. Undefined for any other page.
 */
export function linesInColumns(items: readonly PageItem[]): readonly PageLine[] | undefined {
  const gutter = gutterOf(items)
  if (gutter === undefined) return undefined
  const across = linesOf(items).filter(line => line.items.some(item => crosses(item, gutter)))
  const taken = new Set(across.flatMap(line => line.items))
  const rest = items.filter(item => !taken.has(item))
  const left = linesOf(rest.filter(item => x(item) < gutter))
  const right = linesOf(rest.filter(item => x(item) >= gutter))
  if (across.length > (across.length + left.length + right.length) * mostAcross) return undefined
  if (!isColumn(left) || !isColumn(right)) return undefined
  if (hasHole(left, across) || hasHole(right, across)) return undefined
  if (isTable(left, right, across)) return undefined
  const result: PageLine[] = []
  let top = Number.POSITIVE_INFINITY
  for (const y of [...across.map(line => line.y), Number.NEGATIVE_INFINITY]) {
    const isBetween = (line: PageLine) => line.y <= top && line.y > y
    append(result, [...left.filter(isBetween), ...right.filter(isBetween)])
    append(
      result,
      across.filter(line => line.y === y),
    )
    top = y
  }
  return result
}

const crosses = (item: PageItem, at: number) => x(item) < at && endOf(item) > at

/** How many positions are tried across a page; the pages of a report are less than 1,000 points wide. */
const mostSteps = 1000

/** The middle of the widest stretch, near the middle of the page, that the fewest pieces cross. */
function gutterOf(items: readonly PageItem[]): number | undefined {
  const left = items.reduce((least, item) => Math.min(least, x(item)), Infinity)
  const width = items.reduce((most, item) => Math.max(most, endOf(item)), -Infinity) - left
  if (!Number.isFinite(width)) return undefined
  const step = Math.max(2, width / mostSteps)
  const first = left + width * 0.35
  const steps = Math.floor((width * 0.3) / step) + 1
  // How many more pieces cross each position than the one before it.
  const changes = new Array<number>(steps + 1).fill(0)
  for (const item of items) {
    const from = Math.max(0, Math.floor((x(item) - first) / step) + 1)
    const to = Math.min(steps, Math.ceil((endOf(item) - first) / step))
    if (from >= to) continue
    changes[from] = (changes[from] ?? 0) + 1
    changes[to] = (changes[to] ?? 0) - 1
  }
  let best: { from: number; to: number; count: number } | undefined
  let count = 0
  for (let index = 0; index < steps; index++) {
    const at = first + index * step
    count += changes[index] ?? 0
    if (best === undefined || count < best.count) best = { from: at, to: at, count }
    else if (count === best.count && at - best.to <= step * 1.001) best.to = at
  }
  // If half of them crossed it, there would be no gutter at all.
  if (best === undefined || best.count > items.length * mostAcross) return undefined
  return (best.from + best.to) / 2
}

/** Is this running text: enough lines, most of which fill a column that is not narrow? */
function isColumn(lines: readonly PageLine[]): boolean {
  if (lines.length < fewestLines) return false
  const start = lines.reduce((least, { items }) => items.reduce(toLeft, least), Infinity)
  const ends = lines.map(({ items }) => items.reduce(toRight, -Infinity))
  const width = ends.reduce((most, end) => Math.max(most, end), -Infinity) - start
  const filled = ends.filter(end => end - start > width * 0.75).length
  const letters = lines.reduce(
    (sum, line) => sum + line.items.reduce((count, { str }) => count + str.trim().length, 0),
    0,
  )
  return filled > lines.length * 0.55 && letters > lines.length * 25
}

const toLeft = (least: number, item: PageItem) => Math.min(least, x(item))
const toRight = (most: number, item: PageItem) => Math.max(most, endOf(item))

/** The widest gap within a column, around a heading, in lines. */
const widestGap = 5

/** A wider gap separates paragraphs or the rows of a table, in lines. */
const narrowestGap = 1.25

/** Two columns whose paragraphs begin at the same height by chance have fewer of these. */
const fewestRows = 2

/** Do the columns begin again at the same heights, as the cells of a table's rows do? */
function isTable(
  left: readonly PageLine[],
  right: readonly PageLine[],
  across: readonly PageLine[],
): boolean {
  const isStart = ({ lines }: Gap) => lines > narrowestGap
  const first = gapsIn(left, across).filter(isStart)
  const second = gapsIn(right, across).filter(isStart)
  const rows = first.filter(({ below }) => second.some(each => Math.abs(each.below - below) < 2))
  return rows.length >= Math.max(fewestRows, Math.min(first.length, second.length) / 2)
}

/** Is there a gap that is too wide for text? In a table, a cell may end higher up than the one beside it. */
function hasHole(column: readonly PageLine[], across: readonly PageLine[]): boolean {
  return gapsIn(column, across).some(({ lines }) => lines > widestGap)
}

interface Gap {
  /** The height of the line below it. */
  readonly below: number
  /** Its width. */
  readonly lines: number
}

/** The gaps within a column that no line across both columns interrupts. */
function gapsIn(column: readonly PageLine[], across: readonly PageLine[]): readonly Gap[] {
  // The number of the page is at the foot.
  const lines = column.filter(({ items }) => items.some(({ str }) => /\p{L}/u.test(str)))
  const gaps = lines.slice(1).map(({ y }, at) => ({ top: (lines[at] as PageLine).y, y }))
  const steps = gaps.map(({ top, y }) => top - y).sort((a, b) => a - b)
  const step = steps[Math.floor(steps.length / 2)] ?? 1
  return gaps
    .filter(({ top, y }) => !across.some(line => line.y < top && line.y > y))
    .map(({ top, y }) => ({ below: y, lines: (top - y) / step }))
}
