/** *Ready to send* and *Mark as draft*: takes the line `Status: draft` out of a report, or puts it in. */

import { isDraft } from '../../report/cover/cover'
import type { Field, Report } from '../../report/model'
import { formOf } from '../../report/template/form'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import { isEmphasis, isWhiteSpace, runEnd, runStart } from '../../text/runs'
import type { Span } from '../../text/span'

/** The edits after which the report counts as `status`; none where it does already. */
export function changeStatus(report: Report, status: Report['status']): readonly TextEdit[] {
  if (report.status === status) return []
  const fields = report.cover.fields.filter(({ id }) => id === 'status')
  if (status === 'finished')
    return takeOutAll(
      report,
      fields.filter(({ value }) => isDraft(value.text)),
    )
  const [field] = fields
  // "Status: final" says the opposite, so it is overwritten.
  return [field === undefined ? putIn(report) : replace(field.value, 'draft')]
}

/** Takes the fields out; what two of them would both remove is removed once. */
function takeOutAll(report: Report, fields: readonly Field[]): readonly TextEdit[] {
  const rest = textWithout(report.text, fields)
  let taken = 0
  return fields.flatMap(field => {
    const { start, end } = takeOut(report, field, rest)
    const from = Math.max(start, taken)
    if (end <= from) return []
    taken = end
    return [remove({ start: from, end })]
  })
}

/** The text of the cover with blanks for the fields. */
function textWithout(text: string, fields: readonly Field[]): string {
  let rest = ''
  for (const { label, value } of fields)
    rest += text.slice(rest.length, label.start).padEnd(value.end - rest.length)
  return rest + text.slice(rest.length)
}

/**
 * What is removed along with a field: its line, a blank one beside it, and lines between `---` that hold
 * nothing else. `rest` is the text without any of the removed fields.
 */
function takeOut(report: Report, { label, value }: Field, rest: string): Span {
  const { lines } = report
  const first = lines.lineAt(label.start)
  const last = lines.lineAt(value.end)
  const before = rest.slice(lines.start(first), label.start)
  const after = rest.slice(value.end, lines.end(last))
  if (/[^\s*_]/.test(before) || /[^\s*_]/.test(after))
    return takeOutOfLine(label, value, before, after)
  if (isRule(report, first - 1) && isRule(report, last + 1)) {
    const isBlankAfter = isBlank(report, last + 2)
    return {
      start: lines.start(first - 1),
      end: lines.start(last + (isBlankAfter ? 3 : 2)),
    }
  }
  const isDoubled = (first === 0 || isBlank(report, first - 1)) && isBlank(report, last + 1)
  return { start: lines.start(first), end: lines.start(last + (isDoubled ? 2 : 1)) }
}

/** The part of a line with other fields that is removed with this one: its white space and emphasis go too. */
function takeOutOfLine(label: Span, value: Span, before: string, after: string): Span {
  const marksBefore = before.length - runStart(before, isEmphasis)
  const marksAfter = runEnd(after, isEmphasis)
  const isLast = after.slice(marksAfter).trim() === ''
  const start = label.start - marksBefore
  const end = value.end + marksAfter
  const words = before.slice(0, before.length - marksBefore)
  const gapBefore = words.length - words.trimEnd().length
  const gapAfter = runEnd(after, isWhiteSpace, marksAfter) - marksAfter
  return isLast ? { start: start - gapBefore, end } : { start, end: end + gapAfter }
}

/** Above the first field of the cover, otherwise below the authority or the title. */
function putIn(report: Report): TextEdit {
  const { text, lines, cover, title } = report
  const { newline } = formOf(report, 0)
  const matter = report.blocks.find(({ kind }) => kind === 'front-matter')
  if (matter !== undefined)
    return insert(lines.start(matter.lastLine - 1), `status: draft${newline}`)
  const field = cover.fields.find(({ definition }) => definition !== undefined)
  if (field !== undefined) {
    const line = lines.lineAt(field.label.start)
    const gap = isBlank(report, line - 1) ? newline : ''
    return insert(lines.start(line), `Status: draft${newline}${gap}`)
  }
  const { authority } = cover
  // A report that begins with a heading has no cover except what is put above that heading.
  if (title.end > cover.span.end) return insert(cover.span.end, `Status: draft${newline}${newline}`)
  const above = authority === undefined ? title.end : Math.max(title.end, authority.end)
  const line = lines.lineAt(above)
  const isLast = line + 1 >= lines.count
  const gap = isLast || isBlank(report, line + 1) ? newline : ''
  const lead = isLast && !/[\r\n]$/.test(text) ? newline : ''
  return insert(
    isLast ? text.length : lines.start(line + 1),
    `${lead}${gap}Status: draft${newline}`,
  )
}

function isRule({ text, lines }: Report, line: number): boolean {
  if (line < 0 || line >= lines.count) return false
  return /^\uFEFF?---\s*$/.test(text.slice(lines.start(line), lines.end(line)))
}

function isBlank({ text, lines }: Report, line: number): boolean {
  if (line < 0 || line >= lines.count) return false
  return text.slice(lines.start(line), lines.end(line)).trim() === ''
}
