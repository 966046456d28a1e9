/** Lines that are titles of the report type, whatever marks, case and grade they carry. */

import { plainLetters } from '../../text/characters'
import { isDigit } from '../../text/letters'
import { isWhiteSpace, oneOf, runStart } from '../../text/runs'
import { isSpace, type Span, textSpan } from '../../text/span'
import {
  type FirstWords,
  normalTitle,
  type ReportType,
  type SectionDefinition,
} from '../../types/report-type'
import { verbIn } from '../../types/scale'
import { isTailOf, readTail } from '../grades/grade-tails'
import { isBlank, type Line } from '../lines/scan'
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

/** Reads the line, with the ones after it where a title is wrapped over several, as a title of the type. */
export function readHeading(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): HeadingLine | undefined {
  const line = lines[index] as Line
  if (line.first === 0 || line.to - line.from > longest || line.furniture) return undefined
  if (line.first !== 35 && !mayBeTitle(text, line.from, line.to, type)) return undefined
  const { marks, body } = headingBody(text, line)
  if (!mayBeTitle(text, body.start, body.end, type)) return undefined
  const normal = normalTitle(text.slice(body.start, body.end))
  const title = titleOf(text, body, normal, type)
  if (body.end - body.start <= longestWrapped && goesOn(normal, type)) {
    const wrapped = readWrapped(text, lines, index, body, marks, title !== undefined, type)
    if (wrapped !== undefined) return wrapped
  }
  if (title !== undefined)
    return found(text, line, line, marks, title.span, title.definitions, undefined)
  return readGraded(text, line, line, marks, body, type)
}

/** The lines as a title with a grade after it, which ends on the last of them. */
function readGraded(
  text: string,
  first: Line,
  last: Line,
  marks: Span,
  span: Span,
  type: ReportType,
): HeadingLine | undefined {
  if (type.scale === undefined) return undefined
  const tail = readTail(text, span, type.scale)
  if (tail === undefined || tail.grade.span.end <= last.from) return undefined
  const graded = titleIn(text, tail.title, type)?.definitions.filter(each =>
    isTailOf(each, tail.grade),
  )
  return graded === undefined || graded.length === 0
    ? undefined
    : found(text, first, last, marks, tail.title, graded, tail.grade)
}

/**
 * The marks before a heading (`## `, with the number that some drafts give their headings) and the rest of the
 * line, without closing marks and an anchor (`{#id}`).
 */
export function headingBody(text: string, line: Line): { marks: Span; body: Span } {
  if (line.first !== 35)
    return { marks: { start: line.from, end: line.from }, body: { start: line.from, end: line.to } }
  const content = text.slice(line.from, line.to)
  const marks = /^#+\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?/.exec(content)?.[0].length ?? 0
  const start = line.from + marks
  return {
    marks: { start: line.from, end: start },
    body: { start, end: Math.max(start, line.from + withoutAnchor(content)) },
  }
}

/** Where closing marks and an anchor at the end of a heading begin, with the white space before them. */
function withoutAnchor(content: string): number {
  const end = runStart(content, isWhiteSpace, runStart(content, isHash))
  if (content.charAt(end - 1) !== '}') return end
  const anchor = content.indexOf('{#', content.lastIndexOf('}', end - 2) + 1)
  return anchor === -1 || anchor > end ? end : runStart(content, isWhiteSpace, anchor)
}

const isHash = oneOf('#')

/** Is the line a Markdown heading, of the type or not? */
export function hasHeadingMarks(text: string, line: Line): boolean {
  return line.first === 35 && /^#{1,6}[ \t]/.test(text.slice(line.from, line.from + 8))
}

