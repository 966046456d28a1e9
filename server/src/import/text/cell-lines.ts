/** Lines of a table cell by cell: does a cell go on with what stands above it, or begin anew? */

import { beginsLower, endsSentence, firstWord } from './lines'

/** One line of the table with what stands on it in each column; '' where nothing does. */
export interface TableLine {
  /** Line of the source, counted from 0. */
  readonly line: number
  readonly cells: readonly string[]
  /** A blank line stands above. */
  readonly isBehindBlank: boolean
  /** It reaches over the border of columns: a title of rows, or cells that cannot be told apart. */
  readonly across: 'title' | 'unknown' | undefined
}

/** How many characters a column holds, and whether it is filled line by line. */
export interface Column {
  /** A line as long as this was not wrapped before its end: others of the column are as long. */
  readonly longest: number
  /** No line can be longer. */
  readonly room: number
  /** Some of its cells run over several lines, in the middle of a sentence. */
  readonly isProse: boolean
}

/**
 * How a cell's line stands to the one above: 'goes on' in the middle of a sentence or word; 'full' where
 * its first word had no room above; 'begins' where it had.
 */
export type Link = 'goes on' | 'full' | 'begins' | 'unknown' | undefined

export function linkOf(
  before: string | undefined,
  text: string,
  column: Column | undefined,
  isLower: boolean,
): Link {
  if (before === undefined || before === '' || text === '' || column === undefined) return undefined
  if (isWrapped(before, text) && !isLower) return 'goes on'
  if (isUnfinished(before)) return 'goes on'
  const needed = before.length + 1 + firstWord(text).length
  // Where nothing shows how far lines of the column go, its border does, wide margins allowed for.
  const certain = Math.max(column.longest * 0.9, column.isProse ? 0 : column.room * 0.6)
  if (needed <= certain) return 'begins'
  return needed > column.room ? 'full' : 'unknown'
}

export const isNumber = (text: string) => /^[\d.,%£]*\d[\d.,%]*$/.test(text)

export const isAddress = (text: string) => /^(?:https?:|www\.|\S+@\S)/.test(text)

/** Does a line go on in the middle of a sentence that the line directly above has begun? */
export function isWrapped(before: string, text: string): boolean {
  return (
    before !== '' && text !== '' && beginsLower(text) && !isAddress(text) && !endsSentence(before)
  )
}

const isUnfinished = (text: string) =>
  /(?:,|[\p{L}\p{N}][-‐‑]|&|\b(?:and|or|of|the|a|an|to|for|in|on|at|by|with|from|that|their|its))$/u.test(
    text,
  )
