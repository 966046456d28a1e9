/** Says what each disorder in the paragraph numbers is: one fault, one finding. */

import type { LineIndex } from '../../text/lines'
import type { Block, NumberingFault, Paragraph } from '../model'
import { garbledNumber } from './garbled-numbers'
import { type InnerNumber, innerNumbers } from './inner-numbers'
import { lineStarts } from './line-starts'
import { beforeFirst } from './paragraph-number'
import { bestStarts, type Starts } from './paragraph-starts'

/** A numbered paragraph and where it is in the list of blocks. */
export interface Place {
  /** The block in which the number is. */
  readonly block: number
  /** The block that holds the text: a different one where the number is alone on its line. */
  readonly text: number
  readonly paragraph: Paragraph
  /** A list dash is before the number. */
  readonly mark: boolean
}

export interface NumberSequence {
  readonly text: string
  readonly lines: LineIndex
  readonly blocks: readonly Block[]
  readonly places: readonly Place[]
  /** Which of the places are in order. */
  readonly chain: readonly boolean[]
  /** Which of the places lie in a misplaced section, whose own finding covers them. */
  readonly settled: readonly boolean[]
  /** The places of the first block that is looked at, and of the first after it that is not. */
  readonly within: { readonly from: number; readonly to: number }
  /** Places of blocks that go on with a paragraph begun before. */
  readonly continued: ReadonlySet<number>
}

export interface FoundFaults {
  /** In the order of the text. */
  readonly faults: readonly NumberingFault[]
  /** Paragraphs whose number is in their running text. */
  readonly displaced: readonly Paragraph[]
}

/** Two neighbours in the chain (either may be the text's end) and what is between them. */
interface Link {
  readonly before: Place | undefined
  readonly after: Place | undefined
  /** Places out of order between them. */
  readonly strays: readonly number[]
  /** The numbers that the neighbours leave, except those that something has taken. */
  readonly vacant: Set<number>
  /** Places of blocks that hold a displaced number. */
  readonly holders: Set<number>
}

/** What is wrong with the sequence. A gap is explained once: by the first of its possible causes that is found. */
export function readFaults(sequence: NumberSequence): FoundFaults {
  const { places } = sequence
  const links = linksOf(sequence)
  const faults: NumberingFault[] = []
  const displaced: Paragraph[] = []
  for (const link of links) {
    for (const { number, paragraph, at, block } of findDisplaced(sequence, link)) {
      link.vacant.delete(number)
      link.holders.add(block)
      displaced.push(paragraph)
      faults.push({ kind: 'displaced', paragraph, at })
    }
  }
  const firsts = new Map<number, Paragraph>()
  for (const [index, { paragraph }] of places.entries())
    if (sequence.chain[index] === true) firsts.set(paragraph.number, paragraph)
  const moved = new Set<number>()
  for (const [index, { paragraph }] of places.entries())
    if (sequence.chain[index] !== true && sequence.settled[index] === true)
      moved.add(paragraph.number)
  const withSections: ReadonlySet<number> = new Set(moved)
  for (const link of links) addStrays(sequence, link, firsts, moved, faults)
  for (const link of links)
    if (!wentAlong(link, withSections)) addGap(sequence, link, moved, faults)
  faults.sort((a, b) => startOf(a) - startOf(b))
  return { faults, displaced }
}

const startOf = (fault: NumberingFault) =>
  fault.kind === 'missing' ? fault.block.start : fault.paragraph.digits.start

function linksOf({ places, chain, settled }: NumberSequence): readonly Link[] {
  const links: Link[] = []
  let before: Place | undefined
  let strays: number[] = []
  const close = (after: Place | undefined) => {
    const next = after?.paragraph.number ?? 0
    const low = Math.max(before?.paragraph.number ?? 0, beforeFirst(next))
    const vacant = new Set<number>()
    for (let number = low + 1; number < next; number++) vacant.add(number)
    if (vacant.size > 0 || strays.length > 0 || after === undefined) {
      links.push({ before, after, strays, vacant, holders: new Set() })
    }
    before = after
    strays = []
  }
  for (const [index, place] of places.entries()) {
    if (chain[index] === true) close(place)
    else if (settled[index] !== true) strays.push(index)
  }
  close(undefined)
  return links
}

