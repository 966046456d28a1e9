/** Single rows of the summary table, written in the table's own form. */

import type { Report, SummaryEntry, SummaryTable } from '../../report/model'
import { applyEdits, insert, remove, replace, type TextEdit } from '../../text/edits'
import {
  isBlankSpace,
  isEmphasis,
  isLineEnd,
  oneOf,
  runEnd,
  runStart,
  withoutRunAtEnd,
} from '../../text/runs'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { Grade, RowDefinition } from '../../types/report-type'
import { gradeInColumn, wrappedRow } from './column-rows'
import { correctedWords } from './corrected-words'
import { type GradeStyle, mostFrequent, styleOf, wordInCells, writtenAs } from './grade-style'

/** What is around label and grade in the rows of a table. */
interface RowShape {
  readonly before: string
  readonly between: string
  readonly after: string
  /**
   * Widths of the columns where the table pads them with spaces, the first with what is before its titles; 0 where it
   * does not.
   */
  readonly labelWidth: number
  readonly cellWidth: number
}

const defaultShapes: Record<SummaryTable['form'], RowShape> = {
  pipe: { before: '| ', between: ' | ', after: ' |', labelWidth: 0, cellWidth: 0 },
  tab: { before: '', between: '\t', after: '', labelWidth: 0, cellWidth: 0 },
  columns: { before: '', between: '  ', after: '', labelWidth: 0, cellWidth: 0 },
  lines: { before: '', between: '\n', after: '', labelWidth: 0, cellWidth: 0 },
}

/** The entry's title without emphasis marks: what a finding marks, and what a new title replaces. */
export function titleOf({ text }: Report, { label }: SummaryEntry): TextSpan {
  const start = runEnd(label.text, isEmphasis)
  const end = Math.max(start, runStart(label.text, isEmphasis))
  return textSpan(text, label.start + start, label.start + end)
}

/**
 * Writes another title in place of the entry's, word by word, so that it keeps its lines, and the grade its place beside
 * them; lines that are left without a word are taken out.
 */
export function titleEdits(
  report: Report,
  entry: SummaryEntry,
  title: string,
): readonly TextEdit[] {
  const first = titleOf(report, entry)
  const more = entry.more.map(({ start, end }) => textSpan(report.text, start, end))
  const corrections = correctedWords([first, ...more], title)
  return [first, ...more].flatMap(piece => {
    const own = corrections.filter(({ span }) => piece.start <= span.start && span.end <= piece.end)
    if (own.length === 0) return []
    const words = applyEdits(
      piece.text,
      own.map(each => moved(each, -piece.start)),
    ).trim()
    const line = report.lines.lineAt(piece.start)
    const span = { start: report.lines.start(line), end: report.lines.start(line + 1) }
    const others =
      report.text.slice(span.start, piece.start) + report.text.slice(piece.end, span.end)
    const isGone = words === '' && piece !== first && !/[^\s|]/.test(others)
    return [isGone ? remove(span) : replaceInColumn(report, piece, words)]
  })
}

function moved({ span, newText }: TextEdit, by: number): TextEdit {
  return { span: { start: span.start + by, end: span.end + by }, newText }
}

/**
 * The edit with as many spaces after it as bring the next cell into its column, at least two: that in which most grades
 * of the table begin, if it is near, since the words before a slip may have moved it.
 */
function replaceInColumn(report: Report, { start, end }: Span, words: string): TextEdit {
  const { text, lines } = report
  const next = runEnd(text, isBlankSpace, end)
  const gap = next - end
  const isColumn = gap > 1 && !/[|\r\n\t]/.test(`${text.slice(end, next)}${text.charAt(next)}`)
  if (!isColumn || next === text.length) return replace({ start, end }, words)
  const column = lines.position(next).column
  const usual = gradeColumn(report)
  const longer = Math.abs(words.length - (end - start))
  const isNear = usual !== undefined && Math.abs(usual - column) <= longer
  const width = next - start + (isNear ? usual - column : 0)
  return replace({ start, end: next }, words.padEnd(Math.max(width, words.length + 2)))
}

/** The column in which the grades of more than one row of the table begin. */
function gradeColumn({ summary, lines }: Report): number | undefined {
  const places = (summary?.entries ?? []).flatMap(({ grade }) =>
    grade === undefined ? [] : [grade.span, ...(grade.more ?? [])],
  )
  const columns = places.map(({ start }) => lines.position(start).column)
  const usual = mostFrequent(columns, String)
  return columns.filter(column => column === usual).length > 1 ? usual : undefined
}

