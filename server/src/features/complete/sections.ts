/** Completion at the start of a line: sections, timescales, the summary table, cover fields. */

import * as l10n from '@vscode/l10n'
import type { Report, Section } from '../../report/model'
import { formOf } from '../../report/template/form'
import {
  openValue,
  sectionTemplate,
  summaryTemplate,
  timescaleTemplate,
} from '../../report/template/template'
import { snippetText } from '../../text/escape'
import { greatest } from '../../text/lists'
import type { FieldDefinition, Grade, SectionDefinition } from '../../types/report-type'
import { blockAt } from '../navigate/places'
import type { CompletionItem } from './completion-item'
import { type Cursor, gapsAround, isBegun, isBlankLine, isHeadingLine, typedSpan } from './cursor'

/** A line with nothing on it but the beginning of a title. */
interface Begun {
  /** `## ` or nothing. */
  readonly marks: string
  readonly typed: string
}

/**
 * Every section of the type: first those missing at this place, then the others missing from this part of the
 * report, those missing from other parts, those that are there, and finally those that may be left out.
 */
export function sectionItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, lineStart, section } = cursor
  const begun = begunLine(cursor, isAfterSentence(cursor))
  if (begun === undefined) return []
  if (lineStart < report.cover.span.end && report.contents !== undefined) return []
  const here = section !== undefined && section.heading.line.end > lineStart ? section : undefined
  if (here !== undefined && isStarted(here)) return []
  const there = new Set(
    report.sections.filter(each => each !== here).map(({ definition }) => definition),
  )
  const [low, high] = neighbours(report, lineStart)
  const part = partOf(report.sections.findLast(({ heading }) => heading.line.end <= lineStart))
  const form = formOf(report, lineStart)
  const number = nextNumber(report, lineStart)
  const gaps = gapsAround(cursor)
  return report.type.sections.flatMap((definition): CompletionItem[] => {
    const isThere = there.has(definition)
    const { typed, marks } = begun
    if (here?.match === 'exact' && definition !== here.definition) return []
    if (typed !== '' && (isThere || !isBegun(typed, definition.title))) return []
    const isNext = definition.order > low && definition.order < high
    const template = sectionTemplate(definition, {
      type: report.type,
      form,
      authority: report.cover.authority?.text,
      number,
      gradeOf: each => gradeOfRow(report, each),
    })
    const state = isThere
      ? l10n.t('already there')
      : definition.required
        ? l10n.t('missing')
        : l10n.t('may be left out')
    const isInPart = part !== undefined && outermost(definition) === part
    const rank = !definition.required ? 4 : isThere ? 3 : !isInPart ? 2 : isNext ? 0 : 1
    return [
      {
        label: definition.title,
        kind: definition.kind === 'summary' ? 'summary' : 'section',
        detail: [state, ...definition.path].join(' · '),
        // A part's long title would push the section's out of sight, so it is given only where names repeat.
        note: isNameShared(report, definition)
          ? [state, ...definition.path.slice(0, 1)].join(' · ')
          : state,
        snippet: gaps.before + template.snippet + gaps.after,
        span: typedSpan(cursor, marks.length + typed.length),
        filterText: marks + definition.title,
        sortText: `3-${rank}${String(definition.order).padStart(3, '0')}`,
      },
    ]
  })
}

/** The timescales that a list of recommendations does not have yet, the next one first. */
export function timescaleItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, section, lineStart, before } = cursor
  if (section?.definition.kind !== 'recommendations' || section.heading.line.end > lineStart)
    return []
  const isAfterItem = blockAt(report, lineStart - 1)?.kind === 'item'
  const begun = begunLine(cursor, isAfterItem)
  if (begun === undefined || begun.marks !== '') return []
  const gaps = gapsAround(cursor)
  const names = report.type.timescales
  const others = section.timescales.filter(({ line }) => line.start !== lineStart)
  const passed = others.filter(({ line }) => line.start < lineStart).map(({ name }) => name)
  const last = greatest(
    passed.map(name => names.indexOf(name ?? '')),
    -1,
  )
  const form = formOf(report, lineStart)
  return names.flatMap((name, index): CompletionItem[] => {
    if (others.some(each => each.name === name)) return []
    if (begun.typed !== '' && !isBegun(begun.typed, name)) return []
    return [
      {
        label: `${name}:`,
        kind: 'timescale',
        detail: l10n.t('Recommendations'),
        snippet: gaps.before + timescaleTemplate(name, form).snippet + gaps.after,
        span: typedSpan(cursor, before.trimStart().length),
        filterText: name,
        sortText: `2-${index > last ? 0 : 1}${index}`,
      },
    ]
  })
}

