/** Finds paragraph numbers that are in the running text, where extraction left them. */

import { isDigit } from '../../text/letters'
import type { LineIndex } from '../../text/lines'
import { isSpace, type Span } from '../../text/span'
import type { Block, Paragraph } from '../model'

export interface InnerNumber {
  readonly number: number
  readonly paragraph: Paragraph
  /** Where the number belongs; its own place where the paragraph really begins there. */
  readonly at: number
  /** The place of the block in the list of blocks. */
  readonly block: number
}

/**
 * The first number with a full stop inside the block that is one of `wanted`: "39." in "… Child and
 * Adolescent 39. Mental Health Service". In a block that has a number of its own it must be between two
 * sentences, where the break between the paragraphs was lost, or further on in a paragraph that seems to begin at a
 * line within the block.
 */
export function innerNumbers(
  { text }: LineIndex,
  block: Block,
  place: number,
  wanted: ReadonlySet<number>,
  inside: 'numbered' | 'unnumbered',
  startsWithin: () => readonly Block[],
): InnerNumber | undefined {
  const { start, end } = block.content
  for (
    let dot = text.indexOf('.', start);
    dot !== -1 && dot <= end;
    dot = text.indexOf('.', dot + 1)
  ) {
    if (!isSpace(text.charCodeAt(dot + 1))) continue
    const digits = digitsBefore(text, dot, start)
    if (digits === undefined) continue
    const number = Number(text.slice(digits.start, digits.end))
    if (!wanted.has(number)) continue
    const label = { start: digits.start, end: afterSpace(text, dot + 1, end) }
    const between = standsBetweenSentences(text, label)
    const isNumbered = inside === 'numbered'
    const own = isNumbered && !between ? startBefore(startsWithin(), digits.start) : start
    if (own === undefined) continue
    const from = between && isNumbered ? label.end : own
    const span = { start: from, end }
    return {
      number,
      paragraph: { number, digits, label, span, fragments: [span], displaced: true },
      at: from === own ? own : digits.start,
      block: place,
    }
  }
  return undefined
}

/** Where the last of the paragraphs that seem to begin before the place begins. */
function startBefore(starts: readonly Block[], place: number): number | undefined {
  return starts.findLast(({ content }) => content.start < place)?.content.start
}

function standsBetweenSentences(text: string, label: Span): boolean {
  let before = label.start - 1
  while (before > 0 && isSpace(text.charCodeAt(before))) before--
  const next = text.charAt(label.end)
  return /[.!?]/.test(text.charAt(before)) && next !== next.toLowerCase()
}

/** The digits that end at `end` and are after white space, both after `limit`. */
function digitsBefore(text: string, end: number, limit: number): Span | undefined {
  let start = end
  while (start > limit && isDigit(text.charCodeAt(start - 1))) start--
  const isApart = start < end && start > limit && isSpace(text.charCodeAt(start - 1))
  return isApart ? { start, end } : undefined
}

function afterSpace(text: string, start: number, limit: number): number {
  let end = start
  while (end < limit && isSpace(text.charCodeAt(end))) end++
  return end
}
