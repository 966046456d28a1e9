/** Tables that go on over a page: the titles of their columns, if repeated, count once. */

import * as l10n from '@vscode/l10n'

export interface ContinuedTables {
  readonly texts: readonly string[]
  /** What was left out, by pages counted from 0. */
  readonly left: readonly { readonly page: number; readonly text: string }[]
}

/** A table at the end of a page, but for the page's number. */
const atEnd = /((?:^|\n)(?:\|[^\n]*\|\n)*\|[^\n]*\|)((?:\s*\n\s*\d{1,3})?\s*)$/

/** A table at the beginning of a page: the titles of its columns, and its rows behind the line below them. */
const atStart = /^\s*(\|[^\n]*\|)\n\|(?: --- \|)+((?:\n\|[^\n]*\|)*)/

/**
 * The texts of the pages. A table that begins a page where the page before ends with one of as many
 * columns goes on from it, without titles or with the same again; its rows go to those before.
 */
export function withContinuedTables(pages: readonly string[]): ContinuedTables {
  const texts = [...pages]
  const left: { page: number; text: string }[] = []
  /** The page that the last table stands on, if nothing has come behind it. */
  let home: number | undefined
  for (const [page, text] of pages.entries()) {
    const [whole = '', titles = '', rows = ''] = atStart.exec(text) ?? []
    const [, table = '', end = ''] = atEnd.exec((home !== undefined && texts[home]) || '') ?? []
    if (home !== undefined && whole !== '' && goesOn(titles, rows, table)) {
      const before = (texts[home] as string).slice(0, -(table + end).length)
      texts[home] = before + table + rows + end
      texts[page] = text.slice(whole.length).replace(/^\n+/, '')
      if (hasWords(titles)) left.push({ page, text: titles.replace(/\s*\|\s*/g, ' ').trim() })
      if (/^\s*\d{0,3}\s*$/.test(texts[page] as string)) continue
    }
    home = atEnd.test(texts[page] as string) ? page : undefined
  }
  return { texts, left }
}

export const repeatedTitles = () =>
  l10n.t('Left out the titles of a table’s columns, which the page repeats.')

function goesOn(titles: string, rows: string, table: string): boolean {
  const lines = table.split('\n')
  const own = lines[lines.findLastIndex(line => /^\|(?: --- \|)+$/.test(line)) - 1] ?? ''
  if (hasWords(titles)) return titles === own
  // The rest of a row, whose first cell is empty, is joined to it where rows are read.
  return rows !== '' && columns(titles) === columns(own) && !/^\n\| \|/.test(rows)
}

const hasWords = (row: string) => /[^\s|]/.test(row)

const columns = (row: string) => row.split(/(?<!\\)\|/).length
