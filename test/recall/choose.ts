/** Chooses among possibilities: each text always gets the same, and different texts get different ones. */

/** A number that depends on all the letters. */
export function seedOf(text: string): number {
  let seed = 7
  for (let at = 0; at < text.length; at++) seed = (seed * 31 + text.charCodeAt(at)) % 1_000_003
  return seed
}

/** One of the list; undefined if it is empty. */
export function chosen<T>(list: readonly T[], seed: number): T | undefined {
  return list[seed % list.length]
}

/** So many of the list, one after another, from a place that depends on the seed. */
export function severalOf<T>(list: readonly T[], count: number, seed: number): readonly T[] {
  const most = Math.min(count, list.length)
  return Array.from({ length: most }, (_, at) => list[(seed + at) % list.length] as T)
}
