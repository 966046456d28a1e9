/**
 * Finds page headers and footers by something that the text does not show: they are in the same place on each page.
 */

import type { Steps } from '../../text/steps'
import { withoutNumbers } from '../text/pages/running'
import { linesOf, type PageItem, type PageLine } from './lines'

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

/** The share of a page's height that its upper and its lower margin each take up. */
const margin = 0.08

/**
 * The pages without lines in their margins that have the same words in the same place on another page, numbers aside,
 * and are separate from the text. At the head of the first page such a line is kept, as it may be the title.
 */
export function* withoutRunningLines(pages: readonly Page[]): Steps<RunningLines> {
  const lines: (readonly PageLine[])[] = []
  for (const { items } of pages) {
    lines.push(linesOf(items))
    yield
  }
  const seen = new Map<string, number>()
  for (const [page, own] of lines.entries())
    for (const key of new Set(own.filter(line => inMargin(line, pages[page])).map(keyOf)))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  const left: { page: number; text: string }[] = []
  const result: Page[] = []
  for (const [at, page] of pages.entries()) {
    yield
    const own = lines[at] ?? []
    const isRunning = (line: PageLine) =>
      inMargin(line, page) &&
      (seen.get(keyOf(line)) ?? 0) > 1 &&
      /\p{L}/u.test(keyOf(line)) &&
      !/^Grade\b/i.test(keyOf(line)) &&
      !(at === 0 && line.y > page.height / 2)
    const running = own.filter(isRunning)
    const inRunning = new Set(running)
    const text = own.filter(line => !inRunning.has(line))
    const apart = running.filter(({ y, height }) =>
      text.every(other => inMargin(other, page) || Math.abs(other.y - y) > height * 1.8),
    )
    for (const line of apart) left.push({ page: at, text: wordsOf(line) })
    const gone = new Set(apart.flatMap(({ items }) => items))
    result.push(
      gone.size === 0 ? page : { ...page, items: page.items.filter(item => !gone.has(item)) },
    )
  }
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
  `${withoutNumbers(wordsOf(line))} ${Math.round(line.y)} ${Math.round(line.height)}`
