/** Finds, for each passage of a report, the passage that it was in an earlier version. */

import { align } from '../../report/align'
import type { Steps } from '../../text/steps'
import { wordsIn } from '../../text/words'
import type { Passage } from './passages'

export interface MatchedPassages {
  /** The earlier passage, by the index of the present one, where there is one. */
  readonly pairs: ReadonlyMap<number, number>
  /** Indexes of present passages whose place in the order has changed. */
  readonly moved: ReadonlySet<number>
  /** By the index of a passage that has no match: the passage of the other version that holds its words. */
  readonly earlierHolder: ReadonlyMap<number, number>
  readonly presentHolder: ReadonlyMap<number, number>
}

/**
 * Matches passages with equal words first (in the same section, then anywhere), then those that share most of their
 * pairs of neighbouring words, then placeholders with what has taken their place. Matched passages keep their order
 * where most of the text does; the rest have moved. The time taken is proportional to the number of words.
 */
export function* matchPassages(
  earlier: readonly Passage[],
  present: readonly Passage[],
): Steps<MatchedPassages> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (now: number, then: number): void => {
    pairs.set(now, then)
    taken.add(then)
  }
  const leftThen = () => earlier.filter(({ index }) => !taken.has(index))
  const leftNow = () => present.filter(({ index }) => !pairs.has(index))
  const written = leftThen().filter(({ words }) => !isToBeWritten(words))
  for (const key of [withSection, wordsOnly])
    matchEqual(
      written.filter(({ index }) => !taken.has(index)),
      leftNow(),
      key,
      pair,
    )
  yield
  for (const { a, b } of yield* nearPairs(leftThen(), leftNow()))
    if (!taken.has(a.index) && !pairs.has(b.index)) pair(b.index, a.index)
  matchFilledIn(earlier, present, pairs, pair)
  for (const key of [withSection, wordsOnly]) matchEqual(leftThen(), leftNow(), key, pair)
  yield
  const moved = movedAmong(present, earlier.length, pairs)
  yield
  const earlierHolder = yield* holders(leftNow(), earlier)
  const presentHolder = yield* holders(leftThen(), present)
  return { pairs, moved, earlierHolder, presentHolder }
}

type Key = (passage: Passage) => string

const withSection: Key = ({ kind, section, words }) =>
  `${kind} ${section?.definition.id ?? ''} ${words}`
const wordsOnly: Key = ({ words }) => words

/** The first of equal passages with the first, the second with the second, and so on. */
function matchEqual(
  then: readonly Passage[],
  now: readonly Passage[],
  key: Key,
  pair: (now: number, then: number) => void,
): void {
  const waiting = new Map<string, Passage[]>()
  for (const passage of then) listIn(waiting, key(passage)).push(passage)
  for (const queue of waiting.values()) queue.reverse()
  for (const passage of now) {
    const found = waiting.get(key(passage))?.pop()
    if (found !== undefined) pair(passage.index, found.index)
  }
}

/** Is it nothing but words in brackets, such as `[TBC]`? Any two of those look alike. */
function isToBeWritten(words: string): boolean {
  return /^\[[^[\]]*\][\s.]*$/.test(words)
}

/** Matches a placeholder with what now follows the same passage, or begins the same section. */
function matchFilledIn(
  earlier: readonly Passage[],
  present: readonly Passage[],
  pairs: ReadonlyMap<number, number>,
  pair: (now: number, then: number) => void,
): void {
  const nowOf = new Map([...pairs].map(([now, then]) => [then, now]))
  const sectionOf = ({ section }: Passage): string | undefined => section?.definition.id
  const firstIn = new Map<string | undefined, Passage>()
  for (const passage of present)
    if (!firstIn.has(sectionOf(passage))) firstIn.set(sectionOf(passage), passage)
  const isAlike = (a: Passage, b: Passage | undefined): b is Passage =>
    b?.kind === a.kind && sectionOf(b) === sectionOf(a)
  for (const a of earlier) {
    if (nowOf.has(a.index) || !isToBeWritten(a.words)) continue
    const before = earlier[a.index - 1]
    const isFirst = before === undefined || sectionOf(before) !== sectionOf(a)
    const above = before && nowOf.get(before.index)
    const follows = above === undefined ? undefined : present[above + 1]
    const b = isFirst ? firstIn.get(sectionOf(a)) : follows
    if (!isAlike(a, b) || pairs.has(b.index)) continue
    pair(b.index, a.index)
    nowOf.set(a.index, b.index)
  }
}

