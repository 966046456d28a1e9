/** Reads contents that are a list or links, as Markdown editors and converters make them. */

import { afterCount, ownWords } from '../../text/decorations'
import { lineBeginning } from '../../text/line-beginning'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import type { Line } from '../lines/scan'
import { pageAfter } from './pages'

interface ListEntry {
  readonly title: Span
  readonly page: TextSpan | undefined
}

/**
 * The title in an entry that is a link or is listed: `[Title](#x) 3`, `[Title 3](#x)`, `- Title`, `1.2 Title`;
 * undefined for a line that is not such an entry.
 */
export function listEntry(text: string, line: Line, type: ReportType): ListEntry | undefined {
  const { bullet } = lineBeginning(text, line.from, line.to)
  const listed = { start: bullet?.next ?? line.from, end: line.to }
  const counted = { start: afterCount(text, listed), end: line.to }
  const isLinked = isLink(text, counted)
  if (!isLinked && counted.start === line.from) return undefined
  // What seems to count a title may be part of it.
  const own = isLinked ? ownWords(text, counted).span : listed
  const page = pageAfter(text.slice(own.start, own.end))
  const titled = { start: own.start, end: page ? own.start + page.start : own.end }
  const found = type.sectionTitles.findCounted(text, titled)
  if (found === undefined && !isLinked) return undefined
  return {
    title: found?.span ?? ownWords(text, titled).span,
    page: page && textSpan(text, own.end - page.digits.length, own.end),
  }
}

/** Is the stretch a link to a place in the text, with nothing but a page number after it? */
function isLink(text: string, { start, end }: Span): boolean {
  if (text.charCodeAt(start) !== 91) return false
  const address = text.slice(start, end).lastIndexOf('](#')
  if (address === -1) return false
  const close = text.indexOf(')', start + address)
  return close !== -1 && close < end && isPage(text, close + 1, end)
}

/** Nothing, or a page number with what leads to it. */
function isPage(text: string, start: number, end: number): boolean {
  const rest = text.slice(start, end).replaceAll(']', '').replaceAll(')', '').trim()
  return rest === '' || /^[.…\s]*\d{1,3}$/.test(rest)
}
