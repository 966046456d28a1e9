/** The summary table: its rows and groups, and which of the type's rows they are. */

import { type Span, type TextSpan, textSpan } from '../text/span'
import { normalTitle, type ReportType, type RowDefinition } from '../types/report-type'
import { align } from './align'
import { readCell } from './grades'
import type { GradeStatement, Heading, SummaryEntry, SummaryTable } from './model'
import { normalNearness } from './near'
import type { Line } from './scan'
import { columnCells, isGradePart, pipeCells, printedLabel, splitCell } from './table-lines'

/** Reads the table in the given lines. */
export function readSummary(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  heading: Heading,
  type: ReportType,
  isRequired: (row: RowDefinition) => boolean,
): SummaryTable {
  const form = formOf(text, lines, zone)
  const pieces = readPieces(text, lines, zone, type)
  const labelled = joinPieces(text, pieces, type)
  const entries = placeEntries(labelled, type)
  const there = new Set(entries.map(entry => entry.definition))
  const last = lines[zone.last - 1]
  return {
    heading,
    span: {
      start: heading.line.end,
      end: last === undefined ? heading.line.end : Math.max(last.next, heading.line.end),
    },
    form,
    entries,
    missing: type.rows.filter(row => row.kind === 'row' && isRequired(row) && !there.has(row)),
  }
}

/** One line of the table: a label, a grade, or both. */
interface Piece {
  readonly line: Line
  readonly label: TextSpan | undefined
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
}

/** One row, whose label may be wrapped over several pieces. */
interface Labelled {
  readonly label: TextSpan
  readonly words: string
  readonly line: Span
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
  /** Rows of the type that have this label, exactly or nearly. */
  readonly definitions: readonly RowDefinition[]
}

function formOf(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
): SummaryTable['form'] {
  let form: SummaryTable['form'] = 'lines'
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 124) return 'pipe'
    const content = text.slice(line.from, line.end)
    if (content.includes('\t')) return 'tab'
    if (/\S {2,}\S/.test(content)) form = 'columns'
  }
  return form
}

const headerWords = ['judgement', 'judgements', 'judgment', 'grade', 'grades', 'area']

function readPieces(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): readonly Piece[] {
  const pieces: Piece[] = []
  const header = (type.table?.header ?? []).map(normalTitle)
  const titles = new Set([...headerWords, ...header, header.join(' ')])
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    const cells = line.first === 124 ? pipeCells(text, line) : columnCells(text, line)
    if (/^[\s|:+-]*$/.test(text.slice(line.from, line.to))) continue
    const filled = cells.filter(cell => cell.start < cell.end)
    if (
      pieces.length === 0 &&
      filled.every(cell => titles.has(normalTitle(text.slice(cell.start, cell.end))))
    )
      continue
    pieces.push(pieceOf(text, line, cells, filled, type))
  }
  return pieces
}

function pieceOf(
  text: string,
  line: Line,
  cells: readonly Span[],
  filled: readonly Span[],
  type: ReportType,
): Piece {
  const scale = type.scale
  const last = filled.at(-1) as Span
  const first = filled[0] as Span
  const lastGrade = scale === undefined ? undefined : readCell(text, last, scale)
  if (filled.length === 1) {
    const isGrade =
      lastGrade !== undefined &&
      (lastGrade.wordGrade !== undefined ||
        lastGrade.numberGrade !== undefined ||
        isGradePart(text.slice(last.start, last.end), type))
    if (isGrade) return { line, label: undefined, cell: lastGrade.span, grade: lastGrade }
    const split = splitCell(text, first, type)
    if (split !== undefined && scale !== undefined) {
      const { start, end } = split.label
      const grade = readCell(text, split.grade, scale)
      return { line, label: labelIn(text, start, end, type), cell: split.grade, grade }
    }
    const blank = cells[cells.indexOf(first) + 1]
    return {
      line,
      label: labelIn(text, first.start, first.end, type),
      cell: blank,
      grade: undefined,
    }
  }
  const isBroken =
    lastGrade?.wordGrade === undefined &&
    lastGrade?.numberGrade === undefined &&
    isBrokenLabel(text.slice(first.start, first.end), text.slice(last.start, last.end), type)
  if (isBroken)
    return {
      line,
      label: labelIn(text, first.start, last.end, type),
      cell: undefined,
      grade: undefined,
    }
  const labelEnd = (filled.at(-2) as Span).end
  return {
    line,
    label: labelIn(text, first.start, labelEnd, type),
    cell: lastGrade?.span ?? last,
    grade: lastGrade,
  }
}

