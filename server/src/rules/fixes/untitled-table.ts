/** A summary table whose heading is missing, or is not the type's. */

import type { Report } from '../../report/model'
import { stoppedNumber } from '../../report/numbering/number-label'
import { lostTable } from '../../report/summary/lost-table'
import { insert, replace, type TextEdit } from '../../text/edits'
import { lineBeginning } from '../../text/line-beginning'
import type { Span } from '../../text/span'
import type { SectionDefinition } from '../../types/report-type'

export interface UntitledTable {
  /** What a finding marks: the heading that is there, otherwise the first words of the table. */
  readonly mark: Span
  /** Gives the table its heading. */
  readonly edit: TextEdit
}

/** The heading of the summary table that has none, or not the type's; undefined where no such table is there. */
export function untitledTable(
  report: Report,
  definition: SectionDefinition,
): UntitledTable | undefined {
  const { lines, text } = report
  const table = lostTable(report)
  if (table === undefined) return undefined
  const top = table.firstLine
  let above = top - 1
  while (above >= 0 && lineAt(report, above).trim() === '') above--
  const marks = report.sections.find(each => each.definition.depth === definition.depth)?.heading
    .marks.text
  const other = above < 0 ? undefined : lineAt(report, above)
  const otherMarks = /^(?:#{1,6}\s+|\*\*)/.exec(other ?? '')?.[0]
  const isOther =
    other !== undefined &&
    isHeading(report, above, otherMarks !== undefined) &&
    !report.sections.some(({ heading }) => lines.lineAt(heading.title.start) === above)
  if (isOther) {
    const from = lines.start(above)
    const start = from + (otherMarks ?? '').length
    const words = other.trimEnd()
    const end = from + words.length - (words.endsWith('**') ? 2 : 0)
    const mark = { start, end: Math.max(start, end) }
    return { mark, edit: replace(mark, definition.title) }
  }
  const start = lines.start(top)
  const end = lines.end(top)
  const gap = start > 0 && above === top - 1 ? '\n' : ''
  return {
    mark: { start: end - text.slice(start, end).trimStart().length, end },
    edit: insert(start, `${gap}${marks ?? ''}${definition.title}\n\n`),
  }
}

function lineAt({ text, lines }: Report, line: number): string {
  return text.slice(lines.start(line), lines.end(line))
}

/** A Markdown heading or a short line in bold letters; without either, a short line between blank ones. */
function isHeading(report: Report, line: number, isMarked: boolean): boolean {
  const written = lineAt(report, line).trim()
  if (written.length > 80 || /[.;,]$/.test(written)) return false
  if (stoppedNumber(lineBeginning(written)) !== undefined) return false
  const isApart = line === 0 || lineAt(report, line - 1).trim() === ''
  return isMarked || (isApart && lineAt(report, line + 1).trim() === '' && /^\p{Lu}/u.test(written))
}
