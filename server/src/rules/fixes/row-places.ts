/** Rows that come into the summary table, go, or change their places, with the blank lines between rows. */

import type { Report, SummaryEntry, SummaryTable } from '../../report/model'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import { isLineEnd, isWhiteSpace, runEnd, runStart, withoutRunAtEnd } from '../../text/runs'
import type { Span } from '../../text/span'
import type { RowDefinition } from '../../types/report-type'
import { mostFrequent } from './grade-style'

/** Read once from each table, since many fixes ask for it. */
const gaps = new WeakMap<SummaryTable, string>()

/** The blank lines that belong between two rows of the table; empty in a pipe table. */
export function gapBetween(report: Report): string {
  const { summary } = report
  if (summary === undefined || summary.form === 'pipe') return ''
  const known = gaps.get(summary)
  if (known !== undefined) return known
  const gap = readGap(report, summary)
  gaps.set(summary, gap)
  return gap
}

/**
 * The gap that most rows have. Where another row has half of it, that half: a row is missing from the wider one, or the
 * table sets its last row apart. So it is with the gap below the head, if few rows can show theirs.
 */
function readGap(report: Report, table: SummaryTable): string {
  const rows = table.entries.filter(({ line }) => line.start >= table.span.start)
  const between = gapsIn(report, rows)
  const wide = between.filter(gap => gap !== '').sort((a, b) => a.length - b.length)
  const usual = mostFrequent(wide, String)
  if (usual === undefined || wide.length * 2 < between.length) return ''
  const [first] = rows
  const head = first === undefined || wide.length > 2 ? '' : headGap(report, table, first)
  return [...wide, head].find(gap => gap !== '' && gap + gap === usual) ?? usual
}

/** What is between the rows, where that is nothing but blank lines. */
function gapsIn({ text }: Report, entries: readonly SummaryEntry[]): readonly string[] {
  return entries.slice(1).flatMap(({ line }, at) => {
    const gap = text.slice(entries[at]?.line.end, line.start)
    return isBlank(gap) ? [gap] : []
  })
}

/** The blank lines between the head of the table and its first row. */
function headGap({ text }: Report, { heading }: SummaryTable, { line }: SummaryEntry): string {
  const before = runStart(text, isWhiteSpace, line.start)
  const end = text.indexOf('\n', before)
  return end === -1 || heading.line.start > before ? '' : text.slice(end + 1, line.start)
}

function isBlank(gap: string): boolean {
  return runEnd(gap, isWhiteSpace) === gap.length
}

/** Puts a row for `definition` where it belongs, `row` being its text. */
export function insertRow(
  report: Report,
  table: SummaryTable,
  definition: RowDefinition,
  row: string,
): TextEdit {
  const placed = table.entries.filter(entry => entry.placement === 'in-order')
  const orderOf = (entry: SummaryEntry) => entry.definition?.order ?? -1
  const next = placed.find(entry => orderOf(entry) > definition.order)
  const previous = placed.findLast(
    entry => entry.definition !== undefined && orderOf(entry) < definition.order,
  )
  if (next !== undefined && next.kind === 'row' && next.definition?.parent === definition.parent)
    return insertBefore(report, table, next, row)
  if (previous !== undefined) return insertAfter(report, previous, row)
  return insertAt(report, table.entries[0]?.line.start ?? table.span.end, row)
}

/** Puts the row before another, with the table's gap between them, or into a gap that a row has left there. */
function insertBefore(
  report: Report,
  table: SummaryTable,
  next: SummaryEntry,
  row: string,
): TextEdit {
  const gap = gapBetween(report)
  const previous = table.entries[table.entries.indexOf(next) - 1]
  const at = startOf(report, next)
  if (previous !== undefined) {
    const inGap = gapLeftAfter(report, previous)
    return inGap === undefined ? insertAt(report, at, row + gap) : insertAt(report, inGap, row)
  }
  const there = headGap(report, table, next)
  const isLeft = gap !== '' && there.endsWith(gap) && there.length > gap.length
  return isLeft ? insertAt(report, at - gap.length, row) : insertAt(report, at, row + gap)
}

function insertAfter(report: Report, previous: SummaryEntry, row: string): TextEdit {
  const inGap = gapLeftAfter(report, previous)
  return inGap === undefined
    ? insertAt(report, endOf(report, previous), gapBetween(report) + row)
    : insertAt(report, inGap, row)
}

/** Where a row goes if the gap after this one is wide enough for a row with its gap; otherwise undefined. */
function gapLeftAfter(report: Report, { line }: SummaryEntry): number | undefined {
  const gap = gapBetween(report)
  if (gap === '') return undefined
  const { text } = report
  const next = runEnd(text, isWhiteSpace, line.end)
  const there = text.slice(line.end, next === text.length ? next : text.lastIndexOf('\n', next) + 1)
  return isTwice(there, gap) ? line.end + gap.length : undefined
}

function isTwice(there: string, gap: string): boolean {
  return isBlank(there) && there.startsWith(gap) && there.length >= 2 * gap.length
}

