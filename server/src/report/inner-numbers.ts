/** Finds paragraph numbers that stand in the running text, where extraction left them. */

import { isSpace, type Span } from '../text/span'
import type { Block, Paragraph } from './model'

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
 * Adolescent 39. Mental Health Service". In a block that has a number of its own it must stand between
 * two sentences, where the break between the paragraphs was lost.
 */
export function innerNumbers(
  text: string,
  block: Block,
  place: number,
  wanted: ReadonlySet<number>,
  inside: 'numbered' | 'unnumbered',
): InnerNumber | undefined {
  const { start, end } = block.content
  for (let at = start + 1; at < end; at++) {
    if (!isDigit(text.charCodeAt(at)) || !isSpace(text.charCodeAt(at - 1))) continue
    const digits = digitsAt(text, at, end)
    at = digits.end
    if (text.charAt(at) !== '.' || !isSpace(text.charCodeAt(at + 1))) continue
    const number = Number(text.slice(digits.start, digits.end))
    if (!wanted.has(number)) continue
    const label = { start: digits.start, end: afterSpace(text, at + 1, end) }
    const between = standsBetweenSentences(text, label)
    if (inside === 'numbered' && !between) continue
    const from = between && inside === 'numbered' ? label.end : start
    const span = { start: from, end }
    return {
      number,
      paragraph: { number, digits, label, span, fragments: [span], displaced: true },
      at: from === start ? start : digits.start,
      block: place,
    }
  }
  return undefined
}

function standsBetweenSentences(text: string, label: Span): boolean {
  let before = label.start - 1
  while (before > 0 && isSpace(text.charCodeAt(before))) before--
  const next = text.charAt(label.end)
  return /[.!?]/.test(text.charAt(before)) && next !== next.toLowerCase()
}

function digitsAt(text: string, start: number, limit: number): Span {
  let end = start
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return { start, end }
}

function afterSpace(text: string, start: number, limit: number): number {
  let end = start
  while (end < limit && isSpace(text.charCodeAt(end))) end++
  return end
}

const isDigit = (code: number) => code >= 48 && code <= 57
