/** Joins paragraphs and list items that a page break has split. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../../report/model'
import { endsSentence } from '../../../text/sentences'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, open } from '../change'
import type { Piece } from '../structure/piece'
import { joinHyphen, Vocabulary } from '../words/vocabulary'

/** Index of the piece in which the offset lies; -1 if it lies before them all. Pieces are in order. */
export function pieceIndexAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).at <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function* repairSplits(report: Report, pieces: Piece[], changes: Change[]): Steps<void> {
  const { splits } = report.numbering
  if (splits.length === 0) return
  const joiner = new PieceJoiner(pieces, yield* Vocabulary.of(report.text))
  const pace = new Pace()
  for (const { first, second, joinable } of splits) {
    if (pace.isOver(lettersInSplit)) yield
    const head = joiner.headAt(first.start)
    const tail = pieceIndexAt(pieces, second.start)
    const between = joiner.between(head, tail)
    if (between === undefined) continue
    const words = joiner.meeting(head, tail)
    const line = (at: number) => (pieces[at] as Piece).line
    if (!joinable && !mayMove(between)) {
      const message = l10n.t('This paragraph seems to go on further down. It was left as it is.')
      changes.push(open('joined-paragraph', line(head), message, { before: words }))
      continue
    }
    const message =
      between.length === 0
        ? l10n.t('Joined a paragraph that was broken in two.')
        : l10n.t('Put the end of a paragraph, which came after another one, back in its place.')
    joiner.join(head, tail)
    changes.push(done('joined-paragraph', line(tail), message, { before: words }))
  }
  joiner.finish()
}

/** The cost of one of them, for the steps. */
const lettersInSplit = 200

/**
 * Can the end of a paragraph be moved back over these, which must be whole numbered paragraphs and nothing else?
 */
function mayMove(between: readonly Piece[]): boolean {
  return between.every(
    each => each.kind === 'paragraph' && each.number !== undefined && endsSentence(each.text),
  )
}

/** Joins pieces by their index; texts and the list are put together once, however many are joined. */
class PieceJoiner {
  private readonly texts = new Map<number, string[]>()
  private readonly joinedInto = new Map<number, number>()
  /** The index up to which a piece has taken in everything that follows it. */
  private readonly reach = new Map<number, number>()

  constructor(
    private readonly pieces: Piece[],
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Index of the piece in which the text at the offset is now. */
  headAt(offset: number): number {
    let at = pieceIndexAt(this.pieces, offset)
    for (let next = this.joinedInto.get(at); next !== undefined; next = this.joinedInto.get(at))
      at = next
    return at
  }

  /** The pieces between the two; undefined where they are not two pieces, one after the other. */
  between(head: number, tail: number): readonly Piece[] | undefined {
    if (head < 0 || tail <= head || this.joinedInto.has(tail)) return undefined
    const found: Piece[] = []
    for (let at = (this.reach.get(head) ?? head) + 1; at < tail; at++)
      if (!this.joinedInto.has(at)) found.push(this.written(at))
    return found
  }

  /** The words at which the two meet: `…schools and the | harbour company`. */
  meeting(head: number, tail: number): string {
    const before = this.textsOf(head).slice(-10).join(' ')
    return `${excerptEnd(before)} | ${excerpt(this.written(tail).text, 30)}`
  }

  join(head: number, tail: number): void {
    const texts = this.textsOf(head)
    const last = texts.pop() ?? ''
    const next = this.written(tail).text
    const word = joinHyphen(last, next, this.vocabulary)
    if (word === undefined) texts.push(last, next)
    else texts.push(word.text)
    const reach = this.reach.get(head) ?? head
    if (tail === reach + 1) this.reach.set(head, this.reach.get(tail) ?? tail)
    this.joinedInto.set(tail, head)
  }

  finish(): void {
    for (const at of this.texts.keys()) this.written(at)
    let kept = 0
    for (const [at, piece] of this.pieces.entries())
      if (!this.joinedInto.has(at)) this.pieces[kept++] = piece
    this.pieces.length = kept
  }

  private textsOf(at: number): string[] {
    const known = this.texts.get(at)
    if (known !== undefined) return known
    const texts = [this.pieces[at]?.text ?? '']
    this.texts.set(at, texts)
    return texts
  }

  /** The piece with its text as it is now. */
  private written(at: number): Piece {
    const piece = this.pieces[at] as Piece
    const texts = this.texts.get(at)
    if (texts !== undefined && texts.length > 1) {
      piece.text = texts.join(' ')
      this.texts.set(at, [piece.text])
    } else if (texts !== undefined) piece.text = texts[0] ?? ''
    return piece
  }
}

const excerptEnd = (text: string) =>
  text.length <= 30 ? text : `…${text.slice(text.indexOf(' ', text.length - 30) + 1)}`
