/** Rows of Markdown tables: which lines are one, with or without pipes at their ends, and where their cells are. */

import { isSpace, type Span } from '../../text/span'

/** What is to be known of a line: `from` to `to` is its text without white space at its ends. */
interface PipeLine {
  readonly from: number
  readonly to: number
  /** First character that is not white space; 0 for a blank line. */
  readonly first: number
  /** Is it a row of a Markdown table? */
  isPiped: boolean
}

const pipe = 124
const colon = 58
const dash = 45

/** Lines that follow each other with as many pipes each are a table without a line of dashes too. */
const fewestRows = 3

/**
 * Marks the lines that are rows of Markdown tables: those that begin with a pipe; those around a line of dashes
 * (`--- | ---`), up to the last with a pipe before a blank line or heading; and three or more in a row with as many
 * pipes each.
 */
export function markPiped(text: string, lines: readonly PipeLine[]): void {
  const bar = text.indexOf('|', lines[0]?.from)
  if (bar === -1 || bar >= (lines.at(-1)?.to ?? 0)) return
  let run = 0
  let bars = 0
  for (const [at, line] of lines.entries()) {
    line.isPiped ||= line.first === pipe
    const own = line.first === 0 ? 0 : barsIn(text, line)
    run = own > 0 && own === bars ? run + 1 : 1
    bars = own
    if (own === 0) continue
    if (line.first !== pipe && run >= fewestRows)
      for (let row = at - run + 1; row <= at; row++) (lines[row] as PipeLine).isPiped = true
    if (isRule(text, line)) markAround(text, lines, at)
  }
}

/** Marks the head above a line of dashes and the rows below it. */
function markAround(text: string, lines: readonly PipeLine[], at: number): void {
  const head = lines[at - 1]
  if (head !== undefined && head.first !== 0 && barsIn(text, head) > 0) head.isPiped = true
  let marked = at
  for (let row = at; row < lines.length; row++) {
    const line = lines[row] as PipeLine
    if (line.first === 0 || line.first === 35) break
    if (barsIn(text, line) === 0) continue
    for (; marked <= row; marked++) (lines[marked] as PipeLine).isPiped = true
  }
}

/** How many borders the line has: pipes without a backslash before them. */
function barsIn(text: string, { from, to }: Pick<PipeLine, 'from' | 'to'>): number {
  let found = 0
  for (let at = barFrom(text, from, to); at < to; at = barFrom(text, at + 1, to)) found++
  return found
}

/** The first border from `start` on; `end` where there is none. */
function barFrom(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) === pipe && text.charCodeAt(at - 1) !== 92) return at
  return end
}

/** Is the stretch the line of dashes under the head of a Markdown table: `| --- | :-: |`, `--- | ---`? */
export function isRule(text: string, line: Pick<PipeLine, 'from' | 'to'>): boolean {
  const first = text.charCodeAt(line.from)
  if (first !== pipe && first !== colon && first !== dash) return false
  if (barFrom(text, line.from, line.to) === line.to) return false
  const cells = pipeCells(text, line)
  const isBlank = ({ start, end }: Span) => start === end
  return (
    cells.length > 0 &&
    cells.every((cell, at) => isDashes(text, cell) || (at > 0 && first !== pipe && isBlank(cell)))
  )
}

/** Dashes, perhaps with a colon at either end. */
function isDashes(text: string, { start, end }: Span): boolean {
  const from = text.charCodeAt(start) === colon ? start + 1 : start
  const to = text.charCodeAt(end - 1) === colon ? end - 1 : end
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== dash) return false
  return from < to
}

/**
 * The cells of a row, trimmed; empty cells keep their place. `a | b |` has an empty one at its end only where it would
 * have none beside its first otherwise: "Safeguarding services |".
 */
export function pipeCells(text: string, line: Pick<PipeLine, 'from' | 'to'>): readonly Span[] {
  const cells: Span[] = []
  const isOpen = text.charCodeAt(line.from) !== pipe
  let start = isOpen ? line.from : line.from + 1
  while (start <= line.to) {
    const end = barFrom(text, start, line.to)
    if (start >= line.to && !(isOpen && cells.length === 1)) break
    let from = start
    let to = end
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    const blank = Math.min(start + 1, end)
    cells.push(from < to ? { start: from, end: to } : { start: blank, end: blank })
    start = end + 1
  }
  return cells
}
