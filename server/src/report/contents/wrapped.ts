/** Entries of the contents whose title is wrapped over several lines. */

import type { ReportType, SectionDefinition } from '../../types/report-type'
import type { Line } from '../lines/scan'
import { pageAfter } from './pages'

/** The most lines that an entry may be wrapped over. */
const mostLines = 3

/**
 * The entry that begins here, where it is a title wrapped over several lines with its page number after the
 * last.
 */
export function wrappedAt(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): { readonly last: number; readonly definitions: readonly SectionDefinition[] } | undefined {
  const { from, to, isPiped } = lines[first] as Line
  if (isPiped || /\d$/.test(text.slice(from, to))) return undefined
  for (let at = first + 1; at < first + mostLines; at++) {
    const line = lines[at]
    if (line === undefined || line.first === 0 || line.furniture) return undefined
    const page = pageAfter(text.slice(line.from, line.to))
    if (page === undefined) continue
    const definitions = type.sectionTitles.named(text.slice(from, line.from + page.start))
    return definitions && { last: at, definitions }
  }
  return undefined
}

/**
 * Is it the first line of an entry, whatever its title, whose page number is far to the right on the next
 * line?
 */
export function goesOnToPage(text: string, lines: readonly Line[], at: number): boolean {
  const { from, to } = lines[at] as Line
  const next = lines[at + 1]
  if (next === undefined || /[.!?;,]$/.test(text.slice(from, to))) return false
  const content = text.slice(next.from, next.to)
  const page = pageAfter(content)
  return page !== undefined && content.length - page.digits.length - page.start > 2
}

/**
 * The last line of the entry that begins here in the contents, where it is a title wrapped over several lines.
 */
export function lastOfEntry(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): number {
  const paged = wrappedAt(text, lines, first, type)
  if (paged !== undefined) return paged.last
  const { from, to, isPiped } = lines[first] as Line
  if (isPiped) return first
  const content = text.slice(from, to)
  if (type.sectionTitles.has(content)) return first
  if (goesOnToPage(text, lines, first) && isLowerCase(text, lines[first + 1])) return first + 1
  // Most lines do not begin a title. A line that breaks after a stop has lost that stop in its normal form.
  if (!type.sectionTitles.isBeginning(content) && !/[.:;?]\W{0,4}$/.test(content)) return first
  for (let at = first + 1; at < first + mostLines; at++) {
    const line = lines[at]
    if (line === undefined || line.first === 0 || line.furniture) return first
    if (type.sectionTitles.has(text.slice(from, line.to))) return at
  }
  return first
}

function isLowerCase(text: string, line: Line | undefined): boolean {
  return line !== undefined && /^\p{Ll}/u.test(text.slice(line.from, line.from + 2))
}
