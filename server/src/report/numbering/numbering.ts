/** Gathers the numbered paragraphs of a text and what is wrong with their numbers. */

import { firstAbove, overlapping } from '../../text/inside'
import type { LineIndex } from '../../text/lines'
import { append } from '../../text/lists'
import type { Span } from '../../text/span'
import type { Blocks } from '../blocks'
import { type BlockSplit, readSplits } from '../lines/splits'
import type { Block, Numbering, NumberingFault, Paragraph } from '../model'
import { increasingChain } from './number-chain'
import { type Place, readFaults } from './number-faults'
import type { NumberCandidate } from './numbers'
import { sectionOf } from './paragraph-number'

/**
 * The numbered paragraphs of a text, the faults of their numbers, and paragraphs that are split.
 *
 * Blocks of kind `paragraph`, and of kind `item` that begin with an accepted number, hold the texts. What lies
 * in a misplaced section is not reported as out of order. A part that may have numbers of its own and begins
 * with 1 again is read by itself.
 */
export function readNumbering(
  text: string,
  lines: LineIndex,
  { blocks, numbers: candidates }: Blocks,
  { holders, splits }: Whole,
  { misplaced, ownParts }: Numbered,
): Numbering {
  const fragments = fragmentsOf(splits, holders.texts)
  const places = candidates.map((candidate, index): Place => {
    const at = holders.texts[index] as number
    return {
      block: holders.blocks[index] as number,
      text: at,
      paragraph: paragraphOf(lines, blocks, candidate, at, fragments.get(index) ?? []),
      mark: candidate.mark,
    }
  })
  const misplacedAt = overlapping(misplaced)
  const settled = places.map(({ paragraph }) => misplacedAt(paragraph.digits).length > 0)
  const continued = new Set(splits.map(({ second }) => second))
  const restarts = restartsOf(places, ownParts)
  const paragraphs = places.map(place => place.paragraph)
  const faults: NumberingFault[] = []
  let isSorted = true
  for (const [part, first] of [0, ...restarts].entries()) {
    const next = restarts[part]
    const own = places.slice(first, next)
    const settledHere = settled.slice(first, next)
    const found = readFaults({
      text,
      lines,
      blocks,
      within: {
        from: first === 0 ? 0 : (places[first]?.block ?? 0),
        to: next === undefined ? blocks.length : (places[next]?.block ?? blocks.length),
      },
      places: own,
      chain: markChain(blocks, own, settledHere),
      settled: settledHere,
      continued,
    })
    append(faults, found.faults)
    append(paragraphs, found.displaced)
    isSorted &&= found.displaced.length === 0
  }
  if (!isSorted) paragraphs.sort((a, b) => a.span.start - b.span.start)
  return {
    paragraphs,
    faults,
    splits: splits.map(({ split }) => split),
    restarts: restarts.flatMap(at => places[at]?.paragraph ?? []),
  }
}

/** What of the sections matters to the numbers. */
export interface Numbered {
  /** Sections in a place that is not theirs. */
  readonly misplaced: readonly Span[]
  /** Parts that may have numbers of their own. */
  readonly ownParts: readonly Span[]
}

/** The places at which a part begins with 1 again, and goes on with 2. */
function restartsOf(places: readonly Place[], ownParts: readonly Span[]): readonly number[] {
  const starts = places.map(({ paragraph }) => paragraph.digits.start)
  const found = ownParts.flatMap(part => {
    const first = firstAbove(starts, part.start - 1)
    const [one, two] = [places[first]?.paragraph, places[first + 1]?.paragraph]
    const begins = one?.number === 1 && two?.number === 2 && one.digits.start < part.end
    return first > 0 && begins ? [first] : []
  })
  return [...new Set(found)].sort((a, b) => a - b)
}

/** Which blocks make up a paragraph: those that hold its number and its text, and those in which it goes on. */
export interface Whole {
  readonly holders: Holders
  readonly splits: readonly BlockSplit[]
}

/** Puts the blocks of each paragraph together. */
export function wholeParagraphs(text: string, { blocks, numbers }: Blocks): Whole {
  const holders = holdersOf(blocks, numbers)
  return { holders, splits: readSplits(text, blocks, place => holders.labels.has(place)) }
}

interface Holders {
  /** For each candidate the place of the block in which its number is. */
  readonly blocks: readonly number[]
  /** For each candidate the place of the block that holds its text. */
  readonly texts: readonly number[]
  /** Places of blocks that begin with a number, or whose number is alone before them. */
  readonly labels: ReadonlySet<number>
}