/** The grade as this table writes it: `Good`, `Inadequate Grade 4`. */
export function cellText(report: Report, table: SummaryTable | undefined, grade: Grade): string {
  return table === undefined
    ? writtenAs(newCell, grade)
    : writtenAs(cellStyle(report, table), grade, wordInCells(report, grade))
}

const newCell: GradeStyle = { form: '{word}', letters: 'capital', marks: '' }

/** Read once from each table, since many fixes ask for it. */
const cellStyles = new WeakMap<SummaryTable, GradeStyle>()

/** How most grades of the table are written. */
function cellStyle(report: Report, table: SummaryTable): GradeStyle {
  const known = cellStyles.get(table)
  if (known !== undefined) return known
  const styles = table.entries.flatMap(({ grade: cell }) =>
    cell?.grade === undefined ? [] : [styleOf(report.text, cell)],
  )
  const style = mostFrequent(styles, JSON.stringify) ?? newCell
  cellStyles.set(table, style)
  return style
}

/**
 * A row of the table, line end included, with the number that its rows have; its grade is still to be written where
 * `cell` is empty.
 */
export function rowText(
  report: Report,
  table: SummaryTable,
  { title, label }: Pick<RowDefinition, 'title' | 'label'>,
  cell: string,
): string {
  const starts = rowStarts(report, table)
  const shape = rowShape(report, table) ?? {
    ...defaultShapes[formOfRows(report, table)],
    before: mostFrequent(starts, String) ?? defaultShapes[table.form].before,
  }
  const before = numbered(starts, shape.before, label)
  const written = cell === '' ? openCell(report, table.form) : cell
  return (
    wrappedRow(report, table, before, title, written) ??
    shaped({ ...shape, before }, title, written)
  )
}

/** What comes before the titles of the table's rows. */
function rowStarts({ text }: Report, { entries, span }: SummaryTable): readonly string[] {
  return entries.flatMap(({ kind, line, label }) =>
    kind === 'row' && line.start >= span.start ? [text.slice(line.start, label.start)] : [],
  )
}

/**
 * The start of a row with its own number in place of its neighbour's, written as those with as many parts are:
 * "1." but "2.1". None where the type knows none.
 */
function numbered(starts: readonly string[], before: string, label: string | undefined): string {
  if (numberIn(before) === undefined) return before
  const depth = (number: string) => number.split('.').filter(part => part !== '').length
  const alike = starts.find(start => {
    const number = numberIn(start)
    return number !== undefined && label !== undefined && depth(number) === depth(label)
  })
  const start = alike ?? before
  const own = numberIn(start) ?? ''
  if (label === undefined) return withoutRunAtEnd(start.replace(own, ''), isBlankSpace)
  const isPlain = alike === undefined && label.includes('.')
  return start.replace(own, own.endsWith('.') && !isPlain ? `${label}.` : label)
}

/** The number at the end of what comes before a row's title, or in a cell of its own: "| 2.1 | ", "1. ". */
function numberIn(start: string): string | undefined {
  const end = runStart(start, isAfterNumber)
  const first = runStart(start, isNumberPart, end)
  const at = runEnd(start, code => code === 46, first)
  return at < end ? start.slice(at, end) : undefined
}

const isAfterNumber = oneOf(' \t|*_')
const isNumberPart = oneOf('0123456789.')

/** On the cover, a grade still to be written would not be recognised below its row, only beside it. */
function formOfRows({ type }: Report, { form }: SummaryTable): SummaryTable['form'] {
  return form === 'lines' && type.table?.place === 'cover' ? 'columns' : form
}

/**
 * What is in a cell that is still to be filled in. On the cover, where no heading says that there is a table,
 * a title with nothing after it would not be recognised as a row.
 */
function openCell({ type }: Report, form: SummaryTable['form']): string {
  return type.table?.place === 'cover' && form !== 'pipe' ? '[grade]' : ''
}

/** A group row of the table, line end included. */
export function groupText(report: Report, table: SummaryTable, title: string): string {
  const sample = table.entries.find(entry => entry.kind === 'group' && isOneLine(entry))
  if (sample === undefined) return shaped(defaultGroupShape(report, table), title, '')
  const old = titleOf(report, sample)
  const before = report.text.slice(sample.line.start, old.start)
  const rest = withoutRunAtEnd(report.text.slice(old.end, sample.line.end), isLineEnd)
  return `${before}${title}${rest}\n`
}

function defaultGroupShape(report: Report, table: SummaryTable): RowShape {
  return rowShape(report, table) ?? defaultShapes[table.form]
}

