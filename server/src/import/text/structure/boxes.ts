/**
 * Takes apart headings that are in a box beside their grade, with the words of both wrapped over several lines.
 */

import * as l10n from '@vscode/l10n'
import { gridIn } from '../../../report/grid/grid'
import type { GradeStatement } from '../../../report/model'
import { append } from '../../../text/lists'
import { singleSpaced } from '../../../text/spaces'
import type { Span } from '../../../text/span'
import type { Steps } from '../../../text/steps'
import { normalTitle } from '../../../types/normal-title'
import { type Change, done, type SourceLine, type Step } from '../change'
import type { Reader } from '../read'

/** The lines with the heading on one line and its grade on the next but one. */
export function* openBoxes(source: readonly SourceLine[], reader: Reader): Steps<Step> {
  const { text, report } = yield* reader.lines(source)
  const boxed = (report?.sections ?? []).filter(({ grade }) => grade?.form === 'cell')
  if (report === undefined || boxed.length === 0) return { lines: source, changes: [] }
  const lines: SourceLine[] = []
  const changes: Change[] = []
  let next = 0
  for (const { heading, grade } of boxed) {
    const first = report.lines.lineAt(heading.line.start)
    const last = report.lines.lineAt(Math.max(heading.line.start, heading.line.end - 1)) + 1
    const start = grade?.span.start ?? 0
    const place = report.lines.position(start)
    if (first < next || place.line < first || place.line >= last) continue
    const own = source.slice(first, last)
    if (own.some(each => each.text.trimStart().startsWith('|'))) {
      if (grade === undefined) continue
      const written = text.slice(grade.span.start, grade.span.end)
      append(lines, source.slice(next, first))
      next = withText(source, last)
      append(lines, openedTable(source.slice(first, next), heading.title.text, written))
      changes.push(opened(own[0]?.line ?? 0, heading.title.text, written))
      continue
    }
    const isTabbed = own.some(each => /\S\t/.test(each.text))
    // Anything on a single line needs no help.
    if (isTabbed && own.filter(each => each.text.trim() !== '').length === 1) continue
    const line = own[0]?.line ?? 0
    append(lines, source.slice(next, first))
    next = last
    const header = own.findIndex(each => /^\s*key judge?ment(?:\t|\s{3,})/i.test(each.text))
    // A box below the heading repeats it, with the titles of its columns or after a blank line.
    const blank = own.findLastIndex(
      (each, at) => each.text.trim() === '' && first + at < place.line && at > 0,
    )
    const box = Math.max(header, blank)
    const below = own.slice(box + 1)
    const [title, stated] = isTabbed
      ? columnsByTabs(below)
      : grade !== undefined && (below.every(isOneColumn) || grade.more !== undefined)
        ? withoutColumns(
            text,
            { start: report.lines.start(first + box + 1), end: heading.line.end },
            grade,
          )
        : columnsAt(below, place.column)
    const above = words(own.slice(0, Math.max(0, header >= 0 ? header : blank)))
    if (header >= 0 || normalTitle(above) === normalTitle(title)) {
      const titles = (own[header]?.text ?? '').trim().split(/\t+|\s{3,}/)
      const head = header >= 0 ? `| ${titles.join(' | ')} |` : '| | |'
      const all = [above, '', head, '| --- | --- |', `| ${title} | ${stated} |`, '']
      append(
        lines,
        all.map(each => ({ text: each, line })),
      )
      changes.push(done('table', line, l10n.t('Turned the box around a judgement into a table.')))
      continue
    }
    if (blank > 0) {
      // It is not clear what is above: it stays as it is, and is read in another round.
      append(lines, own)
      continue
    }
    for (const each of ['', title, '', stated, '']) lines.push({ text: each, line })
    changes.push(opened(line, title, stated))
  }
  append(lines, source.slice(next))
  return { lines, changes }
}

const opened = (line: number, title: string, grade: string): Change =>
  done('grade', line, l10n.t('Put the grade beside a heading on a line of its own.'), {
    before: `${title} ${grade}`,
    after: grade,
  })

