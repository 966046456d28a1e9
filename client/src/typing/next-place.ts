/** Which place of a draft is filled in next, worked out from its text and from what was open a moment ago. */

/** Something that is still to be filled in. */
export interface OpenWords {
  /** The words to be replaced: `[grade]`. */
  readonly words: string
  /** Offsets in the text in which it was found. */
  readonly start: number
  readonly end: number
  /** What may be chosen there, the present words first; empty where anything may be written. */
  readonly choices: readonly string[]
}

export interface Selected {
  readonly start: number
  readonly end: number
}

/**
 * The open places in a text that may have changed since they were found: the same words in the same order, if
 * they are still there. What was typed over is gone; words that were added since are left for the next time.
 */
export function placesNow(text: string, before: readonly OpenWords[]): readonly OpenWords[] {
  let from = 0
  return before.flatMap((place, at) => {
    const start = text.indexOf(place.words, from)
    if (start < 0) return []
    // If one of several equal places was written over, the next one would be taken for it.
    const rest = before.slice(at).filter(({ words }) => words === place.words).length
    if (countOf(text, place.words, from) < rest) return []
    from = start + place.words.length
    return [{ ...place, start, end: from }]
  })
}

function countOf(text: string, words: string, from: number): number {
  return text.slice(from).split(words).length - 1
}

/** The place after what is selected, or before it; after the last comes the first. */
export function nextPlace(
  places: readonly OpenWords[],
  { start, end }: Selected,
  direction: 'next' | 'previous',
): OpenWords | undefined {
  if (direction === 'previous') return places.findLast(each => each.end < start) ?? places.at(-1)
  const isAfter = (each: OpenWords): boolean =>
    each.start > end || (each.start === end && each.end > end)
  return places.find(isAfter) ?? places[0]
}
