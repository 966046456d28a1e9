/** Puts the pieces of text on a page of a PDF into lines and tables, by where they are. */

import { asCell, writtenTable } from '../../report/grid/table'
import { isDigit } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isWhiteSpace, runStart } from '../../text/runs'
import { headOf } from '../text/tables/header-row'
import { linesInColumns } from './columns'
import type { Grid } from './grids'
import { linesOf, type PageItem, type PageLine, x, y } from './lines'

/** A line of text or a table, by its height on the page. */
interface Part {
  readonly y: number
  readonly height: number
  readonly text: string
  readonly isTable: boolean
}

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
  const parts = columns === undefined ? [...tables, ...written].sort((a, b) => b.y - a.y) : written
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
        before.y - part.y > Math.max(step, part.height) * 1.4 ||
        // The next column begins with a paragraph of its own.
        (part.y > before.y && /[.:!?]["”’)]?$/.test(before.text)))
    if (isApart) result.push('')
    result.push(part.text)
  }
  return result.join('\n')
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

/** The size of most letters on the page. */
function usualHeight(items: readonly PageItem[]): number {
  const counts = new Map<number, number>()
  for (const { str, height } of items) {
    const size = Math.round(height * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + str.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Where the lines of most pages begin: a single page may hold nothing but the rest of a list. */
export function leftEdge(pages: readonly (readonly PageItem[])[]): number {
  const edges = pages
    .map(items => uprightItems(items).reduce((least, item) => Math.min(least, x(item)), Infinity))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)] ?? 0
}

/** The most that a cell holds; anything around more text than that is not a cell, but a frame of the page. */
const largestCell = 3000

/** The tables in the grids, and the pieces that are not in any of them. */
function tablesOf(
  items: readonly PageItem[],
  grids: readonly Grid[],
): { readonly tables: readonly Part[]; readonly rest: readonly PageItem[] } {
  const tables: Part[] = []
  let rest = items
  for (const grid of grids) {
    const inside = new Map<string, PageItem[]>()
    const others: PageItem[] = []
    for (const item of rest) {
      const cell = cellOf(item, grid)
      if (cell === undefined) others.push(item)
      else {
        const others = inside.get(cell)
        if (others === undefined) inside.set(cell, [item])
        else others.push(item)
      }
    }
    const rows = rowsOf(grid, inside)
    if (rows === undefined) continue
    const [top = 0] = grid.ys
    tables.push({ y: top, height: 0, text: rows.join('\n'), isTable: true })
    rest = others
  }
  return { tables, rest }
}

function cellOf(item: PageItem, { xs, ys, cellAt }: Grid): string | undefined {
  const column = xs.findLastIndex(edge => edge <= x(item) + 1)
  const middle = y(item) + item.height * 0.3
  const row = ys.findLastIndex(edge => edge >= middle)
  if (row === -1 || column === -1 || row > ys.length - 2 || column > xs.length - 2) return undefined
  return cellAt(row, column).join(' ')
}

/** The rows with borders; undefined for a grid that holds no table. */
function rowsOf(
  { xs, ys }: Grid,
  inside: ReadonlyMap<string, readonly PageItem[]>,
): readonly string[] | undefined {
  const texts = new Map([...inside].map(([cell, items]) => [cell, cellText(items)]))
  if ([...texts.values()].some(text => text.length > largestCell)) return undefined
  const all = ys
    .slice(1)
    .map((_, row) => xs.slice(1).map((_, column) => texts.get(`${row} ${column}`) ?? ''))
  const used = xs.slice(1).map((_, column) => all.some(row => row[column] !== ''))
  const filled = all.filter(row => row.some(cell => cell !== ''))
  const rows = filled.map(row => row.filter((_, column) => used[column]))
  const width = used.filter(Boolean).length
  if (width < 2 || !rows.some(row => row.filter(cell => cell !== '').length > 1)) return undefined
  const [first = []] = rows
  const isBold = (row: number) =>
    xs.every((_, column) => (inside.get(`${row} ${column}`) ?? []).every(item => item.isBold))
  const head = headOf(first, { isBold: isBold(all.indexOf(filled[0] ?? [])) })
  return writtenTable(head === undefined ? rows : rows.slice(1), head)
}

/** What is in a cell, on one line. */
function cellText(items: readonly PageItem[]): string {
  const lines = linesOf(items).map(line => lineText(line, Number.MAX_VALUE, 1))
  // A hyphen, or a dash between numbers, at the end of a line belongs to its word.
  const isBroken = /(?<=\p{L}-|\d–)\s+(?=\p{Ll}|\d)/gu
  return asCell(lines.join('\n').replace(isBroken, gap => (gap.includes('\n') ? '' : gap)))
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
  return steps[Math.floor(steps.length / 3)] ?? 12
}

/** The line with its indent and gaps as spaces: at least three where a column ends, one between words. */
function lineText({ items, height }: PageLine, left: number, letter: number): string {
  const first = items[0] as PageItem
  let text = ' '.repeat(Math.max(0, columnAt(first, left, letter)))
  let end = x(first)
  for (const item of items) {
    const gap = x(item) - end
    // The gap after a list mark or number is not a column.
    if (gap > height * 1.2 && !isItemMark(text)) {
      const column = columnAt(item, left, letter)
      text = text.trimEnd() + ' '.repeat(Math.max(3, column - text.trimEnd().length))
    } else if (gap > height * 0.12 && !/\s$/.test(text)) text += ' '
    text += item.str
    end = x(item) + item.width
  }
  return withoutLeaders(text)
}

/** A line wider than this comes from coordinates that no real page has. */
const mostColumns = 400

/** How many letters there could be before the piece. */
function columnAt(item: PageItem, left: number, letter: number): number {
  return Math.min(Math.round((x(item) - left) / letter), mostColumns)
}

/** Is nothing there but `(a)`, `12.`, a dash, or a bullet of any font? The gap after it belongs to it. */
function isItemMark(text: string): boolean {
  const line = `${text} `
  const { bullet, label, textStart } = lineBeginning(line)
  return textStart === line.length && (bullet !== undefined || (label?.depth ?? 2) < 2)
}

/** The dots that lead to a page number may fill the line; five of them say the same. */
function withoutLeaders(text: string): string {
  const written = text.trimEnd()
  const page = runStart(written, isDigit)
  const start = runStart(written, isLeader, page)
  const dots = written.slice(start, page).replace(/\s+/g, '').length
  if (written.length - page > 3 || dots < 5) return written
  const words = written.slice(0, start)
  return page === written.length ? words.trimEnd() : `${words} ..... ${written.slice(page)}`
}

function isLeader(code: number): boolean {
  return code === 46 || code === 0x2026 || isWhiteSpace(code)
}
