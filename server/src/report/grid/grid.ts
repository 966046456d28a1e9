/** A table's lines as rows of cells, whatever sets the cells apart: pipes, tabs or spaces. */

import type { LineIndex } from '../../text/lines'
import { isSpace, type Span } from '../../text/span'
import { cellsApart } from './gaps'
import { isRule, markPiped, pipeCells } from './pipes'

/** One line of a table. */
export interface GridRow {
  /** Counted from 0. */
  readonly line: number
  /** Without white space at its ends. */
  readonly span: Span
  readonly isPiped: boolean
  /** The line of dashes under the head of a Markdown table, which has no cells. */
  readonly isRule: boolean
  /** Trimmed; empty ones keep their place. */
  readonly cells: readonly Span[]
}

/**
 * The rows on the lines from `first` up to, not including, `last`, without blank ones. At least `gap` spaces set two
 * cells apart.
 *
 * `Staying safe | Good` gives `Staying safe` and `Good` where other rows or a line of dashes show that it is a row.
 */
export function readGrid(
  text: string,
  lines: LineIndex,
  { first, last }: { readonly first: number; readonly last: number },
  gap: number,
): readonly GridRow[] {
  const all = []
  for (let line = first; line < last; line++) {
    const end = lines.end(line)
    let from = lines.start(line)
    let to = end
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    const code = from < to ? text.charCodeAt(from) : 0
    all.push({ line, from, to, end, first: code, isPiped: false })
  }
  markPiped(text, all)
  return all.flatMap((line): GridRow[] => {
    if (line.first === 0) return []
    const { from, to, isPiped } = line
    const isDashes = isPiped && isRule(text, line)
    const cells = isDashes
      ? []
      : isPiped
        ? pipeCells(text, line)
        : cellsApart(text, { from, to, end: to }, gap)
    return [{ line: line.line, span: { start: from, end: to }, isPiped, isRule: isDashes, cells }]
  })
}
