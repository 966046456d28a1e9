/** Changes to the places that state a grade: grade line, opening sentence, heading, cell. */

import { copulasIn } from '../../report/grades/statement'
import type { GradeStatement, Judgement, Opening, Report, Section } from '../../report/model'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import { append } from '../../text/lists'
import { isBlankSpace, runStart } from '../../text/runs'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { Grade } from '../../types/report-type'
import { verbIn } from '../../types/scale'
import {
  likeLetters,
  mostFrequent,
  sampleWord,
  styleOf,
  usualStyle,
  usualWord,
  writtenAs,
} from './grade-style'

/**
 * Makes the statement say `grade`, word and number, in its own case and form. After a verb, as in a heading
 * "Care is good", the verb is adapted: "Care requires improvement".
 */
export function regrade(
  report: Report,
  statement: GradeStatement,
  grade: Grade,
): readonly TextEdit[] {
  const { word, number, wordGrade, numberGrade, more = [] } = statement
  const edits: TextEdit[] = []
  if (word !== undefined && wordGrade !== grade) {
    const verb = statement.form === 'suffix' ? verbOf(report, word) : undefined
    const written = usualWord(report, statement, grade)
    if (verb !== undefined)
      append(edits, reword(report, { word, verb }, grade, sampleWord(report, statement)))
    else if (more.length > 0) append(edits, unwrapped(report, [word, ...more], written))
    else edits.push(replace(word, written))
  }
  if (number !== undefined && numberGrade !== grade && grade.number !== undefined)
    edits.push(replace(number, String(grade.number)))
  return edits
}

/**
 * Writes the word in place of one that is wrapped over several lines of a cell: beside the row's label,
 * wherever that is. Lines that held nothing but a piece of the old word are removed.
 */
function unwrapped(
  { text, lines }: Report,
  pieces: readonly [Span, ...Span[]],
  written: string,
): readonly TextEdit[] {
  const lineOf = ({ start }: Span): Span => {
    const line = lines.lineAt(start)
    return { start: lines.start(line), end: lines.start(line + 1) }
  }
  const isAlone = (piece: Span): boolean => {
    const { start, end } = lineOf(piece)
    return (text.slice(start, piece.start) + text.slice(piece.end, end)).trim() === ''
  }
  const kept = pieces.find(piece => !isAlone(piece))
  const edits = pieces.map(piece => {
    if (piece === kept) return replace(piece, written)
    const line = lineOf(piece)
    if (isAlone(piece)) return remove(line)
    const isLast = text.slice(piece.end, line.end).trim() === ''
    const start = isLast ? runStart(text, isBlankSpace, piece.start) : piece.start
    return remove({ start, end: piece.end })
  })
  if (kept !== undefined) return edits
  const first = lines.lineAt(pieces[0].start)
  const label = first + 1 < lines.lineAt((pieces.at(-1) as Span).start) ? first + 1 : undefined
  if (label === undefined) return [replace(pieces[0], written), ...edits.slice(1)]
  // The label is on the line between two pieces; the grade goes into the pieces' column.
  const column = pieces[0].start - lines.start(first)
  const width = lines.end(label) - lines.start(label)
  return [...edits, insert(lines.end(label), ' '.repeat(Math.max(2, column - width)) + written)]
}

/** The verb of a grade that follows it, or that begins with it; undefined after a colon or dash. */
export function verbOf({ text, type }: Report, word: TextSpan): TextSpan | undefined {
  const from = Math.max(0, word.start - longestVerb)
  const before = text.slice(from, word.end)
  for (const { end, verb, isRepeated } of copulasIn(before))
    if (from + end === word.start && !isRepeated && before.charAt(verb.end) !== ':')
      return textSpan(text, from + verb.start, from + verb.end)
  const own = type.scale && verbIn(word.text, type.scale)
  const isOwn =
    own !== undefined && /[\p{L})\]’'][*_]*\s+[*_]*$/u.test(text.slice(from, word.start))
  return isOwn ? textSpan(text, word.start, word.start + own.length) : undefined
}

/** The most characters from the beginning of a verb to its grade: `is that it is currently judged to be only just`. */
const longestVerb = 60

/** What the statement says once its grade is `grade`: `Grade 3 (adequate)`, or only `adequate`. */
export function regraded(report: Report, statement: GradeStatement, grade: Grade): string {
  return writtenAs(styleOf(report.text, statement), grade)
}