/** The end of the entry's line, after the rule of a Markdown table that follows it. */
function endOf({ text }: Report, { line }: SummaryEntry): number {
  const rule = /^[ \t]*(?:\|[ \t]*)?:?--[-:| \t]*(\r?\n|$)/.exec(
    text.slice(line.end, line.end + 400),
  )
  return line.end + (rule?.[0].length ?? 0)
}

/**
 * The start of the entry's line; or of the rule above it, where the rule has lost the table's first row, which
 * is its header.
 */
function startOf({ text, lines }: Report, { line }: SummaryEntry): number {
  const number = lines.lineAt(line.start)
  const [above, atop] = [number - 1, number - 2].map(each =>
    each < 0 ? '' : text.slice(lines.start(each), lines.end(each)),
  )
  const isOrphan =
    /^[ \t]*\|[ \t]*:?--[-:| \t]*$/.test(above ?? '') && !atop?.trimStart().startsWith('|')
  return isOrphan ? lines.start(number - 1) : line.start
}

/** Moves the row before `before`, or to the end of the table. */
export function moveRow(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  before: SummaryEntry | undefined,
): readonly TextEdit[] {
  const others = table.entries.filter(each => each !== entry)
  const last = others.at(-1)
  if (before === undefined && last !== undefined) return moveRowAfter(report, table, entry, last)
  if (before === undefined) return []
  return (
    inNewOrder(report, table, entry, others.indexOf(before)) ?? [
      takenOut(report, table, entry),
      insertBefore(report, table, before, rowOf(report, entry)),
    ]
  )
}

/** Moves the row after another. */
export function moveRowAfter(
  report: Report,
  table: SummaryTable,
  entry: SummaryEntry,
  after: SummaryEntry,
): readonly TextEdit[] {
  const others = table.entries.filter(each => each !== entry)
  return (
    inNewOrder(report, table, entry, others.indexOf(after) + 1) ?? [
      takenOut(report, table, entry),
      insertAfter(report, after, rowOf(report, entry)),
    ]
  )
}

/** The entry's lines, with a line end. */
function rowOf({ text }: Report, { line }: SummaryEntry): string {
  return `${withoutRunAtEnd(text.slice(line.start, line.end), isLineEnd)}\n`
}

/**
 * The table with the entry at another place among the others, the gaps staying where they are; undefined unless
 * there is a gap, and nothing else, between all rows.
 */
function inNewOrder(
  report: Report,
  { entries }: SummaryTable,
  entry: SummaryEntry,
  place: number,
): readonly TextEdit[] | undefined {
  const there = gapsIn(report, entries)
  if (there.length !== entries.length - 1 || there.some(gap => gap === '')) return undefined
  const others = entries.filter(each => each !== entry)
  const order = [...others.slice(0, place), entry, ...others.slice(place)]
  const first = order.findIndex((each, at) => each !== entries[at])
  const last = order.findLastIndex((each, at) => each !== entries[at])
  const [top, bottom] = [entries[first], entries[last]]
  if (top === undefined || bottom === undefined) return []
  const rows = order
    .slice(first, last + 1)
    .map((each, at) => (at === 0 ? '' : there[first + at - 1]) + rowOf(report, each))
    .join('')
  const isCut = !report.text.slice(bottom.line.start, bottom.line.end).endsWith('\n')
  const span = { start: top.line.start, end: bottom.line.end }
  return [replace(span, isCut ? withoutRunAtEnd(rows, isLineEnd) : rows)]
}

/** Takes the row out to put it elsewhere: without its gap where it was put in without one. */
function takenOut(report: Report, { entries }: SummaryTable, entry: SummaryEntry): TextEdit {
  const at = entries.indexOf(entry)
  const around = gapsIn(report, entries.slice(Math.max(0, at - 1), at + 2))
  const isTight = gapBetween(report) !== '' && around.some(gap => gap === '')
  return isTight ? remove(entry.line) : removeRow(report, entry)
}

/** Takes the row out, with the line end before it where it is the last line of the text. */
export function removeRow(report: Report, entry: SummaryEntry): TextEdit {
  const { text } = report
  const line = withGap(report, entry)
  if (line.end < text.length || text.endsWith('\n')) return remove(line)
  const before = /\r?\n$/.exec(text.slice(0, line.start))?.[0].length ?? 0
  return remove({ start: line.start - before, end: line.end })
}

/** The entry's lines, with the blank lines on one side of it where there are some on both. */
function withGap(report: Report, entry: SummaryEntry): Span {
  const { text, summary } = report
  const { line } = entry
  if (gapBetween(report) === '') return line
  const before = runStart(text, isWhiteSpace, line.start)
  const start = before === 0 ? 0 : Math.min(line.start, text.indexOf('\n', before) + 1)
  if (start === line.start) return line
  const entries = summary?.entries ?? []
  const at = entries.indexOf(entry)
  const next = entries[at + 1]
  if (next === undefined) return at === 0 ? line : { start, end: line.end }
  return runEnd(text, isWhiteSpace, line.end) >= next.line.start
    ? { start: line.start, end: next.line.start }
    : line
}

function insertAt({ text }: Report, at: number, row: string): TextEdit {
  const isOpenEnd = at === text.length && at > 0 && !text.endsWith('\n')
  return insert(at, isOpenEnd ? `\n${row.replace(/\n$/, '')}` : row)
}
