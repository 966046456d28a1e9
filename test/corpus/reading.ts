/**
 * What is read in a report, in lines that can be compared before and after a change of the readers. No word of the
 * report is in them: only ids, titles and grades of its type, numbers, and lines counted from 1.
 */

import { createHash } from 'node:crypto'
import type {
  Contents,
  Cover,
  GradeStatement,
  Report,
  Section,
  SummaryEntry,
  SummaryTable,
} from '../../server/src/report/model'
import type { Span } from '../../server/src/text/span'

export function readingOf(report: Report | undefined): readonly string[] {
  if (report === undefined) return ['not a report']
  const { type, recognised, status, judgements } = report
  const lines = new Lines(report)
  return [
    `${type.id} by ${recognised}, ${status}`,
    coverLine(report.cover, lines),
    ...contentsLine(report.contents, lines),
    ...report.sections.map(section => sectionLine(section, lines)),
    ...report.missingSections.map(({ id }) => `missing ${id}`),
    ...tableLines(report.summary, lines),
    ...judgements.map(
      ({ definition, mentions, grade, disagreement }) =>
        `judgement ${definition.id ?? definition.title} ${mentions.map(({ kind }) => kind).join('+')} ${grade?.word ?? '-'}${disagreement === undefined ? '' : ` but ${disagreement.odd}`}`,
    ),
    ...report.displacedGrades.map(
      ({ statement, section, line }) =>
        `${lines.at(line)} displaced ${gradeOf(statement)} of ${section?.definition.id ?? '-'}`,
    ),
    numbersLine(report, lines),
    marksLine(report, lines),
    blocksLine(report),
  ]
}

/** Places by their lines. */
class Lines {
  constructor(private readonly report: Report) {}

  at({ start }: Span): number {
    return this.report.lines.lineAt(start) + 1
  }

  of({ start, end }: Span): string {
    const first = this.report.lines.lineAt(start) + 1
    const last = this.report.lines.lineAt(Math.max(start, end - 1)) + 1
    return first === last ? `${first}` : `${first}–${last}`
  }
}

function coverLine({ span, fields, authority }: Cover, lines: Lines): string {
  const values = fields.map(({ id, label, dates }) => {
    const days = dates === undefined ? '' : ` ${dates.from}/${dates.to}`
    return `${id} ${lines.at(label)}${days}`
  })
  const name = authority === undefined ? [] : [`authority ${lines.at(authority)}`]
  return `cover ${lines.of(span)}: ${[...name, ...values].join(', ')}`
}

function contentsLine(contents: Contents | undefined, lines: Lines): readonly string[] {
  if (contents === undefined) return []
  const { span, form, entries, missing } = contents
  const each = entries.map(({ title, definition, page, placement }) => [
    lines.at(title),
    definition?.id,
    page?.text,
    placement,
  ])
  return [
    `contents ${lines.of(span)} ${form}: ${entries.length} entries ${digest(each)}, ${missing.length} missing`,
  ]
}

function sectionLine(
  { definition, heading, match, placement, grade, opening, timescales, hasText }: Section,
  lines: Lines,
): string {
  const { statement } = opening ?? {}
  return [
    `${lines.of(heading.line)} ${definition.id}`,
    ...(grade === undefined ? [] : [`${gradeOf(grade)} ${lines.at(grade.span)}`]),
    ...(statement === undefined
      ? []
      : [`opens ${statement.grade.word}${statement.plain ? ' plainly' : ''}`]),
    ...timescales.map(({ heading, items }) => `timescale ${lines.at(heading)} ${items.length}`),
    ...(match === 'exact' ? [] : [match]),
    ...(placement === 'in-order' ? [] : [placement]),
    ...(hasText ? [] : ['no text']),
  ].join(' | ')
}

function tableLines(table: SummaryTable | undefined, lines: Lines): readonly string[] {
  if (table === undefined) return []
  const { span, form, entries, missing } = table
  return [
    `table ${lines.of(span)} ${form}`,
    ...entries.map(entry => rowLine(entry, lines)),
    ...missing.map(row => `missing ${row.id ?? row.title}`),
  ]
}

function rowLine({ kind, line, definition, grade, placement }: SummaryEntry, lines: Lines): string {
  const what = `${lines.of(line)} ${kind} ${definition?.id ?? definition?.title ?? '-'}`
  return [
    what,
    ...(grade === undefined ? [] : [gradeOf(grade)]),
    ...(placement === 'in-order' ? [] : [placement]),
  ].join(' | ')
}

function gradeOf({ form, grade, wordGrade, numberGrade, unfinished }: GradeStatement): string {
  const said = [numberGrade?.number, wordGrade?.word].filter(each => each !== undefined)
  return `${form} ${grade?.word ?? (unfinished ? 'unfinished' : 'unknown')} (${said.join(' ')})`
}

function numbersLine({ numbering, references }: Report, lines: Lines): string {
  const { paragraphs, faults, splits } = numbering
  const places = paragraphs.map(({ number, label, fragments }) => [
    number,
    lines.at(label),
    fragments.map(each => lines.of(each)),
  ])
  const led = references.map(({ number, digits, paragraph }) => [
    number,
    lines.at(digits),
    paragraph !== undefined,
  ])
  return `${paragraphs.length} numbers ${digest(places)}, faults ${faults.map(({ kind }) => kind).join() || 'none'}, ${splits.length} splits, ${references.length} references ${digest(led)}`
}

function marksLine({ notes, placeholders, suppressions }: Report, lines: Lines): string {
  const at = (spans: readonly Span[]) => spans.map(span => lines.at(span)).join(' ') || 'none'
  const spans = (each: readonly { readonly span: Span }[]) => at(each.map(({ span }) => span))
  return `notes ${spans(notes)}, placeholders ${at(placeholders)}, ignored ${spans(suppressions)}`
}

function blocksLine({ blocks }: Report): string {
  const counts = new Map<string, number>()
  for (const { kind } of blocks) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const places = blocks.map(({ kind, firstLine, lastLine }) => [kind, firstLine, lastLine])
  const shown = [...counts].sort().map(([kind, count]) => `${count} ${kind}`)
  return `blocks ${digest(places)}: ${shown.join(', ')}`
}

/** A fingerprint, in place of a list that is long and seldom looked at. */
function digest(value: unknown): string {
  return `#${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 8)}`
}
