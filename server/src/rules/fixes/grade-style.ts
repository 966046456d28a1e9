/** How a grade is written down: its case, its form, its emphasis. */

import type { GradeStatement, Report } from '../../report/model'
import { isEmphasis, runStart } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import { isNear } from '../../types/near'
import type { Grade, Scale } from '../../types/report-type'

export interface GradeStyle {
  /** The statement with its word and number left open: `Grade {number} ({word})`. */
  readonly form: string
  readonly letters: 'lower' | 'capital' | 'capitals' | 'upper'
  /** The emphasis marks on either side: `**`, or empty. */
  readonly marks: string
}

/** How this statement is written: `**Grade 2 (Good)**` has capital letters, marks, and the form above. */
export function styleOf(text: string, statement: GradeStatement): GradeStyle {
  return {
    form: singleSpaced(openForm(text, statement)),
    letters: lettersOf(statement.word?.text ?? ''),
    marks: marksAround(text, statement),
  }
}

/** The statement's text with its word and number left open. */
function openForm(text: string, { span, word, number }: GradeStatement): string {
  const isNumberFirst = word === undefined || (number !== undefined && number.start < word.start)
  let form = ''
  let at = span.start
  for (const part of isNumberFirst ? [number, word] : [word, number]) {
    if (part === undefined) continue
    form += text.slice(at, part.start) + (part === word ? '{word}' : '{number}')
    at = part.end
  }
  return form + text.slice(at, span.end)
}

/** The emphasis marks that are on both sides of the statement. */
function marksAround(text: string, { span }: GradeStatement): string {
  const isMarked = '*_'.includes(text.charAt(span.start - 1))
  if (!isMarked) return ''
  const start = runStart(text, isEmphasis, span.start)
  const before = text.slice(Math.max(start, span.start - 3), span.start)
  return text.startsWith(before, span.end) ? before : ''
}

/** The style that a type asks for, in lower case and without emphasis. */
function styleOfType(report: Report): GradeStyle {
  return { form: report.type.scale?.line ?? '{word}', letters: 'lower', marks: '' }
}

/** The style of most of the section grades that are on a line of their own; without any, the type's. */
export function usualStyle(report: Report): GradeStyle {
  const styles = report.sections.flatMap(({ grade }) =>
    grade?.form === 'line' && grade.grade !== undefined ? [styleOf(report.text, grade)] : [],
  )
  return mostFrequent(styles, style => JSON.stringify(style)) ?? styleOfType(report)
}

/**
 * The grade in the statement's letters, and in the words that most other places of its kind have for it: a
 * table may say "Requires Improvement" where headings say "requires improvement to be good". Where no other
 * place has it, in the type's words. A word that is on no scale shows nothing about the letters of this report: then
 * the other places do.
 */
export function usualWord(report: Report, statement: GradeStatement, grade: Grade): string {
  const { scale } = report.type
  const slip = scale && slipOf(statement, grade, scale)
  if (slip !== undefined) return likeLetters(statement.word?.text ?? '', slip)
  const others = otherPlaces(report, statement)
  const wordings = others.flatMap(other =>
    other.wordGrade === grade ? wordingOf(report.text, other) : [],
  )
  const usual = mostFrequent(wordings, words => words) ?? grade.word
  const sample = sampleWord(report, statement)
  const isOff = statement.wordGrade === undefined && wordings.length > 0
  // A single word does not show whether the second of two would have a capital letter too.
  const isOpen = lettersOf(sample) === 'capital' && !/\s/.test(sample)
  return isOff || (isOpen && lettersOf(usual) === 'capitals')
    ? usual
    : likeLetters(sample, usual.toLowerCase())
}

/** The grade's word or words that the statement has with a slip in them: `requires improvement` for `reqires improvement`. */
export function slipOf(
  { word, wordGrade }: GradeStatement,
  grade: Grade,
  { byWord }: Scale,
): string | undefined {
  if (word === undefined || wordGrade !== undefined) return undefined
  const written = singleSpaced(word.text.toLowerCase())
  for (const [words, each] of byWord)
    if (each === grade && written[0] === words[0] && isNear(written, words)) return words
  return undefined
}

/** A word in the letters in which the statement's is to be: its own, or for one on no scale that of other places. */
export function sampleWord(report: Report, statement: GradeStatement): string {
  const own = statement.word?.text ?? ''
  if (statement.wordGrade !== undefined) return own
  const words = otherPlaces(report, statement).flatMap(({ word, wordGrade }) =>
    wordGrade === undefined || word === undefined ? [] : word.text,
  )
  return mostFrequent(words, lettersOf) ?? own
}

/** The other statements of its kind: those of rows, or those of sections in the same form. */
function otherPlaces(
  { sections, summary }: Report,
  statement: GradeStatement,
): readonly GradeStatement[] {
  // Sentences of the cover are rows too, with a verb: "services require improvement" is not the wording of a
  // cell.
  const rows = (summary?.entries ?? []).map(({ grade }) => grade)
  const own = sections.map(({ grade }) => grade)
  return (statement.form === 'cell' && !own.includes(statement) ? rows : own).filter(
    other => other !== undefined && other !== statement && other.form === statement.form,
  ) as readonly GradeStatement[]
}

function wordingOf(text: string, { word, more = [] }: GradeStatement): string {
  const pieces = [word?.text ?? '', ...more.map(({ start, end }) => text.slice(start, end))]
  return singleSpaced(pieces.join(' '))
}

/** The value whose key occurs most often; the first of those that occur equally often. */
export function mostFrequent<T>(values: readonly T[], keyOf: (value: T) => string): T | undefined {
  const counts = new Map<string, { value: T; count: number }>()
  for (const value of values) {
    const entry = counts.get(keyOf(value))
    if (entry === undefined) counts.set(keyOf(value), { value, count: 1 })
    else entry.count++
  }
  let most: { value: T; count: number } | undefined
  for (const entry of counts.values())
    if (most === undefined || entry.count > most.count) most = entry
  return most?.value
}

/** The words that most cells of the summary table have for the grade; undefined where none has it. */
export function wordInCells({ text, summary }: Report, grade: Grade): string | undefined {
  const wordings = (summary?.entries ?? []).flatMap(({ grade: cell }) =>
    cell?.form === 'cell' && cell.wordGrade === grade ? [wordingOf(text, cell)] : [],
  )
  return mostFrequent(wordings, String)
}

/** The grade in the style, without its emphasis marks: `Grade 2 (Good)`; `own` is its word as it is to be written. */
export function writtenAs(style: GradeStyle, grade: Grade, own?: string): string {
  const word = own ?? withLetters(style.letters, grade.word)
  if (grade.number === undefined && style.form.includes('{number}'))
    return withLetters('capital', grade.word)
  return style.form.replace('{word}', word).replace('{number}', String(grade.number))
}

/** The word in the same case as `sample`: after "Good", "adequate" becomes "Adequate". */
export function likeLetters(sample: string, word: string): string {
  return withLetters(lettersOf(sample), word)
}

function lettersOf(sample: string): GradeStyle['letters'] {
  if (sample === sample.toLowerCase()) return 'lower'
  if (/\p{Lu}{2}/u.test(sample) && !/\p{Ll}/u.test(sample)) return 'upper'
  return /^\S+ .*\p{Lu}/u.test(sample) ? 'capitals' : 'capital'
}

function withLetters(letters: GradeStyle['letters'], word: string): string {
  if (letters === 'lower') return word
  if (letters === 'upper') return word.toUpperCase()
  const first = letters === 'capital' ? /^./u : /(?<!\S)./gu
  return word.replace(first, letter => letter.toUpperCase())
}
