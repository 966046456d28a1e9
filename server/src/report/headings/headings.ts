/** Lines that are titles of the report type, whatever marks, case and grade they carry. */

import { afterCount, attributesEnd } from '../../text/decorations'
import { isUpperLetter } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import {
  isEmphasis,
  isSpaceOrEmphasis,
  isWhiteSpace,
  oneOf,
  runEnd,
  runStart,
} from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle, plainWords } from '../../types/titles'
import { isTailOf, readTail } from '../grades/grade-tails'
import { statement } from '../grades/grades'
import { copulaAt, copulasIn, verdictAt } from '../grades/statement'
import { isBlank, type Line, lineAfterGap, type TypedLines, withoutFurniture } from '../lines/scan'
import type { GradeStatement, Heading } from '../model'

/** A heading line of the text, before it is known which of the sections of that name it is. */
export interface HeadingLine {
  readonly heading: Heading
  /** Sections of the type that have this title. */
  readonly definitions: readonly SectionDefinition[]
  readonly grade: GradeStatement | undefined
  readonly firstLine: number
  /** The line after the last. */
  readonly lastLine: number
}

/** Longest line, in characters, that can be a heading: the longest title of any type with its grade. */
const longest = 220

/** The same with the anchors, links and attributes that Markdown may have there. */
const longestDecorated = 400

/** Reads the line, with the ones after it where a title is wrapped over several, as a title of the type. */
export function readHeading(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): HeadingLine | undefined {
  const line = lines[index] as Line
  if (line.first === 0 || line.furniture || line.to - line.from > longestOf(line)) return undefined
  const { marks, body } = headingBody(text, line)
  const source: TypedLines = { text, lines, type }
  const read = readBody(source, { first: line, last: line, marks, span: body })
  if (read !== undefined) return read
  const start = mayBeCounted(line.first) ? afterCount(text, body) : body.start
  if (start === body.start) return undefined
  return readBody(source, {
    first: line,
    last: line,
    marks: { start: marks.start, end: start },
    span: { start, end: body.end },
  })
}

/** What may be a title, with or without its grade. */
interface Candidate {
  readonly first: Line
  readonly last: Line
  /** The marks before it. */
  readonly marks: Span
  readonly span: Span
}

/** The line as a title of which the candidate is the first line. */
function readBody(source: TypedLines, candidate: Candidate): HeadingLine | undefined {
  const { text, type } = source
  const { first, span } = candidate
  if (!type.sectionTitles.mayBegin(text, span.start, span.end)) return undefined
  const title = titleIn(text, span, type)
  const words = plainWords(text.slice(span.start, span.end))
  const isBegun =
    goesOn(words, type) ||
    (title?.definitions.some(isGraded) === true && gradeFollows(source, first.index)) ||
    leavesGrade(source, candidate)
  if (words.length <= longestWrapped && isBegun) {
    const wrapped = readWrapped(source, candidate, title !== undefined)
    if (wrapped !== undefined) return wrapped
  }
  return title === undefined
    ? readGraded(source, candidate)
    : found(text, candidate, title, undefined)
}

function longestOf({ first }: Line): number {
  return first === 35 || first === 60 || first === 91 ? longestDecorated : longest
}

/** The lines as a title with a grade after it, which ends on the last of them. */
function readGraded(source: TypedLines, candidate: Candidate): HeadingLine | undefined {
  const { text, type } = source
  const { last, span } = candidate
  if (type.scale === undefined) return readUngraded(source, candidate)
  const tail = readTail(text, span, type.scale)
  if (tail === undefined) return readBareGraded(source, candidate)
  if (tail.grade.span.end <= last.from) return undefined
  const graded = titleIn(text, tail.title, type)?.definitions.filter(each =>
    isTailOf(each, tail.grade, type.scale),
  )
  return graded === undefined || graded.length === 0
    ? undefined
    : found(text, candidate, { span: tail.title, definitions: graded }, tail.grade)
}

/** The same in a type that gives no grades, so that a grade from another scale is recognised after its title. */
function readUngraded({ text, type }: TypedLines, candidate: Candidate): HeadingLine | undefined {
  const { last, span } = candidate
  const tail = type.others.scale && readTail(text, span, type.others.scale)
  if (tail?.grade.wordGrade === undefined || tail.grade.span.end <= last.from) return undefined
  const title = titleIn(text, tail.title, type)
  return title && found(text, candidate, { ...title, span: tail.title }, undefined)
}

