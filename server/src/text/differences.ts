/** Where two lists of lines differ, in time that grows with their length and not with the number of changes. */

import { diffArrays } from 'diff'
import type { Steps } from './steps'

/** A stretch that differs, as indexes of lines: what is outside all stretches is the same in both lists. */
export interface Difference {
  readonly before: Stretch
  readonly after: Stretch
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The stretches that differ, in their order. Lines of equal `likeness` are taken for the same line even where
 * they differ; they are then a stretch of their own.
 *
 * Lines that each list has once, or equally often, are matched first, then the lines between them; only short
 * stretches are compared in every way, so a long stretch without such a line differs as a whole.
 */
export function* differences(
  before: readonly string[],
  after: readonly string[],
  likeness: (line: string) => Key = line => line,
): Steps<readonly Difference[]> {
  const found: Difference[] = []
  const keys = { before: before.map(likeness), after: after.map(likeness) }
  yield
  const pairs = pairsIn(keys, wholeOf(before, after), deepest)
  const at = { before: 0, after: 0 }
  const differ = (endBefore: number, endAfter: number): void => {
    if (endBefore > at.before || endAfter > at.after)
      found.push({
        before: { start: at.before, end: endBefore },
        after: { start: at.after, end: endAfter },
      })
  }
  for (let next = pairs.next(); !next.done; next = pairs.next()) {
    if (next.value === undefined) {
      yield
      continue
    }
    const [there, here] = next.value
    differ(there, here)
    at.before = there
    at.after = here
    if (before[there] !== after[here]) differ(there + 1, here + 1)
    at.before++
    at.after++
  }
  differ(before.length, after.length)
  return found
}

/** What is equal for lines that are alike. */
export type Key = string | number

interface Keys {
  readonly before: readonly Key[]
  readonly after: readonly Key[]
}

/** How often a stretch is cut at lines that occur in it once before it is compared in every way. */
const deepest = 8

/** Stretches in which more lines differ are not compared in every way: that takes time with their square. */
const mostChanges = 200

type Pair = readonly [before: number, after: number]

function wholeOf(before: readonly string[], after: readonly string[]): Difference {
  return { before: { start: 0, end: before.length }, after: { start: 0, end: after.length } }
}

/** The lines that are the same, in their order; undefined after each step of the work. */
function* pairsIn(keys: Keys, within: Difference, depth: number): Generator<Pair | undefined> {
  let [startBefore, startAfter] = [within.before.start, within.after.start]
  let [endBefore, endAfter] = [within.before.end, within.after.end]
  while (startBefore < endBefore && startAfter < endAfter) {
    if (keys.before[startBefore] !== keys.after[startAfter]) break
    yield [startBefore++, startAfter++]
  }
  let alike = 0
  while (startBefore < endBefore && startAfter < endAfter) {
    if (keys.before[endBefore - 1] !== keys.after[endAfter - 1]) break
    endBefore--
    endAfter--
    alike++
  }
  if (startBefore < endBefore && startAfter < endAfter) {
    const between: Difference = {
      before: { start: startBefore, end: endBefore },
      after: { start: startAfter, end: endAfter },
    }
    const fixed = depth > 0 ? rising(sureOf(keys, between)) : []
    if (fixed.length === 0) yield* comparedInEveryWay(keys, between)
    else yield* aroundPairs(keys, between, fixed, depth)
  }
  yield undefined
  for (let at = 0; at < alike; at++) yield [endBefore + at, endAfter + at]
}

function* aroundPairs(
  keys: Keys,
  { before, after }: Difference,
  fixed: readonly Pair[],
  depth: number,
): Generator<Pair | undefined> {
  let [lastBefore, lastAfter] = [before.start, after.start]
  for (const [there, here] of [...fixed, [before.end, after.end] as const]) {
    const gap = {
      before: { start: lastBefore, end: there },
      after: { start: lastAfter, end: here },
    }
    if (gap.before.start < gap.before.end && gap.after.start < gap.after.end)
      yield* pairsIn(keys, gap, depth - 1)
    if (there < before.end) yield [there, here]
    lastBefore = there + 1
    lastAfter = here + 1
  }
}

/**
 * The lines that both stretches have exactly once, in the order of the first. Where there are none, those that
 * both have equally often, the first matched with the first.
 */
function sureOf(keys: Keys, { before, after }: Difference): readonly Pair[] {
  const there = placesOf(keys.before, before)
  const here = placesOf(keys.after, after)
  const equallyOften = [...there].flatMap(([key, places]) => {
    const others = here.get(key) ?? []
    return others.length === places.length
      ? places.map((place, at): Pair => [place, others[at] as number])
      : []
  })
  const once = equallyOften.filter(([place]) => there.get(keys.before[place] as Key)?.length === 1)
  return once.length > 0 ? once : equallyOften.sort(([a], [b]) => a - b)
}

function placesOf(keys: readonly Key[], { start, end }: Stretch): ReadonlyMap<Key, number[]> {
  const places = new Map<Key, number[]>()
  for (let at = start; at < end; at++) {
    const those = places.get(keys[at] as Key)
    if (those === undefined) places.set(keys[at] as Key, [at])
    else those.push(at)
  }
  return places
}

/** The longest selection of the pairs that rises in both lists. */
function rising(pairs: readonly Pair[]): readonly Pair[] {
  // By length minus one: the pair with which a chain of that length ends earliest.
  const ends: number[] = []
  const previous: number[] = []
  for (const [index, [, here]] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number] as Pair)[1] < here) low = middle + 1
      else high = middle
    }
    previous.push(ends[low - 1] ?? -1)
    ends[low] = index
  }
  const chain: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number)
    chain.push(pairs[at] as Pair)
  return chain.reverse()
}

/** The lines in common of stretches in which few lines differ; none of any others. */
function* comparedInEveryWay(
  keys: Keys,
  { before, after }: Difference,
): Generator<Pair | undefined> {
  const parts = diffArrays(
    keys.before.slice(before.start, before.end),
    keys.after.slice(after.start, after.end),
    { maxEditLength: mostChanges },
  )
  let [there, here] = [before.start, after.start]
  for (const { added, removed, count } of parts ?? []) {
    if (removed) there += count
    else if (added) here += count
    else for (let at = 0; at < count; at++) yield [there++, here++]
  }
  yield undefined
}
