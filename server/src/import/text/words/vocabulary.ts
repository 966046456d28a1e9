/** The words of a text and how often each appears, which distinguishes a broken word from a whole one. */

import { Pace, type Steps } from '../../../text/steps'
import { withoutEndless } from '../../../text/words'

export class Vocabulary {
  private constructor(
    private readonly counts: ReadonlyMap<string, number>,
    /** The first and the last parts of words with hyphens. */
    private readonly firsts: ReadonlySet<string>,
    private readonly lasts: ReadonlySet<string>,
  ) {}

  /** Reads the words of the text. */
  static *of(text: string): Steps<Vocabulary> {
    const counts = new Map<string, number>()
    const firsts = new Set<string>()
    const lasts = new Set<string>()
    const pace = new Pace()
    // A word broken at the end of a line would count as evidence for itself.
    for (const [word] of withoutEndless(text).matchAll(/\p{L}+(?:[-'’‐‑]\p{L}+)*/gu)) {
      const key = normal(word)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      const hyphen = key.indexOf('-')
      if (hyphen === -1) continue
      firsts.add(key.slice(0, hyphen))
      lasts.add(key.slice(key.lastIndexOf('-') + 1))
      if (pace.isOver(word.length)) yield
    }
    return new Vocabulary(counts, firsts, lasts)
  }

  /** How often the word is in the text, whatever its case. */
  count(word: string): number {
    return this.counts.get(normal(word)) ?? 0
  }

  /**
   * Are these two parts of a word, and not two halves between which a machine has put a hyphen: "well" and "kept",
   * where the text has "well-being", or "tide" and "tables", where it has both?
   */
  areParts(first: string, last: string): boolean {
    return (
      this.firsts.has(normal(first)) ||
      this.lasts.has(normal(last)) ||
      (Math.min(first.length, last.length) >= shortestPart &&
        this.count(first) > 0 &&
        // It is counted at the beginning of its line, too.
        this.count(last) > 1)
    )
  }

  /** The words in lower case, in the order in which they first appear. */
  words(): Iterable<readonly [string, number]> {
    return this.counts
  }
}

/** Two shorter words may be the halves of one. */
const shortestPart = 4

function normal(word: string): string {
  return word.toLowerCase().replace(/[‐‑]/g, '-').replace(/’/g, "'")
}

export interface JoinedWord {
  /** What comes between the two lines when they are joined: nothing, or a space. */
  readonly text: string
  readonly before: string
  readonly after: string
  /** Does the text show how it is written? Otherwise, the hyphen is kept and the user has to look. */
  readonly known: boolean
}

const longestWord = 100

/** Words with the hyphens and apostrophes in them. */
const words = /[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*/gu

/**
 * Joins a line that ends in a hyphen to the next: "multi-" and "agency work" to "multi-agency work". Undefined
 * where the line does not end in a broken word ("short-" before "and long-term" is left as it is).
 */
export function joinHyphen(
  line: string,
  next: string,
  vocabulary: Vocabulary,
): JoinedWord | undefined {
  if (!/[-‐‑\u00ad]$/.test(line.slice(-1))) return undefined
  // Only the end of a long line is looked at; no word is longer than that.
  const end = line.slice(-longestWord)
  const last = [...end.slice(0, -1).matchAll(words)].at(-1)
  const isBroken = last !== undefined && last.index + last[0].length === end.length - 1
  const head = isBroken ? end.slice(last.index) : undefined
  const tail = /^[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*/u.exec(next.slice(0, longestWord))?.[0]
  if (head === undefined || tail === undefined || /^(?:and|or|to|nor|but)$/.test(tail))
    return undefined
  const bare = head.slice(0, -1)
  const whole = { text: line.slice(0, -1) + next, before: `${head} ${tail}`, after: bare + tail }
  if (head.endsWith('\u00ad') || vocabulary.count(bare + tail) > vocabulary.count(head + tail))
    return { ...whole, known: true }
  return {
    text: line + next,
    before: whole.before,
    after: head + tail,
    known:
      vocabulary.count(head + tail) > 0 ||
      vocabulary.areParts(bare, tail) ||
      // Only syllables are separated by machines: not "up-to-date", "16-year" or "mid-May".
      /[-‐‑]|^\p{N}/u.test(bare + tail) ||
      /^[\p{Lu}\p{N}]/u.test(tail),
  }
}