/** The same where nothing sets the grade off from a title that has it in words: `Children in care good`. */
function readBareGraded({ text, type }: TypedLines, candidate: Candidate): HeadingLine | undefined {
  const { last, span } = candidate
  const { scale, gradedTitles } = type
  if (scale === undefined || gradedTitles.isEmpty) return undefined
  const end = runStart(text, isSpaceOrEmphasis, span.end)
  for (const word of scale.byWord.keys()) {
    const start = end - word.length
    if (start <= Math.max(span.start, last.from - 1)) continue
    if (text.slice(start, end).toLowerCase() !== word) continue
    if (!isSpaceOrEmphasis(text.charCodeAt(start - 1))) continue
    const title = gradedTitles.find(text, { start: span.start, end: start })
    if (title === undefined) continue
    const written = textSpan(text, start, end)
    const grade = statement(written, 'suffix', scale, { number: undefined, word: written })
    return found(text, candidate, { span: title.span, definitions: title.named }, grade)
  }
  return undefined
}

/**
 * The marks before a heading (`## `, with the number that some drafts give their headings) and the rest of the
 * line, without closing marks.
 */
export function headingBody(text: string, line: Line): { marks: Span; body: Span } {
  const { from, to, first } = line
  if (first !== 35) return { marks: { start: from, end: from }, body: { start: from, end: to } }
  const end = withoutClosing(text, line)
  const { heading, label, textStart } = lineBeginning(text, from, to)
  const isYear = label?.depth === 1 && label.value.end - label.value.start > 2
  const isNumbered = label !== undefined && label.depth > 0 && !label.isOpened && !isYear
  // Marks without a gap after them, or too many of them, are no heading, but marks all the same.
  const plain = heading > 0 ? (label?.start ?? textStart) : runEnd(text, isHashOrSpace, from)
  const start = Math.min(end, isNumbered ? label.next : plain)
  return { marks: { start: from, end: start }, body: { start, end } }
}

const isHashOrSpace = (code: number) => isHash(code) || isWhiteSpace(code)

/** A line without marks that begins with a number is a paragraph; `Annex A: ` may come before a title. */
function mayBeCounted(first: number): boolean {
  return first === 35 || isEmphasis(first) || isUpperLetter(first)
}

/** In UTF-16 units. */
const longestAttributes = 200

/** Where closing marks and attributes at the end of a heading begin, with the white space before them. */
function withoutClosing(text: string, { from, to }: Line): number {
  const last = Math.max(from, to - longestAttributes)
  const open = text[to - 1] === '}' ? last + text.slice(last, to).lastIndexOf('{') : -1
  const isSetOff = open > from && isWhiteSpace(text.charCodeAt(open - 1))
  const isAttributes = isSetOff && attributesEnd(text, open, to) === to
  const marks = runStart(text, isHash, isAttributes ? runStart(text, isWhiteSpace, open) : to)
  return Math.max(from, runStart(text, isWhiteSpace, marks))
}

const isHash = oneOf('#')

/** Is the line a Markdown heading, of the type or not? */
export function hasHeadingMarks(text: string, line: Line): boolean {
  return line.first === 35 && /^#{1,6}[ \t]/.test(text.slice(line.from, line.from + 8))
}

/**
 * A title, or a title with its grade, over two or more lines: as many as it takes. Some copies have a blank
 * line after each line, and a page may end in a title; one that `isWhole` on its first line ends before either.
 */
