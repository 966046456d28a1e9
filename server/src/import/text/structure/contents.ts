/** Writes the contents and the summary table as tables. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry, SummaryTable } from '../../../report/model'
import { append } from '../../../text/lists'
import { singleSpaced } from '../../../text/spaces'
import { normalTitle } from '../../../types/normal-title'
import { type Change, done, open, type SourceLine } from '../change'
import { tablePiece } from '../tables/tables'
import { haveSameWords } from '../words/words'
import { type Piece, tableLines } from './piece'

/** The contents as a heading and a table; unchanged where words would be lost. */
export function contentsPieces(
  report: Report,
  lines: readonly SourceLine[],
  at: number,
  changes: Change[],
): Piece[] {
  const { contents } = report
  const line = lines[0]?.line ?? 0
  // The contents end with a table with borders, whatever titles follow.
  const end = lines.findLastIndex(({ text }) => text.startsWith('|')) + 1 || lines.length
  const own = lines.slice(0, end)
  const rest = withoutBlanks(lines.slice(end)).map(
    (each): Piece => ({ kind: 'raw', line: each.line, at, text: each.text, lines: [each] }),
  )
  const raw: Piece = { kind: 'raw', line, at, text: '', lines: withoutBlanks(own) }
  // Headings among the entries divide the contents: each has its own entries.
  if (contents === undefined || contents.heading.start < at) return [raw, ...rest]
  const first = report.lines.lineAt(at)
  const entries = contents.entries.filter(
    ({ title }) => report.lines.lineAt(title.start) < first + end,
  )
  const rows = entries.map(entry => [flat(entry.title.text), entry.page?.text ?? ''])
  const table: Piece = { kind: 'table', line: own[1]?.line ?? line, at, text: '', rows }
  keepLoosePages(report, own, rows, changes)
  const words = [contents.heading.text, ...rows.flat()].join('\n')
  if (!haveSameWords(words, own.map(({ text }) => text).join('\n'))) {
    changes.push(
      open(
        'contents',
        line,
        l10n.t('The contents could not be read in full. They were left as they are.'),
      ),
    )
    return [raw, ...rest]
  }
  noteTable('contents', l10n.t('Turned the contents into a table.'), table, own.slice(1), changes)
  return [{ kind: 'heading', level: 2, line, at, text: contents.heading.text }, table, ...rest]
}

const withoutBlanks = (lines: readonly SourceLine[]) =>
  lines.filter(({ text }) => text.trim() !== '')

/**
 * Page numbers that were glued together, where there are more or fewer of them than entries: they stay together
 * after the last of those entries, since nobody knows which belongs to which.
 */
function keepLoosePages(
  report: Report,
  lines: readonly SourceLine[],
  rows: string[][],
  changes: Change[],
): void {
  const entries = report.contents?.entries ?? []
  const start = report.lines.lineAt(report.contents?.span.start ?? 0)
  for (const [at, entry] of entries.entries()) {
    const number = report.lines.lineAt(entry.title.start)
    const next = entries[at + 1]
    if (entry.page !== undefined || (next && report.lines.lineAt(next.title.start) === number))
      continue
    const end = report.lines.end(number)
    const pages = /^[\s.…|]*((?:\d{1,3}\s+)*\d{1,3})[\s|]*$/.exec(
      report.text.slice(entry.title.end, end),
    )?.[1]
    const row = rows[at]
    // Anything after a blank line, such as a footer that was not recognised, is not in any row.
    if (pages === undefined || row === undefined) continue
    const count = entries.filter(each => report.lines.lineAt(each.title.start) === number).length
    row[1] = pages
    const source = lines[number - start]?.line ?? 0
    changes.push(
      open(
        'contents',
        source,
        `${count} entries of the contents share ${pages.split(/\s+/).length} page numbers. Give each its own.`,
        { before: pages },
      ),
    )
  }
}

function noteTable(
  kind: 'contents' | 'table',
  message: string,
  piece: Piece,
  lines: readonly SourceLine[],
  changes: Change[],
): void {
  const written = tableLines(piece).join('\n')
  const before = withoutBlanks(lines)
    .map(({ text }) => text)
    .join('\n')
  if (written !== before) changes.push(done(kind, piece.line, message))
}

