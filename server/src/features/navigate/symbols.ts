/** The outline of a report. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report, Section, SummaryEntry, SummaryTable } from '../../report/model'
import { append } from '../../text/lists'
import { type Span, trimmed } from '../../text/span'
import type { RowDefinition } from '../../types/report-type'
import { plainTitle } from '../wording/section-title'

export interface ReportSymbol {
  readonly name: string
  /** The grade, for what has one; "?" where its places disagree; otherwise empty. */
  readonly detail: string
  readonly kind:
    | 'cover'
    | 'contents'
    | 'part'
    | 'section'
    | 'judgement'
    | 'summary'
    | 'group'
    | 'row'
  /** All of it, including what is in it. */
  readonly span: Span
  /** The words to select; they lie in `span`. */
  readonly selection: Span
  readonly children: readonly ReportSymbol[]
}

interface Node extends ReportSymbol {
  span: Span
  readonly children: Node[]
}

/** The outermost symbols, in the order of the text: cover, contents, and the sections as they nest. */
export function symbols(report: Report): readonly ReportSymbol[] {
  const { cover, contents, title, text, summary } = report
  const roots: Node[] = []
  const coverSpan = trimmed(text, cover.span)
  if (coverSpan.end > coverSpan.start) {
    const made = node(l10n.t('Cover'), cover.authority?.text ?? '', 'cover', coverSpan, title)
    if (summary !== undefined && summary.span.end <= coverSpan.end)
      append(made.children, rowNodes(report, summary))
    roots.push(made)
  }
  if (contents !== undefined)
    roots.push(
      node(contents.heading.text, '', 'contents', trimmed(text, contents.span), contents.heading),
    )
  return [...roots, ...sectionNodes(report)].sort((a, b) => a.span.start - b.span.start)
}

function sectionNodes(report: Report): Node[] {
  const roots: Node[] = []
  const open: Node[] = []
  const judgements = new Map(report.judgements.map(each => [each.section, each]))
  for (const section of report.sections) {
    const made = sectionNode(report, section, gradeOf(section, judgements.get(section)))
    while (open.length > 0 && (open.at(-1) as Node).span.end <= section.span.start) open.pop()
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(made)
    open.push(made)
  }
  return roots
}

function sectionNode(report: Report, section: Section, grade: string): Node {
  const { definition, heading } = section
  const kind = definition.grade
    ? 'judgement'
    : definition.kind === 'summary'
      ? 'summary'
      : definition.kind === 'group'
        ? 'part'
        : 'section'
  const made = node(
    plainTitle(section),
    grade,
    kind,
    trimmed(report.text, section.extent),
    heading.title,
  )
  if (kind === 'summary' && report.summary !== undefined) {
    const { start } = report.summary.span
    if (section.extent.start <= start && start < section.extent.end)
      append(made.children, rowNodes(report, report.summary))
  }
  return made
}

function gradeOf(section: Section, judgement: Judgement | undefined): string {
  if (judgement?.disagreement !== undefined) return '?'
  return judgement?.grade?.word ?? section.grade?.grade?.word ?? ''
}

/** Rows in their groups, as the table has them: a group row in the wrong place still holds what follows. */
function rowNodes(report: Report, summary: SummaryTable): Node[] {
  const roots: Node[] = []
  const open: { readonly group: RowDefinition | undefined; readonly made: Node }[] = []
  for (const entry of summary.entries) {
    const group = entry.kind === 'group' ? (entry.rightGroup ?? entry.definition) : undefined
    const parent = (group ?? entry.definition)?.parent
    const at = open.findLastIndex(each => each.group === parent)
    if (at >= 0) open.length = at + 1
    else if (entry.kind === 'group') open.length = 0
    const made = rowNode(report, entry)
    const siblings = open.at(-1)?.made.children ?? roots
    siblings.push(made)
    for (const around of open)
      around.made.span = { start: around.made.span.start, end: made.span.end }
    if (entry.kind === 'group') open.push({ group, made })
  }
  return roots
}

function rowNode(report: Report, entry: SummaryEntry): Node {
  const kind = entry.kind === 'group' ? 'group' : 'row'
  const grade = entry.grade?.grade?.word ?? entry.grade?.word?.text ?? ''
  const detail = kind === 'group' ? '' : grade
  return node(
    wholeTitle(oneLine(entry.label.text), entry.definition),
    detail,
    kind,
    trimmed(report.text, entry.line),
    entry.label,
  )
}

/** Extraction may break a long label over two cells; the title is then as the type has it. */
function wholeTitle(written: string, definition: RowDefinition | undefined): string {
  return definition?.title.startsWith(written) ? definition.title : written
}

function node(
  name: string,
  detail: string,
  kind: ReportSymbol['kind'],
  span: Span,
  selection: Span,
): Node {
  const { start, end } = selection
  return {
    // An editor refuses a symbol without a name.
    name: name === '' ? '…' : name,
    detail,
    kind,
    span: { start: Math.min(span.start, start), end: Math.max(span.end, end) },
    selection: { start, end },
    children: [],
  }
}

/** A title wrapped over two lines, as one, and without emphasis. */
function oneLine(text: string): string {
  return text.replace(/[\s*_]+/g, ' ').trim()
}
