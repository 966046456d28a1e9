/** A line on a page as text: the gaps between its pieces as spaces. */

import { isDigit } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isWhiteSpace, runStart } from '../../text/runs'
import { type PageItem, type PageLine, x } from './lines'

/** The line with its indent and gaps as spaces: at least three where a column ends, one between words. */
export function lineText({ items, height }: PageLine, left: number, letter: number): string {
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
export function isItemMark(text: string): boolean {
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
