/**
 * Lettering that is made for the eye: words printed twice to look bold, a large first letter beside the lines of its
 * paragraph, headings whose letters are set apart. Each becomes plain words at their place.
 */

import { isLetter, runsOf } from '../../text/letters'
import type { Steps } from '../../text/steps'
import { type PageItem, usualHeight, x, y } from './lines'
import type { Page } from './running'

/** The pages with plain words. */
export function* withPlainLettering<Any extends Page>(
  pages: readonly Any[],
): Steps<readonly Any[]> {
  const usual = usualHeight(pages.flatMap(({ items }) => items))
  yield
  const plain: Any[] = []
  for (const page of pages) {
    plain.push({ ...page, items: withDropCaps(withoutCopies(page.items), usual) })
    yield
  }
  if (!plain.some(({ items }) => items.some(({ str }) => isSpaced(str)))) return plain
  const known = new Set<string>()
  for (const { items } of plain) {
    for (const { str } of items)
      if (!isSpaced(str)) for (const word of runsOf(str.toLowerCase(), isLetter)) known.add(word)
    yield
  }
  return plain.map(page => ({ ...page, items: withoutSpacing(page.items, known) }))
}

/** How far apart, in points, the copies of words are that are printed on themselves. */
const nearest = 1.5

/** The pieces without those that are printed on the last one with the same words. */
function withoutCopies(items: readonly PageItem[]): readonly PageItem[] {
  const seen = new Map<string, PageItem>()
  const copies = new Set<PageItem>()
  for (const item of items) {
    const last = seen.get(item.str)
    if (last !== undefined && isOn(last, item) && item.str.trim() !== '') copies.add(item)
    else seen.set(item.str, item)
  }
  return copies.size === 0 ? items : items.filter(item => !copies.has(item))
}

const isOn = (one: PageItem, other: PageItem) =>
  Math.abs(x(one) - x(other)) < nearest && Math.abs(y(one) - y(other)) < nearest

/** The least size of a letter that goes down over several lines, as a multiple of the usual one. */
const largest = 1.8

/** More large letters than this on a page are something else. */
const mostCaps = 10

/** The pieces with each large first letter at the beginning of the first of the lines beside it. */
function withDropCaps(items: readonly PageItem[], usual: number): readonly PageItem[] {
  const isCap = ({ str, height }: PageItem) =>
    height > usual * largest && str.trim().length === 1 && /\p{Lu}/u.test(str)
  const caps = items.filter(isCap)
  if (caps.length === 0 || caps.length > mostCaps) return items
  return items.map(item => {
    if (!isCap(item)) return item
    const end = x(item) + item.width
    const beside = items
      .filter(each => each.height < usual * largest && each.str.trim() !== '')
      .filter(each => x(each) > end - 1 && x(each) - end < item.height / 2)
      .filter(each => y(each) > y(item) - 1 && y(each) < y(item) + item.height)
      .sort((a, b) => y(b) - y(a))
    const [first] = beside
    // Beside a single line it is a heading, or merely large.
    if (first === undefined || y(first) - y(beside.at(-1) ?? first) < usual) return item
    return {
      ...item,
      str: item.str.trim(),
      height: first.height,
      width: x(first) - x(item),
      transform: [...item.transform.slice(0, 5), y(first)],
    }
  })
}

/** `S u m m a r y`: nothing but single letters that are set apart. */
function isSpaced(words: string): boolean {
  return words.length > 6 && hasGaps(words)
}

const hasGaps = (words: string) =>
  [...words].every((letter, at) => (letter === ' ') === (at % 2 === 1)) && /\p{L}$/u.test(words)

/** The pieces with the letters of each word together; words that are not set apart from each other are looked up. */
function withoutSpacing(
  items: readonly PageItem[],
  known: ReadonlySet<string>,
): readonly PageItem[] {
  const spaced = items.filter(({ str }) => isSpaced(str))
  if (spaced.length === 0) return items
  const lines = new Map<string, PageItem[]>(spaced.map(item => [lineOf(item), []]))
  // A word of one or two letters is one of such a line.
  for (const item of items) if (hasGaps(item.str)) lines.get(lineOf(item))?.push(item)
  const next = new Map<PageItem, PageItem | undefined>()
  for (const line of lines.values()) {
    line.sort((a, b) => x(a) - x(b))
    for (const [at, item] of line.entries()) next.set(item, line[at + 1])
  }
  return items.map(item => {
    if (!next.has(item)) return item
    const after = next.get(item)
    const gap = after === undefined ? 0 : x(after) - x(item) - item.width
    const isWordGap = gap > 0 && gap < item.height * widestGap
    const width = isWordGap ? item.width + gap - item.height * usualGap : item.width
    return { ...item, width, str: wordsOf(item.str.replaceAll(' ', ''), known) }
  })
}

const lineOf = (item: PageItem) => `${Math.round(y(item))} ${item.height}`

/** Gaps between such words up to this many times their height are those of words, and are written as usual ones. */
const widestGap = 2.5
const usualGap = 0.3

/** The letters as words that the document has elsewhere; as one word where they cannot be. */
function wordsOf(letters: string, known: ReadonlySet<string>): string {
  const lower = letters.toLowerCase()
  if (known.has(lower)) return letters
  /** For each number of letters, where the last of the fewest words that make them up begins. */
  const best: ({ readonly from: number; readonly count: number } | undefined)[] = [
    { from: 0, count: 0 },
  ]
  for (let end = 1; end <= lower.length; end++)
    for (let from = Math.max(0, end - longestWord); from < end; from++) {
      const count = (best[from]?.count ?? Number.POSITIVE_INFINITY) + 1
      if (
        count < (best[end]?.count ?? Number.POSITIVE_INFINITY) &&
        known.has(lower.slice(from, end))
      )
        best[end] = { from, count }
    }
  const words: string[] = []
  for (let end = lower.length; end > 0; end = best[end]?.from ?? 0) {
    if (best[end] === undefined) return letters
    words.unshift(letters.slice(best[end]?.from, end))
  }
  return words.join(' ')
}

const longestWord = 30
