/** Finds grades that are not on the report type's scale. */

import * as l10n from '@vscode/l10n'
import { distance } from 'fastest-levenshtein'
import { isGradePart } from '../report/lines/table-lines'
import type { GradeStatement, Judgement, Opening, Report, SummaryEntry } from '../report/model'
import { replace, type TextEdit } from '../text/edits'
import { overlaps, type TextSpan, textSpan } from '../text/span'
import { isNear } from '../types/near'
import type { Grade, Scale } from '../types/report-type'
import { correctedWords } from './fixes/corrected-words'
import { likeLetters, slipOf, usualStyle, usualWord, writtenAs } from './fixes/grade-style'
import { regrade, regraded, reword } from './fixes/grades'
import { nearest } from './fixes/nearest'
import { onOneLine } from './fixes/one-line'
import { cellText } from './fixes/summary-rows'
import { sectionGrade } from './fixes/summary-table'
import { meantRow } from './fixes/unknown-rows'
import type { Finding, Fix, Rule } from './rule'

export const unknownGrade: Rule = {
  id: 'unknown-grade',
  summary: 'A grade that is not on the scale',
  severity: 'error',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const { scale } = report.type
    if (scale === undefined || scale.grades.length === 0) return
    const { grades } = scale
    const words = grades.map(grade => grade.word).join(', ')
    for (const place of places(report)) {
      const { statement } = place
      const { word, number, unfinished } = statement
      if (isPlaceholder(report, statement) || (!unfinished && isKnown(statement))) continue
      if (!isOfTheType(report, place)) continue
      const wrong = wrongPiece(report, statement) ??
        word ??
        number ?? { ...statement.span, text: '' }
      yield {
        span: unfinished ? statement.span : wrong,
        message: unfinished
          ? l10n.t('This grade is not finished. Write one of these: {0}.', words)
          : word === undefined
            ? l10n.t('The scale has no grade {0}. Write the right number.', wrong.text)
            : l10n.t('"{0}" is not on the scale. Write one of these: {1}.', wrong.text, words),
        toDo: unfinished && report.status === 'draft',
        fixes: () => fixes(report, place, scale),
      }
    }
    for (const { section, row } of report.judgements) {
      const { offScale } = section?.opening ?? {}
      if (offScale === undefined) continue
      const other = section?.grade?.grade ?? row?.grade?.grade
      yield {
        span: onOneLine(report, offScale.word),
        message: l10n.t(
          '"{0}" is not on the scale. Write one of these: {1}.',
          offScale.word.text,
          words,
        ),
        fixes: () => firstAnd(other, grades).flatMap(grade => inSentence(report, offScale, grade)),
      }
    }
  },
}

/** Of a grade that is wrapped over several lines, the first piece that no grade has. */
function wrongPiece(report: Report, { word, more = [] }: GradeStatement): TextSpan | undefined {
  if (word === undefined || more.length === 0) return undefined
  const pieces = [word, ...more.map(({ start, end }) => textSpan(report.text, start, end))]
  return pieces.find(({ text }) => !isGradePart(text, report.type))
}

/** The grade written after the verb of the sentence. */
function inSentence(
  report: Report,
  statement: NonNullable<Opening['offScale']>,
  grade: Grade,
): readonly Fix[] {
  const edits = reword(report, statement, grade, '')
  const written = edits.at(-1)?.newText
  return written === undefined
    ? []
    : [{ title: l10n.t('Write "{0}"', written), safe: false, edits }]
}

function firstAnd(first: Grade | undefined, grades: readonly Grade[]): readonly Grade[] {
  return first === undefined ? grades : [first, ...grades.filter(grade => grade !== first)]
}

interface Place {
  readonly statement: GradeStatement
  /** The row that states it, if one does. */
  readonly entry?: SummaryEntry
  /** What the judgement's other place says. */
  readonly other: Grade | undefined
}

/** The grades of the type's sections and of all rows. */
function* places(report: Report): Iterable<Place> {
  const judgements = new Map<GradeStatement | undefined, Judgement>()
  for (const judgement of report.judgements) {
    judgements.set(judgement.section?.grade, judgement)
    judgements.set(judgement.row?.grade, judgement)
  }
  for (const { grade: statement } of report.sections) {
    if (statement === undefined) continue
    const judgement = judgements.get(statement)
    yield {
      statement,
      other: judgement?.row?.grade?.grade ?? judgement?.section?.opening?.statement?.grade,
    }
  }
  for (const entry of report.summary?.entries ?? []) {
    const { kind, grade: statement } = entry
    if ((kind === 'row' || kind === 'unknown') && statement !== undefined)
      yield { statement, entry, other: sectionGrade(judgements.get(statement)) }
  }
}

