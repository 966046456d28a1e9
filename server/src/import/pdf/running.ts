/**
 * Finds page headers and footers by something that the text does not show: they are in the same place on each page.
 */

import { append } from '../../text/lists'
import type { Steps } from '../../text/steps'
import { withoutNumbers } from '../text/pages/running'
import { linesOf, type PageItem, type PageLine, usualHeight } from './lines'

export interface Page {
  readonly items: readonly PageItem[]
  /** In points. */
  readonly height: number
}

export interface RunningLines {
  /** The pages without their headers and footers. */
  readonly pages: readonly Page[]
  /** What was left out, by pages counted from 0. */
  readonly left: readonly { readonly page: number; readonly text: string }[]
}

/** The share of a page's height that its upper and its lower margin each take up; small pages have no less. */
const margin = 0.08
const leastMargin = 60

/** A line in a margin that has the same words in the same place on another page. */
interface Candidate {
  readonly page: number
  readonly line: PageLine
  readonly edge: number
}

/**
 * The pages without lines in their margins that have the same words in the same place on another page, numbers aside,
 * and are separate from the text: by the size of their letters, or by a gap such as no paragraphs have between them.
 * What is separate on one page is left out on all. At the head of the first page such a line is kept, as it may be
 * the title.
 */
export function* withoutRunningLines(pages: readonly Page[]): Steps<RunningLines> {
  const lines: (readonly PageLine[])[] = []
  for (const { items } of pages) {
    lines.push(linesOf(items.filter(({ str }) => str.trim() !== '')))
    yield
  }
  const byWords = new Map<string, Candidate[]>()
  for (const [page, own] of lines.entries())
    for (const line of own) {
      const edge = edgeOf(line, pages[page])
      const words = edge === undefined ? '' : withoutNumbers(wordsOf(line))
      if (edge === undefined || !/\p{L}/u.test(words) || /^Grade\b/i.test(words)) continue
      const found = byWords.get(words)
      if (found === undefined) byWords.set(words, [{ page, line, edge }])
      else found.push({ page, line, edge })
    }
  yield
  const usual = usualHeight(pages.flatMap(({ items }) => items))
  yield
  const candidates = [...byWords.values()]
    .flatMap(inSamePlace)
    .filter(found => new Set(found.map(({ page }) => page)).size > 1)
  const repeated = new Set(candidates.flatMap(found => found.map(({ line }) => line)))
  const separate: ReadonlySet<PageLine>[] = []
  for (const own of lines) {
    const isConcerned = own.some(line => repeated.has(line))
    separate.push(isConcerned ? apartLines(own, repeated, usual) : new Set())
    yield
  }
  const gone: Set<PageLine>[] = pages.map(() => new Set())
  for (const found of candidates) {
    yield
    if (!found.some(({ page, line }) => separate[page]?.has(line))) continue
    for (const { page, line } of found)
      if (page > 0 || line.y < (pages[page]?.height ?? 0) / 2) gone[page]?.add(line)
  }
  takeOutermost(pages, lines, gone)
  yield
  const left: { page: number; text: string }[] = []
  const result: Page[] = []
  for (const [at, page] of pages.entries()) {
    yield
    const running = (lines[at] ?? []).filter(line => gone[at]?.has(line))
    for (const line of running) left.push({ page: at, text: wordsOf(line) })
    const items = new Set(running.flatMap(line => line.items))
    result.push(
      items.size === 0 ? page : { ...page, items: page.items.filter(item => !items.has(item)) },
    )
  }
  return { pages: result, left }
}

/**
 * Adds the outermost lines of the other pages that have the same words as a header or footer that was found: the one
 * of a page may be higher or lower than the others, or have its two lines apart where a number beside them is missing.
 */
