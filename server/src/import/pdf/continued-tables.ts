/** Tables that continue on the next page: the titles of their columns, if repeated, count once. */

import * as l10n from '@vscode/l10n'

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
    if (home !== undefined && whole !== '' && goesOn(titles, rows, table)) {
      const before = (texts[home] as string).slice(0, -(table + end).length)
      texts[home] = before + table + rows + end
      texts[page] = text.slice(whole.length).replace(/^\n+/, '')
      if (hasWords(titles)) left.push({ page, text: wordsIn(titles) })
      if (/^\d{0,3}$/.test((texts[page] as string).trim())) continue
    }
    home = tableAtEnd(texts[page] as string) === undefined ? undefined : page
  }
  return { texts, left }
}

export const repeatedTitles = () =>
  l10n.t('Left out the titles of a table’s columns, which the page repeats.')

function goesOn(titles: string, rows: string, table: string): boolean {
  const lines = table.split('\n')
  const own = lines[lines.findLastIndex(line => /^\|(?: --- \|)+$/.test(line)) - 1] ?? ''
  if (hasWords(titles)) return titles === own
  // The rest of a row, whose first cell is empty, is joined to the row later, where rows are read.
  return rows !== '' && columns(titles) === columns(own) && !/^\n\| \|/.test(rows)
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

function wordsIn(row: string): string {
  return row
    .split('|')
    .map(cell => cell.trim())
    .join(' ')
    .trim()
}

const hasWords = (row: string) => /[^\s|]/.test(row)

const columns = (row: string) => row.split(/(?<!\\)\|/).length
