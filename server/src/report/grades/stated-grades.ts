/** Grades that a letter gives although its type has none. */

import { append } from '../../text/lists'
import { isBlankSpace, isSpaceOrEmphasis, runEnd, runStart } from '../../text/runs'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import { normalTitle } from '../../types/report-type'
import type { Block, Report } from '../model'

/** The words of the scales of the inspectorates of England and Wales: a letter's type has no scale of its own. */
const words =
  'outstanding|excellent|good|adequate|satisfactory|requires improvement(?: to be good)?|inadequate|unsatisfactory'

/** `Grade 2 (good)`, `Grade: good`, `Overall grade: 2`; nothing else on the line. */
const gradeLine = new RegExp(
  `^(?:overall )?(?:grade|judgement|rating)(?:[ \\t]*:[ \\t]*|[ \\t]+)(?:\\d(?:[ \\t]*[(:–-][ \\t]*(?:${words})\\)?)?|(?:${words}))$`,
  'i',
)

/** The grade that ends a line such as "Overall effectiveness: good". */
const gradeAtEnd = new RegExp(`(?:${words})$`, 'i')

/** What a sentence gives a grade to. */
const judged =
  /\b(?:overall effectiveness|the graded judgement|the overall judgement|the overall grade)\b/gi

/** How it does so. Earlier judgements are in the past tense. */
const verdict = new RegExp(
  `\\b(?:is|are)[ \\t\\r\\n]+(?:(?:judged|graded|rated)[ \\t\\r\\n]+)?(?:that[ \\t\\r\\n]+(?:it|they)[ \\t\\r\\n]+(?:is|are)[ \\t\\r\\n]+)?(?:to[ \\t\\r\\n]+be[ \\t\\r\\n]+)?(${words})(?![\\p{L}-])`,
  'iu',
)

/** The most characters between what is judged and the verb, and from there to the end of the grade. */
const longestClause = 120
const longestVerdict = 400

/** The places in a letter that give a judgement a grade, in order. None for any other type. */
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
    // A heading with a grade after it is not a title, so if it comes first it is on the cover.
    const found: TextSpan[] = []
    for (let line = firstLine; line < lastLine; line++)
      append(found, onLine(report, { start: lines.start(line), end: lines.end(line) }))
    return found
  }
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'item' && kind !== 'grade') return []
  const own = text.slice(content.start, content.end)
  const whole = own.includes('\n') ? [] : onLine(report, content)
  if (whole.length > 0) return whole
  return inSentences(own).map(({ start, end }) =>
    textSpan(text, content.start + start, content.start + end),
  )
}

/** The grades in sentences such as "The overall judgement is that it is good". */
function inSentences(own: string): readonly Span[] {
  const found: Span[] = []
  judged.lastIndex = 0
  while (judged.test(own)) {
    const from = judged.lastIndex
    const match = verdict.exec(own.slice(from, from + longestClause + longestVerdict))
    const grade = match?.[1]
    if (match === null || grade === undefined || match.index > longestClause) continue
    if (/[.;:!?]/.test(match.input.slice(0, match.index))) continue
    const end = from + match.index + match[0].length
    found.push({ start: end - grade.length, end })
    judged.lastIndex = end
  }
  return found
}

/** The grade that the line gives, where it does nothing else. */
function onLine(report: Report, line: Span): readonly TextSpan[] {
  if (line.end - line.start > 140) return []
  const { text } = report
  const own = text.slice(line.start, line.end)
  const start = runEnd(own, isLead)
  const plain = own.slice(start, Math.max(start, runStart(own, isTail)))
  const end = text.indexOf(plain, line.start) + plain.length
  const grade = gradeLine.test(plain) ? plain : gradeAfterTitle(report, plain)
  return grade === undefined ? [] : [textSpan(text, end - grade.length, end)]
}

const isLead = (code: number) => code === 35 || isSpaceOrEmphasis(code)
const isTail = (code: number) => code === 46 || isSpaceOrEmphasis(code)

/** The grade after a title of the type, or after what reports call their judgements. */
function gradeAfterTitle({ type }: Report, plain: string): string | undefined {
  const grade = gradeAtEnd.exec(plain)
  const before = grade && titleBefore(plain.slice(0, grade.index))
  if (!before) return undefined
  const title = normalTitle(before)
  const isJudgement =
    type.sectionsByTitle.has(title) ||
    /^(?:overall effectiveness|(?:the )?(?:experiences and progress|impact of leaders)\b)/.test(
      title,
    )
  return isJudgement ? grade[0] : undefined
}

/** The title in what is before a grade: `Leadership: `, `Leadership – `, `Leadership is `. */
function titleBefore(lead: string): string | undefined {
  const end = runStart(lead, isBlankSpace)
  if (end === lead.length) return undefined
  const sign = /(?::|[–—-]|\b(?:is|are))$/i.exec(lead.slice(0, end))
  if (sign === null) return undefined
  const title = lead.slice(0, runStart(lead, isBlankSpace, sign.index))
  // Only a colon may follow the title directly.
  if (sign[0] !== ':' && title.length === sign.index) return undefined
  return title.length >= 3 && title.length <= 100 ? title : undefined
}
