/**
 * Lettering that is made for the eye: words printed twice to look bold, a large first letter beside the lines of its
 * paragraph, headings whose letters are set apart. Each becomes plain words at their place.
 */

import { isLetter, runsOf } from '../../text/letters'
import { greatest, least } from '../../text/lists'
import type { Steps } from '../../text/steps'
import { endOf, type PageItem, usualHeight, x, y } from './lines'
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
  if (!plain.some(({ items }) => items.some(({ str }) => mayBeLetters(str)))) return plain
  const known = new Set<string>()
  for (const { items } of plain) {
    for (const { str } of items)
      if (!isSpaced(str))
        for (const word of runsOf(str.toLowerCase(), isLetter))
          if (word.length > 1 || word === 'a') known.add(word)
    yield
  }
  return plain.map(page => ({ ...page, items: withoutSpacing(page.items, known) }))
}

/** How far apart the copies of words are that are printed on themselves, as a share of the height of their letters. */
const nearest = 0.25

const nearOf = ({ height }: PageItem) => Math.max(1.5, height * nearest)

/** The pieces without those that are printed on others with the same words, or with more of them. */
function withoutCopies(items: readonly PageItem[]): readonly PageItem[] {
  const seen = new Map<string, PageItem>()
  const copies = new Set<PageItem>()
  for (const item of items) {
    const last = seen.get(item.str)
    if (last !== undefined && isOn(last, item) && item.str.trim() !== '') copies.add(item)
    else seen.set(item.str, item)
  }
  return withoutOverlaps(copies.size === 0 ? items : items.filter(item => !copies.has(item)))
}

const isOn = (one: PageItem, other: PageItem) =>
  Math.abs(x(one) - x(other)) < nearOf(one) && Math.abs(y(one) - y(other)) < nearOf(one)

/** The pieces where those of two printings are cut in different places: each letter once. */
function withoutOverlaps(items: readonly PageItem[]): readonly PageItem[] {
  const lines = new Map<number, PageItem[]>()
  for (const item of items) {
    if (item.str.trim() === '') continue
    const key = Math.round(y(item))
    const line = lines.get(key)
    if (line === undefined) lines.set(key, [item])
    else line.push(item)
  }
  const changed = new Map<PageItem, PageItem | undefined>()
  for (const line of lines.values()) {
    line.sort((one, other) => x(one) - x(other))
    let last: PageItem | undefined
    for (const item of line) {
      const kept = last === undefined ? item : withoutShared(last, item)
      if (kept !== item) changed.set(item, kept)
      if (last !== undefined && kept === item && isPartOf(last, item)) changed.set(last, undefined)
      last = kept === undefined ? last : item
    }
  }
  if (changed.size === 0) return items
  return items.flatMap(item => (changed.has(item) ? (changed.get(item) ?? []) : [item]))
}

const letters = ({ str }: PageItem) => str.replace(/\s+/g, '')

/** Is the first piece printed on the beginning of the other? */
const isPartOf = (one: PageItem, other: PageItem) =>
  Math.abs(one.height - other.height) < 0.5 &&
  x(one) > x(other) - nearOf(one) &&
  endOf(one) < endOf(other) + nearOf(one) &&
  letters(other).startsWith(letters(one))

/** The piece without what is printed on the end of the one before; undefined where that is all of it. */
function withoutShared(before: PageItem, item: PageItem): PageItem | undefined {
  if (Math.abs(before.height - item.height) > 0.5) return item
  const overlap = endOf(before) - x(item)
  if (overlap < item.height * leastOverlap) return item
  const isCovered = endOf(item) < endOf(before) + nearOf(item)
  if (isCovered && letters(before).includes(letters(item))) return undefined
  const [first = '', ...rest] = item.str
  if (!before.str.endsWith(first) || first.trim() === '' || overlap > item.height) return item
  const width = item.width / item.str.length
  return {
    ...item,
    str: rest.join('').trimStart(),
    width: item.width - width,
    transform: [...item.transform.slice(0, 4), x(item) + width, y(item)],
  }
}

/** Letters that are merely close reach less far into each other, as a share of their height. */
const leastOverlap = 0.15

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