/** The end of the rows of text below the title of a box that is a Markdown table. */
function withText(source: readonly SourceLine[], from: number): number {
  let end = from
  while (source[end]?.text.trimStart().startsWith('|') === true) end++
  return end
}

/** The box as lines: what is above its title, the title, its grade, and each row of text below. */
function openedTable(
  table: readonly SourceLine[],
  title: string,
  grade: string,
): readonly SourceLine[] {
  const rows = table
    .map(({ text, line }) => ({ words: filledCells(text), line }))
    .filter(({ words }) => words.length > 0)
  const at = rows.findIndex(({ words }) => words[0] === title)
  return rows.flatMap(({ words, line }, row) => {
    const lines = row === at ? [title, '', grade] : [words.join('     ')]
    return ['', ...lines, ''].map(text => ({ text, line }))
  })
}

function filledCells(text: string): readonly string[] {
  const [row] = gridIn(text, { start: 0, end: text.length })
  const cells = (row?.cells ?? []).map(({ start, end }) => text.slice(start, end))
  return cells.filter(cell => cell !== '')
}

/**
 * Does the line have no words that are separated by three or more spaces, and none that begin far to the right?
 */
const isOneColumn = ({ text }: SourceLine) =>
  !gapsIn(text).some(({ start, end }) => end - start >= 20 || /\S/.test(text.charAt(start - 1)))

/** The stretches of three or more spaces before words. */
function gapsIn(text: string): readonly Span[] {
  return [...text.matchAll(/ {3,}/g)]
    .map(({ index, 0: gap }) => ({ start: index, end: index + gap.length }))
    .filter(({ end }) => /\S/.test(text.charAt(end)))
}

/** For a box that has lost its columns: the words without those of the grade, and the words of the grade. */
function withoutColumns(
  text: string,
  { start, end }: Span,
  grade: GradeStatement,
): readonly [string, string] {
  const pieces = [grade.span, ...(grade.more ?? [])]
  const between = pieces.map((piece, at) => text.slice(pieces[at - 1]?.end ?? start, piece.start))
  const title = [...between, text.slice(pieces.at(-1)?.end, end)].join(' ')
  const stated = pieces.map(piece => text.slice(piece.start, piece.end)).join(' ')
  return [singleSpaced(title.trim()), singleSpaced(stated)]
}

const words = (lines: readonly SourceLine[]) =>
  lines
    .map(each => each.text.trim())
    .filter(Boolean)
    .join(' ')

/**
 * The words before the first tab of each line, and those after it; a line that begins far to the right counts
 * whole as the latter.
 */
function columnsByTabs(lines: readonly SourceLine[]): readonly [string, string] {
  const cells = lines.map(({ text }): readonly [string, string] => {
    const first = text.search(/\S/)
    if (first === -1 || first >= 20 || text.slice(0, first).includes('\t')) return ['', text.trim()]
    const tab = text.indexOf('\t', first)
    return tab === -1 ? [text.trim(), ''] : [text.slice(0, tab).trim(), text.slice(tab).trim()]
  })
  return [
    cells
      .map(([left]) => left)
      .filter(Boolean)
      .join(' '),
    cells
      .map(([, right]) => right)
      .filter(Boolean)
      .join(' '),
  ]
}

/** The words to the left of the column, and those from it on: a few letters to its left count too. */
function columnsAt(lines: readonly SourceLine[], column: number): readonly [string, string] {
  const left: string[] = []
  const right: string[] = []
  for (const { text } of lines) {
    const isInFirst = text.trimStart() === text || text.search(/\S/) < column - 6
    const next = gapsIn(text).find(({ end }) => end >= column - 6)
    const edge = isInFirst ? (next?.end ?? text.length) : 0
    left.push(text.slice(0, edge).trim())
    right.push(text.slice(edge).trim())
  }
  return [left.filter(Boolean).join(' '), right.filter(Boolean).join(' ')]
}
