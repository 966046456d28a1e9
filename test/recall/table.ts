/** Defects of the summary table. */

import type { Report, SummaryEntry, SummaryTable } from '../../server/src/report/model'
import { insert, remove, replace, type TextEdit } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import { type Defect, defect, endsLine, expected, type Generator, move, slice } from './defect'
import { slipsIn } from './slips'

/** The whole table is gone. */
export const missingSummary: Generator = function* ({ summary, title }) {
  if (summary === undefined) return
  const span = { start: summary.heading.line.start, end: summary.span.end }
  yield defect('no summary table', [remove(span)], { at: [title], undoable: false })
}

/** A row is gone, with the blank lines after it or without them. */
export const missingRow: Generator = function* (report) {
  for (const { table, row } of soundRows(report)) {
    const groups = table.entries.filter(({ definition }) => definition === row.definition?.parent)
    // What a sentence of the cover states is missing on the cover.
    const whole = isSentence(row) ? report.title : table.heading.title
    const next = table.entries[table.entries.indexOf(row) + 1]
    // A table without a heading begins with its first row, and after that with the next.
    const isFirst = table.entries.find(each => !isSentence(each)) === row
    const first = isFirst && next !== undefined ? [next.line] : []
    const at = [whole, ...first, ...groups.map(({ label }) => label)]
    const undoable = row.definition?.section !== undefined
    yield defect(`no row "${row.words}"`, [remove(row.line)], { at, undoable })
    if (next === undefined || next.line.start === row.line.end) continue
    const span = { start: row.line.start, end: next.line.start }
    if (slice(report, { start: row.line.end, end: span.end }).trim() !== '') continue
    yield defect(`no row "${row.words}", nor its gap`, [remove(span)], { at, undoable })
  }
}

/** A row that the type does not know is after another. */
export const unknownRow: Generator = function* (report) {
  for (const { row } of tableRows(report)) {
    const copy = copyOf(report, row, 'Financial planning')
    yield defect(`unknown row after "${row.words}"`, [insert(row.line.end, copy)])
  }
}

/** The name of a row has a slip in it. */
export const misspeltRow: Generator = function* (report) {
  for (const { row } of tableRows(report)) {
    for (const [index, piece] of [row.label, ...row.more].entries()) {
      for (const { what, edit } of slipsIn(report.text, piece)) {
        const written = [row.label, ...row.more].map(each => slice(report, each, [edit])).join(' ')
        if (report.type.rowTitles.has(written)) continue
        const line = index === 0 ? '' : ' in a later line'
        yield defect(`row "${row.words}" ${what}${line}`, [edit], {
          at: [{ start: row.line.start, end: row.line.end }],
        })
      }
    }
  }
}

/** A row appears twice. */
export const duplicateRow: Generator = function* (report) {
  for (const { row } of tableRows(report)) {
    const copy = repeated(report, row)
    yield defect(`two rows "${row.words}"`, [insert(row.line.end, copy)], { at: [row.label] })
  }
}

function repeated(report: Report, { label, line }: SummaryEntry): string {
  const before = slice(report, { start: line.start, end: label.start })
  return before + expected(label.text) + slice(report, { start: label.end, end: line.end })
}

/** A row is two or more rows too early or too late in its group; a unique one, in another group. */
export const misplacedRow: Generator = function* (report) {
  const rows = tableRows(report)
  for (const { table, row } of rows) {
    const group = rows
      .map(each => each.row)
      .filter(({ definition }) => definition?.parent === row.definition?.parent)
    const index = group.indexOf(row)
    yield* movedEntry(report, row, group[index + 2]?.line.end)
    yield* movedEntry(report, row, group[index - 2]?.line.start)
    const isUnique = rows.filter(each => each.row.label.text === row.label.text).length === 1
    const entries = table.entries.filter(entry => !isSentence(entry))
    const first = entries.find(({ kind }) => kind === 'row')
    const last = entries.at(-1)
    if (!isUnique) continue
    if (index < 2 && first !== row) yield* movedEntry(report, row, first?.line.start)
    if (index >= group.length - 2 && last !== row) yield* movedEntry(report, row, last?.line.end)
  }
}

/** A group row is one, two or three rows too late, or one too early. */
export const misplacedGroup: Generator = function* (report) {
  const { entries = [] } = report.summary ?? {}
  for (const [index, group] of entries.entries()) {
    if (group.kind !== 'group' || group.placement !== 'in-order') continue
    for (const by of [1, 2, 3]) yield* movedEntry(report, group, entries[index + by]?.line.end)
    if (index > 0) yield* movedEntry(report, group, entries[index - 1]?.line.start)
  }
}

