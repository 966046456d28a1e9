/** The words of a text and how often each stands in it, which tells a broken word from a whole one. */

export class Vocabulary {
  private readonly counts = new Map<string, number>()

  constructor(text: string) {
    // A word broken at a line's end would count as evidence for itself.
    for (const [word] of text.matchAll(/\p{L}+(?:[-'’‐‑]\p{L}+)*/gu)) {
      const key = normal(word)
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    }
  }

  /** How often the word stands in the text, whatever its case. */
  count(word: string): number {
    return this.counts.get(normal(word)) ?? 0
  }

  /** The words in lower case, in the order in which they first stand. */
  words(): Iterable<readonly [string, number]> {
    return this.counts
  }
}

function normal(word: string): string {
  return word.toLowerCase().replace(/[‐‑]/g, '-').replace(/’/g, "'")
}

export interface JoinedWord {
  /** What stands between the two lines when they are joined: nothing, or a space. */
  readonly text: string
  readonly before: string
  readonly after: string
  /** The word is known from elsewhere in the text; else the hyphen is kept and the user has to look. */
  readonly known: boolean
}

const longestWord = 100

/**
 * Joins a line that ends in a hyphen with the next: "multi-" and "agency work" to "multi-agency work".
 * Undefined where the line ends in no broken word ("short-" before "and long-term" is left as it is).
 */
export function joinHyphen(
  line: string,
  next: string,
  vocabulary: Vocabulary,
): JoinedWord | undefined {
  if (!/[-‐‑\u00ad]$/.test(line.slice(-1))) return undefined
  // Only the end of a long line is looked at; no word is as long.
  const end = line.slice(-longestWord)
  const head = /[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*[-‐‑\u00ad]$/u.exec(end)?.[0]
  const tail = /^[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*/u.exec(next)?.[0]
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
    known: vocabulary.count(head + tail) > 0,
  }
}
