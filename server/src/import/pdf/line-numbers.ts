/** The line numbers in the margin of a PDF, as Word prints them for readers to refer to. */

import { greatest, least } from '../../text/lists'
import type { Steps } from '../../text/steps'
import { endOf, linesOf, type PageItem, type PageLine, x, y } from './lines'
import type { Page, RunningLines } from './running'

/** Fewer numbers than this in a document may be those of short paragraphs. */
const fewest = 8

/** The share of neighbouring numbers that count the lines between them, and of lines that they count. */
const mostCounted = 0.6
const mostCovered = 0.5

/** What is in the margin of a page. */
interface Margin {
  readonly numbers: readonly PageItem[]
  /** How many pairs of neighbouring numbers there are, and how many of these count the lines from one to the other. */
  readonly pairs: number
  readonly counted: number
  /** How many lines of text there are, and how many are counted. */
  readonly lines: number
  readonly covered: number
}

/** The pages without numbers of their lines. Numbers of paragraphs do not count the lines between them. */
export function* withoutLineNumbers(pages: readonly Page[]): Steps<RunningLines> {
  const margins: Margin[] = []
  for (const { items } of pages) {
    margins.push(marginOf(items))
    yield
  }
  const sum = (of: (margin: Margin) => number) =>
    margins.reduce((all, margin) => all + of(margin), 0)
  const isCounted =
    sum(({ numbers }) => numbers.length) >= fewest &&
    sum(({ counted }) => counted) >= sum(({ pairs }) => pairs) * mostCounted &&
    sum(({ covered }) => covered) >= sum(({ lines }) => lines) * mostCovered
  if (!isCounted) return { pages, left: [] }
  return {
    pages: pages.map((page, at) => {
      const numbers = new Set(margins[at]?.numbers)
      return { ...page, items: page.items.filter(item => !numbers.has(item)) }
    }),
    left: margins.flatMap(({ numbers }, page) =>
      numbers.length === 0 ? [] : [{ page, text: rangeOf(numbers) }],
    ),
  }
}

const rangeOf = (numbers: readonly PageItem[]) =>
  [...new Set([numbers[0], numbers.at(-1)])].map(item => item?.str.trim()).join('–')

/** The margin of a page that has more numbers: bound pages have them on the outside. */
function marginOf(items: readonly PageItem[]): Margin {
  const words = items.filter(({ str }) => /\p{L}/u.test(str))
  const left = least(words.map(x))
  const right = greatest(words.map(endOf))
  const all = items.filter(isNumber).sort((a, b) => y(b) - y(a))
  const before = all.filter(item => endOf(item) < left)
  const after = all.filter(item => x(item) > right)
  const numbers = after.length > before.length ? after : before
  if (numbers.length === 0) return { numbers, pairs: 0, counted: 0, lines: 0, covered: 0 }
  const lines = linesOf(items.filter(({ str }) => str.trim() !== '')).filter(hasLetters)
  const lineOf = new Map(lines.flatMap((line, at) => line.items.map(item => [item, at] as const)))
  let counted = 0
  let covered = 1
  for (const [at, number] of numbers.slice(1).entries()) {
    const before = numbers[at] as PageItem
    const step = Number(number.str) - Number(before.str)
    if (step !== (lineOf.get(number) ?? 0) - (lineOf.get(before) ?? 0)) continue
    counted++
    covered += step
  }
  return { numbers, pairs: numbers.length - 1, counted, lines: lines.length, covered }
}

const isNumber = ({ str }: PageItem) => str.length < 8 && /^\s*\d{1,4}\s*$/.test(str)

const hasLetters = ({ items }: PageLine) => items.some(({ str }) => /\p{L}/u.test(str))
