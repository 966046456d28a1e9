/** Finds running headers and footers: lines that recur at the edges of pages. */

import { greatest, least } from '../../../text/lists'
import { singleSpaced } from '../../../text/spaces'
import type { SourceLine } from '../change'

/** How many lines at the head and at the foot of a page may be headers and footers. */
const edge = 3

/** A line at the edge of a page. */
interface EdgeLine {
  readonly at: number
  /** Counted from 0. */
  readonly page: number
  /** The number with which it begins or ends, which may be the page's. */
  readonly number: number | undefined
  /** Where it is if there is nothing but blank lines and numbers between it and that edge of the page. */
  readonly outermost: 'head' | 'foot' | undefined
}

/**
 * Indexes of lines at the edges of pages that recur on other pages, numbers and gaps aside. Footers change with
 * the parts of a document and between left and right pages, so a text is one
 * - if it is on a third of all pages,
 * - if its numbers rise with three pages or more,
 * - or if it is the first or last line on a third of the pages between its first and its last. A grade line
 *   that often ends a page is not one.
 */
export function runningLines(source: readonly SourceLine[]): ReadonlySet<number> {
  const starts = source.flatMap(({ text }, at) => (text.includes('\f') ? [at] : []))
  if (starts.length === 0) return new Set()
  // The head of the first page is left alone: the title may be there, and again on every other page.
  starts.push(source.length)
  const seen = new Map<string, EdgeLine[]>()
  for (const [page, start] of starts.entries()) {
    noteEdge(source, page, start - 1, -1, seen)
    noteEdge(source, page + 1, start, 1, seen)
  }
  const third = Math.max(3, (starts.length + 1) / 3)
  return new Set(
    [...seen].flatMap(([key, lines]) => {
      const places = new Set(lines.map(({ at }) => at))
      const pages = new Set(lines.map(({ page }) => page))
      const isRunning = pages.size >= third || countsPages(key, lines) || standsOutside(lines)
      return isRunning ? [...places] : []
    }),
  )
}

function noteEdge(
  source: readonly SourceLine[],
  page: number,
  from: number,
  step: 1 | -1,
  seen: Map<string, EdgeLine[]>,
): void {
  let isOutermost = true
  for (const at of edgeLines(source, from, step)) {
    const content = (source[at]?.text ?? '').replace(/\f/g, '').trim()
    if (!/\p{L}/u.test(content)) continue
    const outermost = !isOutermost ? undefined : step === 1 ? 'head' : 'foot'
    isOutermost = false
    if (content.length > 160 || /^\W*Grade\b/i.test(content)) continue
    const key = singleSpaced(withoutNumbers(content)).replace(/^#|#$/g, '')
    const digits = /^(\d{1,3})\s|\s(\d{1,3})$/.exec(content)
    const number = digits === null ? undefined : Number(digits[1] ?? digits[2])
    const same = seen.get(key)
    if (same === undefined) seen.set(key, [{ at, page, number, outermost }])
    else same.push({ at, page, number, outermost })
  }
}

/** The text with a `#` in place of each number and the white space around it. */
export function withoutNumbers(text: string): string {
  const parts = text.split(/\d+/)
  const last = parts.length - 1
  return parts
    .map((part, at) => (at === 0 ? part : part.trimStart()))
    .map((part, at) => (at === last ? part : part.trimEnd()))
    .join('#')
}

function edgeLines(source: readonly SourceLine[], from: number, step: 1 | -1): readonly number[] {
  const found: number[] = []
  for (let at = from; at >= 0 && at < source.length && found.length < edge; at += step) {
    const { text } = source[at] as SourceLine
    if (text.replace(/\f/g, '').trim() !== '') found.push(at)
    if (at !== from && text.includes('\f')) break
  }
  return found
}

/** Do the numbers of three lines or more rise with their pages? "Case study 3" has too few words for that. */
function countsPages(key: string, lines: readonly EdgeLine[]): boolean {
  if (key.split(/[\s#]+/).length < 3) return false
  const pages = new Map<number, Set<number>>()
  for (const { page, number } of lines) {
    if (number === undefined) continue
    const same = pages.get(number - page) ?? new Set()
    pages.set(number - page, same.add(page))
  }
  return [...pages.values()].some(({ size }) => size >= 3)
}

/**
 * Is it on a third of the pages of its stretch, and at least four, always closest to the edge apart from numbers?
 */
function standsOutside(lines: readonly EdgeLine[]): boolean {
  const [first] = lines
  if (first?.outermost === undefined) return false
  if (lines.some(({ outermost }) => outermost !== first.outermost)) return false
  const pages = lines.map(({ page }) => page)
  const stretch = greatest(pages) - least(pages) + 1
  return pages.length >= Math.max(4, stretch / 3)
}