/** A row in the default form of a new table; its grade is still to be written where `cell` is empty. */
export function newRowText(
  report: Report,
  form: SummaryTable['form'],
  label: string,
  cell: string,
): string {
  return shaped(defaultShapes[form], label, cell === '' ? openCell(report, form) : cell)
}

/** A group row in the default form of a new table. */
export function newGroupText(form: SummaryTable['form'], title: string): string {
  return form === 'pipe'
    ? shaped(defaultShapes[form], `**${title}**`, '')
    : shaped(defaultShapes[form], title, '')
}

/** Read once from each table, since many fixes ask for it. */
const rowShapes = new WeakMap<SummaryTable, { readonly shape: RowShape | undefined }>()

/** What is around label and grade in most rows of the table. */
function rowShape(report: Report, table: SummaryTable): RowShape | undefined {
  const known = rowShapes.get(table)
  if (known !== undefined) return known.shape
  const shape = readRowShape(report, table)
  rowShapes.set(table, { shape })
  return shape
}

function readRowShape(report: Report, table: SummaryTable): RowShape | undefined {
  const rows = table.entries.filter(
    // A sentence of the cover that states a row's grade is above the table.
    entry =>
      entry.kind === 'row' &&
      entry.grade !== undefined &&
      // A grade above its row shows nothing of a row's form.
      entry.grade.span.start >= entry.label.end &&
      entry.line.start >= table.span.start &&
      isOneLine(entry),
  )
  const { text } = report
  const all = rows.map((entry): RowShape => {
    const { line, grade } = entry
    const label = titleOf(report, entry)
    const cell = grade?.span ?? label
    const between = text.slice(label.end, cell.start)
    const after = withoutRunAtEnd(text.slice(cell.end, line.end), isLineEnd)
    return {
      before: text.slice(line.start, label.start),
      between,
      after,
      labelWidth: label.end - line.start + leadingSpaces(between),
      cellWidth: cell.end - cell.start + leadingSpaces(after),
    }
  })
  const shapes = all.filter(
    ({ before, between, after }) =>
      formOfRows(report, table) === 'lines' || !`${before}${between}${after}`.includes('\n'),
  )
  // Of padded rows any one will do; of others, the shape that most of them share (a last one may lack its
  // end).
  const padded = shapes.find(({ between }) => leadingSpaces(between) > 1)
  const shape = padded ?? mostFrequent(shapes, each => each.between + each.after)
  if (shape === undefined || padded !== undefined) return shape
  return { ...shape, labelWidth: 0, cellWidth: 0 }
}

function shaped(shape: RowShape, label: string, cell: string): string {
  const isEmpty = cell === ''
  const between = isEmpty ? withoutRunAtEnd(shape.between, isEmphasis) : shape.between
  const after = isEmpty ? shape.after.replace(/^[*_]+/, '') : shape.after
  const width = Math.max(0, shape.labelWidth - shape.before.length)
  const start = shape.before + padded(label, between, width)
  if (!isEmpty || shape.cellWidth > 0) return `${start}${padded(cell, after, shape.cellWidth)}\n`
  return `${start}${start.endsWith(' ') ? after.trimStart() : after}\n`
}

/** The words and what follows them, with as many spaces between as the column has room for. */
function padded(words: string, following: string, width: number): string {
  const least = Math.min(leadingSpaces(following), 2)
  if (width === 0) return words + following
  const spaces = Math.max(Math.min(least, following.includes('|') ? 1 : 2), width - words.length)
  return (
    words + (following === '' ? '' : ' '.repeat(spaces)) + following.slice(leadingSpaces(following))
  )
}

function leadingSpaces(text: string): number {
  return text.length - text.replace(/^ +/, '').length
}

function isOneLine({ label }: SummaryEntry): boolean {
  return !/[\r\n\t]/.test(label.text)
}

/** Writes the grade into the row's empty cell. */
export function fillCell(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  words: string,
): TextEdit {
  const { text, lines } = report
  const { cell, label } = entry
  if (cell === undefined) {
    const column = gradeInColumn(report, table, entry, words)
    if (column !== undefined) return column
    const end = lines.end(lines.lineAt(Math.max(label.start, label.end - 1)))
    const between = rowShape(report, table)?.between ?? defaultShapes[table.form].between
    return insert(end, between.replace(/[*_]+/g, '') + words)
  }
  const isTight = (at: number) => text.charAt(at) === '|'
  const before = isTight(cell.start - 1) ? ' ' : ''
  const after = isTight(cell.end) ? ' ' : ''
  return { span: { start: cell.start, end: cell.end }, newText: before + words + after }
}
