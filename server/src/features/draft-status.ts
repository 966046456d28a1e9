/** *Mark as finished* and *Mark as draft*: takes the line `Status: draft` out of a report, or puts it in. */

import { isDraft } from '../report/cover'
import { formOf } from '../report/form'
import type { Field, Report } from '../report/model'
import { insert, remove, replace, type TextEdit } from '../text/edits'
import type { Span } from '../text/span'

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
  // "Status: final" says the opposite: it is written over.
  return [field === undefined ? putIn(report) : replace(field.value, 'draft')]
}

/** Without the fields; what two of them would both take along goes once. */
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
 * What goes with a field: its line, a blank one beside it, and lines between `---` that hold nothing else.
 * `rest` is the text without any field that goes.
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
    const isBlankBehind = isBlank(report, last + 2)
    return {
      start: lines.start(first - 1),
      end: lines.start(last + (isBlankBehind ? 3 : 2)),
    }
  }
  const isDoubled = (first === 0 || isBlank(report, first - 1)) && isBlank(report, last + 1)
  return { start: lines.start(first), end: lines.start(last + (isDoubled ? 2 : 1)) }
}

/** The field out of a line that has others, with the white space and emphasis that belong to it. */
function takeOutOfLine(label: Span, value: Span, before: string, after: string): Span {
  const marksBefore = /[*_]*$/.exec(before)?.[0].length ?? 0
  const marksAfter = /^[*_]*/.exec(after)?.[0].length ?? 0
  const isLast = after.slice(marksAfter).trim() === ''
  const start = label.start - marksBefore
  const end = value.end + marksAfter
  const gapBefore = /\s*$/.exec(before.slice(0, before.length - marksBefore))?.[0].length ?? 0
  const gapAfter = /^\s*/.exec(after.slice(marksAfter))?.[0].length ?? 0
  return isLast ? { start: start - gapBefore, end } : { start, end: end + gapAfter }
}

/** Above the first field of the cover, else below the authority or the title. */
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
