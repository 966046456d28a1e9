/** The whole summary table: its name, and a new one made from the judgements. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report, Section, SummaryEntry, SummaryTable } from '../../report/model'
import { tableHead } from '../../report/template/template'
import { applyEdits, insert, replace, type TextEdit } from '../../text/edits'
import { append, greatest } from '../../text/lists'
import type { Grade, RowDefinition, SectionDefinition } from '../../types/report-type'
import type { Fix } from '../rule'
import { regrade } from './grades'
import { gapBetween } from './row-places'
import { cellText, fillCell, groupText, newGroupText, newRowText, rowText } from './summary-rows'

/** What the table is called: "Record of main findings". */
export function summaryTitle(report: Report): string {
  return report.type.table?.title ?? l10n.t('summary table')
}

/** What the judgement's section says, in its grade or otherwise in its opening sentence. */
export function sectionGrade(judgement: Judgement | undefined): Grade | undefined {
  const section = judgement?.section
  return section?.grade?.grade ?? section?.opening?.statement?.grade
}

/** The judgement whose grade the row states. */
export function judgementOf(
  report: Report,
  definition: RowDefinition | undefined,
): Judgement | undefined {
  if (definition === undefined) return undefined
  return report.judgements.find(
    ({ definition: own, row }) =>
      own === definition || own === definition.section || row?.definition === definition,
  )
}

/**
 * A fix that remakes the table: all rows in the type's order with the grades of their sections. Its form,
 * unknown rows and the grades of rows without a section stay. None where nothing would change.
 */
export function rebuildFix(report: Report, table: SummaryTable): readonly Fix[] {
  const known = rebuildFixes.get(table)
  if (known !== undefined) return known
  const fixes = rebuild(report, table)
  rebuildFixes.set(table, fixes)
  return fixes
}

/** Made once for all the findings that it settles: their number grows with the table. */
const rebuildFixes = new WeakMap<SummaryTable, readonly Fix[]>()

function rebuild(report: Report, table: SummaryTable): readonly Fix[] {
  const edit = rebuilt(report, table)
  if (edit === undefined) return []
  return [
    {
      title: l10n.t('Update the whole table from the sections'),
      safe: false,
      edits: [edit],
      settlesAll: true,
    },
  ]
}

function rebuilt(report: Report, table: SummaryTable): TextEdit | undefined {
  const { entries } = table
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return undefined
  const span = { start: first.line.start, end: last.line.end }
  const old = report.text.slice(span.start, span.end)
  const { own, rowsAfter } = gathered(report, table)
  const rows = [...(rowsAfter.get(undefined) ?? [])]
  for (const definition of report.type.rows) {
    const entry = own.get(definition)
    if (entry !== undefined) rows.push(entryText(report, table, entry))
    else if (isMissing(table, definition, own)) rows.push(missingText(report, table, definition))
    append(rows, rowsAfter.get(definition) ?? [])
  }
  const [top = '', ...others] = rows
  const made = [top + ruleBelow(report, entries), ...others].join(gapBetween(report))
  const written = old.endsWith('\n') ? made : made.replace(/\r?\n$/, '')
  return written === old ? undefined : replace(span, written)
}

interface Gathered {
  /** The entry that states each row or opens each group: the one in its place, if there is one. */
  readonly own: ReadonlyMap<RowDefinition, SummaryEntry>
  /** Texts kept after a row: unknown rows, groups opened again, anything between the rows. */
  readonly rowsAfter: ReadonlyMap<RowDefinition | undefined, readonly string[]>
}

function gathered(report: Report, { entries }: SummaryTable): Gathered {
  const own = new Map<RowDefinition, SummaryEntry>()
  for (const entry of [...entries].sort((a, b) => rank(a) - rank(b)))
    if (
      entry.definition !== undefined &&
      entry.placement !== 'reopened' &&
      !own.has(entry.definition)
    )
      own.set(entry.definition, entry)
  const rowsAfter = new Map<RowDefinition | undefined, string[]>([[undefined, []]])
  let anchor: RowDefinition | undefined
  entries.forEach((entry, index) => {
    const { definition, placement, line } = entry
    const isKept = definition === undefined || placement === 'reopened'
    if (!isKept && placement === 'in-order') anchor = definition
    const texts = isKept ? [wholeLine(report, line.start, line.end)] : []
    const gap = report.text.slice(line.end, entries[index + 1]?.line.start ?? line.end)
    const isSame = gap.trim() === '' && gapBetween(report) !== ''
    if (gap !== '' && !isRule(gap) && !isSame) texts.push(gap)
    const there = rowsAfter.get(anchor)
    if (there === undefined) rowsAfter.set(anchor, texts)
    else append(there, texts)
  })
  return { own, rowsAfter }
}

function rank({ placement }: SummaryEntry): number {
  return placement === 'in-order' ? 0 : 1
}