function findDisplaced(
  { lines, blocks, within, places, continued }: NumberSequence,
  { before, after, vacant, strays }: Link,
): readonly InnerNumber[] {
  const next = (before?.paragraph.number ?? 0) + 1
  const wanted = after === undefined ? new Set([next]) : vacant
  if (wanted.size === 0 || places.length === 0) return []
  const numbered = new Set(strays.flatMap(index => [places[index]?.block, places[index]?.text]))
  const found: InnerNumber[] = []
  const end = after?.block ?? within.to
  for (let at = before?.text ?? within.from; at < end; at++) {
    const block = blocks[at] as Block
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue
    if (numbered.has(at)) continue
    const goesOn = at === before?.text || continued.has(at)
    const inner = innerNumbers(lines, block, at, wanted, goesOn ? 'numbered' : 'unnumbered', () =>
      lineStarts(lines, block).map(start => start.block),
    )
    if (inner === undefined || found.some(({ number }) => number === inner.number)) continue
    found.push(inner)
  }
  return found
}

/** This many paragraphs out of order between two that are in order make one broken sequence. */
const broken = 6

/**
 * Adds the faults of paragraphs out of order; a run of consecutive ones is one fault, at its first, and so is
 * a broken sequence: numbers that run backwards, or the same number throughout.
 */
function addStrays(
  sequence: NumberSequence,
  link: Link,
  firsts: Map<number, Paragraph>,
  moved: Set<number>,
  faults: NumberingFault[],
): void {
  const { places } = sequence
  const { before, after, strays, vacant } = link
  const free = [...vacant]
  const last = before?.paragraph.number ?? 0
  // A section that numbers by itself is open at its end, as the report is.
  const isOpen = after === undefined || (beforeFirst(after.paragraph.number) > last && last > 0)
  if (after === undefined || (isOpen && free.length === 0)) {
    for (let step = 1; step <= strays.length; step++) free.push(last + step)
  }
  // Numbers beyond those of the strays are for unnumbered paragraphs between them, in their order.
  const spare = strays.length === 0 ? 0 : free.length - strays.length
  const starts = !isOpen && spare > 0 ? unnumberedStarts(sequence, link, spare).best : []
  let passed = 0
  for (let start = 0; start < strays.length; ) {
    const run = runLength(places, strays, start)
    const isBroken = run < strays.length && strays.length - start >= broken && start === 0
    const length = isBroken ? strays.length : run
    const index = strays[start] as number
    const paragraph = (places[index] as Place).paragraph
    const first = firsts.get(paragraph.number)
    const typed = after !== undefined || first !== undefined || paragraph.number > (free[0] ?? 0)
    while (
      starts.length === spare &&
      (starts[passed]?.start ?? Infinity) < paragraph.digits.start
    ) {
      free.shift()
      passed++
    }
    const fits = length < 3 ? length <= free.length : !isOpen && length === free.length
    const expected = typed && fits ? free[0] : undefined
    for (let step = 0; step < length; step++) {
      const each = (places[strays[start + step] as number] as Place).paragraph
      if (expected === undefined) moved.add(each.number)
      else vacant.delete(free.shift() as number)
      if (!firsts.has(each.number)) firsts.set(each.number, each)
    }
    faults.push(
      first === undefined
        ? { kind: 'out-of-order', paragraph, previous: places[index - 1]?.paragraph, expected }
        : { kind: 'duplicate', paragraph, first, expected },
    )
    start += length
  }
}

