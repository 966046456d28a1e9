/** Reads contents that are a list, as Markdown editors make them. */

import { type Span, type TextSpan, textSpan } from '../../text/span'
import { normalTitle, type ReportType } from '../../types/report-type'
import { bareTitle } from '../headings/headings'
import type { Line } from '../lines/scan'
import { pageAfter } from './pages'

/** The title in a list entry, `- [Title](#x)` or `- Title`; undefined for a line that is not such an entry. */
export function listEntry(text: string, line: Line, type: ReportType): ListEntry | undefined {
  const content = text.slice(line.from, line.to)
  const mark = /^(?:[-*+•▪]|\d{1,2}[.)])?\s*/.exec(content)?.[0].length ?? 0
  const link = /^\[([^[\]]+)\]\(#[^()]*\)[\s.…]*(\d{1,3})?$/.exec(content.slice(mark))
  if (link !== null) {
    const from = line.from + mark + 1
    const title = bareTitle(text, { start: from, end: from + (link[1] as string).length })
    return { title, page: pageAt(text, line.to, link[2]) }
  }
  if (mark === 0) return undefined
  const page = pageAfter(content.slice(mark))
  const from = line.from + mark
  const title = bareTitle(text, { start: from, end: page ? from + page.start : line.to })
  if (!type.sectionsByTitle.has(normalTitle(text.slice(title.start, title.end)))) return undefined
  return { title, page: pageAt(text, line.to, page?.digits) }
}

interface ListEntry {
  readonly title: Span
  readonly page: TextSpan | undefined
}

function pageAt(text: string, end: number, page: string | undefined): TextSpan | undefined {
  return page === undefined ? undefined : textSpan(text, end - page.length, end)
}
