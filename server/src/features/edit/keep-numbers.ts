/**
 * Automatic renumbering: keeps numbers and references in order while paragraphs are added, removed and moved.
 */

import type { Paragraph, Report } from '../../report/model'
import { numberLabel } from '../../report/numbering/number-label'
import { beforeFirst, numberFrom, numberText } from '../../report/numbering/paragraph-number'
import { waitingReference } from '../../report/numbering/references'
import { applyEdits, inOrder, insert, inverse, replace, type TextEdit } from '../../text/edits'
import { type Following, following } from '../../text/follow'
import { isInside } from '../../text/inside'
import { beginsText, isBare, lineBeginning } from '../../text/line-beginning'
import { append } from '../../text/lists'
import type { Span } from '../../text/span'

export interface KeptNumbers {
  /** What puts numbers and references in order, as edits of the text after the user's own. */
  readonly edits: readonly TextEdit[]
  /** The new number of each paragraph that stays, by its old one. */
  readonly numbers: ReadonlyMap<number, number>
  /** References whose paragraph is gone: how many were marked. */
  readonly waiting: number
}

const nothing: KeptNumbers = { edits: [], numbers: new Map(), waiting: 0 }

/** Reads a text as the same kind of report. */
export type ReadAgain = (text: string) => Report | undefined

/**
 * What has to change once `edits` are made in `report`, so that its numbers, which were in order, are in order
 * again, and each reference leads to the same paragraph as before. Nothing where the numbers were not in order,
 * or where it is not certain which lines begin a paragraph.
 *
 * The reference to a paragraph that is gone becomes `[TBC: 14]`, something still to be written: its number
 * would now lead to another paragraph. Where paragraphs that were cut out come back, `cut` says what became of
 * the numbers when they were cut, and those references get their numbers back.
 */
export function keepNumbers(
  report: Report,
  edits: readonly TextEdit[],
  readAgain: ReadAgain,
  cut?: ReadonlyMap<number, number>,
): KeptNumbers {
  if (!isInOrder(report)) return nothing
  const followed = following(report.text, edits)
  const text = applyEdits(report.text, edits)
  const places = placesAfter(report, text, followed, cut !== undefined)
  if (places === undefined) return nothing
  const numbers = numbered(report, places, followed)
  if (numbers === undefined) return nothing
  const labels = places.flatMap((place, index) => {
    const number = numbers[index] as number
    return number === place.number ? [] : [replace(place.digits, numberText(number))]
  })
  const changes = followReferences({ report, text, places, numbers, followed, cut, readAgain })
  const kept = inOrder([...labels, ...changes.edits])
  const stops = places.filter(each => each.isUnreadable === true)
  const tried = inOrder([...kept, ...stops.map(({ digits }) => insert(digits.end, '.'))])
  const after = readAgain(applyEdits(text, tried))
  // In case something was overlooked: numbers that the checks would complain about are not in order.
  if (after === undefined || !isAsExpected(after, places, numbers, tried)) return nothing
  const survivors = places.flatMap(({ before }, index) =>
    before === undefined ? [] : [[before.number, numbers[index] as number] as const],
  )
  return { edits: kept, numbers: new Map(survivors), waiting: changes.waiting }
}

/** What else is known about edits that have been made. */
export interface Made {
  /** As above. */
  readonly cut?: ReadonlyMap<number, number> | undefined
  /**
   * The beginning of a paragraph, such as `6. `, that was typed there. Nothing changes unless that is the number of
   * its place: any other may be that of a list, or no number at all.
   */
  readonly typed?: Span | undefined
}

/**
 * What has to change in `text` after edits that have already been made, whoever made them. `back` takes the
 * text back to what it was before.
 */
export function keepNumbersAfter(
  text: string,
  back: readonly TextEdit[],
  readAgain: ReadAgain,
  { cut, typed }: Made = {},
): KeptNumbers {
  const before = readAgain(applyEdits(text, back))
  if (before === undefined) return nothing
  const kept = keepNumbers(before, inverse(text, back), readAgain, cut)
  const isOther =
    typed !== undefined &&
    kept.edits.some(({ span }) => span.start < typed.end && span.end > typed.start)
  return isOther ? nothing : kept
}

/** Do the numbers go up one by one, in the report or in each section? */
function isInOrder({ numbering: { paragraphs, faults } }: Report): boolean {
  if (paragraphs.length === 0 || faults.length > 0) return false
  return paragraphs.every(({ number }, index) => {
    const previous = paragraphs[index - 1]?.number
    return previous === undefined || number === previous + 1 || isNextSection(previous, number)
  })
}

function isNextSection(previous: number, number: number): boolean {
  return beforeFirst(number) > beforeFirst(previous)
}

/** A paragraph number in the text after the user's edits. */
interface Place {
  readonly digits: Span
  /** As written. */
  readonly number: number
  /** The paragraph that it was; undefined for a new one. */
  readonly before: Paragraph | undefined
  /** Is it a number without a full stop that is still alone on its line, and read as the number of a page? */
  readonly isUnreadable?: boolean
}