/** A row that the type does not have is taken for one of its own only where it is clear which was meant. */
function isOfTheType(report: Report, { entry }: Place): boolean {
  if (entry?.kind !== 'unknown' || report.summary === undefined) return true
  return meantRow(report, report.summary, entry) !== undefined
}

function isKnown({ word, wordGrade, number, numberGrade, isNone }: GradeStatement): boolean {
  if (isNone === true) return true
  if (word !== undefined) return wordGrade !== undefined
  return number === undefined || numberGrade !== undefined
}

/** A placeholder such as `[grade]` is reported as one. */
function isPlaceholder(report: Report, { span }: GradeStatement): boolean {
  return report.placeholders.some(placeholder => overlaps(placeholder, span))
}

function fixes(report: Report, place: Place, scale: Scale): readonly Fix[] {
  const { statement } = place
  const { word, numberGrade } = statement
  const [first, ...others] = inOrder(place, scale)
  if (first === undefined) return []
  const isSlip =
    word !== undefined &&
    isMisspelt(word.text, first.word) &&
    (numberGrade === undefined || numberGrade === first)
  return [first, ...others].map(grade => {
    const wrapped = inPieces(report, statement, grade)
    const isWhole = statement.unfinished || (statement.form === 'cell' && !statement.more)
    const edits =
      wrapped ??
      (isWhole
        ? [replace(statement.span, written(report, place, grade))]
        : regrade(report, statement, grade))
    const isOne = isWhole || (edits.length === 1 && word !== undefined)
    const title =
      wrapped === undefined && isOne
        ? (edits[0]?.newText ?? '')
        : regraded(report, statement, grade)
    return {
      title: l10n.t('Write "{0}"', title),
      safe: false,
      preferred: isSlip && grade === first,
      edits,
    }
  })
}

/** A slip in a grade that is wrapped over several lines, corrected in its own line. */
function inPieces(
  { text, type }: Report,
  { word, more = [] }: GradeStatement,
  grade: Grade,
): readonly TextEdit[] | undefined {
  if (word === undefined || more.length === 0) return undefined
  const pieces = more.map(({ start, end }) => textSpan(text, start, end))
  const whole = [word, ...pieces].map(each => each.text).join(' ')
  const words = [...(type.scale?.byWord ?? [])].find(
    ([name, each]) => each === grade && isMisspelt(whole, name),
  )
  return words && correctedWords([word, ...pieces], words[0])
}

/**
 * A grade with one letter too many is that grade; a word that begins in another way may be meant as it stands, as
 * "adequate" is on other scales: it is no slip for "inadequate".
 */
function isMisspelt(word: string, grade: string): boolean {
  return isNear(word, grade) && word.charAt(0).toLowerCase() === grade.charAt(0).toLowerCase()
}

/**
 * The grade that the judgement's other place gives comes first, otherwise the one of the number, otherwise the one
 * whose word was misspelt or begun; those that follow are in the order of the scale.
 */
function inOrder({ statement, other }: Place, scale: Scale): readonly Grade[] {
  const { grades, others } = scale
  const { word, number, numberGrade } = statement
  const like = word && nearest(word.text, grades, grade => grade.word)[0]
  // A word of another scale is no slip for one that it is like: "adequate" is not meant for "inadequate".
  const isOther = others.has(word?.text.toLowerCase() ?? '')
  const isLike = !isOther && like !== undefined && isAlike(word?.text ?? '', like.word)
  const meant = grades.find(grade => slipOf(statement, grade, scale) !== undefined)
  const first = other ?? numberGrade ?? meant ?? (isLike ? like : undefined)
  if (first !== undefined) return firstAnd(first, grades)
  if (word !== undefined || number === undefined) return grades
  const far = (grade: Grade) => Math.abs((grade.number ?? 0) - Number(number.text))
  return [...grades].sort((a, b) => far(a) - far(b))
}

/** Does the word begin the grade's, or differ from it in no more than a third of the letters? */
function isAlike(word: string, grade: string): boolean {
  const [written, name] = [word.toLowerCase(), grade.toLowerCase()]
  return name.startsWith(written) || distance(written, name) * 3 <= name.length
}

/**
 * The whole statement rewritten: that of a row like the other rows, that of a line like the other lines, that of a
 * section's box with a capital letter where it had one.
 */
function written(report: Report, { statement, entry }: Place, grade: Grade): string {
  const { form, word } = statement
  const { scale } = report.type
  const slip = scale && word && slipOf(statement, grade, scale)
  if (slip !== undefined && form === 'cell') return likeLetters(word?.text ?? '', slip)
  if (form === 'cell' && entry === undefined && word !== undefined)
    return usualWord(report, statement, grade)
  if (form === 'cell') return cellText(report, report.summary, grade)
  if (form === 'suffix') return usualWord(report, statement, grade)
  return writtenAs(usualStyle(report), grade)
}
