/** Grades that a letter gives although its type has none. */

import { append } from '../../text/lists'
import { isSpaceOrEmphasis, runEnd, runStart } from '../../text/runs'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import { everyWords } from '../../text/title-words'
import { normalTitle } from '../../types/normal-title'
import type { ReportType, Scale } from '../../types/report-type'
import { begunParagraph, paragraphText } from '../lines/flow'
import type { Block, Report } from '../model'
import { wordSuffix } from './grade-suffixes'
import { gradeAt, verdictsIn } from './statement'

/** What comes before a grade on a line of its own. */
const gradeName = /^(?:overall )?(?:grade|judgement|rating)(?:[ \t]*:[ \t]*|[ \t]+)/i

/** What a sentence gives a grade to, besides the judgements that the type names. */
const judgements: readonly string[] = [
  'the graded judgement',
  'the overall judgement',
  'the overall grade',
]

/** The most characters between what is judged and the verb. */
const longestClause = 120

/** The places in a letter that give a judgement a grade, in order. None for any other type. */
export function statedGrades(report: Report): readonly TextSpan[] {
  const { letter, scale, others } = report.type
  if (!letter || scale !== undefined || others.scale === undefined) return []
  const given = others.scale
  return report.blocks.flatMap(block => inBlock(report, block, given))
}

function inBlock(
  report: Report,
  { kind, content, firstLine, lastLine }: Block,
  scale: Scale,
): readonly TextSpan[] {
  const { flow, lines, type } = report
  if (kind === 'cover') {
    // A heading with a grade after it is not a title, so if it comes first it is on the cover.
    const found: TextSpan[] = []
    for (let line = firstLine; line < lastLine; line++)
      append(found, onLine(report, { start: lines.start(line), end: lines.end(line) }, scale))
    return found
  }
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'item' && kind !== 'grade') return []
  const isOneLine = lastLine - firstLine === 1
  const first = { start: content.start, end: Math.min(content.end, lines.end(firstLine)) }
  const whole = isOneLine ? onLine(report, content, scale) : onFirstLine(report, first, scale)
  if (whole.length > 0) return whole
  const isProse = kind === 'paragraph' || kind === 'item'
  const paragraph = isProse ? begunParagraph(flow, content) : flow.within(content)
  if (paragraph === undefined) return []
  const { text, written } = paragraphText(report, paragraph)
  return inSentences(text, type, scale).map(written)
}

/** The grades in sentences such as "The overall judgement is that it is good". Earlier ones are in the past tense. */
function inSentences(own: string, { others }: ReportType, scale: Scale): readonly Span[] {
  // Few sentences state a grade, so that is asked first.
  const verdicts = [...verdictsIn(own, scale)].filter(({ isPast }) => !isPast)
  if (verdicts.length === 0) return []
  const judged = [...judgements, ...others.judgements].flatMap(words => [...everyWords(own, words)])
  return verdicts.flatMap(({ start, word }) => {
    const isJudged = judged.some(
      ({ end }) =>
        end <= start && start - end <= longestClause && !/[.;:!?]/.test(own.slice(end, start)),
    )
    return isJudged ? [word] : []
  })
}

/** The grade line that text follows directly. */
function onFirstLine(report: Report, line: Span, scale: Scale): readonly TextSpan[] {
  return gradeName.test(report.text.slice(line.start, line.end).replace(/^[\s*_]+/, ''))
    ? onLine(report, line, scale)
    : []
}

/** The grade that the line gives, where it does nothing else. */
function onLine(report: Report, line: Span, scale: Scale): readonly TextSpan[] {
  if (line.end - line.start > 140) return []
  const { text } = report
  const own = text.slice(line.start, line.end)
  const start = runEnd(own, isLead)
  const plain = own.slice(start, Math.max(start, runStart(own, isTail)))
  const from = isGradeLine(plain, scale) ? 0 : gradeAfterTitle(report, plain, scale)
  if (from === undefined) return []
  return [textSpan(text, line.start + start + from, line.start + start + plain.length)]
}

const isLead = (code: number) => code === 35 || isSpaceOrEmphasis(code)
const isTail = (code: number) => code === 46 || isSpaceOrEmphasis(code)

/** `Grade 2 (good)`, `Grade: good`, `Overall grade: 2`; nothing else on the line. */
function isGradeLine(plain: string, scale: Scale): boolean {
  const name = gradeName.exec(plain)?.[0]
  if (name === undefined) return false
  const number = /^\d(?:[ \t]*[(:–-][ \t]*)?/.exec(plain.slice(name.length))?.[0] ?? ''
  const at = name.length + number.length
  if (at === plain.length) return number.length === 1
  const end = gradeAt(plain, at, scale)?.end
  return end === plain.length || (number !== '' && end !== undefined && plain.slice(end) === ')')
}

/** Where the grade begins after a title of the type, or after what reports call their judgements. */
function gradeAfterTitle({ type }: Report, plain: string, scale: Scale): number | undefined {
  const suffix = wordSuffix(plain, scale)
  if (suffix?.end !== plain.length) return undefined
  const written = plain.slice(0, suffix.titleEnd)
  // What has a stop in it is a sentence before this one.
  if (written.length > 100 || /[.!?]/.test(written)) return undefined
  const title = normalTitle(written)
  const bare = title.startsWith('the ') ? title.slice('the '.length) : title
  const isJudgement =
    type.sectionTitles.has(written) ||
    type.others.judgements.some(each => bare === each || bare.startsWith(`${each} `))
  return isJudgement ? suffix.start : undefined
}
