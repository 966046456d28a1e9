/** Puts the rows of the summary table together whose labels or grades are wrapped, broken or set by columns. */

import { isSpaceOrEmphasis, withoutRuns } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import type { Span, TextSpan } from '../../text/span'
import type { Grade, ReportType, RowDefinition } from '../../types/report-type'
import { bareWords } from '../grades/bare-grade'
import { standsForGrade } from '../grades/grades'
import { isGradePart } from '../lines/table-lines'
import type { GradeStatement } from '../model'
import type { Piece } from './rows'

/** One row, whose label may be wrapped over several pieces. */
export interface Labelled {
  readonly label: TextSpan
  readonly more: readonly Span[]
  readonly words: string
  readonly line: Span
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
  /** Rows of the type that have this label, exactly or nearly, or were meant by it. */
  readonly definitions: readonly RowDefinition[]
  /** Has the label other words than theirs? */
  readonly isMeant: boolean
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
  const lines = linesOf(pieces)
  /** Up to here the grades are each above their row. */
  let above = 0
  for (let at = 0; at < pieces.length; ) {
    const own = pieces[at] as Piece
    if (own.label === undefined && at >= above) above = endOfGradesAbove(text, lines, at, type)
    const row = own.label === undefined && at < above ? endOfGrade(text, pieces, at, type) : at
    const length =
      row > at
        ? endOfTitle(pieces, row, type, 'row') - at
        : Math.max(exactLength(text, lines, at, type), wrappedLength(text, lines, at, type))
    const joined = pieces.slice(at, at + length)
    at += length
    const label = joinLabel(joined)
    if (label === undefined) continue
    const grade = joinGrade(text, joined, type)
    const last = joined.at(-1) as Piece
    found.push({
      label: label.span,
      more: label.more,
      words: label.words,
      line: { start: (joined[0] as Piece).line.start, end: last.line.next },
      cell: grade?.span ?? joined.find(piece => piece.cell !== undefined)?.cell,
      grade,
      ...definitionsOf(label.words, grade, type),
    })
  }
  return found
}

/** Is the piece a grade that a blank line separates from what is above it, and not from the title below it? */
function isAboveNext({ pieces, isApart }: Lines, at: number): boolean {
  const [piece, below] = [pieces[at], pieces[at + 1]]
  return piece?.label === undefined && below?.label !== undefined && isApart(at) && !isApart(at + 1)
}

/** The most lines that a row may be wrapped over. */
const mostPieces = 6

/** How many pieces from `at` on make one row: as many as give a label of the type, otherwise one. */
function exactLength(text: string, lines: Lines, at: number, type: ReportType): number {
  const { pieces } = lines
  const { label, grade, cell } = pieces[at] as Piece
  const isLead = label !== undefined && grade === undefined && cell === undefined
  const words: string[] = []
  const grades: string[] = []
  let longest = 1
  for (let length = 1; length <= mostPieces; length++) {
    const piece = pieces[at + length - 1]
    if (piece === undefined || (length > 1 && isAboveNext(lines, at + length - 1))) break
    if (piece.label !== undefined) words.push(piece.label.text.replaceAll('|', ' '))
    if (piece.grade !== undefined) {
      grades.push(text.slice(piece.grade.span.start, piece.grade.span.end))
      if (grades.length > 1 && !isGradePart(grades.join(' '), type) && !isWrapped(grades, type))
        break
    }
    if (length === 1) continue
    // One label with its grade below, or with a grade that is wrapped around it or below.
    const isBelow = grades.length === length - 1 && (isLead || length > 2)
    const isOne = words.length === 1 && (isBelow || grades.length === length)
    if (words.length < 2 && !isOne) continue
    if (grades.length > 1 && !isWrapped(grades, type)) continue
    const rows = type.rowTitles.named(words.join(' '))
    // What is below the title of a group is the grade of the row that follows.
    const needsRow = isOne || piece.label === undefined
    if (rows !== undefined && (!needsRow || rows.some(({ kind }) => kind === 'row')))
      longest = length
  }
  return longest
}

/**
 * Where grades and rows of the type alternate from `at` on, each row without a grade of its own and the last without
 * one below it, the place after that last row: each grade is above its row. Otherwise `at`.
 */
function endOfGradesAbove(text: string, lines: Lines, at: number, type: ReportType): number {
  const { pieces } = lines
  let end = at
  while (end < pieces.length) {
    const row = endOfGrade(text, pieces, end, type)
    const next = endOfTitle(pieces, row, type, row > end ? 'row' : 'group')
    if (next === row) return row === end ? end : at
    // A grade that is wrapped around its row begins above it too.
    if (row > end && exactLength(text, lines, end, type) > next - end) return end
    end = next
  }
  return end
}

/** The place after the grade that is alone from `at` on, on a line or several; `at` where none is. */
function endOfGrade(text: string, pieces: readonly Piece[], at: number, type: ReportType): number {
  const words: string[] = []
  let end = at
  for (let next = at; next < at + mostPieces; next++) {
    const { label, grade } = pieces[next] ?? {}
    if (label !== undefined || grade === undefined) break
    words.push(text.slice(grade.span.start, grade.span.end))
    // A word of another scale is no piece of a longer one.
    if (next === at && type.scale && standsForGrade(words.join(' '), type.scale)) return next + 1
    if (grade.grade === undefined && wrappedGrade(words, type) === undefined) continue
    if (next > at && wrappedGrade(words, type) === undefined) break
    end = next + 1
  }
  return end
}