function holdersOf(blocks: readonly Block[], candidates: readonly NumberCandidate[]): Holders {
  const labels = new Set<number>()
  const holders: number[] = []
  const texts: number[] = []
  let place = 0
  for (const candidate of candidates) {
    while (place < blocks.length - 1 && (blocks[place] as Block).lastLine <= candidate.line) place++
    labels.add(place)
    let at = place
    const { content } = blocks[place] ?? { content: { start: 0, end: 0 } }
    if (candidate.alone && content.end <= candidate.digits.end + 1) at = textBelow(blocks, place)
    labels.add(at)
    holders.push(place)
    texts.push(at)
  }
  return { blocks: holders, texts, labels }
}

/** The block of text after a number that is alone; the number's own where none follows. */
function textBelow(blocks: readonly Block[], place: number): number {
  let at = place + 1
  while (blocks[at]?.kind === 'blank' || blocks[at]?.kind === 'furniture') at++
  return blocks[at]?.kind === 'paragraph' ? at : place
}

/** For each numbered paragraph the pieces that follow its first, where nothing else comes between them. */
function fragmentsOf(
  splits: readonly BlockSplit[],
  texts: readonly number[],
): ReadonlyMap<number, readonly Span[]> {
  if (splits.length === 0) return new Map()
  const owners = new Map(texts.map((place, index) => [place, index]))
  const fragments = new Map<number, Span[]>()
  for (const { first, second, split } of splits) {
    const owner = owners.get(first)
    if (owner === undefined) continue
    const next = texts[owner + 1]
    if (next !== undefined && next < second) continue
    owners.set(second, owner)
    const there = fragments.get(owner)
    if (there === undefined) fragments.set(owner, [split.second])
    else there.push(split.second)
  }
  return fragments
}

function paragraphOf(
  lines: LineIndex,
  blocks: readonly Block[],
  candidate: NumberCandidate,
  place: number,
  more: readonly Span[],
): Paragraph {
  const block = blocks[place]
  const lineEnd = lines.end(candidate.line)
  const start = Math.max(block?.content.start ?? 0, candidate.label.end)
  const end = Math.max(start, block?.content.end ?? lineEnd)
  const first = { start, end }
  return {
    number: candidate.number,
    digits: candidate.digits,
    label: candidate.label,
    span: { start, end: more.at(-1)?.end ?? end },
    fragments: [first, ...more],
    displaced: false,
  }
}

/** Which paragraphs are in order; those in misplaced sections only as far as the others leave room. */
function markChain(
  blocks: readonly Block[],
  places: readonly Place[],
  settled: boolean[],
): readonly boolean[] {
  const numbers = places.map(({ paragraph }, index) =>
    settled[index] || isOfOtherSection(blocks, places, index) ? 0 : paragraph.number,
  )
  const chain = increasingChain(numbers)
  const nextInChain = new Array<number>(places.length)
  let next = Number.POSITIVE_INFINITY
  for (let index = places.length - 1; index >= 0; index--) {
    if (chain[index] === true) next = numbers[index] as number
    nextInChain[index] = next
  }
  let previous = 0
  for (const [index, { paragraph }] of places.entries()) {
    const { number } = paragraph
    const room = number > previous && number < (nextInChain[index] as number)
    if (settled[index] === true && room) chain[index] = true
    if (chain[index] === true) previous = number
  }
  settleNamesakes(chain, settled)
  return chain
}

/**
 * Does the number name a different section from those before and after it, under the same heading? 1.3 does
 * between 2.1 and 2.3.
 */
function isOfOtherSection(
  blocks: readonly Block[],
  places: readonly Place[],
  index: number,
): boolean {
  const [before, here, after] = [places[index - 1], places[index], places[index + 1]]
  if (before === undefined || here === undefined || after === undefined) return false
  const section = sectionOf(before.paragraph.number)
  if (section === sectionOf(here.paragraph.number)) return false
  if (section !== sectionOf(after.paragraph.number)) return false
  return !blocks.slice(before.block, after.block).some(({ kind }) => kind === 'heading')
}

/**
 * Where a section is before its namesake in another part, either may be taken for the one that is misplaced.
 * If the paragraphs of that one are in order, it is the strays directly before that were moved.
 */
function settleNamesakes(chain: readonly boolean[], settled: boolean[]): void {
  for (let index = settled.length - 1; index > 0; index--) {
    if (settled[index] !== true || chain[index] !== true) continue
    for (let at = index - 1; at >= 0 && chain[at] !== true && settled[at] !== true; at--)
      settled[at] = true
  }
}
