/** Cells of a line that tabs or runs of spaces set apart. */

import type { Span } from '../../text/span'

const tab = 9
const space = 32

/** Where the white space from `start` on ends, and whether it sets cells apart: a tab, or at least so many spaces. */
function gapAt(
  text: string,
  start: number,
  end: number,
  spaces: number,
): { readonly end: number; readonly isGap: boolean } {
  let at = start
  let hasTab = false
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === tab) hasTab = true
    else if (code !== space) break
  }
  return { end: at, isGap: hasTab || at - start >= spaces }
}

/** So many spaces set two cells apart wherever they are. */
export const wideGap = 3

/** So many do on a line beside such a row, and in a table that is known as one. */
export const tightGap = 2

/** The cells between gaps, none of them empty. `end` is the line's, before its line end. */
export function cellsApart(
  text: string,
  line: { readonly from: number; readonly to: number; readonly end: number },
  spaces: number,
): readonly Span[] {
  const cells: Span[] = []
  let start = line.from
  for (let at = line.from; at < line.to; ) {
    const code = text.charCodeAt(at)
    if (code !== tab && code !== space) {
      at++
      continue
    }
    const gap = gapAt(text, at, line.end, spaces)
    if (gap.isGap && gap.end < line.to) {
      cells.push({ start, end: at })
      start = gap.end
    }
    at = gap.end
  }
  if (start < line.to) cells.push({ start, end: line.to })
  return cells
}

/** Are two cells set apart on the line, by a tab or so many spaces between words? */
export function isSetApart(
  text: string,
  line: { readonly from: number; readonly to: number },
  spaces: number,
): boolean {
  for (let at = line.from; at < line.to; ) {
    const code = text.charCodeAt(at)
    if (code !== tab && code !== space) {
      at++
      continue
    }
    const gap = gapAt(text, at, line.to, spaces)
    if (gap.isGap && gap.end < line.to) return true
    at = gap.end
  }
  return false
}
