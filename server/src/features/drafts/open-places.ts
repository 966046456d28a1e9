/** The places of a draft that are still to be filled in, in the order of the text. */

import type { Report } from '../../report/model'
import type { Stop } from '../../report/template/pieces'
import { choicesOf } from '../../report/template/template'
import { least } from '../../text/lists'
import type { Span } from '../../text/span'

export interface OpenPlace {
  /** What is to be replaced; empty in an empty cell of the summary table. */
  readonly span: Span
  /** What may be chosen there, the present text first; empty where anything may be written. */
  readonly choices: readonly string[]
}

/**
 * Placeholders in the order of the text; once there are none left, the cells of the summary table, since they
 * repeat the judgements. Empty for a report that is not a draft.
 */
export function openPlaces(report: Report): readonly OpenPlace[] {
  const { status, placeholders, lines, summary, type } = report
  if (status !== 'draft') return []
  const chosen = choicesOf(type)
  const places: OpenPlace[] = []
  for (const placeholder of placeholders) {
    const span = wholePlace(report, placeholder, chosen)
    if (span.start === places.at(-1)?.span.start) continue
    places.push({ span, choices: choicesAt(report, span, chosen) })
  }
  if (places.length > 0) return places
  return (summary?.entries ?? []).flatMap(({ kind, cell, grade }) => {
    if (kind !== 'row' || cell === undefined || grade !== undefined) return []
    const isOneLine = lines.lineAt(cell.start) === lines.lineAt(cell.end)
    return isOneLine ? [{ span: cell, choices: [] }] : []
  })
}

/**
 * A placeholder with what is chosen together with it: the words before it (`is [grade]`), or its whole line,
 * without white space (`Grade [number] ([grade])`).
 */
function wholePlace({ text, lines }: Report, placeholder: Span, chosen: readonly Stop[]): Span {
  const line = lines.lineAt(placeholder.start)
  const whole = text.slice(lines.start(line), lines.end(line))
  const content = whole.trim()
  const start = lines.start(line) + whole.indexOf(content)
  if (chosen.some(stop => stop.text === content)) return { start, end: start + content.length }
  const { end } = placeholder
  const before = chosen
    .map(stop => end - stop.text.length)
    .filter((from, at) => from >= start && text.slice(from, end) === chosen[at]?.text)
  return { start: least(before, placeholder.start), end }
}

function choicesAt(
  { text }: Report,
  { start, end }: Span,
  chosen: readonly Stop[],
): readonly string[] {
  const open = text.slice(start, end)
  const isPlural = /\bare $/.test(text.slice(Math.max(0, start - 5), start))
  const fitting = chosen.filter(stop => stop.text === open)
  const stop = fitting.find(each => (each.isPlural === true) === isPlural) ?? fitting[0]
  return stop === undefined ? [] : [open, ...(stop.choices ?? []).filter(each => each !== open)]
}
