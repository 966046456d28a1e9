/** Puts the cover in order: the title, the authority, and each field on a line of its own. */

import * as l10n from '@vscode/l10n'
import type { Field, Report } from '../../../report/model'
import { append } from '../../../text/lists'
import { singleSpaced } from '../../../text/spaces'
import type { Span } from '../../../text/span'
import { type Change, done, type SourceLine } from '../change'
import { tablePiece } from '../tables/tables'
import type { Piece } from './piece'

/** A stretch of the cover that becomes one line of the draft. */
interface Part extends Span {
  readonly text: string
  readonly piece: Piece['kind']
}

/**
 * The pieces of the cover, which ends at `end`. Words that are not a field stay where they are as lines.
 * `tableAt` is the span of the summary table where that is on the cover; its pieces are made by `table`.
 */
export function coverPieces(
  report: Report,
  cover: Span,
  lineAt: (offset: number) => number,
  table: (() => Piece) | undefined,
  changes: Change[],
): Piece[] {
  const parts = partsOf(report).filter(part => part.start >= cover.start && part.end <= cover.end)
  const summary = report.summary?.span
  const pieces: Piece[] = []
  let at = cover.start
  const addRest = (end: number) => {
    let rows: SourceLine[] = []
    for (const line of `${report.text.slice(at, end)}\n`.split('\n')) {
      const start = at
      at += line.length + 1
      const text = line.trim()
      if (text.startsWith('|')) {
        rows.push({ text, line: lineAt(start) })
        continue
      }
      // The empty header row of a table of judgements may come before what the parser calls the table.
      if (rows.some(row => /[\p{L}\p{N}]/u.test(row.text)))
        append(pieces, opened(tablePiece(rows, start, changes)))
      rows = []
      if (/[\p{L}\p{N}]/u.test(text))
        pieces.push({
          kind: /^(?:<!--|#)/.test(text) ? 'raw' : 'cover',
          line: lineAt(start),
          at: start,
          text,
        })
    }
    at = end
  }
  for (const part of parts) {
    if (part.start < at) continue
    addRest(part.start)
    at = part.end
    const line = lineAt(part.start)
    if (part.start === summary?.start && table !== undefined) pieces.push(table())
    else {
      const piece: Piece = { kind: part.piece, line, at: part.start, text: part.text }
      if (part.piece === 'heading') piece.level = 1
      pieces.push(piece)
    }
  }
  addRest(cover.end)
  noteCover(report, pieces, changes)
  return pieces
}

/** The table; where no row has more than one cell with words, as a sentence in a border has, its lines. */
function opened(table: Piece): readonly Piece[] {
  const rows = (table.rows ?? []).map(row => row.filter(cell => cell !== ''))
  if (table.kind !== 'table' || rows.some(({ length }) => length > 1)) return [table]
  const { line, at } = table
  return rows.flat().map(text => ({ kind: 'cover', line, at, text }))
}

function partsOf(report: Report): readonly Part[] {
  const { title, cover, text, summary } = report
  const flat = (span: Span) => singleSpaced(text.slice(span.start, span.end)).trim()
  const bare = (span: Span) => flat(span).replace(/\*\*|__/g, '')
  // A cover without a title may begin with a field.
  const isTitle = !cover.fields.some(({ label }) => label.start === title.start)
  const parts: Part[] = [
    ...(isTitle
      ? [{ start: title.start, end: title.end, text: bare(title), piece: 'heading' as const }]
      : []),
    ...cover.fields
      .filter(field => text.charAt(field.label.start - 1) !== '|')
      .filter(field => !isMatter(report, field))
      .map(field => ({
        start: field.label.start,
        end: Math.max(field.label.end, field.value.end),
        text: writtenField(report, field),
        piece: 'cover' as const,
      })),
  ]
  const { authority } = cover
  if (authority !== undefined && !isInMatter(report, authority.start))
    parts.push({ ...authority, text: bare(authority), piece: 'cover' })
  if (summary !== undefined && summary.span.start < cover.span.end)
    parts.push({ ...summary.span, text: '', piece: 'table' })
  return parts.sort((a, b) => a.start - b.start || b.end - a.end)
}

const isMatter = (report: Report, field: Field) => isInMatter(report, field.label.start)

const isInMatter = (report: Report, offset: number) =>
  report.blocks.some(
    ({ kind, start, end }) => kind === 'front-matter' && start <= offset && offset < end,
  )

/** `Reporting inspector: NAME`; a year follows its words without a colon. */
function writtenField({ text, notes }: Report, { definition, label, value }: Field): string {
  // Notes before and in the value are blank to the parser.
  const noted = notes
    .filter(({ span }) => span.start >= label.start && span.end <= value.end)
    .map(({ span }) => text.slice(span.start, span.end))
    .filter(note => !value.text.includes(note))
  const written = singleSpaced([value.text, ...noted].join(' '))
    .replace(/\*\*|__/g, '')
    .trim()
  const name = singleSpaced(label.text)
  if (written === '') return `${name}:`
  return definition?.kind === 'year' ? `${name} ${written}` : `${name}: ${written}`
}

function noteCover(report: Report, pieces: readonly Piece[], changes: Change[]): void {
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    if (before === undefined || piece.kind === 'table') continue
    const between = report.text.slice(before.at, piece.at)
    if (between.includes('\n')) continue
    const isAuthority = piece.at === report.cover.authority?.start
    changes.push(
      done(
        isAuthority ? 'title' : 'field',
        piece.line,
        isAuthority
          ? l10n.t('Put the name of the authority on a line of its own.')
          : l10n.t('Put a cover field on a line of its own.'),
        { after: piece.text },
      ),
    )
  }
}

/** Marks the draft as one: `Status: draft` after the title and authority. */
export function addStatus(report: Report, pieces: Piece[], changes: Change[]): void {
  if (report.cover.fields.some(({ id }) => id === 'status')) return
  const placeOf = (offset: number) =>
    pieces.findLastIndex(each => each.at <= offset && each.at >= report.cover.span.start)
  // It goes before the first field, since there may be more above the fields than title and authority.
  const field = report.cover.fields[0]?.label.start
  let place = placeOf(
    // Where the report begins with a heading, its cover is only the place above that.
    field === undefined ? Math.min(report.title.start, report.cover.span.end - 1) : field - 1,
  )
  // An authority further down is one of several lines, and may be read differently the next time.
  const { authority } = report.cover
  if (field === undefined && authority && placeOf(authority.start) === place + 1) place++
  const { line = 0, at = 0 } = pieces[place] ?? {}
  pieces.splice(place + 1, 0, { kind: 'cover', line, at, text: 'Status: draft' })
  const message = l10n.t('Marked the report as a draft.')
  changes.push(done('status', line, message, { after: 'Status: draft' }))
}