/**
 * Makes the opening sentence say `grade`; a, an and the verb are adapted. No edits where the sentence is not a
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
  return reword(report, statement, grade)
}

/**
 * Puts `grade` in place of the word after a verb, in the case of `sample`; a, an and the verb are adapted. No edits
 * where that would take more than this.
 */
export function reword(
  { text, type: { scale } }: Report,
  { word, verb }: { readonly word: TextSpan; readonly verb: TextSpan },
  grade: Grade,
  sample: string = word.text,
): readonly TextEdit[] {
  if (scale === undefined) return []
  const isPlural =
    /^(are|were|have|remain)$/i.test(verb.text) ||
    scale.grades.some(({ plural }) => verbIn(plural, scale) === verb.text.toLowerCase())
  const complement = isPlural ? grade.plural : grade.singular
  const own = verbIn(complement, scale)
  if ((own !== undefined) === (verbIn(word.text, scale) !== undefined)) {
    const written = likeLetters(sample, complement)
    return [...article(text, word.start, written), replace(word, written)]
  }
  // After "judgement" the grade is a name: "The judgement is requires improvement".
  if (verb.end < word.start && /\bjudge?ment\s+$/i.test(text.slice(0, verb.start).slice(-12)))
    return [replace(word, likeLetters(sample, complement))]
  if (own !== undefined) {
    const between = text.slice(verb.end, word.start)
    if (/^\s+(?:judged|graded|rated|assessed)\s+to\s+be\s+$/i.test(between)) {
      const start = word.start - (/be\s+$/i.exec(between)?.[0].length ?? 0)
      return [replace({ start, end: word.end }, grade.plural)]
    }
    if (between.trim() !== '') return []
    const past = /^(was|were)$/i.test(verb.text)
    const written = past ? inPast(grade) : complement
    return [replace({ start: verb.start, end: word.end }, written)]
  }
  // "is requires improvement" has a verb too many.
  if (verb.end < word.start) return [replace(word, complement)]
  if (/\bto\s+$/i.test(text.slice(Math.max(0, word.start - 4), word.start)))
    return [replace(word, `be ${complement}`)]
  return [replace(word, `${isPlural ? 'are' : 'is'} ${complement}`)]
}

/** `required improvement` for `require improvement`. */
function inPast({ plural }: Grade): string {
  return plural.replace(/^\w+/, verb => (verb.endsWith('e') ? `${verb}d` : `${verb}ed`))
}

/** The change of "a" to "an", or back, before the word that is now at `wordStart`. */
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
    ...(section.grade === undefined ? [] : regrade(report, section.grade, grade)),
    ...restate(report, section.opening, grade),
  ]
}

/** Makes the judgement's row say `grade`. */
export function regradeRow(
  report: Report,
  judgement: Judgement,
  grade: Grade,
): readonly TextEdit[] {
  const statement = judgement.row?.grade
  return statement === undefined ? [] : regrade(report, statement, grade)
}

/** The grade line for `grade`, in the report's own style: `**Grade 2 (Good)**`. */
function gradeLine(report: Report, grade: Grade): string {
  const style = usualStyle(report)
  return style.marks + writtenAs(style, grade) + style.marks
}

/** A line for a grade that nothing states yet: `Grade [number] ([grade])`. */
export function openGradeLine(report: Report): string {
  const { form, marks } = usualStyle(report)
  return marks + form.replace('{number}', '[number]').replace('{word}', '[grade]') + marks
}

/** How a grade is written in a section that states none yet: its line, or the word after the title. */
export function gradeFor(report: Report, section: Section, grade: Grade): string {
  return section.definition.grade === 'suffix' ? grade.word : gradeLine(report, grade)
}

/** Puts what `gradeFor` gives where the section's type has its grade. */
export function insertGrade(report: Report, section: Section, statement: string): TextEdit {
  if (section.definition.grade !== 'suffix') return insertGradeLine(report, section, statement)
  const { end } = section.heading.title
  const colon = /^[*_]*:/.exec(report.text.slice(end, end + 8))?.[0]
  return colon === undefined
    ? insert(end, `: ${statement}`)
    : insert(end + colon.length, ` ${statement}`)
}

/** Puts a grade line (without line end) into the section, with blank lines where the other sections have them. */
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

/** Are there blank lines before and after the grade lines of this report? */
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
