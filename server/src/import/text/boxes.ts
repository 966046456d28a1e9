/** Takes apart headings that stand in a box beside their grade, the words of both wrapped over lines. */

import * as l10n from '@vscode/l10n'
import type { GradeStatement } from '../../report/model'
import type { ParseOptions } from '../../report/parse'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'
import { normalTitle } from '../../types/report-type'
import { type Change, done, type SourceLine, type Step } from './change'
import { readBlocks } from './read'

/** The lines with the heading on one line and its grade on the next but one. */
export function openBoxes(source: readonly SourceLine[], options: ParseOptions): Step {
  const text = source.map(line => line.text).join('\n')
  const { report } = readBlocks(text, options)
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
    if (own.some(each => each.text.includes('|'))) continue
    const isTabbed = own.some(each => /\S\t/.test(each.text))
    // What stands on one line needs no help.
    if (isTabbed && own.filter(each => each.text.trim() !== '').length === 1) continue
    const line = own[0]?.line ?? 0
    lines.push(...source.slice(next, first))
    next = last
    const header = own.findIndex(each => /^\s*key judge?ment(?:\t|\s{3,})/i.test(each.text))
    // A box below the heading repeats it, with the titles of its columns or behind a blank line.
    const blank = own.findLastIndex(
      (each, at) => each.text.trim() === '' && first + at < place.line && at > 0,
    )
    const box = Math.max(header, blank)
    const below = own.slice(box + 1)
    const [title, stated] = isTabbed
      ? columnsByTabs(below)
      : below.every(isOneColumn) && grade !== undefined
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
      lines.push(...all.map(each => ({ text: each, line })))
      changes.push(done('table', line, l10n.t('Wrote the box of a judgement as a table.')))
      continue
    }
    if (blank > 0) {
      // Nobody knows what stands above: it stays, and is read in another round.
      lines.push(...own)
      continue
    }
    for (const each of ['', title, '', stated, '']) lines.push({ text: each, line })
    changes.push(
      done('grade', line, l10n.t('Put the grade beside a heading on a line of its own.'), {
        before: `${title} ${stated}`,
        after: stated,
      }),
    )
  }
  lines.push(...source.slice(next))
  return { lines, changes }
}

const isOneColumn = ({ text }: SourceLine) => !/(?:\S| {17}) {3,}\S/.test(text)

/** The words of a box that has lost its columns without those of the grade, and the words of the grade. */
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

/** The words before the first tab of each line, and those behind it: all of a line that begins far to the right. */
function columnsByTabs(lines: readonly SourceLine[]): readonly [string, string] {
  const cells = lines.map(({ text }): readonly [string, string] => {
    const [, left = '', right = ''] = /^(?:(\s*\S[^\t]*)|\s*)\t*(.*)$/.exec(text) ?? []
    return /^\s*\t|^\s{20}/.test(text) ? ['', text.trim()] : [left.trim(), right.trim()]
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

/** The words left of the column, and those from it on: a few letters before it count too. */
function columnsAt(lines: readonly SourceLine[], column: number): readonly [string, string] {
  const left: string[] = []
  const right: string[] = []
  for (const { text } of lines) {
    const gap = / {3,}\S/g
    let edge = text.trimStart() === text || text.search(/\S/) < column - 6 ? text.length : 0
    for (let match = gap.exec(text); match !== null; match = gap.exec(text)) {
      const start = match.index + match[0].length - 1
      if (start >= column - 6) {
        edge = Math.min(edge, start)
        break
      }
    }
    left.push(text.slice(0, edge).trim())
    right.push(text.slice(edge).trim())
  }
  return [left.filter(Boolean).join(' '), right.filter(Boolean).join(' ')]
}