function takeOutermost(
  pages: readonly Page[],
  lines: readonly (readonly PageLine[])[],
  gone: readonly Set<PageLine>[],
): void {
  const found = { head: new Set<string>(), foot: new Set<string>() }
  for (const [at, own] of gone.entries())
    for (const line of own) {
      const edge = edgeOf(line, pages[at])
      if (edge !== undefined) found[edge < 0 ? 'head' : 'foot'].add(wordsInAnyOrder([line]))
    }
  for (const [at, own] of lines.entries())
    for (const [margin, outermost] of [
      ['head', own],
      ['foot', own.toReversed()],
    ] as const) {
      if (found[margin].size === 0 || (at === 0 && margin === 'head')) continue
      const isInMargin = (line: PageLine) => {
        const edge = edgeOf(line, pages[at])
        return edge !== undefined && edge < 0 === (margin === 'head')
      }
      // No header or footer has more than three lines.
      const isFound = (some: readonly PageLine[]) =>
        some.every(isInMargin) && found[margin].has(wordsInAnyOrder(some))
      let left = outermost
      while (left.length > 0) {
        const [line] = left as [PageLine]
        const isPassed = gone[at]?.has(line) === true || isNumber(line)
        const counts = isPassed ? [1] : [3, 2, 1].filter(count => isFound(left.slice(0, count)))
        const [count] = counts
        if (count === undefined) break
        if (!isPassed) for (const each of left.slice(0, count)) gone[at]?.add(each)
        left = left.slice(count)
      }
    }
}

const isNumber = (line: PageLine) => /^[\d\s]*$/.test(wordsOf(line))

/** The words of lines without numbers: beside a large number, those of two lines may come in another order. */
function wordsInAnyOrder(lines: readonly PageLine[]): string {
  const words =
    lines
      .map(wordsOf)
      .join(' ')
      .match(/\p{L}+/gu) ?? []
  return words.sort().join(' ')
}

/** How far the line is from the foot of its page, or, as a negative number, from its head; undefined in the text. */
function edgeOf({ y }: PageLine, page: Page | undefined): number | undefined {
  const height = page?.height ?? 0
  const edge = Math.max(height * margin, leastMargin)
  if (y < edge) return y
  return y > height - edge ? y - height : undefined
}

/** How far apart, in points, lines in the same place may be on different pages. */
const slack = 2

/** The candidates in groups of those that are at the same distance from the edge. */
function inSamePlace(found: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups: Candidate[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const each of [...found].sort((a, b) => a.edge - b.edge)) {
    if (each.edge - last > slack) groups.push([each])
    else groups.at(-1)?.push(each)
    last = each.edge
  }
  return groups
}

/** The least share by which letters are larger or smaller than those of the text. */
const otherSize = 0.08

/** A gap this many times as wide as the widest between paragraphs separates a line from the text. */
const apart = 1.3

/**
 * The lines of a page that are separate from its text: those in letters of another size, and those above and below the
 * text from the first wide gap on.
 */
function apartLines(
  page: readonly PageLine[],
  repeated: ReadonlySet<PageLine>,
  usual: number,
): ReadonlySet<PageLine> {
  const isText = (line: PageLine) =>
    !repeated.has(line) && line.items.some(({ str }) => /\p{L}/u.test(str))
  const first = page.findIndex(isText)
  if (first === -1) return new Set(page)
  const last = page.findLastIndex(isText)
  const widest = usualGap(page.filter(isText)) * apart
  // The first line of a heading may be the same at the head of two pages; its next line is not.
  const goesOn = (line: PageLine, next: PageLine | undefined) =>
    next !== undefined &&
    isText(next) &&
    Math.abs(next.height - line.height) < line.height * otherSize &&
    Math.abs(next.y - line.y) < line.height * 1.8
  const found = page.filter(
    (line, at) =>
      Math.abs(line.height - usual) > usual * otherSize &&
      !goesOn(line, page[at - 1]) &&
      !goesOn(line, page[at + 1]),
  )
  for (const lines of [page.slice(0, first + 1).reverse(), page.slice(last)]) {
    const from = lines.findIndex((line, at) => {
      const gap = Math.abs(line.y - (lines[at - 1] ?? line).y)
      return gap > Math.max(widest, line.height * 1.8)
    })
    if (from > 0) append(found, lines.slice(from))
  }
  return new Set(found)
}

/** The distance between most paragraphs: nine in ten lines are no further apart. */
function usualGap(lines: readonly PageLine[]): number {
  const gaps = lines.slice(1).map(({ y }, at) => (lines[at] as PageLine).y - y)
  gaps.sort((a, b) => a - b)
  return gaps[Math.floor(gaps.length * 0.9)] ?? 0
}

const wordsOf = ({ items }: PageLine) =>
  items
    .map(({ str }) => str.trim())
    .filter(Boolean)
    .join(' ')
    .trim()
