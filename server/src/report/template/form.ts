/** How a report is written: what new text has to look like to fit in. */

import { isEmphasis, runStart } from '../../text/runs'
import type { Report, Section } from '../model'

export interface Form {
  /** What is before and after a heading's title, by its depth in the report type: `### ` and nothing. */
  readonly heading: (depth: number) => { readonly before: string; readonly after: string }
  /** Are blank lines between heading, grade line and paragraphs? */
  readonly isSpaced: boolean
  /** Is there a blank line above headings? In wrapped texts there may be one although none is below them. */
  readonly isSetOff: boolean
  /** What is before and after the digits of a paragraph number: nothing and `. `. */
  readonly number: { readonly before: string; readonly after: string }
  /** `- `, or another list mark with its white space. */
  readonly bullet: string
  /** The grade line with its word (`{word}`, or `{Word}` and `{WORD}` for capitals) and number left open. */
  readonly gradeLine: string | undefined
  readonly newline: '\n' | '\r\n'
  /** Are apostrophes and dashes those of published texts? */
  readonly isTypographic: boolean
}

/** The form of a new report: Markdown headings, with blank lines between everything, and the signs of a published one. */
export const newForm: Form = {
  heading: depth => ({ before: `${'#'.repeat(Math.min(depth + 2, 6))} `, after: '' }),
  isSpaced: true,
  isSetOff: true,
  number: { before: '', after: '. ' },
  bullet: '- ',
  gradeLine: undefined,
  newline: '\n',
  isTypographic: true,
}

/** The form of this report around `offset`; where the report shows none, that of a new report. */
export function formOf(report: Report, offset: number): Form {
  return {
    heading: depth => headingForm(report, depth),
    isSpaced: isSpaced(report),
    isSetOff: isSpaced(report) || isSetOff(report),
    number: numberForm(report, offset),
    bullet: bulletForm(report, offset),
    gradeLine: gradeForm(report),
    newline: report.text.includes('\r\n') ? '\r\n' : '\n',
    isTypographic: report.text.includes('’'),
  }
}

function headingForm(report: Report, depth: number): { before: string; after: string } {
  const deepest = report.sections
    .filter(({ definition, match }) => definition.depth <= depth && match === 'exact')
    .reduce<Section | undefined>(
      (best, each) => (best && best.definition.depth >= each.definition.depth ? best : each),
      undefined,
    )
  const sample = deepest ?? report.sections[0]
  if (sample === undefined) return newForm.heading(depth)
  const { marks, title } = sample.heading
  const hashes = /^#+/.exec(marks.text)?.[0] ?? ''
  const emphasis = emphasisBefore(report.text, title.start)
  const level = Math.min(Math.max(1, hashes.length + depth - sample.definition.depth), 6)
  return { before: (hashes === '' ? '' : `${'#'.repeat(level)} `) + emphasis, after: emphasis }
}

function emphasisBefore(text: string, offset: number): string {
  return text.slice(Math.max(offset - 3, runStart(text, isEmphasis, offset)), offset)
}

function isSpaced({ text, lines, sections }: Report): boolean {
  const spaced = sections.filter(({ heading }) => {
    const line = lines.lineAt(heading.line.end)
    return text.slice(lines.start(line), lines.end(line)).trim() === ''
  })
  return spaced.length * 2 >= sections.length
}

function isSetOff({ text, lines, sections }: Report): boolean {
  const setOff = sections.filter(({ heading }) => {
    const line = lines.lineAt(heading.line.start) - 1
    return line < 0 || text.slice(lines.start(line), lines.end(line)).trim() === ''
  })
  return setOff.length * 2 >= sections.length
}

/** In the style of the paragraph before, otherwise of the one after. */
function numberForm(report: Report, offset: number): Form['number'] {
  const { text, lines } = report
  const regular = report.numbering.paragraphs.filter(each => !each.displaced)
  const sample = regular.findLast(each => each.label.start < offset) ?? regular[0]
  if (sample === undefined) return newForm.number
  const lineStart = lines.start(lines.lineAt(sample.digits.start))
  // A form feed belongs to the page that begins there, not to the number.
  const before = text.slice(lineStart, sample.digits.start).replaceAll('\f', '')
  const after = text.slice(sample.digits.end, sample.label.end)
  return { before, after: /\s$/.test(after) ? after : newForm.number.after }
}

function bulletForm(report: Report, offset: number): string {
  const items = report.blocks.filter(each => each.kind === 'item')
  const sample = items.findLast(each => each.start < offset) ?? items[0]
  if (sample === undefined) return newForm.bullet
  const mark = report.text.slice(sample.start, sample.content.start)
  return /^[ \t]*\(/.test(mark) || mark.trim() === '' ? newForm.bullet : mark
}

/** In the style of the first grade line that has both a word and, if the scale has numbers, a number. */
function gradeForm(report: Report): string | undefined {
  const sample = report.sections.find(
    ({ grade }) => grade?.form === 'line' && grade.grade !== undefined && grade.word !== undefined,
  )?.grade
  if (sample?.word === undefined) return undefined
  const { span, word, number } = sample
  const open = [
    { ...word, name: letters(word.text) },
    ...(number === undefined ? [] : [{ ...number, name: '{number}' }]),
  ].sort((a, b) => b.start - a.start)
  let form = report.text.slice(span.start, span.end)
  for (const { start, end, name } of open)
    form = form.slice(0, start - span.start) + name + form.slice(end - span.start)
  const emphasis = emphasisBefore(report.text, span.start)
  return emphasis + form + emphasis
}

function letters(word: string): string {
  if (/^\p{Lu}{2}/u.test(word)) return '{WORD}'
  return /^\p{Lu}/u.test(word) ? '{Word}' : '{word}'
}