/** How many passages are looked at in one step. */
const passagesInStep = 100

interface Near {
  readonly a: Passage
  readonly b: Passage
  readonly score: number
}

/** A pair of words that is in more passages than this says nothing about any of them. */
const commonplace = 12

/** Passages that are probably the same one, the surest pairs first. */
function* nearPairs(then: readonly Passage[], now: readonly Passage[]): Steps<readonly Near[]> {
  const index = yield* indexOf(then)
  const alike: Near[] = []
  for (const [at, b] of now.entries()) {
    if (at % passagesInStep === 0) yield
    const own = wordPairs(b)
    for (const [a, shared] of sharing(index, own)) {
      const all = wordPairs(a).size
      const score = (2 * shared) / (all + own.size)
      const held = shared / Math.min(all, own.size)
      const isInSection = a.section?.definition.id === b.section?.definition.id
      if (a.kind === b.kind && (score >= 0.4 || (held >= 0.7 && shared >= 6)))
        alike.push({ a, b, score: isInSection ? score + 0.05 : score })
    }
  }
  return alike.sort((x, y) => y.score - x.score || x.b.index - y.b.index || x.a.index - y.a.index)
}

/** For each passage without a match: the passage of the other version that holds at least two thirds of it. */
function* holders(
  lost: readonly Passage[],
  others: readonly Passage[],
): Steps<ReadonlyMap<number, number>> {
  const found = new Map<number, number>()
  if (lost.length === 0) return found
  const index = yield* indexOf(others)
  for (const [at, passage] of lost.entries()) {
    if (at % passagesInStep === 0) yield
    const own = wordPairs(passage)
    let best: { readonly other: Passage; readonly shared: number } | undefined
    for (const [other, shared] of sharing(index, own))
      if (best === undefined || shared > best.shared) best = { other, shared }
    if (best !== undefined && best.shared >= 6 && best.shared >= own.size * 0.66)
      found.set(passage.index, best.other.index)
  }
  return found
}

function* indexOf(passages: readonly Passage[]): Steps<ReadonlyMap<string, readonly Passage[]>> {
  const index = new Map<string, Passage[]>()
  for (const [at, passage] of passages.entries()) {
    if (at % passagesInStep === 0) yield
    for (const pair of wordPairs(passage)) listIn(index, pair).push(passage)
  }
  return index
}

function sharing(
  index: ReadonlyMap<string, readonly Passage[]>,
  pairs: ReadonlySet<string>,
): ReadonlyMap<Passage, number> {
  const counts = new Map<Passage, number>()
  for (const pair of pairs) {
    const holding = index.get(pair) ?? []
    if (holding.length > commonplace) continue
    for (const passage of holding) counts.set(passage, (counts.get(passage) ?? 0) + 1)
  }
  return counts
}

const pairsOf = new WeakMap<Passage, ReadonlySet<string>>()

/** Each pair of neighbouring words, ends included, so that a single word makes two pairs. */
function wordPairs(passage: Passage): ReadonlySet<string> {
  const known = pairsOf.get(passage)
  if (known !== undefined) return known
  const words = wordsIn(passage.words.toLowerCase())
  const pairs = new Set<string>()
  for (let at = 0; at <= words.length; at++) pairs.add(`${words[at - 1] ?? ''} ${words[at] ?? ''}`)
  pairsOf.set(passage, pairs)
  return pairs
}

/** Those not on the heaviest rising chain: of two that changed places, the shorter one has moved. */
function movedAmong(
  present: readonly Passage[],
  count: number,
  pairs: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const matched = present.filter(({ index }) => pairs.has(index))
  const places = align(
    matched.map(({ index, words }) => ({
      places: [{ order: pairs.get(index) as number, weight: words.length + 1 }],
    })),
    count,
  )
  return new Set(matched.filter((_, at) => places[at] === undefined).map(({ index }) => index))
}

function listIn<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const known = map.get(key)
  if (known !== undefined) return known
  const made: Value[] = []
  map.set(key, made)
  return made
}
