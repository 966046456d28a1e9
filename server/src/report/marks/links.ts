/** Links in a draft: `[the plan](https://example.org/plan)`, `[Contents](#contents)`. */

import type { Span } from '../../text/span'

export interface Link {
  /** From the opening bracket to the closing one of the address. */
  readonly span: Span
  readonly words: Span
  /** Undefined for a place in the report or a file beside it, which are nowhere once it is published. */
  readonly address: string | undefined
}

/** The address as it is written in a draft: without what would end it. */
export function writtenAddress(address: string): string {
  return address.trim().replace(/[\s()|<>]/g, each => `%${each.charCodeAt(0).toString(16)}`)
}

/** Can the words be those of a link, which end at the first bracket? */
export const canBeLinked = (words: string): boolean => /\S/.test(words) && !/[[\]\n]/.test(words)

/** Is it an address on the web or of a mailbox, and not the name of a file or a place in the report? */
export const isAddress = (address: string): boolean =>
  /^(?:https?:\/\/|mailto:)[^\s()<>]+$/i.test(address)

const isLocal = (address: string) =>
  /^[^\s()<>:]+$/.test(address) && (address.startsWith('#') || /\.[a-z]{2,5}(?:#|$)/i.test(address))

/** The links of the text, in order. */
export function linksIn(text: string): readonly Link[] {
  const links: Link[] = []
  let after = 0
  for (let middle = text.indexOf(']('); middle !== -1; middle = text.indexOf('](', middle + 2)) {
    const start = text.lastIndexOf('[', middle)
    const close = text.indexOf(')', middle)
    if (start < after || close === -1) continue
    const address = text.slice(middle + 2, Math.min(close, middle + longestAddress))
    const words = { start: start + 1, end: middle }
    if (middle - start > longestWords) continue
    if (!canBeLinked(text.slice(words.start, words.end))) continue
    const isOutside = isAddress(address)
    if (!isOutside && !isLocal(address)) continue
    // A picture, which a report does not have, leaves what it shows.
    const isPicture = text.charAt(start - 1) === '!'
    const span = { start: isPicture ? start - 1 : start, end: close + 1 }
    links.push({ span, words, address: isOutside && !isPicture ? address : undefined })
    after = close + 1
  }
  return links
}

/** In UTF-16 units. */
const longestWords = 1_000
const longestAddress = 2_100
