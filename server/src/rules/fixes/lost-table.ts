/** A summary table whose heading is missing, or is not the type's. */

import type { Report } from '../../report/model'
import { stoppedNumber } from '../../report/numbering/number-label'
import { insert, replace, type TextEdit } from '../../text/edits'
import { lineBeginning } from '../../text/line-beginning'
import type { Span } from '../../text/span'
import type { SectionDefinition } from '../../types/report-type'

export interface LostTable {
  /** What a finding marks: the heading that is there, otherwise the first words of the table. */
  readonly mark: Span
  /** From the table's first line to its last row. */
  readonly span: Span
  /** Gives the table its heading. */
  readonly edit: TextEdit
}

/**
 * The lines of the table, found by rows of the type that state a grade; undefined where fewer than a third of
 * the rows are there, or a section is among them.
 */
export function lostTable(report: Report, definition: SectionDefinition): LostTable | undefined {
  const { lines, text, type } = report
  const rows = rowLines(report)
  const [first] = rows
  const wanted = type.rows.filter(({ kind }) => kind === 'row').length
  if (first === undefined || rows.length < Math.max(2, wanted / 3)) return undefined
  let top = first
  while (top > 0 && isInTable(report, top - 1)) top--
  const span = { start: lines.start(top), end: lines.end(rows.at(-1) ?? top) }
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
    return { mark, span, edit: replace(mark, definition.title) }
  }
  const start = lines.start(top)
  const end = lines.end(top)
  const gap = start > 0 && above === top - 1 ? '\n' : ''
  return {
    span,
    mark: { start: end - text.slice(start, end).trimStart().length, end },
    edit: insert(start, `${gap}${marks ?? ''}${definition.title}\n\n`),
  }
}

/** The lines outside the contents that hold a row of the type and a grade. */
function rowLines(report: Report): readonly number[] {
  const { contents, lines, type } = report
  const from = contents === undefined ? 0 : lines.lineAt(contents.span.end)
  const found: number[] = []
  for (let line = from; line < lines.count; line++) {
    const written = lineAt(report, line)
    if (!isTableLine(written)) continue
    const cells = written.split(/\||\t| {2,}/).map(each => each.trim())
    const filled = cells.filter(each => each !== '')
    const isRow = type.rowTitles.named(filled[0] ?? '')?.some(({ kind }) => kind === 'row')
    if (isRow && type.scale?.byWord.has((filled.at(-1) ?? '').toLowerCase())) found.push(line)
  }
  return found
}

function lineAt({ text, lines }: Report, line: number): string {
  return text.slice(lines.start(line), lines.end(line))
}

/** A line of a table, or the title of a group on a line of its own. */
function isInTable(report: Report, line: number): boolean {
  const written = lineAt(report, line)
  if (isTableLine(written)) return true
  const isGroup = report.type.rowTitles.named(written)?.[0]?.kind === 'group'
  return isGroup && !written.startsWith('#')
}

function isTableLine(line: string): boolean {
  return /^\s*\||\t|\S {2,}\S/.test(line)
}

/** A Markdown heading or a short line in bold letters; without either, a short line between blank ones. */
function isHeading(report: Report, line: number, isMarked: boolean): boolean {
  const written = lineAt(report, line).trim()
  if (written.length > 80 || /[.;,]$/.test(written)) return false
  if (stoppedNumber(lineBeginning(written)) !== undefined) return false
  const isApart = line === 0 || lineAt(report, line - 1).trim() === ''
  return isMarked || (isApart && lineAt(report, line + 1).trim() === '' && /^\p{Lu}/u.test(written))
}