/** The span without emphasis marks, white space and the final colon around a title. */
export function bareTitle(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /[\s*_#]/.test(text[start] as string)) start++
  while (end > start && /[\s*_:#]/.test(text[end - 1] as string)) end--
  return { start, end }
}

/**
 * A title, or a title with its grade, over two or more lines: as many as it takes. Some copies have a blank
 * line after each line; a title that `isWhole` on its first line ends before one.
 */
function readWrapped(
  text: string,
  lines: readonly Line[],
  index: number,
  body: Span,
  marks: Span,
  isWhole: boolean,
  type: ReportType,
): HeadingLine | undefined {
  const line = lines[index] as Line
  let read: HeadingLine | undefined
  let blanks = 0
  for (let at = index + 1; at < index + blanks + mostLines; at++) {
    const next = lines[at]
    if (next === undefined || next.furniture || hasHeadingMarks(text, next)) break
    if (isBlank(next)) {
      const isDone = (isWhole || read !== undefined) && !gradeFollows(text, lines, at, type)
      if (isDone || isBlank(lines[at - 1] as Line)) break
      blanks++
      continue
    }
    if (next.to - next.from > longestWrapped) break
    const span = { start: body.start, end: next.to }
    const title = titleIn(text, span, type)
    read =
      (title && found(text, line, next, marks, title.span, title.definitions, undefined)) ??
      readGraded(text, line, next, marks, span, type) ??
      read
  }
  return read
}

/** Does the next line that is not blank go on with "is good", as the end of a heading does? */
function gradeFollows(
  text: string,
  lines: readonly Line[],
  at: number,
  { scale }: ReportType,
): boolean {
  const next = lines[at + 1]
  if (next === undefined || scale === undefined) return false
  const words = text.slice(next.from, next.to)
  return /^(?:is|are)\b/.test(words) || verbIn(words, scale) !== undefined
}

/** The longest line of a wrapped title, and the most lines it may have. */
const longestWrapped = 120
const mostLines = 5

/** Is a line of these words the beginning of a title, or a whole one that leaves its grade to the next line? */
function goesOn(normal: string, type: ReportType): boolean {
  return (
    type.titleBeginnings.has(normal) ||
    / grade\b/.test(normal) ||
    type.suffixTitles.some(title => normal.startsWith(title))
  )
}

function found(
  text: string,
  first: Line,
  last: Line,
  marks: Span,
  title: Span,
  definitions: readonly SectionDefinition[],
  grade: GradeStatement | undefined,
): HeadingLine {
  const bare = bareTitle(text, title)
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

/** The sections whose title the stretch is, without a footnote's number after it. */
function titleIn(text: string, span: Span, type: ReportType): Title | undefined {
  if (!mayBeTitle(text, span.start, span.end, type)) return undefined
  return titleOf(text, span, normalTitle(text.slice(span.start, span.end)), type)
}

/** The same for a stretch that begins like a title and whose normal form is `normal`. */
function titleOf(text: string, span: Span, normal: string, type: ReportType): Title | undefined {
  const definitions = type.sectionsByTitle.get(normal)
  if (definitions !== undefined) return { span, definitions }
  const bare = withoutFootnote(text, span)
  const named = bare && type.sectionsByTitle.get(normalTitle(text.slice(bare.start, bare.end)))
  if (bare !== undefined && named !== undefined) return { span: bare, definitions: named }
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
  const { titles, mostWords } = type.prefixTitles
  if (mostWords === 0) return undefined
  const written = text.slice(span.start, span.end)
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end)
  const isMarked = /^\s*(?:#|\*\*|__)/.test(line)
  if (!isMarked && (written.length > longestWrapped || /[.;,]$/.test(written))) return undefined
  const words = [...written.matchAll(/\S+/g)].slice(0, mostWords + 1)
  for (const { 0: word, index } of words.reverse()) {
    const beginning = written.slice(0, index + word.length)
    const rest = written.slice(beginning.length)
    if (!isMarked && !/:$/.test(beginning) && !/^\s*[–—:-]\s/.test(rest)) continue
    const normal = normalTitle(beginning)
    if (titles.has(normal)) return type.sectionsByTitle.get(normal)?.filter(({ prefix }) => prefix)
  }
  return undefined
}

/** The stretch without the number of a footnote at its end; undefined where there is none. */
export function withoutFootnote(text: string, { start, end }: Span): Span | undefined {
  const last = text.charCodeAt(end - 1)
  if (!isDigit(last) && last !== 93 && last !== 0xb9 && last !== 0xb2 && last !== 0xb3)
    return undefined
  let before = end - 1
  while (before > start && isMarkOrDigit(text.charCodeAt(before))) before--
  // A number set apart by white space is a page number, except after a question mark.
  if (isSpace(text.charCodeAt(before)) && text.charCodeAt(before - 1) !== 63) return undefined
  const mark = footnote.exec(text.slice(start, end))
  return mark === null ? undefined : { start, end: start + mark.index }
}

const isMarkOrDigit = (code: number) => isDigit(code) || code === 42 || code === 95

const footnote = /(?:(?<=[\p{L}?:])[*_]{0,3}(?:\d{1,2}|[¹²³])|(?<=\?)\s?\d|\s?\[\^?\d{1,2}\])$/u

/** Does the stretch begin like a title, so that a closer look is worth while? */
function mayBeTitle(text: string, start: number, end: number, type: ReportType): boolean {
  return beginsLike(text, start, end, type.titleStarts)
}

/** Does the stretch begin, after any emphasis, with one of the first words? */
export function beginsLike(text: string, start: number, end: number, first: FirstWords): boolean {
  let at = start
  while (at < end && (text.charCodeAt(at) === 42 || text.charCodeAt(at) === 95)) at++
  const code = text.charCodeAt(at)
  if (code < 128 && !first.codes.has(code | 32)) return false
  let wordEnd = at
  while (wordEnd < end && isPlainLetter(text.charCodeAt(wordEnd))) wordEnd++
  const isPlain = wordEnd > at && (wordEnd === end || text.charCodeAt(wordEnd) < 128)
  if (isPlain) return first.words.has(text.slice(at, wordEnd).toLowerCase())
  // Ligatures and invisible characters may be in the word.
  const plain = plainLetters(text.slice(at, at + 3))
  return first.beginnings.has(plain.slice(0, 2).toLowerCase())
}

function isPlainLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}
