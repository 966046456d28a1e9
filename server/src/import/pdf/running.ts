/** Finds page headers and footers by what a text does not show: they stand at the same place on each page. */

import { linesOf, type PageItem, type PageLine } from './layout'

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

/** How much of a page's height is its upper and its lower margin. */
const margin = 0.08

/**
 * The pages without lines in their margins that have the same words at the same place on another page,
 * numbers aside, and stand apart from the text. At the head of the first page it may be the title.
 */
export function withoutRunningLines(pages: readonly Page[]): RunningLines {
  const lines = pages.map(({ items }) => linesOf(items))
  const seen = new Map<string, number>()
  for (const [page, own] of lines.entries())
    for (const key of new Set(own.filter(line => inMargin(line, pages[page])).map(keyOf)))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  const left: { page: number; text: string }[] = []
  const result = pages.map((page, at) => {
    const own = lines[at] ?? []
    const isRunning = (line: PageLine) =>
      inMargin(line, page) &&
      (seen.get(keyOf(line)) ?? 0) > 1 &&
      /\p{L}/u.test(keyOf(line)) &&
      !/^Grade\b/i.test(keyOf(line)) &&
      !(at === 0 && line.y > page.height / 2)
    const running = own.filter(isRunning)
    const text = own.filter(line => !running.includes(line))
    const apart = running.filter(({ y, height }) =>
      text.every(other => inMargin(other, page) || Math.abs(other.y - y) > height * 1.8),
    )
    for (const line of apart) left.push({ page: at, text: wordsOf(line) })
    const gone = new Set(apart.flatMap(({ items }) => items))
    return gone.size === 0 ? page : { ...page, items: page.items.filter(item => !gone.has(item)) }
  })
  return { pages: result, left }
}

function inMargin({ y }: PageLine, page: Page | undefined): boolean {
  const height = page?.height ?? 0
  return y < height * margin || y > height * (1 - margin)
}

const wordsOf = ({ items }: PageLine) =>
  items
    .map(({ str }) => str.trim())
    .join(' ')
    .trim()

const keyOf = (line: PageLine) =>
  `${wordsOf(line).replace(/\s*\d+\s*/g, '#')} ${Math.round(line.y)} ${Math.round(line.height)}`
