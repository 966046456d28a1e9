/**
 * Distinguishes, in a grid of borders, the rows of a table from text that is only in its frame: the paragraphs below
 * the title and the grade of a section that is in a box, a sentence above the rows.
 */

import { lineBeginning } from '../../../text/line-beginning'

/** What is known of one row of borders. */
export interface FramedRow {
  /** The texts of its cells, '' for an empty one. */
  readonly cells: readonly string[]
  /** The lines of its only cell, where that goes all across the frame. */
  readonly across: readonly string[] | undefined
  /** Does the last line of the last row fill the frame, as text does that goes on over the page? */
  readonly isFull?: boolean
}

/** Rows that are next to each other, from `first` up to, not including, `last`. */
export interface FramePart {
  /** `columns` are one or two rows, such as a title and its grade, that do not make a table between text. */
  readonly kind: 'table' | 'columns' | 'text'
  readonly first: number
  readonly last: number
}

/** More rows than these, between text in the same frame, are a table. */
const mostInColumns = 2

/**
 * The parts of a frame from top to bottom, empty rows belonging to any of them. Cells that go all across are text where
 * one of those next to each other is running text.
 *
 * `Leadership | Good` above a cell of paragraphs gives columns and text; rows above each other, with names of groups
 * between them, one table.
 */
export function partsOfFrame(rows: readonly FramedRow[]): readonly FramePart[] {
  const isText = rows.map(() => false)
  for (let first = 0; first < rows.length; first++) {
    let last = first
    while (last < rows.length && (rows[last]?.across !== undefined || isEmpty(rows[last]))) last++
    const run = rows.slice(first, last)
    if (run.some(row => row.across !== undefined && (row.isFull || isProse(row.across))))
      isText.fill(true, first, last)
    first = Math.max(first, last)
  }
  const parts: FramePart[] = []
  for (let first = 0; first < rows.length; ) {
    let last = first
    while (last < rows.length && isText[last] === isText[first]) last++
    parts.push({ kind: isText[first] ? 'text' : 'table', first, last })
    first = last
  }
  if (parts.length === 1) return parts
  return parts.map(part => {
    const own = rows.slice(part.first, part.last).filter(row => !isEmpty(row))
    return part.kind === 'table' && own.length <= mostInColumns
      ? { ...part, kind: 'columns' }
      : part
  })
}

const isEmpty = (row: FramedRow | undefined) => row?.cells.every(cell => cell === '') ?? true

/** Fewer words than these may be a name, whatever is after them. */
const fewestWords = 6

/** A name of a group in a table may be wrapped once. */
const mostLines = 2

/** Is it running text: a list, more lines than a name has, or a sentence? */
export function isProse(lines: readonly string[]): boolean {
  if (lines.length > mostLines) return true
  if (lines.some(line => lineBeginning(line).bullet !== undefined)) return true
  const words = lines.join(' ').trim()
  // The mark of a footnote may be after the stop.
  const end = words.replace(/(?:\[\^\d{1,3}\]|\d{1,2})$/, '').replace(/["”’)]{1,3}$/, '')
  return /[.:;]$/.test(end) && words.split(' ').length >= fewestWords
}
