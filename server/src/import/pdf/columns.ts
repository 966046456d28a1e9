/** Pages set in two columns of running text, which are read one after the other. */

import { linesOf, type PageItem, type PageLine } from './layout'

/** Fewer lines in a column are a table's. */
const fewestLines = 8

/** The most lines that may stand across both columns, as headings do, as a share of all. */
const mostAcross = 0.25

/**
 * The lines of a page of two columns in the order in which they are read: those between two that stand
 * across both, first on the left and then on the right. Undefined for any other page.
 */
export function linesInColumns(items: readonly PageItem[]): readonly PageLine[] | undefined {
  const gutter = gutterOf(items)
  if (gutter === undefined) return undefined
  const across = linesOf(items).filter(line => line.items.some(item => crosses(item, gutter)))
  const taken = new Set(across.flatMap(line => line.items))
  const rest = items.filter(item => !taken.has(item))
  const left = linesOf(rest.filter(item => startOf(item) < gutter))
  const right = linesOf(rest.filter(item => startOf(item) >= gutter))
  if (across.length > (across.length + left.length + right.length) * mostAcross) return undefined
  if (!isColumn(left) || !isColumn(right)) return undefined
  if (hasHole(left, across) || hasHole(right, across)) return undefined
  if (isTable(left, right, across)) return undefined
  const result: PageLine[] = []
  let top = Number.POSITIVE_INFINITY
  for (const y of [...across.map(line => line.y), Number.NEGATIVE_INFINITY]) {
    const isBetween = (line: PageLine) => line.y <= top && line.y > y
    result.push(...left.filter(isBetween), ...right.filter(isBetween))
    result.push(...across.filter(line => line.y === y))
    top = y
  }
  return result
}

const startOf = ({ transform }: PageItem) => transform[4] ?? 0
const endOf = (item: PageItem) => startOf(item) + item.width
const crosses = (item: PageItem, at: number) => startOf(item) < at && endOf(item) > at

/** The middle of the widest stretch around the page's middle that the fewest pieces cross. */
function gutterOf(items: readonly PageItem[]): number | undefined {
  const left = Math.min(...items.map(startOf))
  const width = Math.max(...items.map(endOf)) - left
  let best: { from: number; to: number; count: number } | undefined
  for (let at = left + width * 0.35; at <= left + width * 0.65; at += 2) {
    const count = items.filter(item => crosses(item, at)).length
    if (best === undefined || count < best.count) best = { from: at, to: at, count }
    else if (count === best.count && at - best.to <= 2) best.to = at
  }
  // Half as many would mean that there is no gutter at all.
  if (best === undefined || best.count > items.length * mostAcross) return undefined
  return (best.from + best.to) / 2
}

/** Is this running text: enough lines, most of which fill their column, which is no narrow one? */
function isColumn(lines: readonly PageLine[]): boolean {
  if (lines.length < fewestLines) return false
  const start = Math.min(...lines.map(line => Math.min(...line.items.map(startOf))))
  const ends = lines.map(line => Math.max(...line.items.map(endOf)))
  const width = Math.max(...ends) - start
  const filled = ends.filter(end => end - start > width * 0.75).length
  const letters = lines.reduce(
    (sum, line) => sum + line.items.reduce((count, { str }) => count + str.trim().length, 0),
    0,
  )
  return filled > lines.length * 0.55 && letters > lines.length * 25
}

/** The widest gap within a column, around a heading, in lines. */
const widestGap = 5

/** A wider gap sets paragraphs and the rows of a table apart, in lines. */
const narrowestGap = 1.25

/** Paragraphs of two columns that begin at one height by chance are fewer. */
const fewestRows = 2

/** Do the columns begin anew at the same heights, as the cells of a table's rows do? */
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

/** Is there a gap that is too wide for text? In a table a cell ends above the one beside it. */
function hasHole(column: readonly PageLine[], across: readonly PageLine[]): boolean {
  return gapsIn(column, across).some(({ lines }) => lines > widestGap)
}

interface Gap {
  /** The height of the line below it. */
  readonly below: number
  /** Its width. */
  readonly lines: number
}

/** The gaps within a column that nothing stands across. */
function gapsIn(column: readonly PageLine[], across: readonly PageLine[]): readonly Gap[] {
  // The number of the page stands below.
  const lines = column.filter(({ items }) => items.some(({ str }) => /\p{L}/u.test(str)))
  const gaps = lines.slice(1).map(({ y }, at) => ({ top: (lines[at] as PageLine).y, y }))
  const steps = gaps.map(({ top, y }) => top - y).sort((a, b) => a - b)
  const step = steps[Math.floor(steps.length / 2)] ?? 1
  return gaps
    .filter(({ top, y }) => !across.some(line => line.y < top && line.y > y))
    .map(({ top, y }) => ({ below: y, lines: (top - y) / step }))
}