/** The rule of a Markdown table, where it follows the first row. */
function ruleBelow({ text }: Report, [first, second]: readonly SummaryEntry[]): string {
  const gap = text.slice(first?.line.end, second?.line.start ?? first?.line.end)
  return isRule(gap) ? gap : ''
}

function isRule(gap: string): boolean {
  return /^[ \t]*(?:\|[ \t]*)?:?--[-:| \t]*\r?\n$/.test(gap)
}

/** The entry's line with the grade of its section. */
function entryText(report: Report, table: SummaryTable, entry: SummaryEntry): string {
  const { line, grade: cell } = entry
  const grade = sectionGrade(judgementOf(report, entry.definition))
  const text = wholeLine(report, line.start, line.end)
  if (grade === undefined || entry.kind !== 'row' || cell?.grade === grade) return text
  const written = cellText(report, table, grade)
  const edits =
    cell === undefined
      ? [fillCell(report, table, entry, written)]
      : cell.wordGrade === undefined
        ? [replace(cell.span, written)]
        : regrade(report, cell, grade)
  const here = edits.map(({ span, newText }) =>
    replace({ start: span.start - line.start, end: span.end - line.start }, newText),
  )
  return applyEdits(text, here)
}

function missingText(report: Report, table: SummaryTable, definition: RowDefinition): string {
  if (definition.kind === 'group') return groupText(report, table, definition.title)
  const grade = sectionGrade(judgementOf(report, definition))
  return rowText(
    report,
    table,
    definition,
    grade === undefined ? '' : cellText(report, table, grade),
  )
}

function isMissing(
  table: SummaryTable,
  definition: RowDefinition,
  own: ReadonlyMap<RowDefinition, SummaryEntry>,
): boolean {
  if (definition.kind === 'row') return table.missing.includes(definition)
  return definition.children.some(child => own.has(child) || isMissing(table, child, own))
}

function wholeLine({ text }: Report, start: number, end: number): string {
  const line = text.slice(start, end)
  return line.endsWith('\n') ? line : `${line}\n`
}

/** The rows of a new table, with a rule under the first where it is a Markdown table. */
function newTable(report: Report): string {
  const isMarkdown = report.sections.some(({ heading }) => heading.marks.text !== '')
  const form = isMarkdown || /^\|.*\|[ \t]*\r?\n\|[ \t]*:?-/m.test(report.text) ? 'pipe' : 'tab'
  const rows = report.type.rows.flatMap(definition => {
    if (!hasPlace(report, definition)) return []
    if (definition.kind === 'group') return [newGroupText(form, definition.title)]
    const grade = sectionGrade(judgementOf(report, definition))
    const cell = grade === undefined ? '' : cellText(report, undefined, grade)
    return [newRowText(report, form, definition.title, cell)]
  })
  if (form === 'pipe') return `${tableHead(report.type)}\n| --- | --- |\n${rows.join('')}`
  // Nothing but its head sets a table on the cover apart from the words around it.
  const { place, header } = report.type.table ?? {}
  const head = place === 'cover' && header?.length === 2 ? `${header.join('\t')}\n` : ''
  return head + rows.join('')
}

/** Does the row have a section, there or missing, or none by nature? For a group: does one of its rows? */
function hasPlace(report: Report, { kind, children, section }: RowDefinition): boolean {
  if (kind === 'group') return children.some(child => hasPlace(report, child))
  return (
    section === undefined ||
    report.sections.some(each => each.definition === section) ||
    isAwaited(report, section)
  )
}

/** Is the section missing, by itself or along with the one that it is in? */
function isAwaited(report: Report, section: SectionDefinition): boolean {
  const { parent } = section
  return (
    report.missingSections.includes(section) ||
    (parent !== undefined && section.required && isAwaited(report, parent))
  )
}

/** Inserts the table: under its heading `there`, with the heading at its place, or at the cover's end. */
export function insertTable(report: Report, there: Section | undefined): TextEdit {
  const { text, type, cover } = report
  const definition = type.summary
  if (there !== undefined) return separated(text, there.heading.line.end, newTable(report))
  if (definition === undefined) return separated(text, cover.insertAt, newTable(report))
  const before = report.sections.filter(({ definition: { order } }) => order < definition.order)
  const at = greatest(
    before.map(({ extent }) => extent.end),
    0,
  )
  const marks = report.sections.find(section => section.definition.depth === definition.depth)
    ?.heading.marks.text
  return separated(text, at, `${marks ?? ''}${definition.title}\n\n${newTable(report)}`)
}

/** The insertion with a blank line before it and, if text follows, after it. */
function separated(text: string, at: number, inserted: string): TextEdit {
  const before = text.slice(Math.max(0, at - 100), at)
  const lead = at === 0 || /\n[ \t\r]*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const follows = /^[ \t]*\r?\n/.test(text.slice(at)) || at === text.length
  return insert(at, lead + inserted + (follows ? '' : '\n'))
}
