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
/** How high its baseline is, from the lower edge of the page. */
export const y = (item: PageItem) => item.transform[5] ?? 0

/** Pieces on the same height, raised footnote numbers included, from left to right. */
export function linesOf(items: readonly PageItem[]): readonly PageLine[] {
  const lines: PageLine[] = []
  const fromTop = [...items].sort((a, b) => y(b) - y(a) || x(a) - x(b))
  for (const item of fromTop) {
    const height = Math.min(Math.max(item.height, 1), tallest)
    const at = nearLine(lines, y(item), height)
    const near = lines[at]
    if (near === undefined) lines.push({ y: y(item), height, items: [item] })
    else {
      near.items.push(item)
      if (height > near.height * 1.2) lines[at] = { y: y(item), height, items: near.items }
    }
  }
  for (const line of lines) line.items.sort((a, b) => x(a) - x(b))
  return lines.sort((a, b) => b.y - a.y)
}

/** Letters taller than those of any report. */
const tallest = 300

/** The index of the last line at this height; -1 for none. Lines come from top to bottom, so few can be near. */
function nearLine(lines: readonly PageLine[], y: number, height: number): number {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as PageLine
    if (Math.abs(line.y - y) < Math.max(line.height, height) * 0.5) return at
    if (line.y - y > tallest) return -1
  }
  return -1
}