/** How many strays from `start` on follow each other, both in place and in number. */
function runLength(places: readonly Place[], strays: readonly number[], start: number): number {
  let end = start + 1
  while (end < strays.length) {
    const previous = strays[end - 1] as number
    const index = strays[end] as number
    if (index !== previous + 1) break
    if (places[index]?.paragraph.number !== (places[previous] as Place).paragraph.number + 1) break
    end++
  }
  return end - start
}

/**
 * Did a misplaced section take most of the vacant numbers with it? Then it took the others too; some of them
 * cannot be read outside their sequence.
 */
function wentAlong({ vacant }: Link, withSections: ReadonlySet<number>): boolean {
  const gone = [...vacant].filter(number => withSections.has(number))
  return gone.length * 2 > vacant.size
}

/** When at least this many numbers are vacant, as many paragraphs without a number are no coincidence. */
const many = 3

/** Adds what explains the numbers that are still vacant: unnumbered paragraphs, or nothing. */
function addGap(
  sequence: NumberSequence,
  link: Link,
  moved: ReadonlySet<number>,
  faults: NumberingFault[],
): void {
  if (link.after === undefined) return
  const numbers = [...link.vacant].filter(number => !moved.has(number))
  const expected = numbers[0]
  if (expected === undefined) return
  const garbled = garbledStarts(sequence, link, numbers)
  const isGarbled = garbled.length === numbers.length
  // With more paragraphs than numbers, nothing says which of them had one, and some text is gone.
  const most = numbers.length < many ? numbers.length : numbers.length + 1
  const { best, others } = isGarbled
    ? { best: garbled, others: [] }
    : unnumberedStarts(sequence, link, most)
  const starts = best.length === 0 ? innerStarts(sequence, link, numbers.length) : best
  if (starts.length !== numbers.length) {
    faults.push({ kind: 'skipped', paragraph: link.after.paragraph, expected })
    return
  }
  for (const [index, block] of starts.entries())
    faults.push({ kind: 'missing', block, others, expected: numbers[index] as number })
}

/** The blocks of the link that begin with one of the numbers, mistyped. */
function garbledStarts(
  { text, blocks, within }: NumberSequence,
  { before, after, holders }: Link,
  numbers: readonly number[],
): readonly Block[] {
  const from = before === undefined ? within.from : before.text + 1
  return blocks.slice(from, after?.block ?? within.to).filter((block, at) => {
    const number = garbledNumber(text, block)?.number
    return number !== undefined && numbers.includes(number) && !holders.has(from + at)
  })
}

/** Paragraphs without their number that follow the text before them without a blank line: as many, or none. */
function innerStarts(
  { lines, blocks, within }: NumberSequence,
  { before, after, holders }: Link,
  count: number,
): readonly Block[] {
  const from = before?.text ?? within.from
  const all = blocks.slice(from, after?.block ?? within.to).flatMap((block, at) => {
    const isText = block.kind === 'paragraph' || block.kind === 'item'
    return isText && !holders.has(from + at) ? lineStarts(lines, block) : []
  })
  const outdented = all.filter(({ isOutdented }) => isOutdented)
  const starts = outdented.length === count ? outdented : all
  return starts.length === count ? starts.map(({ block }) => block) : []
}

/** The `count` blocks of the link that most look like paragraphs without their number. */
function unnumberedStarts(
  { text, blocks, within, places, continued }: NumberSequence,
  { before, after, holders }: Link,
  count: number,
): Starts {
  const taken = new Set(holders)
  // Those of misplaced sections are not strays, and have a number anyway.
  const first = before === undefined ? 0 : places.indexOf(before) + 1
  for (let index = first; index < places.length && places[index] !== after; index++)
    taken.add((places[index] as Place).block).add((places[index] as Place).text)
  const isTaken = (place: number) => taken.has(place) || continued.has(place)
  const range = {
    from: before === undefined ? within.from : before.text + 1,
    to: after?.block ?? within.to,
  }
  const marks = (before ?? after)?.mark === true || after?.mark === true
  return bestStarts(text, blocks, range, isTaken, marks, count)
}
