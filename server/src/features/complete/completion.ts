/** Completion: what may be written at a place. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import { reportTemplate } from '../../report/template/template'
import { touches } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import type { CompletionItem } from './completion-item'
import { type Cursor, cursorAt } from './cursor'
import { withEverywhere } from './everywhere'
import {
  authorityItems,
  fieldPlaceholderItems,
  fieldValueItems,
  headingGradeItems,
  statementItems,
} from './fields'
import { gradeCellItems, gradeLineItems, gradePlaceholderItems, gradeWordItems } from './grades'
import { paragraphItems } from './references'
import { fieldItems, sectionItems, summaryItems, timescaleItems } from './sections'

/**
 * What may be written at `offset`; empty in running text. `today` is an ISO date, without which no dates are
 * offered. The answer depends on what has been typed already, so the editor has to ask again at the next key
 * (`isIncomplete`).
 */
export function completion(
  report: Report,
  offset: number,
  today?: string,
): readonly CompletionItem[] {
  const cursor = cursorAt(report, offset)
  return withEverywhere(cursor, itemsAt(cursor, today))
}

function itemsAt(cursor: Cursor, today: string | undefined): readonly CompletionItem[] {
  const { report, offset } = cursor
  const { summary, contents } = report
  if (report.notes.some(({ span }) => span.start < offset && offset < span.end)) return []
  const placeholders = gradePlaceholderItems(cursor)
  if (placeholders.length > 0) return placeholders
  const given = [
    () => fieldPlaceholderItems(cursor, today),
    () => fieldValueItems(cursor, today),
    () => statementItems(cursor),
    () => headingGradeItems(cursor),
  ]
  for (const items of given) {
    const found = items()
    if (found.length > 0) return found
  }
  if (summary !== undefined && touches(summary.span, offset)) {
    const cells = gradeCellItems(cursor)
    const isInside = offset > summary.span.start && offset < summary.span.end
    if (cells.length > 0 || isInside) return cells
  }
  if (contents !== undefined && contents.span.start < offset && offset < contents.span.end)
    return []
  const paragraphs = paragraphItems(cursor)
  if (paragraphs.length > 0) return paragraphs
  const words = gradeWordItems(cursor)
  if (words.length > 0) return words
  if (cursor.after.trim() !== '') return []
  // A space typed at the start of a line asks for nothing.
  if (cursor.before !== '' && cursor.before.trim() === '') return []
  if (
    report.blocks.some(
      ({ kind, start, end }) => kind === 'front-matter' && offset >= start && offset < end,
    )
  )
    return fieldItems(cursor)
  return [
    ...(report.sections.length === 0
      ? completionInNonReport(report.text, offset, [report.type])
      : []),
    ...gradeLineItems(cursor),
    ...authorityItems(cursor),
    ...fieldItems(cursor),
    ...timescaleItems(cursor),
    ...summaryItems(cursor),
    ...sectionItems(cursor),
  ]
}

const reportNames = ['New report', 'Report']

/**
 * A whole new report of each type, in a document that is empty or holds no more than the beginning of one line.
 */
export function completionInNonReport(
  text: string,
  offset: number,
  types: readonly ReportType[],
): readonly CompletionItem[] {
  const typed = text.slice(0, offset).replace(/^\ufeff?\s*(?:#\s*)?/, '')
  if (text.slice(offset).trim() !== '' || /[\r\n]/.test(typed)) return []
  const start =
    offset - typed.length - (/#\s*$/.exec(text.slice(0, offset - typed.length))?.[0].length ?? 0)
  const written = text.slice(start, offset)
  return types.flatMap((type, index): CompletionItem[] => {
    const label = l10n.t('New report: {0}', type.name)
    const names = [
      ...type.titles,
      type.name,
      label,
      ...reportNames.map(each => `${each}: ${type.name}`),
    ]
    const name = names.map(each => begunAs(each, typed)).find(each => each !== undefined)
    if (name === undefined) return []
    return [
      {
        label,
        kind: 'report',
        detail: l10n.t('A whole new report, as a draft'),
        snippet: reportTemplate(type).snippet,
        span: { start, end: offset },
        filterText: written.slice(0, written.length - typed.length) + name,
        sortText: `9-${String(index).padStart(3, '0')}`,
      },
    ]
  })
}

/**
 * The title up to the first name that it leaves open, if it begins with what is typed; what is typed, if that
 * already goes further; otherwise undefined.
 */
function begunAs(title: string, typed: string): string | undefined {
  const [known = '', ...open] = title.split('{authority}')
  if (known.toLowerCase().startsWith(typed.toLowerCase())) return known
  return open.length > 0 && typed.toLowerCase().startsWith(known.toLowerCase()) ? typed : undefined
}
