/** How the rows of a table that is set in columns look: where grades begin, how titles are wrapped, what is between rows. */

import type { Report, SummaryEntry, SummaryTable } from '../../report/model'
import { replace, type TextEdit } from '../../text/edits'
import { greatest } from '../../text/lists'
import { isBlankSpace, isWhiteSpace, runEnd, runStart } from '../../text/runs'
import type { Span } from '../../text/span'
import { mostFrequent } from './grade-style'

/** What most rows of the table have in common; in UTF-16 units, counted from the beginning of a line. */
interface Columns {
  /** Where the grades begin. */
  readonly grade: number
  /** How long the longest line of a title is. */
  readonly title: number
  readonly isWrapped: boolean
  /** Is the grade of a wrapped title on a line of its own, below its first? */
  readonly isApart: boolean
}

/** Read once from each table, since many fixes ask for it. */
const looks = new WeakMap<SummaryTable, Look>()

interface Look {
  readonly columns: Columns | undefined
  /** The blank lines between most rows. */
  readonly gap: string
}

function lookOf(report: Report, table: SummaryTable): Look {
  const known = looks.get(table)
  if (known !== undefined) return known
  const look = {
    columns: readColumns(report, table),
    gap: table.form === 'pipe' ? '' : readGap(report, table),
  }
  looks.set(table, look)
  return look
}

function readColumns(
  { text, lines }: Report,
  { form, entries }: SummaryTable,
): Columns | undefined {
  if (form !== 'columns') return undefined
  const rows = entries.filter(({ kind, grade }) => kind === 'row' && grade !== undefined)
  const column = ({ start }: Span) => start - lines.start(lines.lineAt(start))
  const grade = mostFrequent(
    rows.flatMap(row => (row.grade === undefined ? [] : [column(row.grade.span)])),
    String,
  )
  if (grade === undefined) return undefined
  const wrapped = rows.filter(({ more }) => more.length > 0)
  const apart = wrapped.filter(
    ({ label, grade: cell }) =>
      cell !== undefined && text.slice(label.end, cell.span.start).includes('\n'),
  )
  const titles = rows.flatMap(({ label, more }) => [label, ...more])
  return {
    grade,
    title: greatest(titles.map(({ start, end }) => end - start)),
    isWrapped: wrapped.length > 0,
    isApart: apart.length * 2 > wrapped.length,
  }
}

/**
 * The row with its title wrapped and its grade in the column of the others; undefined where the table's titles are not
 * wrapped, or this one need not be.
 */
export function wrappedRow(
  report: Report,
  table: SummaryTable,
  before: string,
  title: string,
  cell: string,
): string | undefined {
  const { columns } = lookOf(report, table)
  if (columns?.isWrapped !== true) return undefined
  if (title.length <= columns.title || before.length + title.length + 2 <= columns.grade)
    return undefined
  const [first = '', ...more] = wrap(title, columns.title, columns.grade - 2)
  const line = before + first
  const grade = ' '.repeat(columns.grade)
  const own = columns.isApart ? [line, grade + cell] : [inColumn(line, columns.grade) + cell]
  const rest = more.map(each => ' '.repeat(before.length) + each)
  return `${[...own, ...rest].map(each => each.trimEnd()).join('\n')}\n`
}

/** The words over as many lines as it takes: the first, beside which the grade is, no longer than `first`. */
function wrap(words: string, first: number, others: number): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    const width = lines.length === 1 ? first : others
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
  { label, more }: SummaryEntry,
  words: string,
): TextEdit | undefined {
  const { columns } = lookOf(report, table)
  if (columns === undefined) return undefined
  const { text, lines } = report
  const line = lines.lineAt(label.start)
  // The line on which the grade was, if nothing but its spaces is left of it.
  const next = { start: lines.start(line + 1), end: lines.end(line + 1) }
  const isLeft = runEnd(text, isBlankSpace, next.start) === next.end && next.end > next.start
  if (columns.isApart && isLeft && more.length > 0)
    return replace(next, ' '.repeat(columns.grade) + words)
  const end = lines.end(line)
  const start = runStart(text, isBlankSpace, end)
  const width = start - lines.start(line)
  return replace({ start, end }, ' '.repeat(Math.max(2, columns.grade - width)) + words)
}

/** The blank lines between most rows of the table; none in a pipe table. */
export function gapBetween(report: Report): string {
  const { summary } = report
  return summary === undefined ? '' : lookOf(report, summary).gap
}

function readGap({ text }: Report, { entries }: SummaryTable): string {
  const between = entries.slice(1).flatMap(({ line }, at) => {
    const gap = text.slice(entries[at]?.line.end, line.start)
    return runEnd(gap, isWhiteSpace) === gap.length ? [gap] : []
  })
  return mostFrequent(between, String) ?? ''
}

/** The entry's lines, with the blank lines on one side of it where there are some on both. */
export function withGap(report: Report, entry: SummaryEntry): Span {
  const { text, summary } = report
  const { line } = entry
  if (gapBetween(report) === '') return line
  const before = runStart(text, isWhiteSpace, line.start)
  const start = before === 0 ? 0 : Math.min(line.start, text.indexOf('\n', before) + 1)
  if (start === line.start) return line
  const entries = summary?.entries ?? []
  const at = entries.indexOf(entry)
  const next = entries[at + 1]
  if (next === undefined) return at === 0 ? line : { start, end: line.end }
  return runEnd(text, isWhiteSpace, line.end) >= next.line.start
    ? { start: line.start, end: next.line.start }
    : line
}
