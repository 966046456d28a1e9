/**
 * Finds out which wrapped lines of a cover belong together: the title, the authority, a sentence that states a grade.
 */

import type { Report } from '../../../report/model'
import type { Span } from '../../../text/span'

/** How a line of the cover relates to the one before it: part of the same thing, or the start of another. */
export type CoverJoin = 'goes-on' | 'begins'

/**
 * By line of the text that was read. Large letters make the lines of a cover shorter than the page, so their
 * length is no evidence; whatever the parser reads as one thing belongs together.
 */
export function coverJoins(report: Report | undefined): ReadonlyMap<number, CoverJoin> {
  const joins = new Map<number, CoverJoin>()
  if (report === undefined) return joins
  const { lines, text, cover } = report
  for (const { label } of cover.fields) {
    const line = lines.lineAt(label.start)
    if (text.slice(lines.start(line), label.start).trim() === '') joins.set(line, 'begins')
  }
  for (const { index } of text.slice(0, cover.span.end).matchAll(salutation))
    joins.set(lines.lineAt(index), 'begins')
  for (const whole of wholesOf(report)) {
    const first = lines.lineAt(whole.start)
    const last = lines.lineAt(Math.max(whole.start, whole.end - 1))
    // A field on the same line after the title is dealt with by the reader of fields.
    const isAlone = text.slice(lines.start(first), whole.start).trim() === ''
    if (isAlone) joins.set(first, 'begins')
    for (let line = first + 1; line <= last; line++) joins.set(line, 'goes-on')
    const rest = text.slice(whole.end, lines.end(last))
    if (!/[\p{L}\p{N}]/u.test(rest)) joins.set(last + 1, 'begins')
  }
  return joins
}

function wholesOf({ title, cover, summary }: Report): readonly Span[] {
  const table = summary?.span.start ?? 0
  const statements = (summary?.entries ?? []).flatMap(({ label, line, cell }) =>
    cell !== undefined && line.start < table ? [{ start: label.start, end: cell.end }] : [],
  )
  const all = [title, ...statements, ...(cover.authority === undefined ? [] : [cover.authority])]
  return all.filter(({ start, end }) => start < end && start < cover.span.end)
}

/** The end of the list of those that a letter is addressed to, the last of whom may fill their line. */
const salutation = /^(?=[ \t]*Dear[ \t]+\S.{0,80}$)/gm
