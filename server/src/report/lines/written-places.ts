/** Moves a report that was read without some characters of a text to the places of the text itself. */

import { LineIndex } from '../../text/lines'
import type { Report } from '../model'

/** The parts of the model that are offsets, and those that are lines; paragraph numbers are the same in both texts. */
const offsets = new Set(['start', 'end', 'at', 'insertAt', 'gradeAt'])
const lineNumbers = new Set(['firstLine', 'lastLine'])

/**
 * The report with every offset moved to where it is in `source`. The texts of its spans stay without the characters
 * that are left out, so that whatever reads them sees words.
 */
export function atWrittenPlaces(
  report: Report,
  source: string,
  written: (offset: number) => number,
): Report {
  const made = new Map<object, unknown>()
  // Invisible characters after the last visible one belong to the last line.
  const last = report.text.length
  const placeOf = (offset: number, key: string): number =>
    offset === last && (last > 0 || key === 'end') ? source.length : written(offset)
  const index = new LineIndex(source)
  // A line of the text that was read may be several.
  const lineOf = (line: number): number =>
    line < report.lines.count ? index.lineAt(written(report.lines.start(line))) : index.count
  const isWhole = (value: unknown) => value === report.lines || value === report.flow
  const moved = (value: unknown, key = ''): unknown => {
    if (typeof value === 'number')
      return offsets.has(key) ? placeOf(value, key) : lineNumbers.has(key) ? lineOf(value) : value
    if (typeof value !== 'object' || value === null || isWhole(value)) return value
    const known = made.get(value)
    if (known !== undefined) return known
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
    made.set(value, copy)
    for (const [name, part] of Object.entries(value))
      (copy as Record<string, unknown>)[name] = moved(part, name)
    return copy
  }
  for (const part of partsOf(report.type)) made.set(part, part)
  return {
    ...(moved(report) as Report),
    text: source,
    lines: index,
    flow: report.flow.moved(written),
  }
}

/** All the objects that make up the type: they have no place in the text. */
function partsOf(type: object): ReadonlySet<object> {
  const parts = new Set<object>()
  const add = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || parts.has(value)) return
    parts.add(value)
    const inside =
      value instanceof Map || value instanceof Set ? value.values() : Object.values(value)
    for (const part of inside) add(part)
  }
  add(type)
  return parts
}
