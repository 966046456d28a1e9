/** The lines of a table cell by cell: does a cell continue what is above it, or begin anew? */

import { beginsLower, endsSentence } from '../../../text/sentences'
import { firstWord } from '../lines/lines'

/** One line of the table, with its text in each column; '' for none. */
export interface TableLine {
  /** Line of the source, counted from 0. */
  readonly line: number
  readonly cells: readonly string[]
  /** Is there a blank line above? */
  readonly isAfterBlank: boolean
  /** It crosses the border between columns: a title for rows, or cells that cannot be told apart. */
  readonly across: 'title' | 'unknown' | undefined
}

/** How many characters a column holds, and whether it is filled line by line. */
export interface Column {
  /** A line as long as this was not wrapped earlier, so others in the column may be as long. */
  readonly longest: number
  /** No line can be longer than this. */
  readonly room: number
  /** Do some of its cells run over several lines, broken in the middle of a sentence? */
  readonly isProse: boolean
}

/**
 * How a cell's line relates to the one above: 'goes on' in the middle of a sentence or word; 'full' where its
 * first word would not have fitted above; 'begins' where it would have.
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
  // Where nothing shows how long the column's lines can be, its border does, allowing for wide margins.
  const certain = Math.max(column.longest * 0.9, column.isProse ? 0 : column.room * 0.6)
  if (needed <= certain) return 'begins'
  return needed > column.room ? 'full' : 'unknown'
}

/** Digits and anything that belongs to a number, with a digit after any pound sign: `£1,250.50`, `45%`. */
export const isNumber = (text: string) =>
  /^[\d.,%£]*$/.test(text) && /\d/.test(text.slice(text.lastIndexOf('£') + 1))

export const isAddress = (text: string) => /^(?:https?:|www\.|\S+@\S)/.test(text)

/** Does a line continue in the middle of a sentence that the line directly above has begun? */
export function isWrapped(before: string, text: string): boolean {
  return (
    before !== '' && text !== '' && beginsLower(text) && !isAddress(text) && !endsSentence(before)
  )
}

const isUnfinished = (text: string) =>
  /(?:,|[\p{L}\p{N}][-‐‑]|&|\b(?:and|or|of|the|a|an|to|for|in|on|at|by|with|from|that|their|its))$/u.test(
    text,
  )
