/** Puts back what extraction has displaced: paragraph numbers, grade lines, broken paragraphs. */

import * as l10n from '@vscode/l10n'
import type { NumberingFault, Report } from '../../../report/model'
import { numberText } from '../../../report/numbering/paragraph-number'
import { lineBeginning } from '../../../text/line-beginning'
import { endsSentence } from '../../../text/sentences'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, open } from '../change'
import { pieceIndexAt } from '../lines/splits'
import type { Piece } from './piece'

/** Corrects what is certain about the numbers of paragraphs, and notes the rest. */
export function* repairNumbers(report: Report, pieces: Piece[], changes: Change[]): Steps<void> {
  const { faults } = report.numbering
  const isOnlyMissing = faults.filter(({ kind }) => kind === 'missing').length === 1
  const pace = new Pace()
  for (const fault of faults) {
    if (pace.isOver(lettersInFault)) yield
    if (fault.kind === 'displaced') moveNumber(fault, pieces, changes)
    else if (fault.kind === 'missing') addNumber(fault, isOnlyMissing, pieces, changes)
    else {
      const { paragraph, kind, expected } = fault
      const piece = pieceAt(pieces, paragraph.digits.start)
      const number = numberText(paragraph.number)
      const what = {
        skipped: l10n.t(
          'Paragraph {0} comes where {1} is expected. Nothing was changed.',
          number,
          numberText(expected ?? 0),
        ),
        duplicate: l10n.t('Two paragraphs are numbered {0}. Nothing was changed.', number),
        'out-of-order': l10n.t('Paragraph {0} is out of order. Nothing was changed.', number),
      }[kind]
      changes.push(
        open('paragraph-number', piece?.line ?? 0, what, {
          before: excerpt(report.text.slice(paragraph.digits.start, paragraph.span.end)),
        }),
      )
    }
  }
}

/** The cost of one of them, for the steps. */
const lettersInFault = 200

/** The piece in which the offset lies. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces[pieceIndexAt(pieces, offset)]
}

function moveNumber(
  { paragraph, at }: Extract<NumberingFault, { kind: 'displaced' }>,
  pieces: Piece[],
  changes: Change[],
): void {
  const piece = pieceAt(pieces, paragraph.digits.start)
  if (piece === undefined || (piece.kind !== 'paragraph' && piece.kind !== 'item')) return
  const number = String(paragraph.number)
  const place = piece.text.search(new RegExp(`(?<=\\s)${number}\\.\\s`))
  if (place === -1) return
  const before = piece.text.slice(0, place).trimEnd()
  const after = piece.text.slice(lineBeginning(piece.text, place).textStart)
  const words = {
    before: excerpt(piece.text.slice(Math.max(0, place - 30)), 50),
    after: `${number}. …`,
  }
  if (at >= paragraph.digits.start || piece.number !== undefined) {
    const second: Piece = {
      ...piece,
      kind: 'paragraph',
      number,
      text: after,
      at: paragraph.digits.start,
    }
    piece.text = before
    pieces.splice(pieces.indexOf(piece) + 1, 0, second)
    changes.push(
      done(
        'paragraph-number',
        piece.line,
        l10n.t('Began paragraph {0} on a line of its own.', number),
        words,
      ),
    )
    return
  }
  piece.text = `${before} ${after}`
  piece.kind = 'paragraph'
  piece.number = number
  changes.push(
    done(
      'paragraph-number',
      piece.line,
      l10n.t('Moved the number {0} from inside the paragraph to its start.', number),
      words,
    ),
  )
}

/** A number is put back only where no other paragraph could have lost it. */
function addNumber(
  { block, expected }: Extract<NumberingFault, { kind: 'missing' }>,
  isOnlyMissing: boolean,
  pieces: Piece[],
  changes: Change[],
): void {
  const piece = pieceAt(pieces, block.start)
  if (piece === undefined || (piece.kind !== 'paragraph' && piece.kind !== 'item')) return
  const number = numberText(expected)
  const words = { before: excerpt(piece.text), after: `${number}. ${excerpt(piece.text, 40)}` }
  if (isOnlyMissing && rivals(pieces, piece).length > 0) {
    const message = l10n.t(
      'Paragraph number {0} is missing. This paragraph may be it; nothing was changed.',
      number,
    )
    changes.push(open('paragraph-number', piece.line, message, words))
    return
  }
  piece.kind = 'paragraph'
  piece.number = number
  changes.push(
    done(
      'paragraph-number',
      piece.line,
      l10n.t('Put back the missing paragraph number {0}.', number),
      words,
    ),
  )
}