function readWrapped(
  source: TypedLines,
  candidate: Candidate,
  isWhole: boolean,
): HeadingLine | undefined {
  const { lines, type } = source
  const { first: line, span: body } = candidate
  let { text } = source
  let read: HeadingLine | undefined
  let last = line
  for (let count = 1; count < mostLines; count++) {
    const next = lineAfterGap(lines, last.index + 1)
    if (next === undefined || next.to - next.from > longestWrapped) break
    // Each line of a wrapped heading may have its marks; a whole title ends before another heading.
    if (hasHeadingMarks(text, next) && (isWhole || line.first !== 35)) break
    const isApart = next.index > last.index + 1
    if (isApart && (isWhole || read !== undefined) && !gradeFollows(source, next.index - 1)) break
    if (isApart) text = withoutFurniture(source.text, lines)
    last = next
    const span = { start: body.start, end: next.to }
    const title = titleIn(text, span, type)
    // Two whole titles below each other are two headings, though a type may have a title made of both.
    if (isWhole && title !== undefined && titleIn(text, spanOf(next), type) !== undefined) break
    read =
      (title && found(text, { ...candidate, last: next }, title, undefined)) ??
      readGraded({ ...source, text }, { ...candidate, last: next, span }) ??
      read
  }
  return read
}

const spanOf = ({ from, to }: Line): Span => ({ start: from, end: to })

const isGraded = ({ grade }: SectionDefinition) => grade !== undefined

/** Is the line a title with a verb whose grade is on the next line: `Leadership is judged to be`? */
function leavesGrade({ text, lines, type }: TypedLines, { first, span: body }: Candidate): boolean {
  const next = lines[first.index + 1]
  if (type.scale === undefined || next === undefined || isBlank(next)) return false
  const words = text.slice(body.start, next.to)
  const length = body.end - body.start
  for (const { start, end } of copulasIn(words.slice(0, length + longestCopula))) {
    if (end <= length || start >= length) continue
    const title = titleIn(text, { start: body.start, end: body.start + start }, type)
    return title?.definitions.some(isGraded) === true
  }
  return false
}

/** More characters of the next line are no part of a verb. */
const longestCopula = 40

/** Does the next line that is not blank go on with "is good", as the end of a heading does? */
function gradeFollows({ text, lines, type }: TypedLines, at: number): boolean {
  const { scale } = type
  const next = lines[at + 1]
  if (next === undefined || scale === undefined) return false
  // The verb may be alone on its line.
  const words = text.slice(next.from, next.to + longestCopula)
  return copulaAt(words, 0) !== undefined || verdictAt(words, 0, scale) !== undefined
}

/** The longest line of a wrapped title, and the most lines it may have. */
const longestWrapped = 120
const mostLines = 5

/** Are the words the beginning of a title, or a whole one that leaves its grade to the next line? */
function goesOn(words: string, type: ReportType): boolean {
  return (
    type.sectionTitles.isBeginning(words) ||
    / grade\b/i.test(words) ||
    type.gradedTitles.begins(words)
  )
}

function found(
  text: string,
  { first, last, marks }: Candidate,
  { span, definitions }: Title,
  grade: GradeStatement | undefined,
): HeadingLine {
  const bare = bareTitle(text, span)
  return {
    heading: {
      line: { start: first.start, end: last.next },
      title: textSpan(text, bare.start, bare.end),
      marks: textSpan(text, marks.start, marks.end),
    },
    definitions,
    grade,
    firstLine: first.index,
    lastLine: last.index + 1,
  }
}

interface Title {
  readonly span: Span
  readonly definitions: readonly SectionDefinition[]
}

/** The sections whose title the stretch is, or begins with where that is enough. */
function titleIn(text: string, span: Span, type: ReportType): Title | undefined {
  const found = type.sectionTitles.find(text, span)
  if (found !== undefined) return { span: found.span, definitions: found.named }
  const begun = begunBy(text, span, type)
  return begun && { span, definitions: begun }
}

/**
 * The sections whose title the stretch begins with, where that is enough: "Case study: a young carer". A line
 * without marks needs the colon or dash, and must not be a sentence.
 */
function begunBy(
  text: string,
  span: Span,
  type: ReportType,
): readonly SectionDefinition[] | undefined {
  if (type.prefixTitles.isEmpty) return undefined
  const written = text.slice(span.start, span.end)
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end)
  const isMarked = /^\s*(?:#|\*\*|__)/.test(line)
  if (!isMarked && (written.length > longestWrapped || /[.;,]$/.test(written))) return undefined
  for (const { end, named } of type.prefixTitles.beginningsOf(written)) {
    const isSet = written.charAt(end - 1) === ':' || /^\s*[–—:-]\s/.test(written.slice(end))
    if (isMarked || isSet) return named
  }
  return undefined
}
