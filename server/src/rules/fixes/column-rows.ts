/** How the rows of a table that is set in columns look: where grades begin, how titles and grades are wrapped. */

import type { Report, SummaryEntry, SummaryTable } from '../../report/model'
import { replace, type TextEdit } from '../../text/edits'
import { greatest, least } from '../../text/lists'
import { isBlankSpace, runEnd } from '../../text/runs'
import type { Span } from '../../text/span'
import { mostFrequent } from './grade-style'

/** What most rows of the table have in common; in UTF-16 units, counted from the beginning of a line. */
interface Columns {
  /** Where the grades begin. */
  readonly grade: number
  /** How long a line of a title may be, and one of a grade; undefined where none is wrapped. */
  readonly titleWidth: number
  readonly gradeWidth: number | undefined
  readonly isWrapped: boolean
  /** Are a title and a grade of different heights set middle beside middle? */
  readonly isCentred: boolean
}

/** Read once from each table, since many fixes ask for it. */
const looks = new WeakMap<SummaryTable, { readonly columns: Columns | undefined }>()

function columnsOf(report: Report, table: SummaryTable): Columns | undefined {
  const known = looks.get(table)
  if (known !== undefined) return known.columns
  const columns = readColumns(report, table)
  looks.set(table, { columns })
  return columns
}

function readColumns(report: Report, { form, entries }: SummaryTable): Columns | undefined {
  const { text, lines } = report
  if (form !== 'columns') return undefined
  const rows = entries.filter(({ kind, grade }) => kind === 'row' && grade !== undefined)
  const column = ({ start }: Span) => start - lines.start(lines.lineAt(start))
  const grade = mostFrequent(
    rows.flatMap(row => (row.grade === undefined ? [] : [column(row.grade.span)])),
    String,
  )
  if (grade === undefined) return undefined
  const titles = rows.map(({ label, more }) =>
    [label, ...more].map(({ start, end }) => text.slice(start, end)),
  )
  const grades = rows.map(({ line }) => piecesFrom(text.slice(line.start, line.end), grade))
  const indent = least(rows.map(({ label }) => column(label)))
  return {
    grade,
    titleWidth: Math.min(widthOf(titles) ?? Number.POSITIVE_INFINITY, grade - indent - 2),
    gradeWidth: widthOf(grades),
    isWrapped: widthOf(titles) !== undefined || widthOf(grades) !== undefined,
    isCentred: areCentred(report, rows, grades),
  }
}

/** Do most rows whose titles and grades have different heights begin with one of them alone? */
function areCentred(
  { text, lines }: Report,
  rows: readonly SummaryEntry[],
  grades: readonly (readonly string[])[],
): boolean {
  const uneven = rows.filter(({ more }, at) => grades[at]?.length !== more.length + 1)
  const apart = uneven.filter(({ line, label, grade }) => {
    const first = lines.lineAt(line.start)
    const isBeside = grade !== undefined && lines.lineAt(grade.span.start) === first
    return !isBeside || text.slice(line.start, label.start).trim() !== ''
  })
  return apart.length * 2 > uneven.length
}

/** What is in the lines from a column on, without empty lines. */
function piecesFrom(lines: string, column: number): readonly string[] {
  return lines
    .split('\n')
    .map(line => line.slice(column).trim())
    .filter(piece => piece !== '')
}

/** How wide the column is in which the texts are wrapped as they are; undefined where none of them is wrapped. */
function widthOf(texts: readonly (readonly string[])[]): number | undefined {
  const limits = texts.flatMap(pieces =>
    pieces.slice(1).map((piece, at) => {
      const [next = ''] = piece.split(' ')
      return (pieces[at]?.length ?? 0) + next.length
    }),
  )
  if (limits.length === 0) return undefined
  return greatest(
    texts.flat().map(({ length }) => length),
    least(limits),
  )
}

/**
 * The row with title and grade wrapped as those of the others are, and its grade in their column; undefined where the
 * table has no wrapped rows.
 */
export function wrappedRow(
  report: Report,
  table: SummaryTable,
  before: string,
  title: string,
  cell: string,
): string | undefined {
  const columns = columnsOf(report, table)
  if (columns?.isWrapped !== true) return undefined
  const titles = wrap(title, columns.titleWidth)
  return `${besideEachOther(columns, before, titles, cell).join('\n')}\n`
}

/** The lines of a row with this title and this grade. */
function besideEachOther(
  { grade, gradeWidth, isCentred }: Columns,
  before: string,
  titles: readonly string[],
  cell: string,
): readonly string[] {
  const grades = wrap(cell, gradeWidth ?? cell.length)
  return placesBeside(titles, grades, isCentred).map(([own = '', beside = '']) => {
    // A centred grade may begin on the line above the title.
    const isFirst = own === titles[0]
    const start = own === '' ? '' : (isFirst ? before : before.replace(/\S/g, ' ')) + own
    return beside === '' ? start : inColumn(start, grade) + beside
  })
}

/** The lines of two cells of one row: each line has a piece of the one, of the other, or of both. */
function placesBeside(
  titles: readonly string[],
  grades: readonly string[],
  isCentred: boolean,
): readonly (readonly [string | undefined, string | undefined])[] {
  // Counted in half lines: the middle of a cell with an even number of lines is between two of them.
  const first = (own: readonly string[], other: readonly string[]) =>
    isCentred ? Math.max(0, other.length - own.length) : 0
  const places = (own: readonly string[], from: number) =>
    new Map(own.map((piece, at) => [from + 2 * at, piece]))
  const left = places(titles, first(titles, grades))
  const right = places(grades, first(grades, titles))
  return [...new Set([...left.keys(), ...right.keys()])]
    .sort((a, b) => a - b)
    .map(at => [left.get(at), right.get(at)])
}

/** The words over as many lines as it takes, none longer than the width unless it is a single word. */
function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

const inColumn = (line: string, column: number) => line.padEnd(Math.max(column, line.length + 2))

/** Writes the grade of a row that has none into the column of the others; undefined where there is no such column. */
export function gradeInColumn(
  report: Report,
  table: SummaryTable,
  { label, more, line }: SummaryEntry,
  words: string,
): TextEdit | undefined {
  const columns = columnsOf(report, table)
  if (columns === undefined) return undefined
  const { text, lines } = report
  const first = lines.lineAt(label.start)
  const number = lines.lineAt(more.at(-1)?.start ?? label.start)
  // The lines on which the grade was, if nothing but its spaces is left of them.
  const isLeft = (at: number) =>
    lines.end(at) > lines.start(at) && runEnd(text, isBlankSpace, lines.start(at)) === lines.end(at)
  const last = isLeft(number + 1) ? number + 1 : number
  const titles = [label, ...more].map(({ start, end }) => text.slice(start, end))
  const before = text.slice(line.start, label.start)
  const rows = besideEachOther(columns, before, titles, words)
  return replace({ start: lines.start(first), end: lines.end(last) }, rows.join('\n'))
}