/** The place after the title of the type that begins at `at` and has no grade beside it; `at` where none does. */
function endOfTitle(
  pieces: readonly Piece[],
  at: number,
  type: ReportType,
  wanted: RowDefinition['kind'],
): number {
  const words: string[] = []
  let end = at
  for (let next = at; next < at + mostPieces; next++) {
    const { label, grade } = pieces[next] ?? {}
    if (label === undefined || grade !== undefined) break
    words.push(label.text)
    const rows = type.rowTitles.named(words.join(' ')) ?? []
    if (rows.some(({ kind }) => kind === wanted)) end = next + 1
  }
  return end
}

/** The lines of a table, and where blank lines are between them. */
interface Lines {
  readonly pieces: readonly Piece[]
  /** Is there a blank line above the piece, in a table that does not have one above each of its lines? */
  readonly isApart: (at: number) => boolean
  /** Are there blank lines between rows? */
  readonly areRowsApart: boolean
}

function linesOf(pieces: readonly Piece[]): Lines {
  const isBelow = pieces.map(
    ({ line }, at) => at > 0 && line.index === (pieces[at - 1] as Piece).line.index + 1,
  )
  const isSpread = !isBelow.includes(true)
  return {
    pieces,
    isApart: at => at > 0 && !isSpread && isBelow[at] === false,
    areRowsApart: !isSpread && isBelow.filter(each => !each).length > pieces.length / 4,
  }
}

/**
 * How many pieces from `at` on make one row whose words are not those of the type: its title goes on directly below in
 * lower case, or with words that make it nearer to a title of the type.
 */
function wrappedLength(text: string, lines: Lines, at: number, type: ReportType): number {
  const { pieces, isApart, areRowsApart } = lines
  const first = pieces[at] as Piece
  if (first.label === undefined) return 1
  const words = [first.label.text]
  let isKnown = type.rowTitles.has(first.label.text)
  const grades = first.grade === undefined ? [] : [first.grade]
  let length = 1
  for (let next = at + 1; next < at + mostPieces && next < pieces.length; next++) {
    const { label, grade } = pieces[next] as Piece
    if (isApart(next)) break
    if (label === undefined) {
      if (isKnown || !isOwnGrade(text, lines, next, grades, type)) break
      if (grade !== undefined) grades.push(grade)
      length = next - at + 1
      continue
    }
    if (grade !== undefined && (isKnown || grades.length > 0)) {
      const whole = [...grades, grade].map(({ span }) => text.slice(span.start, span.end))
      if (isKnown || !isWrapped(whole, type)) break
    }
    const isRest = areRowsApart && goesOn(label.text)
    if (!isRest && type.rowTitles.nearest(label.text) !== undefined) break
    if (exactLength(text, lines, next, type) > 1) break
    words.push(label.text)
    const isNearer =
      !isKnown &&
      rowsByWords(words.join(' '), type) !== undefined &&
      rowsByWords(label.text, type) === undefined
    if (!goesOn(label.text) && !isNearer) break
    if (grade !== undefined) grades.push(grade)
    isKnown = type.rowTitles.has(words.join(' '))
    length = next - at + 1
  }
  return length
}

/**
 * Is the grade that is alone on its line the one of the title above it, or the rest of that? Not if a title directly
 * below has no other.
 */
function isOwnGrade(
  text: string,
  lines: Lines,
  at: number,
  above: readonly GradeStatement[],
  type: ReportType,
): boolean {
  const { pieces } = lines
  const { grade, line } = pieces[at] as Piece
  if (grade === undefined) return false
  const whole = [...above, grade].map(({ span }) => text.slice(span.start, span.end))
  if (above.length > 0) return isWrapped(whole, type)
  const below = pieces[at + 1]
  if (below?.label === undefined || below.line.index > line.index + 1) return true
  if (below.grade !== undefined || goesOn(below.label.text)) return true
  const row = pieces.slice(at + 1, at + 1 + exactLength(text, lines, at + 1, type))
  return row.some(piece => piece.grade !== undefined)
}

/** The rows of the type that have most of the words. */
function rowsByWords(words: string, type: ReportType): readonly RowDefinition[] | undefined {
  return type.rowTitles.nearestByWords(words, ({ kind }) => kind === 'row')
}

/** In lower case or in brackets: "(and care leavers)". */
const goesOn = (words: string) => /^[*_]*(?:\p{Ll}|\()/u.test(words)

/** The grade whose word is wrapped over these pieces. */
function wrappedGrade(pieces: readonly string[], { scale }: ReportType): Grade | undefined {
  return scale?.byWord.get(singleSpaced(pieces.map(bareWords).join(' ')))
}

/** Are the pieces a grade, or one with a slip in it? */
function isWrapped(pieces: readonly string[], type: ReportType): boolean {
  if (wrappedGrade(pieces, type) !== undefined) return true
  const { scale } = type
  return scale !== undefined && pieces.length > 1 && standsForGrade(pieces.join(' '), scale)
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
): { readonly span: TextSpan; readonly more: readonly Span[]; readonly words: string } | undefined {
  const labels: TextSpan[] = []
  for (const { label } of pieces) if (label !== undefined) labels.push(label)
  const [first, ...more] = labels
  if (first === undefined) return undefined
  const words = labels.map(label => singleSpaced(label.text.replaceAll('|', ' ')))
  return { span: first, more, words: withoutRuns(words.join(' '), isSpaceOrEmphasis) }
}

/**
 * The rows that have this label, exactly or nearly; for a row with a grade that has none, those whose words it has for
 * the most part.
 */
function definitionsOf(
  words: string,
  grade: GradeStatement | undefined,
  type: ReportType,
): Pick<Labelled, 'definitions' | 'isMeant'> {
  const definitions = type.rowTitles.nearest(words)?.named
  if (definitions !== undefined) return { definitions, isMeant: false }
  const meant = grade === undefined ? undefined : rowsByWords(words, type)
  return { definitions: meant ?? [], isMeant: true }
}
