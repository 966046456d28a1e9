/** Finds grades that are not on the report type's scale. */

import type { GradeStatement, Report } from '../report/model'
import { replace, type TextEdit } from '../text/edits'
import { overlaps } from '../text/span'
import type { Grade } from '../types/report-type'
import { likeLetters, usualStyle, writtenAs } from './fixes/grade-style'
import { regrade, regraded } from './fixes/grades'
import { isNear, nearest } from './fixes/nearest'
import type { Finding, Fix, Rule } from './rule'

export const unknownGrade: Rule = {
  id: 'unknown-grade',
  summary: 'A grade that is not on the scale',
  severity: 'error',
  fixable: 'always',
  *check(report): Iterable<Finding> {
    const grades = report.type.scale?.grades ?? []
    if (grades.length === 0) return
    const words = grades.map(grade => grade.word).join(', ')
    for (const statement of statements(report)) {
      const { word, number, unfinished } = statement
      if (unfinished ? isPlaceholder(report, statement) : isKnown(statement)) continue
      const wrong = word ?? number ?? { ...statement.span, text: '' }
      yield {
        span: unfinished ? statement.span : wrong,
        message: unfinished
          ? `This grade is not finished. Write one of these: ${words}.`
          : word === undefined
            ? `The scale has no grade ${wrong.text}. Write the right number.`
            : `"${wrong.text}" is not on the scale. Write one of these: ${words}.`,
        toDo: unfinished && report.status === 'draft',
        fixes: () => fixes(report, statement, grades),
      }
    }
  },
}

/** The grades of the sections and of the rows that are the type's. */
function* statements(report: Report): Iterable<GradeStatement> {
  for (const { grade } of report.sections) if (grade !== undefined) yield grade
  for (const { kind, grade } of report.summary?.entries ?? [])
    if (kind === 'row' && grade !== undefined) yield grade
}

function isKnown({ word, wordGrade, number, numberGrade }: GradeStatement): boolean {
  if (word !== undefined) return wordGrade !== undefined
  return number === undefined || numberGrade !== undefined
}

/** A placeholder such as `[grade]` is found as such. */
function isPlaceholder(report: Report, { span }: GradeStatement): boolean {
  return report.placeholders.some(placeholder => overlaps(placeholder, span))
}

function fixes(
  report: Report,
  statement: GradeStatement,
  grades: readonly Grade[],
): readonly Fix[] {
  const { word, numberGrade } = statement
  const [first, ...others] = inOrder(statement, grades)
  if (first === undefined) return []
  const isSlip =
    word !== undefined &&
    isNear(word.text, first.word) &&
    (numberGrade === undefined || numberGrade === first)
  return [first, ...others].map(grade => {
    const edits = statement.unfinished
      ? finished(report, statement, grade)
      : regrade(statement, grade)
    const isWhole = edits.length > 1 || word === undefined
    const title = isWhole ? regraded(report, statement, grade) : (edits[0]?.newText ?? '')
    return { title: `Write "${title}"`, safe: false, preferred: isSlip && grade === first, edits }
  })
}

/** The grades nearest to the word; without a word, nearest to the number. */
function inOrder({ word, number }: GradeStatement, grades: readonly Grade[]): readonly Grade[] {
  if (word !== undefined) return nearest(word.text, grades, grade => grade.word)
  const wanted = Number(number?.text ?? 0)
  const far = (grade: Grade) => Math.abs((grade.number ?? 0) - wanted)
  return [...grades].sort((a, b) => far(a) - far(b))
}

/** Writes the whole statement anew, since its bracket is still open. */
function finished(report: Report, statement: GradeStatement, grade: Grade): readonly TextEdit[] {
  const { form, span, word } = statement
  const isLine = form === 'line' || form === 'tail'
  const written = isLine
    ? writtenAs(usualStyle(report), grade)
    : likeLetters(form === 'cell' ? 'Good' : (word?.text ?? ''), grade.word)
  return [replace(span, written)]
}
