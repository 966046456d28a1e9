/** Puts the pieces of text on a page of a PDF into lines and tables, by where they are. */

import { linesInColumns } from './columns'
import type { Grid } from './grids'
import { lineText } from './line-text'
import { endOf, linesOf, type PageItem, type PageLine, usualHeight, x } from './lines'
import { type Part, tablesOf } from './tables'

/** Pieces that are upright and can be seen. */
function uprightItems(items: readonly PageItem[]): readonly PageItem[] {
  return items.filter(item => item.str.trim() !== '' && isUpright(item))
}

/** A piece without a real position, with coordinates that are infinite or not numbers, is not upright. */
const isUpright = ({ transform, width, height }: PageItem) => {
  const [a = 0, b = 0] = transform
  return Math.abs(b) < 0.01 && a >= 0 && [...transform, width, height].every(Number.isFinite)
}

/** Words at an angle to the page's text, like those of a stamp. */
export function wordsAtAngle(items: readonly PageItem[]): string {
  const words = items.filter(item => !isUpright(item)).map(({ str }) => str)
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

/**
 * The page's text: lines from top to bottom, columns separated by spaces, paragraphs by blank lines; the contents
 * of grids become tables with borders. Indents are counted from `edge`, or from anything further to the left.
 */
export function pageText(
  items: readonly PageItem[],
  grids: readonly Grid[] = [],
  edge = Number.POSITIVE_INFINITY,
): string {
  const upright = uprightItems(items)
  if (upright.length === 0) return ''
  const letter = letterWidth(upright)
  const left = upright.reduce((least, item) => Math.min(least, x(item)), edge)
  const { tables, rest } = tablesOf(upright, grids)
  const columns = tables.length === 0 ? linesInColumns(rest) : undefined
  const lines = columns ?? linesOf(rest)
  const step = usualStep(lines)
  const written = lines.map(line => {
    // In columns a line's position shows no indent, since each column has an edge of its own.
    const from = columns === undefined ? left : Number.MAX_VALUE
    return { ...line, text: lineText(line, from, letter), isTable: false }
  })
  const parts: readonly Placed[] =
    columns === undefined ? [...tables, ...written].sort((a, b) => b.y - a.y) : written
  const result: string[] = []
  const usual = usualHeight(upright)
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1]
    if (before !== undefined && goesOn(before, part, usual)) {
      result.push(`${result.pop()} ${part.text.trim()}`)
      continue
    }
    const isApart =
      before !== undefined &&
      (part.isTable ||
        before.isTable ||
        breaksOff(parts, at) ||
        before.y - part.y > Math.max(step, part.height) * 1.4 ||
        // The next column begins with a paragraph of its own.
        (part.y > before.y && /[.:!?]["”’)]?$/.test(before.text)))
    if (isApart) result.push('')
    result.push(part.text)
  }
  return result.join('\n')
}

/** A line or table of the page; a line has its pieces. */
interface Placed extends Part {
  readonly items?: readonly PageItem[]
}

/**
 * Does a sentence end the line before although the next word would have fitted on it? Then a paragraph ends there,
 * as in the rows of a table that has one column, or where text follows a list.
 */
function breaksOff(parts: readonly Placed[], at: number): boolean {
  const before = parts[at - 1]
  const part = parts[at]
  if (before === undefined || part === undefined || !isBelow(before, part)) return false
  if (startOf(part) > startOf(before) + 2) return false
  if (!/[.!?]["”’)]?$/.test(before.text) || !/^\s*["“‘(]?\p{Lu}/u.test(part.text)) return false
  const word = /^\s*(\S+)/.exec(part.text)?.[1] ?? ''
  const needed = (word.length + 2) * letterWidth(part.items ?? [])
  return rightEdge(parts, at) - endOfLine(before) > needed
}

/** How far to the right the lines around this one reach. */
function rightEdge(parts: readonly Placed[], at: number): number {
  let edge = Number.NEGATIVE_INFINITY
  const last = Math.min(parts.length, at + linesAround)
  for (let next = at; next < last; next++) {
    const line = parts[next] as Placed
    if (next > at && !isBelow(parts[next - 1] as Placed, line)) break
    edge = Math.max(edge, endOfLine(line))
  }
  for (let next = at - 1; next >= Math.max(0, at - linesAround); next--) {
    const line = parts[next] as Placed
    if (!isBelow(line, parts[next + 1] as Placed)) break
    edge = Math.max(edge, endOfLine(line))
  }
  return edge
}

/** So many lines above and below show how wide the text is. */
const linesAround = 8

/** Is the second line below the first, in letters of the same size? The next column begins above. */
function isBelow(one: Placed, other: Placed): boolean {
  return (
    !one.isTable && !other.isTable && other.y < one.y && Math.abs(one.height - other.height) < 0.5
  )
}

function startOf({ items = [] }: Placed): number {
  const [first] = items
  return first === undefined ? Number.NEGATIVE_INFINITY : x(first)
}

function endOfLine({ items = [] }: Placed): number {
  const last = items.at(-1)
  return last === undefined ? Number.NEGATIVE_INFINITY : endOf(last)
}

/** A line or table of the page; a line has its pieces. */
interface Placed extends Part {
  readonly items?: readonly PageItem[]
}

/** Is this the second of two lines of a heading in large letters that was too long for one? */
function goesOn(before: Part, part: Part, usual: number): boolean {
  return (
    !before.isTable &&
    !part.isTable &&
    part.height > usual * 1.25 &&
    Math.abs(part.height - before.height) < 0.5 &&
    before.y - part.y < part.height * 1.45
  )
}

/** Where the lines of most pages begin: a single page may hold nothing but the rest of a list. */
export function leftEdge(pages: readonly (readonly PageItem[])[]): number {
  const edges = pages
    .map(items => uprightItems(items).reduce((least, item) => Math.min(least, x(item)), Infinity))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)] ?? 0
}

/** The width of a letter in the page's running text. */
function letterWidth(items: readonly PageItem[]): number {
  const widths = items
    .filter(({ str }) => str.length >= 10)
    .map(({ str, width }) => width / str.length)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] || 5
}

/** The distance between lines within a paragraph: the commonest small one. */
function usualStep(lines: readonly PageLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (lines[at] as PageLine).y - line.y)
    .filter(step => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor((steps.length - 1) / 3)] ?? 12
}