function mayBeLetters(str: string): boolean {
  if (str.length === 1) return isLetter(str.charCodeAt(0))
  const parts = str.length > 4 ? partsOf(str) : []
  return parts.length > 2 && parts.every(isShort)
}

/** The parts of a piece between spaces. */
const partsOf = (str: string) => str.split(/\s+/).filter(Boolean)

/** `S u m m a r y`: hardly anything but single letters that are set apart. */
function isSpaced(words: string): boolean {
  return words.length > 6 && isOfLetters(partsOf(words))
}

/** Are most of the parts single letters, and the others not much more? */
function isOfLetters(parts: readonly string[]): boolean {
  const single = parts.filter(part => part.length === 1).length
  return (
    parts.length > 2 &&
    single >= parts.length * mostlySingle &&
    parts.every(isShort) &&
    parts.some(part => /\p{L}/u.test(part)) &&
    /^[\p{L}\p{N}\p{P}]+$/u.test(parts.join(''))
  )
}

const mostlySingle = 0.6
const longestPart = 3
const isShort = (part: string) => part.length <= longestPart

/** With fewer letters than these a line is one of a table, unless they are a word of the document. */
const fewestParts = 6

/** The pieces with the letters of each word together; words that are not set apart from each other are looked up. */
function withoutSpacing(
  items: readonly PageItem[],
  known: ReadonlySet<string>,
): readonly PageItem[] {
  const lines = new Map<string, PageItem[]>()
  for (const item of items) {
    if (item.str.trim() === '') continue
    const line = lines.get(lineOf(item))
    if (line === undefined) lines.set(lineOf(item), [item])
    else line.push(item)
  }
  const changed = new Map<PageItem, PageItem | undefined>()
  for (const line of lines.values()) {
    const parts = line.flatMap(({ str }) => partsOf(str))
    const whole = parts.join('').toLowerCase()
    const isOne = line.length === 1 && parts.length > 3
    const isKnown = known.has(whole) && parts.length > 3 && parts.every(isShort)
    const isLettered = isOfLetters(parts) && (isOne || parts.length >= fewestParts)
    if (!isLettered && !isKnown) continue
    line.sort((a, b) => x(a) - x(b))
    joinLetters(line, known, changed)
  }
  return changed.size === 0
    ? items
    : items.flatMap(item => (changed.has(item) ? (changed.get(item) ?? []) : [item]))
}

/** A gap this many times as wide as the narrowest between pieces of letters is one between words. */
const wordGap = 1.75

/** Letters further apart than this, in multiples of their height, are in the columns of a table. */
const widestLetterGap = 1.3

/** Puts the pieces of a line together that are letters of one word; single pieces of several letters are words. */
function joinLetters(
  line: readonly PageItem[],
  known: ReadonlySet<string>,
  changed: Map<PageItem, PageItem | undefined>,
): void {
  const gaps = line.slice(1).map((item, at) => x(item) - endOf(line[at] as PageItem))
  const widest = Math.max(least(gaps), 1) * wordGap
  // Where all gaps are alike, they are between words, unless the pieces are single letters.
  const isWords = greatest(gaps) <= widest && line.some(({ str }) => partsOf(str).length > 2)
  const isWhole = known.has(line.map(letters).join('').toLowerCase())
  const isApart = (gap: number, { height }: PageItem) =>
    !isWhole && (isWords || gap > Math.min(widest, height * widestLetterGap))
  let word: PageItem[] = []
  const end = (gap: number) => {
    const [first, ...others] = word
    const last = word.at(-1)
    if (first === undefined || last === undefined) return
    const isWordGap = gap > 0 && gap < first.height * widestGap
    const more = isWordGap ? gap - first.height * usualGap : 0
    const str = wordsOf(word.map(letters).join(''), known)
    changed.set(first, { ...first, str, width: endOf(last) - x(first) + more })
    for (const each of others) changed.set(each, undefined)
    word = []
  }
  for (const [at, item] of line.entries()) {
    word.push(item)
    const gap = gaps[at] ?? 0
    if (at === line.length - 1 || isApart(gap, item)) end(at === line.length - 1 ? 0 : gap)
  }
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
