/** The pieces of text on a page of a PDF, and the lines that they are in. */

/** A piece of text as the reader gives it. */
export interface PageItem {
  readonly str: string
  /** The last two are the position of the start of its baseline, from the page's lower left corner. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName?: string
  readonly isBold?: boolean
}

export interface PageLine {
  readonly y: number
  readonly height: number
  readonly items: PageItem[]
}

/** Where the piece begins, from the left edge of the page. */
export const x = (item: PageItem) => item.transform[4] ?? 0
/** Where the piece ends. */
export const endOf = (item: PageItem) => x(item) + item.width
/** How high its baseline is, from the lower edge of the page. */
export const y = (item: PageItem) => item.transform[5] ?? 0

/** Pieces on the same height, raised footnote numbers included, from left to right. */
export function linesOf(items: readonly PageItem[]): readonly PageLine[] {
  const lines: OpenLine[] = []
  const fromTop = [...items].sort((a, b) => y(b) - y(a) || x(a) - x(b))
  for (const item of fromTop) {
    const height = Math.min(Math.max(item.height, 1), tallest)
    const own = { y: y(item), height }
    const at = nearLine(lines, own)
    const near = lines[at]
    if (near === undefined) lines.push({ ...own, items: [item], top: own })
    else {
      near.items.push(item)
      if (height > near.height * 1.2) lines[at] = { ...near, ...own }
    }
  }
  for (const line of lines) line.items.sort((a, b) => x(a) - x(b))
  return lines.sort((a, b) => b.y - a.y)
}

/** Where letters are and how large. */
type Size = Pick<PageLine, 'y' | 'height'>

/** A line while its pieces are gathered. */
interface OpenLine extends PageLine {
  /** Its first piece, which is the highest. */
  readonly top: Size
}

/** Letters taller than those of any report. */
const tallest = 300

/** The index of the last line at this height; -1 for none. Lines come from top to bottom, so few can be near. */
function nearLine(lines: readonly OpenLine[], own: Size): number {
  for (let at = lines.length - 1; at >= 0; at--) {
    const { y, height, top } = lines[at] as OpenLine
    // The number of a page, in large figures, may be as high as both lines of the footer beside it.
    if (isNear({ y, height }, own) && (isNear(top, own) || !isAlike(top, own))) return at
    if (y - own.y > tallest) return -1
  }
  return -1
}

const isNear = (one: Size, other: Size) =>
  Math.abs(one.y - other.y) < Math.max(one.height, other.height) * 0.5

/** Are the letters of nearly the same size? */
const isAlike = (one: Size, other: Size) =>
  Math.max(one.height, other.height) < Math.min(one.height, other.height) * 1.2

/** The size of most letters. */
export function usualHeight(items: readonly PageItem[]): number {
  const counts = new Map<number, number>()
  for (const { str, height } of items) {
    const size = Math.round(height * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + str.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