/** The numbers in the text after the edits, in its order; undefined in case of doubt. */
function placesAfter(
  report: Report,
  text: string,
  { follow, added }: Following,
  comesBack: boolean,
): readonly Place[] | undefined {
  const places: Place[] = []
  for (const before of report.numbering.paragraphs) {
    const digits = follow(before.digits)
    if (digits === 'gone' && losesOnlyNumber(report.text, before.digits, follow)) return undefined
    if (digits === 'gone') continue
    // Half a number is left, or it is in the middle of a line now.
    if (digits === 'cut' || !isSameStart(report.text, before.digits, text, digits)) return undefined
    places.push({ digits, number: before.number, before })
  }
  for (const span of added) {
    const labels = labelsIn(report, text, span)
    if (labels === undefined || (!comesBack && isList(report, labels))) return undefined
    append(places, labels)
  }
  // Where none is left, this is a different text, with numbers of its own.
  if (places.every(({ before }) => before === undefined)) return undefined
  return places.sort((a, b) => a.digits.start - b.digits.start)
}

/**
 * Does the line stay when its number goes, so that the number was removed to be retyped,
 * or to make it an ordinary line?
 */
function losesOnlyNumber(text: string, digits: Span, follow: Following['follow']): boolean {
  const lineStart = digits.start - lineBefore(text, digits.start).length
  const lineEnd = lineStart + text.slice(lineStart, nextLine(text, digits.end)).trimEnd().length
  const isThere = (start: number) => typeof follow({ start, end: start + 1 }) !== 'string'
  return (lineStart === 0 || isThere(lineStart - 1)) && isThere(lineEnd - 1)
}

/** Is the text before it on its line, such as white space, still the same? */
function isSameStart(before: string, old: Span, after: string, now: Span): boolean {
  return lineBefore(before, old.start) === lineBefore(after, now.start)
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
}

/** The lines of the stretch that begin with a paragraph number; undefined where they may be a list. */
function labelsIn(report: Report, text: string, span: Span): readonly Place[] | undefined {
  const bare = hasBareNumbers(report)
  const found: Place[] = []
  let start = span.start
  if (lineBefore(text, start).trim() !== '') start = nextLine(text, start)
  else start = text.lastIndexOf('\n', start - 1) + 1
  for (; start < span.end; start = nextLine(text, start)) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd === -1 ? text.length : lineEnd
    const label = numberLabel(text, lineBeginning(text, start, end), report.type)
    if (label === undefined) continue
    const { value: digits, next } = label
    const isEmpty = next === end
    const isUnclosed = isBare(label)
    const isText = isUnclosed
      ? !bare || next === label.end || !(isEmpty || beginsText(text.charCodeAt(next)))
      : label.closing === '.' && next === label.end && !isEmpty
    if (isText || (label.depth === 1 && digits.end - digits.start > 3)) continue
    // What begins after the stretch was there already, or has moved.
    if (digits.start < span.start || digits.start >= span.end) continue
    const number = numberFrom(text.slice(digits.start, digits.end))
    if (!isEmpty && isWrapped(text, start)) {
      if (number === (found.at(-1)?.number ?? 0) + 1) return undefined
      continue
    }
    found.push({ digits, number, before: undefined, isUnreadable: isEmpty && isUnclosed })
  }
  return found
}

/** Are the paragraphs numbered without a full stop? */
function hasBareNumbers({ text, numbering: { paragraphs } }: Report): boolean {
  const stops = paragraphs.filter(({ digits, label }) =>
    text.slice(digits.start, label.end).includes('.'),
  )
  return stops.length * 2 < paragraphs.length
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}

/**
 * Does the line before end in the middle of a sentence, so that a number has merely been wrapped onto this one?
 */
function isWrapped(text: string, lineStart: number): boolean {
  const line = lineBefore(text, lineStart - 1).trim()
  return lineStart > 0 && /[\p{L}\p{N},]$/u.test(line) && !line.startsWith('#')
}

/** Several that count from 1 come from a list, unless the report has no paragraph 1 of its own. */
function isList(report: Report, places: readonly Place[]): boolean {
  const first = report.numbering.paragraphs[0]?.number
  return (
    report.type.numbering !== 'by-section' &&
    places.length > 1 &&
    places[0]?.number === 1 &&
    first === 1
  )
}

/** The number of each place, counted on from the first of the report or section; undefined in case of doubt. */
function numbered(
  report: Report,
  places: readonly Place[],
  followed: Following,
): readonly number[] | undefined {
  const firsts = new Map<number, number>()
  for (const { number } of report.numbering.paragraphs)
    if (!firsts.has(beforeFirst(number))) firsts.set(beforeFirst(number), number)
  const bases = basesOf(report, places, followed)
  if (bases === undefined) return undefined
  const last = new Map<number, number>()
  return bases.map(base => {
    const previous = last.get(base)
    const number = previous === undefined ? (firsts.get(base) ?? base + 1) : previous + 1
    last.set(base, number)
    return number
  })
}

