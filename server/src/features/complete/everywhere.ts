/** Grades that are offered for a judgement's other places as well, together with the one that is being written. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report } from '../../report/model'
import { type Span, touches } from '../../text/span'
import { type JudgementChanges, judgementChanges } from '../edit/set-grade'
import { judgementOf, summaryEntryAt } from '../navigate/places'
import type { CompletionItem } from './completion-item'
import type { Cursor } from './cursor'

/**
 * Each grade among the items, and after it the same with the judgement's row, heading and first sentence as far as
 * these do not say it yet: `good – everywhere`.
 */
export function withEverywhere(
  cursor: Cursor,
  items: readonly CompletionItem[],
): readonly CompletionItem[] {
  if (items.every(({ grade }) => grade === undefined)) return items
  const here = placeHere(cursor, items[0]?.span.start ?? cursor.offset)
  if (here === undefined) return items
  return items.flatMap(item => [item, ...everywhere(cursor, here, item)])
}

interface PlaceHere {
  readonly judgement: Judgement
  /** The place in which the cursor is. */
  readonly at: keyof JudgementChanges
}

/** `start` is where what is written begins. */
function placeHere(
  { report, section, offset, lineStart }: Cursor,
  start: number,
): PlaceHere | undefined {
  const entry = summaryEntryAt(report, offset)
  if (entry !== undefined) {
    const judgement = report.judgements.find(({ row }) => row === entry)
    return judgement && { judgement, at: 'row' }
  }
  const judgement = judgementOf(report, section)
  if (judgement === undefined) return undefined
  const sentence = section?.opening?.sentence
  // A grade line that is only begun may be taken for the first sentence, but has no words before it.
  const hasWordsBefore = /\p{L}/u.test(report.text.slice(lineStart, start))
  const isOpening = sentence !== undefined && touches(sentence, offset) && hasWordsBefore
  return { judgement, at: isOpening ? 'opening' : 'section' }
}

function everywhere(
  { report, line }: Cursor,
  { judgement, at }: PlaceHere,
  item: CompletionItem,
): readonly CompletionItem[] {
  if (item.grade === undefined) return []
  const places = { ...judgementChanges(report, judgement, item.grade), [at]: [] }
  const changes = [...places.section, ...places.opening, ...places.row].filter(
    ({ ticked, span }) => ticked && !isOnLine(report, span, line),
  )
  if (changes.length === 0) return []
  const where = changes.map(({ label }) => label).join(' · ')
  return [
    {
      ...item,
      label: l10n.t('{0} – everywhere', item.label),
      detail: where,
      note: where,
      sortText: `${item.sortText}+`,
      also: changes.map(({ span, newText }) => ({ span, newText })),
    },
  ]
}

function isOnLine({ lines }: Report, { start, end }: Span, line: number): boolean {
  return lines.lineAt(start) <= line && line <= lines.lineAt(end)
}