/** The grade of a row is gone. */
export const missingRowGrade: Generator = function* (report) {
  for (const { row } of soundRows(report)) {
    if (row.grade === undefined) continue
    yield defect(`row "${row.words}" has no grade`, gradePieces(row).map(remove), {
      at: [
        { start: row.label.start, end: row.line.end },
        ...(isSentence(row) ? [report.title] : []),
      ],
      undoable: row.definition?.section !== undefined,
      // Half a sentence states nothing.
      or: isSentence(row) ? ['missing-row'] : [],
    })
  }
}

/** Where the row's grade is, on one line or several. */
function gradePieces({ grade }: SummaryEntry): readonly Span[] {
  if (grade === undefined) return []
  if (grade.more === undefined || grade.word === undefined) return [grade.span]
  return [grade.word, ...grade.more]
}

/**
 * The same without the sentences of a cover that state a judgement in place of a row: what is put before or after one
 * is in the text of the cover and in no table, and a sentence that says the same twice contradicts nothing.
 */
function tableRows(report: Report): readonly { table: SummaryTable; row: SummaryEntry }[] {
  return soundRows(report).filter(({ row }) => !isSentence(row))
}

const isSentence = ({ definition, grade }: SummaryEntry) =>
  definition?.kind === 'row' && definition.statements.length > 0 && grade?.form === 'suffix'

function soundRows({
  summary,
  text,
}: Report): readonly { table: SummaryTable; row: SummaryEntry }[] {
  if (summary === undefined || summary.form === 'lines') return []
  return summary.entries
    .filter(({ kind, placement, line }) => {
      return kind === 'row' && placement === 'in-order' && endsLine(text, line.end)
    })
    .map(row => ({ table: summary, row }))
}

/** The row with another title on its first line, and none below. */
function copyOf(report: Report, { label, more, line }: SummaryEntry, title: string): string {
  const before = slice(report, { start: line.start, end: label.start })
  const rest = slice(
    report,
    { start: label.end, end: line.end },
    more.map(part => replace(part, ' '.repeat(part.end - part.start))),
  )
  // The grades stay in their column.
  const gap = rest.length - rest.trimStart().length
  const longer = Math.min(title.length - label.text.length, Math.max(0, gap - 2))
  const isPadded = gap > 1 && !rest.slice(0, gap).includes('\n')
  const moved = !isPadded ? rest : longer > 0 ? rest.slice(longer) : ' '.repeat(-longer) + rest
  const lines = moved
    .split('\n')
    .filter((text, at) => at === 0 || text === '' || text.trim() !== '')
  return before + expected(title) + lines.map(text => text.trimEnd()).join('\n')
}

function* movedEntry(
  report: Report,
  entry: SummaryEntry,
  target: number | undefined,
): Iterable<Defect> {
  if (target === undefined || !endsLine(report.text, target)) return
  const name = `${entry.kind} "${entry.words}" stands too ${target < entry.line.start ? 'early' : 'late'}`
  // Whether or not the group row before it is wrong, the row's own place cannot be distinguished from the one
  // after it.
  const entries = report.summary?.entries ?? []
  const following = entries[entries.indexOf(entry) + 1]
  const isPlain = following?.kind !== 'group' || following.placement === 'in-order'
  // Of two rows that have changed places, either may have been moved.
  const at = [following, entries[entries.indexOf(entry) - 1]].flatMap(each =>
    each?.line.start === target || each?.line.end === target ? [each.label] : [],
  )
  const options = { at, undoable: isPlain }
  yield defect(name, move(report.text, entry.line, target, entry.label), options)
  const edits = movedWithGaps(report, entry, target)
  if (edits !== undefined) yield defect(`${name}, with a gap`, edits, options)
}

/** The entry cut out and put in again, with the gaps between rows as they were; undefined where there are none. */
function movedWithGaps(
  { text, summary }: Report,
  entry: SummaryEntry,
  target: number,
): readonly TextEdit[] | undefined {
  const entries = summary?.entries ?? []
  const at = entries.indexOf(entry)
  const isEarlier = target < entry.line.start
  const to = entries.findIndex(({ line }) => (isEarlier ? line.start : line.end) === target)
  const [first, last] = isEarlier ? [to, at] : [at, to]
  const moving = entries.slice(first, last + 1)
  const gaps = moving
    .slice(1)
    .map(({ line }, index) => text.slice(moving[index]?.line.end, line.start))
  if (to === -1 || gaps.some(gap => gap === '' || gap.trim() !== '')) return undefined
  const others = moving.filter(each => each !== entry)
  const order = isEarlier ? [entry, ...others] : [...others, entry]
  const texts = order.map(each => {
    const { line, label } = each
    if (each !== entry) return text.slice(line.start, line.end)
    const [before, after] = [text.slice(line.start, label.start), text.slice(label.end, line.end)]
    return before + expected(label.text) + after
  })
  const written = texts.map((row, index) => row + (gaps[index] ?? '')).join('')
  const start = moving[0]?.line.start ?? 0
  return [replace({ start, end: moving.at(-1)?.line.end ?? start }, written)]
}
