/** Page numbers at the end of a line of the contents, and the dots or spaces that lead to them. */

import { isDigit } from '../../text/letters'
import { isBlankSpace, oneOf, runStart } from '../../text/runs'

/** Tabs, spaces and dots, as found between a title and its page number; the bracket of a link in a link. */
const isLeader = oneOf('\t .…[')

/** A page number of one to three digits, set apart from the title: where its leader begins, and its digits. */
export function pageAfter(
  content: string,
): { readonly start: number; readonly digits: string } | undefined {
  const digits = runStart(content, isDigit)
  const start = runStart(content, isLeader, digits)
  const isPage = content.length > digits && content.length - digits <= 3 && start < digits
  return isPage ? { start, digits: content.slice(digits) } : undefined
}

/**
 * Several page numbers, of titles that extraction glued together: where the leader and the first number begin.
 */
export function pagesAfter(
  content: string,
): { readonly start: number; readonly first: number } | undefined {
  let first = pageStart(content, content.length)
  if (first === content.length) return undefined
  for (;;) {
    const end = runStart(content, isBlankSpace, first)
    const before = end === first ? end : pageStart(content, end)
    if (before === end) return { start: runStart(content, isLeader, first), first }
    first = before
  }
}

/** Where the page number that ends there begins; of a longer number, only the last three digits count. */
function pageStart(content: string, end: number): number {
  return Math.max(runStart(content, isDigit, end), end - 3)
}
