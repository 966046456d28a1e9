/**
 * Tables that continue on the next page: the titles of their columns, if repeated, count once, and a row that the page
 * cuts is one row.
 */

import * as l10n from '@vscode/l10n'
import { beginsLower, endsSentence } from '../../text/sentences'

export interface ContinuedTables {
  readonly texts: readonly string[]
  /** What was left out, by pages counted from 0. */
  readonly left: readonly { readonly page: number; readonly text: string }[]
}

/** A table at the beginning of a page: the titles of its columns, and its rows after the line below them. */
const atStart = /^\s*(\|[^\n]*\|)\n\|(?: --- \|)+((?:\n\|[^\n]*\|)*)/

/**
 * The texts of the pages. A table at the beginning of a page continues one with the same number of columns at the
 * end of the page before, if it has no titles or repeats the same ones; its rows are added to those before.
 */
export function withContinuedTables(pages: readonly string[]): ContinuedTables {
  const texts = [...pages]
  const left: { page: number; text: string }[] = []
  /** The page that the last table is on, if nothing has come after it. */
  let home: number | undefined
  for (const [page, text] of pages.entries()) {
    const [whole = '', titles = '', rows = ''] = atStart.exec(text) ?? []
    const { table = '', end = '' } = (home !== undefined && tableAtEnd(texts[home] ?? '')) || {}
    const goesOn =
      home === undefined || whole === ''
        ? undefined
        : continuation(table, titles, rows.split('\n').slice(1))
    if (home !== undefined && goesOn !== undefined) {
      const before = (texts[home] as string).slice(0, -(table + end).length)
      texts[home] = before + goesOn.table + end
      texts[page] = text.slice(whole.length).replace(/^\n+/, '')
      if (goesOn.repeated !== '') left.push({ page, text: wordsIn(goesOn.repeated) })
      if (/^\d{0,3}$/.test((texts[page] as string).trim())) continue
    }
    home = tableAtEnd(texts[page] as string) === undefined ? undefined : page
  }
  return { texts, left }
}

export const repeatedTitles = () =>
  l10n.t('Left out the titles of a table’s columns, which the page repeats.')

/** A table with the rows of the next page, and the titles that these repeat; undefined where another table begins. */
function continuation(table: string, titles: string, rows: readonly string[]) {
  const lines = table.split('\n')
  const dashes = lines.findLastIndex(line => /^\|(?: --- \|)+$/.test(line))
  const own = lines[dashes - 1] ?? ''
  if (hasWords(titles) && titles !== own) return undefined
  if (cellsOf(titles).length !== cellsOf(own).length || (!hasWords(titles) && rows.length === 0))
    return undefined
  // Titles that do not look like any are the first row.
  const first = lines[dashes + 1] ?? ''
  const isFirst = !hasWords(titles) && hasWords(first) && rows[0] === first
  const repeated = hasWords(titles) ? titles : isFirst && dashes + 2 < lines.length ? first : ''
  const more = repeated === '' || hasWords(titles) ? rows : rows.slice(1)
  const whole = joinedRow(lines.at(-1) ?? '', more[0] ?? '')
  // The rest of a row whose first cell is empty may be joined to the row later, where rows are read.
  if (whole === undefined && !hasWords(titles) && /^\| \|/.test(more[0] ?? '')) return undefined
  const all =
    whole === undefined ? [...lines, ...more] : [...lines.slice(0, -1), whole, ...more.slice(1)]
  return { table: all.join('\n'), repeated }
}

/** The last row of a page with the rest of it, which some cells of the next page's first row are. */
function joinedRow(last: string, rest: string): string | undefined {
  const cells = cellsOf(last)
  const more = cellsOf(rest)
  if (!hasWords(rest) || !more.some(cell => cell === '') || /^\|(?: --- \|)+$/.test(last))
    return undefined
  const goesOn = more.every(
    (cell, at) =>
      cell === '' || (beginsLower(cell) && cells[at] !== '' && !endsSentence(cells[at] ?? '')),
  )
  return goesOn
    ? `| ${cells.map((cell, at) => `${cell} ${more[at] ?? ''}`.trim()).join(' | ')} |`
    : undefined
}

/** The table at the end of a page, with the line end before it, and what comes after it: the page's number. */
function tableAtEnd(text: string): { readonly table: string; readonly end: string } | undefined {
  const tableEnd = text.lastIndexOf('|') + 1
  const end = text.slice(tableEnd)
  const isPage = /^\d{1,3}$/.test(end.trim()) && end.trimEnd().includes('\n')
  if (!isPage && end.trim() !== '') return undefined
  let start = tableEnd
  let lineEnd = tableEnd
  while (lineEnd > 0) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1
    if (text[lineStart] !== '|' || text[lineEnd - 1] !== '|' || lineEnd - lineStart < 2) break
    start = Math.max(0, lineStart - 1)
    lineEnd = start
  }
  return start === tableEnd ? undefined : { table: text.slice(start, tableEnd), end }
}

const wordsIn = (row: string) => cellsOf(row).join(' ').trim()

const hasWords = (row: string) => /[^\s|]/.test(row)

/** What is in the cells of a row, without the borders at its ends. */
const cellsOf = (row: string): readonly string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell => cell.trim())