/** What is before the first number of each place's section; 0 where numbers run through the report. */
function basesOf(
  report: Report,
  places: readonly Place[],
  { follow }: Following,
): readonly number[] | undefined {
  if (report.type.numbering !== 'by-section') return places.map(() => 0)
  const headings = report.sections.flatMap(({ heading }) => {
    const now = follow(heading.title)
    return typeof now === 'string' ? [] : [{ before: heading.title.start, now: now.start }]
  })
  const region = countBelow(headings.map(({ now }) => now))
  const regionBefore = countBelow(headings.map(({ before }) => before))
  const own = places.map(({ before, digits }) => {
    // One that stays under its heading shows which section it is; one that has come there does not.
    const here = region(digits.start)
    const stays = before !== undefined && regionBefore(before.digits.start) === here
    return stays ? { region: here, base: beforeFirst(before.number) } : undefined
  })
  const baseIn = new Map<number, number>()
  for (const each of own)
    if (each !== undefined && !baseIn.has(each.region)) baseIn.set(each.region, each.base)
  const known = own.map(each => each?.base)
  const previous = lastKnown(known)
  const next = lastKnown(known.toReversed()).reverse()
  const bases = places.map(
    ({ digits }, index) =>
      baseIn.get(region(digits.start)) ??
      (previous[index] === next[index] ? previous[index] : undefined),
  )
  return bases.every(base => base !== undefined) ? bases : undefined
}

/** Returns a function that says how many of the numbers are below a limit. */
function countBelow(numbers: readonly number[]): (limit: number) => number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return limit => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as number) < limit) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** For each place, the last value known by then. */
function lastKnown(values: readonly (number | undefined)[]): (number | undefined)[] {
  let last: number | undefined
  return values.map(value => (last = value ?? last))
}

interface Changes {
  readonly report: Report
  readonly text: string
  readonly places: readonly Place[]
  readonly numbers: readonly number[]
  readonly followed: Following
  readonly cut: ReadonlyMap<number, number> | undefined
  readonly readAgain: ReadAgain
}

function followReferences(changes: Changes): { edits: readonly TextEdit[]; waiting: number } {
  const { report, text, places, numbers, followed, cut, readAgain } = changes
  const newNumber = new Map<Paragraph, number>()
  const come = new Map<number, number>()
  for (const [index, { before, number }] of places.entries())
    if (before === undefined) come.set(number, numbers[index] as number)
    else newNumber.set(before, numbers[index] as number)
  const edits: TextEdit[] = []
  let waiting = 0
  for (const { digits, paragraph, number } of report.references) {
    const now = followed.follow(digits)
    if (typeof now === 'string' || paragraph === undefined) continue
    // A paragraph that was written again under its number is still the one that is meant.
    const target = newNumber.get(paragraph) ?? come.get(number)
    if (target === number) continue
    if (target === undefined) waiting++
    edits.push(replace(now, target === undefined ? waitingReference(number) : numberText(target)))
  }
  const current = new Map(
    [...newNumber].map(([paragraph, number]) => [paragraph.number, number] as const),
  )
  const numberOf = (written: number): number | undefined =>
    come.get(written) ?? current.get(cut === undefined ? written : (cut.get(written) ?? 0))
  const isCome = isInside(followed.added)
  if (followed.added.some(({ start, end }) => /para/i.test(text.slice(start, end))))
    for (const { digits, number } of readAgain(text)?.references ?? []) {
      const target = isCome(digits.start) ? numberOf(number) : undefined
      if (target !== undefined && target !== number) edits.push(replace(digits, numberText(target)))
    }
  if (cut !== undefined) append(edits, waitingIn(text, come))
  return { edits, waiting }
}

/** The references in a text that were waiting for paragraphs that have come back. */
function waitingIn(text: string, come: ReadonlyMap<number, number>): readonly TextEdit[] {
  return [...text.matchAll(/\[TBC: (\d+(?:\.\d+)?)\]/g)].flatMap(found => {
    const number = come.get(numberFrom(found[1] as string))
    const span = { start: found.index, end: found.index + found[0].length }
    return number === undefined ? [] : [replace(span, numberText(number))]
  })
}

/** Is each place, and nothing else, a paragraph with its number, and are all of them in order? */
function isAsExpected(
  after: Report,
  places: readonly Place[],
  numbers: readonly number[],
  edits: readonly TextEdit[],
): boolean {
  const { paragraphs, faults } = after.numbering
  if (faults.length > 0 || paragraphs.length !== places.length) return false
  let shift = 0
  let next = 0
  return places.every(({ digits: { start } }, index) => {
    for (
      let edit = edits[next];
      edit !== undefined && edit.span.start < start;
      edit = edits[next]
    ) {
      shift += edit.newText.length - (edit.span.end - edit.span.start)
      next++
    }
    const paragraph = paragraphs[index]
    return paragraph?.number === numbers[index] && paragraph?.digits.start === start + shift
  })
}