/** The summary table, under its heading, where there is none yet. */
export function summaryItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, section, lineStart } = cursor
  if (section?.definition.kind !== 'summary' || section.heading.line.end > lineStart) return []
  if ((report.summary?.entries.length ?? 0) > 0 || section.hasText) return []
  const begun = begunLine(cursor)
  if (begun === undefined || begun.typed !== '') return []
  const gaps = gapsAround(cursor)
  const label = l10n.t('Table: {0}', section.definition.title)
  const table = summaryTemplate(report.type, formOf(report, lineStart)).snippet
  return [
    {
      label,
      kind: 'summary',
      detail: l10n.t('All judgements of the report'),
      snippet: gaps.before + table + gaps.after,
      span: typedSpan(cursor, begun.marks.length),
      filterText: begun.marks + label,
      sortText: '1-0',
    },
  ]
}

/** The cover fields that are not there yet. */
export function fieldItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, lineStart, before, offset } = cursor
  const { cover, title } = report
  if (lineStart >= cover.span.end && offset > cover.insertAt) return []
  if (title.start <= offset && lineStart <= title.end) return []
  const typed = before.trimStart()
  if (!/^[\p{L}© ]*$/u.test(typed)) return []
  const there = new Set(cover.fields.map(({ id }) => id))
  const span = typedSpan(cursor, typed.length)
  const status: CompletionItem[] =
    there.has('status') || !(typed === '' || isBegun(typed, 'Status'))
      ? []
      : [
          {
            label: 'Status: draft',
            kind: 'field',
            detail: l10n.t('What is not written yet does not count as a problem'),
            snippet: 'Status: draft',
            span,
            filterText: 'Status: draft',
            sortText: '1-900',
          },
        ]
  const missing = report.type.fields.filter(({ id }) => !there.has(id))
  const fields = missing.flatMap((field, index): CompletionItem[] => {
    const label = field.labels[0] ?? ''
    if (typed !== '' && !isBegun(typed, label)) return []
    return [
      {
        label,
        kind: 'field',
        detail: field.example,
        snippet: fieldSnippet(field, label),
        span,
        filterText: label,
        sortText: `1-${String(index).padStart(3, '0')}`,
      },
    ]
  })
  return [...fields, ...status]
}

function fieldSnippet(field: FieldDefinition, label: string): string {
  const open = snippetText(openValue(field))
  return `${snippetText(label)}${field.kind === 'year' ? ' ' : ': '}\${1:${open}}`
}

/**
 * The line as one on which a title is begun: it has a few words at most and, if any are typed, a blank line or
 * a heading above. Undefined for a line of running text.
 */
function begunLine(cursor: Cursor, isApart = false): Begun | undefined {
  const { report, line, before } = cursor
  if (before.length > 120) return undefined
  const words = before.trimStart()
  const marks = /^#{1,6}\s*/.exec(words)?.[0] ?? ''
  const typed = words.slice(marks.length)
  if (!/^[\p{L}\p{N}'’,:? -]*$/u.test(typed)) return undefined
  const isOwn = isApart || typed === '' || line === 0 || isBlankLine(report, line - 1)
  return isOwn || isHeadingLine(report, line - 1) ? { marks, typed } : undefined
}

/**
 * Has a title been begun, with its capital, right under a complete sentence? Under a line that continues, it
 * would be the next word of a sentence.
 */
function isAfterSentence({ report, line, before }: Cursor): boolean {
  if (line === 0 || !/^\s*(?:#{1,6}\s*)?\p{Lu}/u.test(before)) return false
  const above = report.text.slice(report.lines.start(line - 1), report.lines.end(line - 1))
  return /[.?!][)"'”’*_]*\s*$/.test(above)
}

/** The part of the report that the section is, or is in. */
function partOf(section: Section | undefined): SectionDefinition | undefined {
  return section && outermost(section.definition)
}

function isNameShared({ type }: Report, { title }: SectionDefinition): boolean {
  return type.sections.filter(each => each.title === title).length > 1
}

function outermost(definition: SectionDefinition): SectionDefinition {
  return definition.parent === undefined ? definition : outermost(definition.parent)
}

/** Is there more of the section than its heading? Of a part there never is more. */
function isStarted(section: Section): boolean {
  return section.hasText || section.grade !== undefined || section.definition.kind === 'group'
}

/** The orders of the sections before and after the place. */
function neighbours(report: Report, offset: number): readonly [number, number] {
  const before = report.sections.findLast(({ heading }) => heading.line.end <= offset)
  const after = report.sections.find(({ heading }) => heading.line.start > offset)
  return [before?.definition.order ?? -1, after?.definition.order ?? Number.POSITIVE_INFINITY]
}

function nextNumber(report: Report, offset: number): number {
  const before = report.numbering.paragraphs.findLast(({ label }) => label.start < offset)
  return (before?.number ?? 0) + 1
}

function gradeOfRow(report: Report, definition: SectionDefinition): Grade | undefined {
  const row = report.summary?.entries.find(each => each.definition?.section === definition)
  return row?.grade?.grade
}
