/** Puts the rows of the summary table together whose labels or grades are wrapped, broken or set by columns. */

import { singleSpaced } from '../../text/spaces'
import type { Span, TextSpan } from '../../text/span'
import type { Grade, ReportType, RowDefinition } from '../../types/report-type'
import { isGradePart } from '../lines/table-lines'
import type { GradeStatement } from '../model'
import type { Piece } from './rows'

/** One row, whose label may be wrapped over several pieces. */
export interface Labelled {
  readonly label: TextSpan
  readonly words: string
  readonly line: Span
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
  /** Rows of the type that have this label, exactly or nearly. */
  readonly definitions: readonly RowDefinition[]
}

/** Puts together wrapped labels, and grades that are on lines of their own. */
export function joinPieces(
  text: string,
  pieces: readonly Piece[],
  type: ReportType,
): readonly Labelled[] {
  const first = pieces.findIndex(({ grade }) => grade !== undefined)
  const isNamesFirst =
    first > 1 && pieces.every(({ label, grade }, at) => (at < first ? grade : label) === undefined)
  return (
    (isNamesFirst ? joinColumns(text, pieces, first, type) : undefined) ??
    joinRows(text, pieces, type)
  )
}

/**
 * The rows of a table that was copied column by column: the names of all, then as many grades. Undefined
 * where there are not as many.
 */
function joinColumns(
  text: string,
  pieces: readonly Piece[],
  first: number,
  type: ReportType,
): readonly Labelled[] | undefined {
  const names = joinRows(text, pieces.slice(0, first), type)
  const grades: GradeStatement[] = []
  let open: GradeStatement[] = []
  for (const { grade } of pieces.slice(first)) {
    if (grade === undefined) continue
    open.push(grade)
    const words = open.map(({ span }) => text.slice(span.start, span.end))
    if (wrappedGrade(words, type) === undefined && isGradePart(words.join(' '), type)) continue
    grades.push(joinGrades(text, open, type) as GradeStatement)
    open = []
  }
  const isRow = ({ definitions }: Labelled) => definitions.some(({ kind }) => kind === 'row')
  if (names.filter(isRow).length !== grades.length) return undefined
  return names.map(name => {
    const grade = isRow(name) ? grades.shift() : undefined
    return grade === undefined ? name : { ...name, grade, cell: grade.span }
  })
}

function joinRows(text: string, pieces: readonly Piece[], type: ReportType): readonly Labelled[] {
  const found: Labelled[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = joinLength(text, pieces, at, type)
    const joined = pieces.slice(at, at + length)
    at += length
    const label = joinLabel(joined)
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

/** The most lines that a row may be wrapped over. */
const mostPieces = 6

/** How many pieces from `at` on make one row: as many as give a label of the type, otherwise one. */
function joinLength(text: string, pieces: readonly Piece[], at: number, type: ReportType): number {
  const { label, grade, cell } = pieces[at] as Piece
  const isLead = label !== undefined && grade === undefined && cell === undefined
  const words: string[] = []
  const grades: string[] = []
  let longest = 1
  for (let length = 1; length <= mostPieces; length++) {
    const piece = pieces[at + length - 1]
    if (piece === undefined) break
    if (piece.label !== undefined) words.push(piece.label.text.replaceAll('|', ' '))
    if (piece.grade !== undefined) {
      grades.push(text.slice(piece.grade.span.start, piece.grade.span.end))
      if (grades.length > 1 && !isGradePart(grades.join(' '), type)) break
    }
    if (length === 1) continue
    // One label with its grade below, or with a grade that is wrapped around it or below.
    const isBelow = grades.length === length - 1 && (isLead || length > 2)
    const isOne = words.length === 1 && (isBelow || grades.length === length)
    if (words.length < 2 && !isOne) continue
    if (grades.length > 1 && wrappedGrade(grades, type) === undefined) continue
    const rows = type.rowTitles.named(words.join(' '))
    if (rows !== undefined && (!isOne || rows.some(({ kind }) => kind === 'row'))) longest = length
  }
  return longest
}

/** The grade whose word is wrapped over these pieces. */
function wrappedGrade(pieces: readonly string[], { scale }: ReportType): Grade | undefined {
  return scale?.byWord.get(singleSpaced(pieces.join(' ').toLowerCase()))
}

/** The grade of the pieces, put together where it is wrapped over several. */
function joinGrade(
  text: string,
  pieces: readonly Piece[],
  type: ReportType,
): GradeStatement | undefined {
  const grades: GradeStatement[] = []
  for (const { grade } of pieces) if (grade !== undefined) grades.push(grade)
  return joinGrades(text, grades, type)
}

/** The pieces of a grade that is wrapped over several lines, as one. */
export function joinGrades(
  text: string,
  grades: readonly GradeStatement[],
  type: ReportType,
): GradeStatement | undefined {
  const [first, ...more] = grades
  if (first === undefined || more.length === 0) return first
  const words = grades.map(({ span }) => text.slice(span.start, span.end))
  const grade = wrappedGrade(words, type)
  return {
    ...first,
    wordGrade: grade,
    grade,
    unfinished: false,
    more: more.map(({ span }) => span),
  }
}

function joinLabel(
  pieces: readonly Piece[],
): { readonly span: TextSpan; readonly words: string } | undefined {
  const labels: TextSpan[] = []
  for (const { label } of pieces) if (label !== undefined) labels.push(label)
  const first = labels[0]
  if (first === undefined) return undefined
  const words = labels.map(label => singleSpaced(label.text.replaceAll('|', ' ')))
  return { span: first, words: words.join(' ') }
}

/** The rows that have this label, exactly or nearly. */
function labelsOf(words: string, type: ReportType): readonly RowDefinition[] {
  return type.rowTitles.nearest(words)?.named ?? []
}
