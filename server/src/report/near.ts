/** Near misses of a title: what a slip of the finger makes of it. */

import { distance } from 'fastest-levenshtein'
import { normalTitle } from '../types/report-type'

/** How many letters may differ: one in six, at least one. */
export function distanceAllowed(length: number): number {
  return Math.max(1, Math.floor(length / 6))
}

/** How far the written title is from the known one, in letters; undefined if too far to be it. */
export function nearness(written: string, title: string): number | undefined {
  const a = normalTitle(written)
  const b = normalTitle(title)
  const allowed = distanceAllowed(b.length)
  if (Math.abs(a.length - b.length) > allowed) return undefined
  const found = distance(a, b)
  return found <= allowed ? found : undefined
}

/** Is the written title the known one but for a slip? */
export function isNear(written: string, title: string): boolean {
  return nearness(written, title) !== undefined
}