/** The label without the number that is printed before it. */
function labelIn(text: string, start: number, end: number, type: ReportType): TextSpan {
  return textSpan(text, start + printedLabel(text, start, end, type), end)
}

/** Is a label broken across two cells? Then it is nearer to one of the type with the second cell than without. */
function isBrokenLabel(first: string, second: string, type: ReportType): boolean {
  const joined = nearestRows(normalTitle(first + second), type)
  return (
    joined !== undefined &&
    joined.distance < (nearestRows(normalTitle(first), type)?.distance ?? Number.POSITIVE_INFINITY)
  )
}

/** The rows that have this label, exactly or nearly. */
function labelsOf(words: string, type: ReportType): readonly RowDefinition[] {
  return nearestRows(normalTitle(words), type)?.rows ?? []
}

function nearestRows(
  normal: string,
  type: ReportType,
): { readonly rows: readonly RowDefinition[]; readonly distance: number } | undefined {
  const exact = type.rowsByTitle.get(normal)
  if (exact !== undefined) return { rows: exact, distance: 0 }
  let nearest: { readonly rows: readonly RowDefinition[]; readonly distance: number } | undefined
  for (const [title, rows] of type.rowsByTitle) {
    const distance = normalNearness(normal, title)
    if (distance !== undefined && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
      nearest = { rows, distance }
  }
  return nearest
}

/** Puts wrapped labels and grades on lines of their own together. */
function joinPieces(text: string, pieces: readonly Piece[], type: ReportType): readonly Labelled[] {
  const found: Labelled[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = joinLength(text, pieces, at, type)
    const joined = pieces.slice(at, at + length)
    at += length
    const label = joinLabel(text, joined)
    if (label === undefined) continue
    const grade = joinGrade(text, joined, type)
    const last = joined.at(-1) as Piece
    found.push({
      label: label.span,
      words: label.words,
      line: { start: (joined[0] as Piece).line.start, end: last.line.next },
      cell: grade?.span ?? joined.find(piece => piece.cell !== undefined)?.cell,
      grade,
      definitions: labelsOf(label.words, type),
    })
  }
  return found
}

/** Most lines that a row is wrapped over. */
const mostPieces = 6

/** How many pieces from `at` on make one row: as many as give a label of the type, else one. */
function joinLength(text: string, pieces: readonly Piece[], at: number, type: ReportType): number {
  for (let length = Math.min(mostPieces, pieces.length - at); length > 1; length--) {
    const joined = pieces.slice(at, at + length)
    const labels = joined.filter(piece => piece.label !== undefined)
    const grades = joined.filter(piece => piece.grade !== undefined)
    if (grades.length > 1 && joinGrade(text, joined, type)?.wordGrade === undefined) continue
    const words = joinLabel(text, joined)?.words ?? ''
    const rows = type.rowsByTitle.get(normalTitle(words))
    if (rows === undefined) continue
    if (labels.length > 1) return length
    // One label with its grade below, or with a grade that is wrapped around it.
    const [first] = joined as [Piece]
    const isLead =
      first.label !== undefined && first.grade === undefined && first.cell === undefined
    const isRow = rows.some(row => row.kind === 'row')
    if (isRow && grades.length === length - 1 && (isLead || grades.length > 1)) return length
  }
  return 1
}

/** The grade of the pieces, put together where it is wrapped over several. */
function joinGrade(
  text: string,
  pieces: readonly Piece[],
  type: ReportType,
): GradeStatement | undefined {
  return joinGrades(
    text,
    pieces.flatMap(({ grade }) => (grade === undefined ? [] : [grade])),
    type,
  )
}

/** The pieces of a grade that is wrapped over lines as one. */
export function joinGrades(
  text: string,
  grades: readonly GradeStatement[],
  type: ReportType,
): GradeStatement | undefined {
  const [first, ...more] = grades
  if (first === undefined || more.length === 0) return first
  const words = grades.map(({ span }) => text.slice(span.start, span.end)).join(' ')
  const grade = type.scale?.byWord.get(words.toLowerCase().replace(/\s+/g, ' '))
  return {
    ...first,
    wordGrade: grade,
    grade,
    unfinished: false,
    more: more.map(({ span }) => span),
  }
}

function joinLabel(
  text: string,
  pieces: readonly Piece[],
): { readonly span: TextSpan; readonly words: string } | undefined {
  const labels = pieces.flatMap(piece => (piece.label === undefined ? [] : [piece.label]))
  const first = labels[0]
  if (first === undefined) return undefined
  return {
    span: first,
    words: labels
      .map(label => text.slice(label.start, label.end).replace(/[\s|]+/g, ' '))
      .join(' '),
  }
}

/** Matches the table as one sequence with the type's order; group rows are weak evidence. */
function placeEntries(labelled: readonly Labelled[], type: ReportType): readonly SummaryEntry[] {
  const orders = align(
    labelled.map(({ definitions }) => ({
      places: definitions.map(each => ({
        order: each.order,
        weight: each.kind === 'row' ? 10 : 1,
      })),
    })),
    type.rows.length,
  )
  const taken = new Set(orders.filter(order => order !== undefined))
  const entries = labelled.map((each, at): SummaryEntry => {
    const order = orders[at]
    if (order !== undefined) return entryOf(each, type.rows[order], 'in-order')
    const vacant = each.definitions.find(definition => !taken.has(definition.order))
    if (vacant !== undefined && vacant.kind === 'row') taken.add(vacant.order)
    const definition = vacant ?? each.definitions[0]
    if (definition === undefined) return entryOf(each, undefined, 'unknown')
    return entryOf(each, definition, vacant === undefined ? 'duplicate' : 'misplaced')
  })
  return entries.map((entry, at) =>
    entry.placement === 'in-order' ? entry : withPlace(entry, at, entries),
  )
}

function entryOf(
  { label, line, cell, grade }: Labelled,
  definition: RowDefinition | undefined,
  placement: SummaryEntry['placement'],
): SummaryEntry {
  return {
    kind: definition?.kind ?? 'unknown',
    label,
    line,
    cell,
    grade,
    definition,
    placement,
    rightGroup: undefined,
    before: undefined,
  }
}

/** Where a row out of order belongs, and whether a group row rightly stands there again. */
function withPlace(
  entry: SummaryEntry,
  at: number,
  entries: readonly SummaryEntry[],
): SummaryEntry {
  const { definition } = entry
  if (definition === undefined) return entry
  const before = entries.find(
    each => each.placement === 'in-order' && (each.definition?.order ?? -1) > definition.order,
  )
  if (definition.kind === 'row') return { ...entry, before }
  const next = entries
    .slice(at + 1)
    .find(each => each.kind === 'row' && each.placement === 'in-order')
  const rightGroup = next?.definition?.parent
  for (let group = rightGroup; group !== undefined; group = group.parent) {
    if (group !== definition && normalTitle(group.title) !== normalTitle(definition.title)) continue
    if (isOpened(group, at, entries)) return { ...entry, definition: group, placement: 'reopened' }
    return { ...entry, definition: group, placement: 'misplaced', before }
  }
  return { ...entry, placement: 'misplaced', rightGroup, before }
}

/**
 * Has the group been opened before, or do rows of a nested group stand directly before? A title among
 * the first rows of its own group stands too late.
 */
function isOpened(group: RowDefinition, at: number, entries: readonly SummaryEntry[]): boolean {
  const above = entries.slice(0, at)
  if (above.some(each => each.placement === 'in-order' && each.definition === group)) return true
  const row = above.findLast(each => each.kind === 'row' && each.placement === 'in-order')
  return row?.definition?.parent !== group
}
