/** Puts the lines of a table set in columns together as rows: tells which line begins one. */

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
import { beginsLower, endsSentence } from './lines'
import { type JoinedWord, joinHyphen, type Vocabulary } from './vocabulary'

export interface TableRow {
  readonly line: number
  readonly cells: string[]
  /** Whether it begins here, or goes on with the row above, could not be told. */
  readonly isOpen: boolean
  readonly across: TableLine['across']
}

/**
 * The rows of the table, each cell put together from its lines. A row begins where the cells of a line
 * begin anew; a line with nothing in its first column goes on with the row above. Words that were
 * broken at a line's end are told to `onJoinedWord`, with the line of their second half.
 */
export function rowsOf(
  lines: readonly TableLine[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
  onJoinedWord: (word: JoinedWord, line: number) => void,
): readonly TableRow[] {
  const rows: TableRow[] = []
  /** What stood last in each column of the row, and the line on which the first column last had text. */
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

/** Items keep a bullet in a cell, since a dash in running text is no list mark. */
const bulleted = (text: string) => text.replace(/^- +/, '• ')

interface RowSoFar {
  readonly row: TableRow
  readonly isFirst: boolean
  /** What stood last in each of its columns. */
  readonly latest: readonly string[]
  /** Index of the line on which its first column last had text. */
  readonly labelAt: number
  /** No line of it has all cells: they stand beside each other's middle. */
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
  // Where each line is a row, one without a label stands for itself.
  const isOwnLine = label === '' && (line.isBehindBlank || row.cells[0] === '')
  if (isOwnLine && links.includes('begins') && !columns.some(column => column.isProse)) return 'yes'
  if (line.isBehindBlank) {
    if (label === '') return isSure || !beginsCentredRow(lines, at) ? 'no' : 'yes'
    // Both go on in the middle of a sentence: a page has ended here.
    return links.every(link => link === 'goes on' || link === undefined) && isSure ? 'no' : 'yes'
  }
  if (label === '') return beginsAboveLabel(lines, at, links, isFirst)
  // A column of numbers has one in each row.
  if (line.cells.some((text, column) => isNumber(text) && isNumber(latest[column] ?? '')))
    return 'yes'
  const isLabelOnly = line.cells.every((text, column) => column === 0 || text === '')
  if (isSure && (links[0] === 'goes on' || !isLabelOnly)) return 'no'
  // The first label of the row, beside the middle of its cells.
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
 * A cell that begins above its label, which stands beside its middle: its lines go on where the label
 * begins. More than one line may be the first where sentences end with their lines.
 */
function beginsAboveLabel(
  lines: readonly TableLine[],
  at: number,
  links: readonly Link[],
  isFirst: boolean,
): 'yes' | 'no' | 'open' {
  const isSentence = links.every(link => link !== 'goes on') && beginsSentence(lines, at)
  // The titles of the columns end with no full stop.
  const isBelowTitles = isFirst && links.includes('begins')
  if (!isSentence && !isBelowTitles) return 'no'
  let candidates = 1
  for (let next = at + 1; next < lines.length && next < at + 12; next++) {
    const { cells, isBehindBlank } = lines[next] as TableLine
    if (isBehindBlank) return 'no'
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

/** So short that it is rather the rest of what stands above than something of its own. */
const isRest = (text: string) => !text.includes(',') && text.split(' ').length <= 3

/** Does a group of lines whose label stands beside the middle of its cells begin here? */
function beginsCentredRow(lines: readonly TableLine[], from: number): boolean {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] as TableLine
    if (line.isBehindBlank) return false
    if ((line.cells[0] ?? '') !== '') {
      return !isFull(line) || hasCellFromAbove(lines, at)
    }
  }
  return false
}

const isFull = ({ cells }: TableLine) => cells.every(cell => cell !== '')

/** Does a cell behind the first go on from the line above, in the middle of a sentence? */
function hasCellFromAbove(lines: readonly TableLine[], at: number): boolean {
  const above = lines[at - 1]?.cells ?? []
  return (lines[at]?.cells ?? []).some(
    (text, column) => column > 0 && isWrapped(above[column] ?? '', text),
  )
}

/** A label whose own cells come on the line below, as where it is wrapped around their middle. */
function startsCentredLabel(lines: readonly TableLine[], at: number): boolean {
  const next = lines[at + 1]
  if (next === undefined || next.isBehindBlank || isFull(lines[at] as TableLine)) return false
  const [label = '', ...rest] = next.cells
  return (
    rest.some(cell => cell !== '') && (label === '' || (beginsLower(label) && !isAddress(label)))
  )
}
