/** Puts the lines of a table set in columns together into rows: finds out which lines begin one. */

import { beginsLower, endsSentence } from '../../../text/sentences'
import { type JoinedWord, joinHyphen, type Vocabulary } from '../words/vocabulary'
import {
  type Column,
  isAddress,
  isNumber,
  isWrapped,
  type Link,
  linkOf,
  type TableLine,
} from './cell-lines'
import { centredRows } from './centred-rows'

export interface TableRow {
  readonly line: number
  readonly cells: string[]
  /** It is not clear whether it begins here or continues the row above. */
  readonly isOpen: boolean
  readonly across: TableLine['across']
}

/**
 * The rows of the table, each cell put together from its lines. A row begins where the cells of a line begin
 * anew; a line with nothing in its first column continues the row above. Words that were broken at the end of a
 * line are passed to `onJoinedWord`, with the line of their second half.
 */
export function rowsOf(
  lines: readonly TableLine[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
  onJoinedWord: (word: JoinedWord, line: number) => void,
): readonly TableRow[] {
  const rows: TableRow[] = []
  /** The latest text in each column of the row, and the line on which the first column last had text. */
  let latest: string[] = []
  let labelAt = -1
  let isStaggered = true
  const known = centredRows(lines, columns)
  for (const [at, line] of lines.entries()) {
    const row = rows.at(-1)
    const begins =
      row === undefined || (line.across ?? row.across) !== undefined
        ? 'yes'
        : known.has(at)
          ? known.get(at)
            ? 'yes'
            : 'no'
          : beginsRow(lines, at, {
              row,
              isFirst: rows.length === 1,
              latest,
              labelAt,
              isStaggered,
              columns,
            })
    if (row === undefined || begins !== 'no') {
      rows.push({
        line: line.line,
        cells: columns.map((_, column) => bulleted(line.cells[column] ?? '')),
        isOpen: begins === 'open',
        across: line.across,
      })
      latest = [...line.cells]
      isStaggered = true
    } else
      for (const [column, text] of line.cells.entries()) {
        if (text === '') continue
        const before = row.cells[column] ?? ''
        const next = bulleted(text)
        const word = joinHyphen(before, next, vocabulary)
        if (word !== undefined) onJoinedWord(word, line.line)
        row.cells[column] = word?.text ?? `${before} ${next}`.trim()
        latest[column] = text
      }
    if ((line.cells[0] ?? '') !== '') labelAt = at
    if (isFull(line)) isStaggered = false
  }
  return rows
}

/** In a cell, items keep a bullet, since a dash in running text is not a list mark. */
const bulleted = (text: string) => text.replace(/^- +/, '• ')

interface RowSoFar {
  readonly row: TableRow
  readonly isFirst: boolean
  /** The latest text in each of its columns. */
  readonly latest: readonly string[]
  /** Index of the line on which its first column last had text. */
  readonly labelAt: number
  /** No line of it has all cells, as these are centred on each other. */
  readonly isStaggered: boolean
  readonly columns: readonly Column[]
}

function beginsRow(
  lines: readonly TableLine[],
  at: number,
  { row, isFirst, latest, labelAt, isStaggered, columns }: RowSoFar,
): 'yes' | 'no' | 'open' {
  const line = lines[at] as TableLine
  const links = line.cells.map((text, column) =>
    linkOf(latest[column], text, columns[column], beginsLower(row.cells[column] ?? '')),
  )
  const label = line.cells[0] ?? ''
  const isSure = links.includes('goes on')
  // Where each line is a row, one without a label is a row of its own.
  const isOwnLine = label === '' && (line.isAfterBlank || row.cells[0] === '')
  if (isOwnLine && links.includes('begins') && !columns.some(column => column.isProse)) return 'yes'
  if (line.isAfterBlank) {
    if (label === '') return isSure || !beginsCentredRow(lines, at) ? 'no' : 'yes'
    // Both continue in the middle of a sentence: this is the end of a page.
    return links.every(link => link === 'goes on' || link === undefined) && isSure ? 'no' : 'yes'
  }
  if (label === '') return beginsAboveLabel(lines, at, links, isFirst)
  // A column of numbers has one in each row.
  if (line.cells.some((text, column) => isNumber(text) && isNumber(latest[column] ?? '')))
    return 'yes'
  const isLabelOnly = line.cells.every((text, column) => column === 0 || text === '')
  if (isSure && (links[0] === 'goes on' || !isLabelOnly)) return 'no'
  // The first label of the row is beside the middle of its cells.
  if ((latest[0] ?? '') === '') return isLabelOnly || hasCellFromAbove(lines, at) ? 'no' : 'yes'
  if (labelAt < at - 1 && isLabelOnly && isStaggered) return 'no'
  if (labelAt < at - 1 || (isLabelOnly && startsCentredLabel(lines, at))) return 'yes'
  const isProse = columns.some((column, at) => at > 0 && column.isProse)
  const [link, ...others] = links.filter(each => each !== undefined)
  if (isLabelOnly && link === 'full')
    return columns[0]?.isProse === true || isRest(label) ? 'no' : 'open'
  if (isLabelOnly) return link === 'unknown' ? 'open' : 'yes'
  if (!isProse || link === 'begins') return 'yes'
  const isOwn = isFirst || (link === 'unknown' && !isRest(label))
  if (isOwn && others.includes('begins')) return 'yes'
  return 'open'
}

/**
 * A cell that begins above its label, which is beside its middle, continues on the line where the label begins.
 * There may be several candidates for the first line, where sentences end at the ends of lines.
 */
function beginsAboveLabel(
  lines: readonly TableLine[],
  at: number,
  links: readonly Link[],
  isFirst: boolean,
): 'yes' | 'no' | 'open' {
  const isSentence = links.every(link => link !== 'goes on') && beginsSentence(lines, at)
  // The titles of columns do not end with a full stop.
  const isBelowTitles = isFirst && links.includes('begins')
  if (!isSentence && !isBelowTitles) return 'no'
  let candidates = 1
  for (let next = at + 1; next < lines.length && next < at + 12; next++) {
    const { cells, isAfterBlank } = lines[next] as TableLine
    if (isAfterBlank) return 'no'
    const [label = '', ...rest] = cells
    if (label === '') {
      if (beginsSentence(lines, next)) candidates++
      continue
    }
    const above = (lines[next - 1] as TableLine).cells
    const goesOn = rest.some((text, column) => isWrapped(above[column + 1] ?? '', text))
    if (!goesOn) return 'no'
    return candidates === 1 ? 'yes' : 'open'
  }
  return 'no'
}

function beginsSentence(lines: readonly TableLine[], at: number): boolean {
  const above = lines[at - 1]?.cells ?? []
  return (lines[at]?.cells ?? []).every(
    (text, column) => text === '' || (/^\p{Lu}/u.test(text) && endsSentence(above[column] || '.')),
  )
}

/** It is so short that it is more likely the rest of what is above than something new. */
const isRest = (text: string) => !text.includes(',') && text.split(' ').length <= 3

/** Does a group of lines begin here whose label is beside the middle of its cells? */
function beginsCentredRow(lines: readonly TableLine[], from: number): boolean {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] as TableLine
    if (line.isAfterBlank) return false
    if ((line.cells[0] ?? '') !== '') {
      return !isFull(line) || hasCellFromAbove(lines, at)
    }
  }
  return false
}

const isFull = ({ cells }: TableLine) => cells.every(cell => cell !== '')

/** Does a cell after the first continue from the line above, in the middle of a sentence? */
function hasCellFromAbove(lines: readonly TableLine[], at: number): boolean {
  const above = lines[at - 1]?.cells ?? []
  return (lines[at]?.cells ?? []).some(
    (text, column) => column > 0 && isWrapped(above[column] ?? '', text),
  )
}

/** Is this a label whose own cells come on the line below, as where it is wrapped around their middle? */
function startsCentredLabel(lines: readonly TableLine[], at: number): boolean {
  const next = lines[at + 1]
  if (next === undefined || next.isAfterBlank || isFull(lines[at] as TableLine)) return false
  const [label = '', ...rest] = next.cells
  return (
    rest.some(cell => cell !== '') && (label === '' || (beginsLower(label) && !isAddress(label)))
  )
}
