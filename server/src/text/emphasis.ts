/** The marks around bold and italic text, and which of them have a counterpart. */

import { isWhiteSpace } from './runs'

/** A mark that makes the text up to its counterpart bold or italic, or ends that. */
export interface EmphasisMark {
  /** Where it begins, and how many characters it has: 1 for italic, 2 for bold, 3 for both. */
  readonly at: number
  readonly length: number
  readonly does: 'open' | 'close'
}

interface Mark {
  readonly at: number
  readonly length: number
  readonly sign: string
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * The marks of the text that have a counterpart, in its order: four in `**Good**, not *bad*`.
 *
 * A mark counts only at the edge of a word, so that `A*–C` and `a_b` stay as they are; so does a mark without
 * its counterpart, and one after a backslash.
 */
export function emphasisMarks(text: string): readonly EmphasisMark[] {
  if (!text.includes('*') && !text.includes('_')) return []
  const taken: EmphasisMark[] = []
  const open: Mark[] = []
  for (const mark of marksIn(text)) {
    const isSame = (other: Mark) => other.length === mark.length && other.sign === mark.sign
    const at = mark.closes ? open.findLastIndex(isSame) : -1
    const partner = open[at]
    if (partner !== undefined && mark.at > partner.at + partner.length) {
      taken.push({ at: partner.at, length: partner.length, does: 'open' })
      taken.push({ at: mark.at, length: mark.length, does: 'close' })
      open.length = at
    } else if (mark.opens) open.push(mark)
    if (open.length > mostOpen) open.shift()
  }
  return taken.sort((a, b) => a.at - b.at)
}

/** Marks further back have lost their counterpart. */
const mostOpen = 50

function* marksIn(text: string): Generator<Mark> {
  for (const { index: at, 0: found } of text.matchAll(/\\[*_]|\*{1,3}|_{1,3}/g)) {
    if (found.startsWith('\\')) continue
    const end = at + found.length
    const isAfterWord = isWordPart(text.charAt(at - 1))
    const isBeforeWord = isWordPart(text.charAt(end))
    yield {
      at,
      length: found.length,
      sign: text.charAt(at),
      opens: end < text.length && !isWhiteSpace(text.charCodeAt(end)) && !isAfterWord,
      closes: at > 0 && !isWhiteSpace(text.charCodeAt(at - 1)) && !isBeforeWord,
    }
  }
}

const isWordPart = (character: string) => /[\p{L}\p{N}]/u.test(character)
