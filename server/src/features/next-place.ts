/** The places of a draft that are still to be filled in, from one to the next. */

import type { Report } from '../report/model'
import { choicesOf } from '../report/template'
import type { Stop } from '../report/template-pieces'
import type { Span } from '../text/span'

export interface OpenPlace {
  /** What is written over; empty in an empty cell of the summary table. */
  readonly span: Span
  /** What may be chosen there, first of all what stands there; empty where anything may be written. */
  readonly choices: readonly string[]
}

/**
 * The place behind what is selected, or `before` it; behind the last comes the first. Cells of the summary table
 * wait until all else is filled in, since they repeat it. Undefined where nothing is left.
 */
export function nextPlace(
  report: Report,
  { start, end }: Span,
  direction: 'next' | 'previous',
): OpenPlace | undefined {
  const chosen = choicesOf(report.type)
  const spans = openSpans(report, chosen)
  const found =
    direction === 'next'
      ? (spans.find(each => each.start > end || (each.start === end && each.end > end)) ?? spans[0])
      : (spans.findLast(each => each.end < start) ?? spans.at(-1))
  return found && { span: found, choices: choicesAt(report, found, chosen) }
}

/** In the order of the text; word and number of a grade line are one. */
function openSpans(report: Report, chosen: readonly Stop[]): readonly Span[] {
  const { status, placeholders, lines, summary } = report
  if (status !== 'draft') return []
  const spans: Span[] = []
  for (const placeholder of placeholders) {
    const whole = wholePlace(report, placeholder, chosen)
    if (whole.start !== spans.at(-1)?.start) spans.push(whole)
  }
  if (spans.length > 0) return spans
  const cells = (summary?.entries ?? []).flatMap(({ kind, cell, grade }) =>
    kind === 'row' && cell !== undefined && grade === undefined ? [cell] : [],
  )
  return cells.filter(({ start, end }) => lines.lineAt(start) === lines.lineAt(end))
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
  return { start: Math.min(placeholder.start, ...before), end }
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
