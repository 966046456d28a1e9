/** Distinguishes the numbers of paragraphs from the other numbers that lines happen to begin with. */

import type { Span } from '../../text/span'
import { increasingChain } from './number-chain'
import { beforeFirst, placeInSection } from './paragraph-number'

/** A line that begins with a number. */
export interface NumberCandidate {
  /** Counted from 0. */
  readonly line: number
  /** See `paragraph-number.ts`. */
  readonly number: number
  readonly digits: Span
  /** Digits, full stop, and white space up to the text. */
  readonly label: Span
  /** `12.` rather than `12 Text`; `1.2` has its full stop inside. */
  readonly dot: boolean
  /** A list dash is before it: `- 12. Text`. */
  readonly mark: boolean
  /** Columns before the mark or the digits. */
  readonly indent: number
  /** `12.` alone on its line; the text follows after a blank line. */
  readonly alone: boolean
  /**
   * What is before: a blank line, heading, table or the like; a line of text that ends a sentence; one that
   * does not.
   */
  readonly before: 'break' | 'finished' | 'unfinished'
  /**
   * A blank line or page furniture is directly before. The last line of text may still be unfinished (a page
   * break); then `before` is `unfinished`.
   */
  readonly blankBefore: boolean
  /** The last line of text before ends with a colon, as the lead of a list does. */
  readonly colonBefore?: boolean
}

/**
 * Which of the candidates, given in the order of the text, are numbers of paragraphs.
 *
 * The others are wrapped lines that happen to begin with a number ("2010. The last inspection"), items
 * of an enumeration inside a paragraph, and lines such as "12 nursery schools". The sequence decides,
 * and whether the line before leaves a sentence open. Takes O(n log n) for n candidates.
 */
export function acceptNumbers(candidates: readonly NumberCandidate[]): readonly boolean[] {
  const bare = isBareDocument(candidates)
  const enumerated = enumerationsIn(candidates, bare)
  if (enumerated.size === 0) return acceptSequence(candidates, bare)
  const rest = candidates.filter((_, index) => !enumerated.has(index))
  const accepted = acceptSequence(rest, bare)
  let place = 0
  return candidates.map((_, index) => !enumerated.has(index) && accepted[place++] === true)
}

function acceptSequence(candidates: readonly NumberCandidate[], bare: boolean): boolean[] {
  const accepted = candidates.map(each => isFirm(each) || (bare && isBare(each)))
  const chain = chainOf(candidates, accepted)
  if (bare)
    for (const [index, each] of candidates.entries()) if (isBare(each)) accepted[index] = false
  for (const index of chain) accepted[index] = true
  fillGaps(candidates, accepted, chain, bare)
  return accepted
}

/** Neither a year nor a count: no report has a thousand paragraphs. */
const highest = 999

const isLowEnough = ({ number }: NumberCandidate) => placeInSection(number) <= highest

const isFirm = (each: NumberCandidate) =>
  each.dot && isLowEnough(each) && (each.mark || each.before !== 'unfinished')

const isBare = (each: NumberCandidate) =>
  !each.dot && isLowEnough(each) && (each.before !== 'unfinished' || each.blankBefore)

/** Are the paragraphs of this text numbered without a full stop? */
function isBareDocument(candidates: readonly NumberCandidate[]): boolean {
  const lengths = new Map<number, number>()
  let longest = 0
  let firm = 0
  for (const each of candidates) {
    if (isFirm(each)) firm++
    if (!isBare(each)) continue
    const length = (lengths.get(each.number - 1) ?? 0) + 1
    if (length > (lengths.get(each.number) ?? 0)) lengths.set(each.number, length)
    longest = Math.max(longest, length)
  }
  return (longest >= 3 || (longest === 2 && candidates[0]?.number === 1)) && longest > 2 * firm
}

/**
 * The indexes of the candidates that are in an enumeration: one that begins at 1 inside a paragraph, and
 * after which the outer sequence goes on.
 */
function enumerationsIn(
  candidates: readonly NumberCandidate[],
  bare: boolean,
): ReadonlySet<number> {
  const order: number[] = []
  for (let index = 0; index < candidates.length; index++) {
    const each = candidates[index] as NumberCandidate
    if ((each.dot && isLowEnough(each)) || (bare && isBare(each))) order.push(index)
  }
  const dropped = new Set<number>()
  const at = (place: number) => candidates[order[place] ?? -1]
  let outer: NumberCandidate | undefined
  for (let place = 0; place < order.length; ) {
    const first = at(place) as NumberCandidate
    if (first.number !== 1 || outer === undefined) {
      outer = first
      place++
      continue
    }
    let runEnd = place
    let groupEnd = place
    while (at(groupEnd)?.number === 1) {
      groupEnd++
      while (at(groupEnd)?.number === (at(groupEnd - 1) as NumberCandidate).number + 1) groupEnd++
      if (runEnd === place) runEnd = groupEnd
    }
    const end = enumerationEnd(at, outer, place, runEnd, groupEnd)
    for (let inside = place; inside < end; inside++) dropped.add(order[inside] as number)
    if (end === place) {
      place = groupEnd
      outer = at(groupEnd - 1)
    } else place = end
  }
  return dropped
}

