/** Puts the pieces of text on a page of a PDF into lines, by where they stand. */

/** A piece of text as the reader gives it. */
export interface PageItem {
  readonly str: string
  /** The last two are the place of its baseline's start, from the page's lower left corner. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

interface PageLine {
  readonly y: number
  readonly height: number
  readonly items: PageItem[]
}

const x = (item: PageItem) => item.transform[4] ?? 0
const y = (item: PageItem) => item.transform[5] ?? 0

/** The page's text: lines from top to bottom, columns set apart by spaces, paragraphs by blank lines. */
export function pageText(items: readonly PageItem[]): string {
  const upright = items.filter(
    ({ str, transform }) => str.trim() !== '' && Math.abs(transform[1] ?? 0) < 0.01,
  )
  const lines = linesOf(upright)
  if (lines.length === 0) return ''
  const letter = letterWidth(upright)
  const left = Math.min(...upright.map(x))
  const step = usualStep(lines)
  const result: string[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before !== undefined && before.y - line.y > Math.max(step, line.height) * 1.4)
      result.push('')
    result.push(lineText(line, left, letter))
  }
  return result.join('\n')
}

/** Pieces on the same height, raised footnote numbers included, from left to right. */
function linesOf(items: readonly PageItem[]): readonly PageLine[] {
  const lines: PageLine[] = []
  const tallFirst = [...items].sort((a, b) => y(b) - y(a) || x(a) - x(b))
  for (const item of tallFirst) {
    const height = Math.max(item.height, 1)
    const near = lines.findLast(
      line => Math.abs(line.y - y(item)) < Math.max(line.height, height) * 0.5,
    )
    if (near === undefined) lines.push({ y: y(item), height, items: [item] })
    else if (height > near.height * 1.2) {
      lines[lines.indexOf(near)] = { y: y(item), height, items: [...near.items, item] }
    } else near.items.push(item)
  }
  for (const line of lines) line.items.sort((a, b) => x(a) - x(b))
  return lines.sort((a, b) => b.y - a.y)
}

/** The width of a letter of the page's running text. */
function letterWidth(items: readonly PageItem[]): number {
  const widths = items
    .filter(({ str }) => str.length >= 10)
    .map(({ str, width }) => width / str.length)
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] || 5
}

/** The distance of lines within a paragraph: the commonest small one. */
function usualStep(lines: readonly PageLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, at) => (lines[at] as PageLine).y - line.y)
    .filter(step => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 3)] ?? 12
}

/**
 * The line with its indent and gaps as spaces: at least three where a column ends, one between words.
 */
function lineText({ items, height }: PageLine, left: number, letter: number): string {
  const first = items[0] as PageItem
  let text = ' '.repeat(Math.max(0, Math.round((x(first) - left) / letter)))
  let end = x(first)
  for (const item of items) {
    const gap = x(item) - end
    if (gap > height * 1.2) {
      const column = Math.round((x(item) - left) / letter)
      text = text.trimEnd() + ' '.repeat(Math.max(3, column - text.trimEnd().length))
    } else if (gap > height * 0.12 && !/\s$/.test(text)) text += ' '
    text += item.str
    end = x(item) + item.width
  }
  return text.trimEnd()
}
