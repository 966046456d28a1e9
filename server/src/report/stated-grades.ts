/** Grades that a letter gives although its type has none. */

import { type Span, type TextSpan, textSpan } from '../text/span'
import { normalTitle } from '../types/report-type'
import type { Block, Report } from './model'

/** The words of the scales of the inspectorates of England and Wales: a letter's type has no scale of its own. */
const words =
  'outstanding|excellent|good|adequate|satisfactory|requires improvement(?: to be good)?|inadequate|unsatisfactory'

/** `Grade 2 (good)`, `Grade: good`, `Overall grade: 2`; nothing else on the line. */
const gradeLine = new RegExp(
  `^(?:overall )?(?:grade|judgement|rating)(?:[ \\t]*:[ \\t]*|[ \\t]+)(?:\\d(?:[ \\t]*[(:–-][ \\t]*(?:${words})\\)?)?|(?:${words}))$`,
  'i',
)

/** What stands before the grade in a line such as "Overall effectiveness: good". */
const gradedTitle = new RegExp(
  `^(.{3,100}?)(?:[ \\t]*:|[ \\t]+[–—-]|[ \\t]+(?:is|are))[ \\t]+(${words})$`,
  'i',
)

/** A judgement in a sentence. What was judged before is told in the past tense. */
const sentence = new RegExp(
  `\\b(?:overall effectiveness|the graded judgement|the overall judgement|the overall grade)\\b[^.;:!?]{0,120}?\\b(?:is|are)[ \\t\\r\\n]+(?:(?:judged|graded|rated)[ \\t\\r\\n]+)?(?:that[ \\t\\r\\n]+(?:it|they)[ \\t\\r\\n]+(?:is|are)[ \\t\\r\\n]+)?(?:to[ \\t\\r\\n]+be[ \\t\\r\\n]+)?(${words})(?![\\p{L}-])`,
  'giu',
)

/** The places of a letter that give a judgement a grade, in its order. Nothing for any other type. */
export function statedGrades(report: Report): readonly TextSpan[] {
  if (!report.type.letter || report.type.scale !== undefined) return []
  return report.blocks.flatMap(block => inBlock(report, block))
}

function inBlock(
  report: Report,
  { kind, content, firstLine, lastLine }: Block,
): readonly TextSpan[] {
  const { text, lines } = report
  if (kind === 'cover') {
    // A heading with a grade behind it is no title, so that it stands on the cover if it is the first.
    const found: TextSpan[] = []
    for (let line = firstLine; line < lastLine; line++)
      found.push(...onLine(report, { start: lines.start(line), end: lines.end(line) }))
    return found
  }
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'item' && kind !== 'grade') return []
  const own = text.slice(content.start, content.end)
  const whole = own.includes('\n') ? [] : onLine(report, content)
  if (whole.length > 0) return whole
  return [...own.matchAll(sentence)].map(({ 0: match, 1: grade = match, index }) => {
    const end = content.start + index + match.length
    return textSpan(text, end - grade.length, end)
  })
}

/** The grade that the line gives, where it does nothing else. */
function onLine(report: Report, line: Span): readonly TextSpan[] {
  if (line.end - line.start > 140) return []
  const { text } = report
  const plain = text.slice(line.start, line.end).replace(/^[#*_\s]+|[*_.\s]+$/g, '')
  const end = text.indexOf(plain, line.start) + plain.length
  const grade = gradeLine.test(plain) ? plain : gradeBehindTitle(report, plain)
  return grade === undefined ? [] : [textSpan(text, end - grade.length, end)]
}

/** The grade behind a title of the type, or behind what reports call their judgements. */
function gradeBehindTitle({ type }: Report, plain: string): string | undefined {
  const [, before, grade] = gradedTitle.exec(plain) ?? []
  if (before === undefined) return undefined
  const title = normalTitle(before)
  const isJudgement =
    type.sectionsByTitle.has(title) ||
    /^(?:overall effectiveness|(?:the )?(?:experiences and progress|impact of leaders)\b)/.test(
      title,
    )
  return isJudgement ? grade : undefined
}
