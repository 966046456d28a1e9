/** Changes to the places that state a grade: grade line, opening sentence, heading, cell. */

import type { GradeStatement, Judgement, Opening, Report, Section } from '../../report/model'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import type { Grade } from '../../types/report-type'
import { likeLetters, mostFrequent, styleOf, usualStyle, writtenAs } from './grade-style'

/** Makes the statement say `grade`, word and number, in its own letters and form. */
export function regrade(statement: GradeStatement, grade: Grade): readonly TextEdit[] {
  const { word, number, wordGrade, numberGrade, more = [] } = statement
  const edits: TextEdit[] = []
  if (word !== undefined && wordGrade !== grade)
    edits.push(replace(word, likeLetters(word.text, grade.word)), ...more.map(remove))
  if (number !== undefined && numberGrade !== grade && grade.number !== undefined)
    edits.push(replace(number, String(grade.number)))
  return edits
}

/** What the statement reads once it says `grade`: `Grade 3 (adequate)`, or only `adequate`. */
export function regraded(report: Report, statement: GradeStatement, grade: Grade): string {
  return writtenAs(styleOf(report.text, statement), grade)
}

/**
 * Makes the opening sentence say `grade`; a, an and the verb follow. No edits where the sentence is no
 * plain statement, or says it already.
 *
 * `Staff training is an inadequate service` becomes `… is a good service`; `Outcomes are good` becomes
 * `Outcomes require improvement to be good` on a scale that says so.
 */
export function restate(
  report: Report,
  opening: Opening | undefined,
  grade: Grade,
): readonly TextEdit[] {
  const statement = opening?.statement
  if (statement === undefined || !statement.plain || statement.grade === grade) return []
  const { word, verb } = statement
  const isPlural = /^(are|were|have|remain|require)$/i.test(verb.text)
  const complement = isPlural ? grade.plural : grade.singular
  const hasVerb = /^requires?\b/i
  if (hasVerb.test(complement) === hasVerb.test(word.text)) {
    const written = likeLetters(word.text, complement)
    return [...article(report.text, word.start, written), replace(word, written)]
  }
  if (hasVerb.test(complement)) {
    const between = report.text.slice(verb.end, word.start)
    if (between.trim() !== '') return []
    const past = /^(was|were)$/i.test(verb.text)
    const written = past ? complement.replace(hasVerb, 'required') : complement
    return [replace({ start: verb.start, end: word.end }, written)]
  }
  return [replace(word, `${isPlural ? 'are' : 'is'} ${complement}`)]
}

/** The change of "a" to "an" or back before the word that now stands at `wordStart`. */
function article(text: string, wordStart: number, word: string): readonly TextEdit[] {
  const before = /(?<![\w’'])(an?)(\s+[*_]*)$/i.exec(
    text.slice(Math.max(0, wordStart - 8), wordStart),
  )
  if (before === null) return []
  const [whole, old = ''] = before
  const right = /^[aeiou]/i.test(word) ? 'an' : 'a'
  if (old.toLowerCase() === right) return []
  const start = wordStart - whole.length
  return [replace({ start, end: start + old.length }, likeLetters(old.charAt(0), right))]
}

/** Makes the section say `grade`: its grade line and, where it plainly states it, its opening sentence. */
export function regradeSection(
  report: Report,
  section: Section,
  grade: Grade,
): readonly TextEdit[] {
  return [
    ...(section.grade === undefined ? [] : regrade(section.grade, grade)),
    ...restate(report, section.opening, grade),
  ]
}

/** Makes the judgement's row say `grade`. */
export function regradeRow(judgement: Judgement, grade: Grade): readonly TextEdit[] {
  const statement = judgement.row?.grade
  return statement === undefined ? [] : regrade(statement, grade)
}

/** The grade line for `grade`, in the report's own style: `**Grade 2 (Good)**`. */
export function gradeLine(report: Report, grade: Grade): string {
  const style = usualStyle(report)
  return style.marks + writtenAs(style, grade) + style.marks
}

/** A line for a grade that nothing states yet: `Grade [number] ([grade])`. */
export function openGradeLine(report: Report): string {
  const { form, marks } = usualStyle(report)
  return marks + form.replace('{number}', '[number]').replace('{word}', '[grade]') + marks
}

/** Puts a grade line (without line end) into the section, with blank lines as the other sections have. */
export function insertGradeLine(report: Report, section: Section, line: string): TextEdit {
  const { text, lines } = report
  const at = section.gradeAt
  const spacing = usualSpacing(report)
  const number = lines.lineAt(at)
  const atLineStart = lines.start(number) === at
  const lineBefore = atLineStart ? number - 1 : number
  const before = spacing.before && !isBlank(report, lineBefore) ? '\n' : ''
  const after = spacing.after && at < text.length && !isBlank(report, number) ? '\n' : ''
  return insert(at, `${atLineStart ? '' : '\n'}${before}${line}\n${after}`)
}

/** Do blank lines stand before and after the grade lines of this report? */
function usualSpacing(report: Report): { readonly before: boolean; readonly after: boolean } {
  const graded = report.sections.flatMap(({ grade }) =>
    grade?.form === 'line' ? [report.lines.lineAt(grade.span.start)] : [],
  )
  const blanks = graded.map(line => ({
    before: isBlank(report, line - 1),
    after: isBlank(report, line + 1),
  }))
  return mostFrequent(blanks, JSON.stringify) ?? { before: true, after: true }
}

function isBlank({ text, lines }: Report, line: number): boolean {
  return text.slice(lines.start(line), lines.end(line)).trim() === ''
}