/** The place after the enumeration that begins at `place`; `place` itself if it is not one. */
function enumerationEnd(
  at: (place: number) => NumberCandidate | undefined,
  outer: NumberCandidate,
  place: number,
  runEnd: number,
  groupEnd: number,
): number {
  const first = at(place) as NumberCandidate
  const set = first.colonBefore === true || first.indent >= outer.indent + 2
  // A heading does not begin a list: this is a section with its own numbers, or one that was moved.
  if (!set && first.before === 'break') return place
  if (at(groupEnd)?.number === outer.number + 1 && (groupEnd - place >= 2 || set)) return groupEnd
  if (!set) return place
  for (let inside = place + 1; inside < runEnd; inside++) {
    const each = at(inside) as NumberCandidate
    if (first.indent > outer.indent ? each.indent < first.indent : each.number === outer.number + 1)
      return inside
  }
  const next = at(runEnd)
  return next === undefined || next.number > outer.number || next.number === 1 ? runEnd : place
}

/** Indexes of the accepted candidates that are in order. */
function chainOf(candidates: readonly NumberCandidate[], accepted: readonly boolean[]): number[] {
  const order: number[] = []
  for (let index = 0; index < candidates.length; index++)
    if (accepted[index] === true) order.push(index)
  const marked = increasingChain(order.map(index => (candidates[index] as NumberCandidate).number))
  return order.filter((_, place) => marked[place] === true)
}

/** Accepts what does not look like a number, where the chain leaves a gap for it. */
function fillGaps(
  candidates: readonly NumberCandidate[],
  accepted: boolean[],
  chain: readonly number[],
  bare: boolean,
): void {
  const inChain = new Set<number>()
  for (const index of chain) inChain.add((candidates[index] as NumberCandidate).number)
  const last = candidates[chain.at(-1) ?? -1]?.number ?? 0
  for (let link = 0; link <= chain.length; link++) {
    const from = link === 0 ? 0 : (chain[link - 1] as number) + 1
    const to = chain[link] ?? candidates.length
    if (from >= to) continue
    const high = candidates[to]?.number ?? Number.POSITIVE_INFINITY
    const before = candidates[from - 1]?.number ?? 0
    // Between the last of one section and the first of the next, no number is left out.
    const low = to < candidates.length ? Math.max(before, beforeFirst(high)) : before
    const gap = { from, to, low, high }
    fillGap(candidates, accepted, gap, bare ? isBare : isLoose)
    const isClosed = high !== Number.POSITIVE_INFINITY
    fillGap(candidates, accepted, gap, each => isClosed && isWeak(each))
    // Directly below a subheading or a line without a full stop, where exactly this number is wanted.
    if (bare) fillGap(candidates, accepted, gap, each => isClosed && isLowEnough(each))
    let free = high - low - 1
    for (let index = from; index < to; index++) if (accepted[index] === true) free--
    for (let index = from; index < to; index++) {
      const each = candidates[index] as NumberCandidate
      if (accepted[index] === true || !(bare ? isBare(each) : isLoose(each))) continue
      const moved = each.number < last && !inChain.has(each.number)
      const near = each.number === low || each.number === high
      accepted[index] =
        moved || near || (high === Number.POSITIVE_INFINITY ? isNext(each, low) : free-- > 0)
    }
  }
}

/** A line of its own with a full stop, after an item or the like without one. */
const isLoose = (each: NumberCandidate) => each.dot && isLowEnough(each) && each.blankBefore

/** Looks like a wrapped line, or like a line that begins with a count. */
const isWeak = (each: NumberCandidate) => each.dot || isBare(each)

const isNext = (each: NumberCandidate, low: number) => each.number > low && each.number <= low + 3

interface Gap {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/** Accepts the candidates that count up from the gap's start, or down from its end. */
function fillGap(
  candidates: readonly NumberCandidate[],
  accepted: boolean[],
  gap: Gap,
  fits: (each: NumberCandidate) => boolean,
): void {
  if (gap.high - gap.low < 2) return
  const taken = new Set<number>()
  for (let index = gap.from; index < gap.to; index++)
    if (accepted[index] === true) taken.add((candidates[index] as NumberCandidate).number)
  const accept = (index: number, number: number) => {
    const each = candidates[index] as NumberCandidate
    if (each.number !== number || !fits(each)) return
    accepted[index] = true
    taken.add(number)
  }
  let low = gap.low + 1
  for (let index = gap.from; index < gap.to; index++) {
    while (taken.has(low)) low++
    if (low < gap.high) accept(index, low)
  }
  let high = gap.high - 1
  for (let index = gap.to - 1; index >= gap.from; index--) {
    while (taken.has(high)) high--
    if (high >= low) accept(index, high)
  }
}
