/** The pieces that a draft is made of, and how they are written down. */

import { writtenTable } from '../../../report/grid/table'
import { append } from '../../../text/lists'
import { Pace, type Steps } from '../../../text/steps'
import type { SourceLine } from '../change'

/** One paragraph, heading, table or the like. Pieces are modified while a text is put in order. */
export interface Piece {
  kind: 'cover' | 'heading' | 'grade' | 'paragraph' | 'item' | 'timescale' | 'table' | 'raw'
  /** Line of the source, counted from 0. */
  line: number
  /** Offset in the text that was read, by which the parser's findings are matched with the piece. */
  at: number
  /** Without its number and list mark. */
  text: string
  /** Digits of a paragraph number: `12`, `1.1`. */
  number?: string
  /** 1 to 6 for headings; for list items, 0 for one that is not inside another, 1 for one that is. */
  level?: number
  /** `(a)`, as it is written. */
  mark?: string
  /** For a table: its cells by row. */
  rows?: (readonly string[])[]
  /** Is the first row a row of titles? */
  hasHeader?: boolean
  /** Lines kept as they are. */
  lines?: readonly SourceLine[]
}

/** The pieces as the lines of a draft, with a blank line between all except the items of a list. */
export function* writeDown(pieces: readonly Piece[]): Steps<SourceLine[]> {
  const pace = new Pace()
  const lines: SourceLine[] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    const isTight = piece.kind === 'item' && before?.kind === 'item'
    if (before !== undefined && !isTight) lines.push({ text: '', line: piece.line })
    append(lines, writtenPiece(piece))
    if (pace.isOver(piece.text.length)) yield
    before = piece
  }
  return lines
}

function writtenPiece(piece: Piece): readonly SourceLine[] {
  const { kind, line, text } = piece
  switch (kind) {
    case 'raw':
      return piece.lines ?? [{ text, line }]
    case 'table':
      return tableLines(piece).map(each => ({ text: each, line }))
    case 'heading':
      return [{ text: `${'#'.repeat(piece.level ?? 2)} ${text}`, line }]
    case 'item':
      return [{ text: `${'  '.repeat(piece.level ?? 0)}${piece.mark ?? '-'} ${text}`, line }]
    case 'paragraph':
      return [{ text: piece.number === undefined ? text : `${piece.number}. ${text}`.trim(), line }]
    default:
      return [{ text, line }]
  }
}

/** The table's lines, under its titles or an empty head. */
export function tableLines({ rows = [], hasHeader = false }: Piece): readonly string[] {
  return writtenTable(hasHeader ? rows.slice(1) : rows, hasHeader ? rows[0] : undefined)
}
