/** Entries of the contents whose title is wrapped over lines. */

import { normalTitle, type ReportType, type SectionDefinition } from '../types/report-type'
import type { Line } from './scan'

/** Most lines that an entry is wrapped over. */
const mostLines = 3

/** The entry that begins here, where it is a title wrapped over lines with its page number behind the last. */
export function wrappedAt(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): { readonly last: number; readonly definitions: readonly SectionDefinition[] } | undefined {
  const { from, to, first: code } = lines[first] as Line
  if (code === 124 || /\d$/.test(text.slice(from, to))) return undefined
  for (let at = first + 1; at < first + mostLines; at++) {
    const line = lines[at]
    if (line === undefined || line.first === 0 || line.furniture) return undefined
    const page = /[\t .…]+\d{1,3}$/.exec(text.slice(line.from, line.to))
    if (page === null) continue
    const title = normalTitle(text.slice(from, line.from + page.index))
    const definitions = type.sectionsByTitle.get(title)
    return definitions && { last: at, definitions }
  }
  return undefined
}

/** The last line of the entry that begins here in the contents, where it is a title wrapped over lines. */
export function lastOfEntry(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): number {
  const paged = wrappedAt(text, lines, first, type)
  if (paged !== undefined) return paged.last
  const { from, to, first: code } = lines[first] as Line
  if (code === 124) return first
  const content = text.slice(from, to)
  const normal = normalTitle(content)
  if (type.sectionsByTitle.has(normal)) return first
  // Most lines begin no title; the normal form of one that breaks behind a stop has lost the stop.
  if (!type.titleBeginnings.has(normal) && !/[.:;?]\W{0,4}$/.test(content)) return first
  for (let at = first + 1; at < first + mostLines; at++) {
    const line = lines[at]
    if (line === undefined || line.first === 0 || line.furniture) return first
    if (type.sectionsByTitle.has(normalTitle(text.slice(from, line.to)))) return at
  }
  return first
}
