/** Near misses of a title: what a slip of the finger makes of it. */

import { distance } from 'fastest-levenshtein'
import { normalTitle } from '../types/report-type'

/** How many letters may differ: one in six, at least one. */
export function distanceAllowed(length: number): number {
  return Math.max(1, Math.floor(length / 6))
}

/** How far the written title is from the known one, in letters; undefined if too far to be it. */
export function nearness(written: string, title: string): number | undefined {
  return normalNearness(normalTitle(written), normalTitle(title))
}

/** The same for titles in normal form, and only where they are not farther apart than `farthest`. */
export function normalNearness(
  written: string,
  title: string,
  farthest = Number.POSITIVE_INFINITY,
): number | undefined {
  const allowed = Math.min(distanceAllowed(title.length), farthest)
  if (Math.abs(written.length - title.length) > allowed) return undefined
  const found = distance(written, title)
  return found <= allowed ? found : undefined
}

/** Is the written title the known one but for a slip? */
export function isNear(written: string, title: string): boolean {
  return nearness(written, title) !== undefined
}