/** The summary table: a row for each judgement, group titles in bold. */
export function summaryPiece(
  report: Report,
  table: SummaryTable,
  lines: readonly SourceLine[],
  at: number,
  changes: Change[],
): Piece {
  const line = lines[0]?.line ?? 0
  const sourceOf = (offset: number) =>
    lines[report.lines.lineAt(offset) - report.lines.lineAt(table.span.start)]?.line ?? line
  const mended: Change[] = []
  // A judgement that is stated in a sentence of the cover may be an entry too.
  const { start, end } = table.span
  const entries = table.entries.filter(({ line }) => line.start >= start && line.start < end)
  const rows = entries.map(entry => {
    const cells = entry.cell === undefined ? [] : [entry.cell, ...(entry.grade?.more ?? [])]
    const grade = cells.map(cell => flat(report.text.slice(cell.start, cell.end))).join(' ')
    const label = labelOf(report, entry)
    const right = mendedLabel(entry, label)
    if (right !== undefined)
      mended.push(
        done(
          'table',
          sourceOf(entry.line.start),
          l10n.t('Put a broken table label back together.'),
          {
            before: label,
            after: right,
          },
        ),
      )
    return {
      written: [entry.kind === 'group' ? bold(right ?? label) : (right ?? label), grade],
      words: `${label} ${grade}`,
    }
  })
  const header = headerOf(lines)
  const words = [...header, ...rows.map(each => each.words)].join('\n')
  if (!haveSameWords(words, lines.map(({ text }) => text).join('\n'))) {
    changes.push(
      open('table', line, l10n.t('The table could not be read in full. It was left as it is.')),
    )
    return { ...tablePiece(withoutBlanks(lines), at, []), line }
  }
  const piece: Piece = {
    kind: 'table',
    line,
    at,
    text: '',
    rows: [...(header.length > 0 ? [header] : []), ...rows.map(each => each.written)],
    hasHeader: header.length > 0,
  }
  append(changes, mended)
  noteTable(
    'table',
    l10n.t('Wrote the table of judgements with a row for each.'),
    piece,
    lines,
    changes,
  )
  return piece
}

/**
 * The titles of the columns, where the first line has nothing else. Each may be above its own column, where all
 * names come before all grades.
 */
function headerOf(lines: readonly SourceLine[]): readonly string[] {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  const [first = [], ...others] = filled.map(({ text }) => headerCells(text))
  if (first.length !== 1) return first
  const other = others.find(cells => cells.length === 1)
  return other === undefined ? first : [...first, ...other]
}

function headerCells(line: string): readonly string[] {
  const cells = line
    .split(/[|\t]|\s{2,}/)
    .map(cell => cell.replace(/\*/g, '').trim())
    .filter(Boolean)
  const isHeader = cells.every(cell => /^(?:judge?ments?|grades?|area)$/i.test(cell))
  return isHeader ? cells : []
}

/** What is on the row's lines apart from the grade. */
function labelOf(report: Report, { line, cell, label, grade }: SummaryEntry): string {
  const { text } = report
  const parts: string[] = []
  let at = line.start
  for (const { start, end } of cell === undefined ? [] : [cell, ...(grade?.more ?? [])]) {
    if (start < at || end > line.end) continue
    parts.push(text.slice(at, start))
    at = end
  }
  parts.push(text.slice(at, line.end))
  const words = flat(parts.join(' ').replace(/[|*]/g, ' '))
  return words === '' ? label.text : words
}

/** The type's own title for a label that is broken over two columns or has damaged letters. */
function mendedLabel({ definition, label }: SummaryEntry, written: string): string | undefined {
  if (definition === undefined || !/\S\t\S/.test(label.text)) return undefined
  if (normalTitle(written) === normalTitle(definition.title)) return undefined
  return definition.title
}

const flat = (text: string) => singleSpaced(text).trim()
const bold = (label: string) => (label.startsWith('**') ? label : `**${label}**`)
