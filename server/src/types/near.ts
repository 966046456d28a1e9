/** Near misses of a title: what a slip of the finger makes of it. */

import { distance } from 'fastest-levenshtein'

/** How many letters may differ: one in six, at least one. */
function distanceAllowed(length: number): number {
  return Math.max(1, Math.floor(length / 6))
}

/**
 * How far the written title is from the known one, in letters, both in normal form; undefined if too far to be
 * it, or farther than `farthest`.
 */
export function normalNearness(
  written: string,
  title: string,
  farthest = Number.POSITIVE_INFINITY,
): number | undefined {
  const allowed = Math.min(distanceAllowed(title.length), farthest)
  if (Math.abs(written.length - title.length) > allowed) return undefined
  if (letterDistance(written, title) > allowed) return undefined
  let start = 0
  while (start < title.length && written[start] === title[start]) start++
  const [rest, own] = [written.slice(start), title.slice(start)]
  const found = distance(rest, own) - swaps(rest, own)
  return found <= allowed ? found : undefined
}

/** How many pairs of letters have changed places, each of which counts as two letters that differ. */
function swaps(written: string, title: string): number {
  if (written.length !== title.length) return 0
  let count = 0
  for (let at = 0; at + 1 < title.length; at++) {
    if (written[at] === title[at]) continue
    if (written[at] !== title[at + 1] || written[at + 1] !== title[at]) continue
    count++
    at++
  }
  return count
}

/** How often each letter occurs, by its code, while two texts are being compared. */
const counts = new Uint8Array(128)

/**
 * How many letters one of the two has that the other lacks: never more than their distance, and found much
 * faster.
 */
function letterDistance(a: string, b: string): number {
  counts.fill(0)
  for (let at = 0; at < a.length; at++) (counts[a.charCodeAt(at) & 127] as number)++
  let lacking = 0
  for (let at = 0; at < b.length; at++) {
    const letter = b.charCodeAt(at) & 127
    if (counts[letter] === 0) lacking++
    else (counts[letter] as number)--
  }
  return Math.max(lacking, lacking + a.length - b.length)
}

/** Is the word the known one but for a slip, in any case? */
export function isNear(word: string, name: string): boolean {
  return normalNearness(word.toLowerCase(), name.toLowerCase()) !== undefined
}