/** Other unnumbered paragraphs between the numbered ones around the piece. */
function rivals(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const place = pieces.indexOf(piece)
  let from = place
  while (from > 0 && pieces[from - 1]?.number === undefined) from--
  let to = place
  while (to < pieces.length - 1 && pieces[to + 1]?.number === undefined) to++
  return pieces
    .slice(from, to + 1)
    .filter(each => each !== piece && each.kind === 'paragraph' && isWhole(each.text))
}

const isWhole = (text: string) => /^["'‘“(]*\p{Lu}/u.test(text) && /[.!?]$/.test(text)

/** Moves a grade line that is in the running text to its heading. */
export function repairGrades(report: Report, pieces: Piece[], changes: Change[]): void {
  for (const { statement, line, section } of report.displacedGrades) {
    const piece = pieces.find(each => each.kind === 'grade' && each.at === line.start)
    if (piece === undefined) continue
    const words = { before: report.text.slice(statement.span.start, statement.span.end) }
    const heading = pieces.find(
      each => each.kind === 'heading' && each.at === section?.heading.line.start,
    )
    const isInside =
      section !== undefined && section.span.start <= line.start && line.end <= section.span.end
    if (heading === undefined || !isInside) {
      const message = l10n.t(
        'This grade is not under a heading that lacks one. It was left where it is.',
      )
      changes.push(open('grade', piece.line, message, words))
      continue
    }
    pieces.splice(pieces.indexOf(piece), 1)
    pieces.splice(pieces.indexOf(heading) + 1, 0, { ...piece, at: heading.at })
    const message = l10n.t(
      'Put the grade back under its heading, "{0}".',
      section.heading.title.text,
    )
    changes.push(done('grade', piece.line, message, words))
  }
}

/**
 * Joins an unnumbered paragraph to the numbered one before it, where all others have numbers and none is missing:
 * a page break between two of its sentences has split it.
 */
export function repairUnnumbered(report: Report, pieces: Piece[], changes: Change[]): void {
  if (report.type.numbering !== 'continuous') return
  const numbered = pieces.filter(each => each.number !== undefined).length
  const loose = pieces.filter((each, at) => isLoose(each, pieces, at))
  if (loose.length * 10 > numbered) return
  for (const piece of loose) {
    const place = pieces.indexOf(piece)
    const before = pieces[place - 1] as Piece
    // Text after the last number may be an annex or something that the publisher adds: only a further number
    // shows which.
    const next = pieces[place + 1]
    if (next?.number === undefined || Number(next.number) !== Number(before.number) + 1) continue
    before.text += ` ${piece.text}`
    pieces.splice(place, 1)
    changes.push(
      done(
        'joined-paragraph',
        piece.line,
        l10n.t(
          'Joined a paragraph without a number with paragraph {0}, which a page break had split.',
          before.number as string,
        ),
        { before: excerpt(piece.text) },
      ),
    )
  }
}

function isLoose(piece: Piece, pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]
  if (piece.kind !== 'paragraph' || piece.number !== undefined || before?.number === undefined)
    return false
  return (
    endsSentence(before.text) &&
    !before.text.endsWith(':') &&
    isWhole(piece.text) &&
    pieces[at + 1]?.kind !== 'item' &&
    pieces[at + 1]?.kind !== 'table'
  )
}

/** Restores the lost list mark of the first text under a timescale. */
export function repairMarks(report: Report, pieces: Piece[], changes: Change[]): void {
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'paragraph' || piece.number !== undefined) continue
    if (pieces[at - 1]?.kind !== 'timescale') continue
    const section = report.sections.findLast(({ span }) => span.start <= piece.at)
    if (section?.definition.kind !== 'recommendations' || piece.text.startsWith('[')) continue
    piece.kind = 'item'
    changes.push(
      done('list-mark', piece.line, l10n.t('Put back a lost bullet.'), {
        before: excerpt(piece.text),
      }),
    )
  }
}
