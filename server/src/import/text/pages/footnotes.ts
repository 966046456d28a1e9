/** Footnotes at the foot of a page, and their marks in the text: `lives at home.1` and `1 The word means …`. */

import * as l10n from '@vscode/l10n'
import { isDigit, isLetter } from '../../../text/letters'
import { runEnd, runStart } from '../../../text/runs'
import type { Span } from '../../../text/span'
import { type Change, done, excerpt, type SourceLine } from '../change'

/** The most lines of earlier pages in which the mark of a footnote is looked for. */
export const mostLinesBack = 80

/**
 * Takes the footnotes off the foot of the page: those that already have their mark, `[^1]: …`, and the next in their
 * own sequence, after a blank line. Each gets its mark where its number is in the text, on the page or in the last
 * `before` lines of those before it.
 */
export function takeFootnotes(
  page: SourceLine[],
  lines: SourceLine[],
  counter: { next: number },
  changes: Change[],
): readonly SourceLine[] {
  const start = markedStart(page)
  const notes =
    start === -1 ? numberedNotes(page, lines, counter) : markedNotes(page, start, lines, counter)
  for (const { text, line } of notes)
    changes.push(
      done('footnote', line, l10n.t('Moved a footnote after the paragraph it interrupted.'), {
        before: excerpt(text),
      }),
    )
  return notes
}

/** Where the footnotes that a reader has marked begin: the first of them with nothing but footnotes below; or -1. */
function markedStart(page: readonly SourceLine[]): number {
  let start = -1
  for (let at = page.length - 1; at >= 0; at--) {
    const isApart = at > 0 && page[at - 1]?.text.trim() === ''
    if (isMarkedNote(page[at])) start = at
    else if (isApart && page[at]?.text.trim() !== '') break
  }
  return start
}

const isMarkedNote = (line: SourceLine | undefined) => /^\s*\[\^\d{1,3}\]:/.test(line?.text ?? '')

function markedNotes(
  page: SourceLine[],
  start: number,
  lines: SourceLine[],
  counter: { next: number },
): readonly SourceLine[] {
  const places = new Places(page, start, lines)
  const notes: SourceLine[] = []
  for (const each of page.splice(start)) {
    const text = each.text.trim()
    if (isMarkedNote(each)) notes.push({ text, line: each.line })
    else if (text !== '') goOn(notes, text)
  }
  withoutBlankEnd(page)
  const numbers = notes.map(({ text }) => Number(/\d+/.exec(text)?.[0]))
  counter.next = numbers.reduce((most, number) => Math.max(most, number + 1), counter.next)
  // A number that is as large as the words around it has no mark yet. The others have, so that only one is set that
  // can be nothing else.
  setMarks(numbers.flatMap(number => places.of(number) ?? []).filter(({ doubt }) => doubt <= 0))
  return notes
}

/** Adds the next line of the last note. */
function goOn(notes: SourceLine[], text: string): void {
  const last = notes.pop()
  if (last !== undefined) notes.push({ text: `${last.text} ${text}`, line: last.line })
}

function withoutBlankEnd(page: SourceLine[]): void {
  while (page.at(-1)?.text.trim() === '') page.pop()
}

function numberedNotes(
  page: SourceLine[],
  lines: SourceLine[],
  counter: { next: number },
): readonly SourceLine[] {
  const notes: SourceLine[] = []
  const start = page.findLastIndex((_, at) => {
    const isApart = at > 0 && page[at - 1]?.text.trim() === ''
    return isApart && footnoteNumber(page, at) === counter.next
  })
  if (start === -1 || countsOn(page, start)) return notes
  // Otherwise, the number may be that of a paragraph.
  const places = new Places(page, start, lines)
  if (places.of(counter.next) === undefined) return notes
  // Everything in between must be a footnote too: text after a blank line that is not one ends them.
  const foot = page.slice(start)
  if (foot.some(({ text }, at) => at > 0 && isOther(foot, at, text))) return notes
  page.splice(start)
  withoutBlankEnd(page)
  const marked: Place[] = []
  for (const [at, { text, line }] of foot.entries()) {
    const number = footnoteNumber(foot, at)
    if (number === counter.next) {
      counter.next++
      const place = places.of(number)
      if (place !== undefined) marked.push(place)
      notes.push({ text: `[^${number}]: ${text.replace(/^\s*\d{1,2}\s*/, '')}`.trimEnd(), line })
    } else if (text.trim() !== '') goOn(notes, text.trim())
  }
  setMarks(marked)
  return notes
}

/** Writes `[^1]` in the places of the numbers. */
function setMarks(places: readonly Place[]): void {
  // The last comes first, so that the places before it stay where they are.
  for (const { of, at, start, end, number } of [...places].sort((a, b) => b.start - a.start)) {
    const { text, line } = of[at] as SourceLine
    of[at] = { text: `${text.slice(0, start)}[^${number}]${text.slice(end)}`, line }
  }
}

/** Where a number may be the mark of a footnote. */
interface Place extends Span {
  readonly number: number
  /** The lines that it is in, and the index of its line. */
  readonly of: SourceLine[]
  readonly at: number
  /** How likely it is not to be one: -1 where it is marked as one, otherwise from 0. */
  readonly doubt: number
}

/** The likeliest place of each number: on the page before its notes, or on an earlier one. */
class Places {
  readonly #found = new Map<number, Place>()

  constructor(page: SourceLine[], end: number, lines: SourceLine[]) {
    for (let at = 0; at < end; at++) this.#add(page, at)
    const last = Math.max(0, lines.length - mostLinesBack)
    for (let at = lines.length - 1; at >= last; at--) this.#add(lines, at)
  }

  of(number: number): Place | undefined {
    return this.#found.get(number)
  }

  #add(of: SourceLine[], at: number): void {
    for (const mark of marksIn(of[at]?.text ?? '')) {
      const known = this.#found.get(mark.number)
      if (known === undefined || known.doubt > mark.doubt)
        this.#found.set(mark.number, { ...mark, of, at })
    }
  }
}

/** Does the number follow that of the paragraph above, where paragraph numbers have no full stop? */
function countsOn(page: readonly SourceLine[], start: number): boolean {
  const number = footnoteNumber(page, start) ?? 0
  for (let at = start - 1; at >= 0; at--) {
    const above = footnoteNumber(page, at)
    if (above !== undefined) return number > 1 && above === number - 1
  }
  return false
}

/**
 * The numbers that come straight after a word, a stop or a year, with the brackets around them. In "10.2%" and "2nd of
 * 3" the text continues: the number is part of something else.
 */
function marksIn(text: string): readonly Omit<Place, 'of' | 'at'>[] {
  const found: Omit<Place, 'of' | 'at'>[] = []
  for (let from = 0; from < text.length; ) {
    const at = runEnd(text, code => !isDigit(code), from)
    const end = runEnd(text, isDigit, at)
    from = Math.max(end, at + 1)
    if (end === at || isDigit(nextDigit(text, end))) continue
    const start = openedAt(text, at)
    const close = start < at && text[end] === ']' ? end + 1 : end
    const doubt = text[start] === '[' ? -1 : doubtAt(text, start, end)
    const digits = end - at
    if (doubt !== undefined && digits < 4)
      found.push({ number: Number(text.slice(at, end)), start, end: close, doubt })
    const whole = wholeDigits(text, at)
    if (whole !== undefined && digits > whole && digits < whole + 4)
      found.push({ number: Number(text.slice(at + whole, end)), start: at + whole, end, doubt: 2 })
  }
  return found
}

/** The next character that is no letter, stop, comma or per cent sign: a digit where the number goes on. */
function nextDigit(text: string, at: number): number {
  return text.charCodeAt(runEnd(text, isBetween, at))
}

const isBetween = (code: number) => isLetter(code) || '%.,'.includes(String.fromCharCode(code))

/** Where `[`, `^` or `^[` begins before the offset. */
function openedAt(text: string, at: number): number {
  let before = at
  if (text[before - 1] === '[') before--
  if (text[before - 1] === '^') before--
  if (text[before - 1] === '[') before--
  return before
}

/**
 * How doubtful the mark of a footnote is there: not after a word in small letters or a stop, unless it is a unit. In
 * "11.2%" and "1,200" the number goes on; in "in 2011.3 Leaders" and "in 2011,3 leaders" it does not.
 */
function doubtAt(text: string, start: number, end: number): number | undefined {
  const before = text.charAt(start - 1)
  if (isLetter(text.charCodeAt(end)) || text[end] === '%') return undefined
  if (isDigit(text.charCodeAt(start - 2)) && '.,:'.includes(before))
    return endsNumber(text, start, end) ? 2 : undefined
  if (isNameBefore(text, start)) return undefined
  if (/\p{Lu}/u.test(before)) return 1
  const isWord = /[\p{Ll}.,;:!?)\]’”"'%]/u.test(before)
  return isWord && !isUnit(text.slice(Math.max(0, start - 8), start)) ? 0 : undefined
}

/** Does the stop before the offset end a sentence, or the comma follow a year? */
function endsNumber(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 4)
  if (text[start - 1] === '.') return /^(?:\s+[\p{Lu}‘“]|\s*$)/u.test(after)
  return (
    /(?:^|\D)\d{4},$/.test(text.slice(Math.max(0, start - 6), start)) && /^(?:\s|$)/.test(after)
  )
}

/** Are there capitals only before the offset, or a single letter, to which the digits belong: "KS2", "s.47"? */
function isNameBefore(text: string, offset: number): boolean {
  const end = text[offset - 1] === '.' ? offset - 1 : offset
  const start = runStart(text, isLetter, end)
  const word = text.slice(start, end)
  // The s of a possessive belongs to the word before it.
  if (/^\p{Ll}$/u.test(word)) return !/['’]/.test(text.charAt(start - 1))
  return end === offset && word !== '' && !/\p{Ll}/u.test(word)
}

/** How many digits there are before a mark: those of a year in "20113", those after a comma in "56,2002". */
function wholeDigits(text: string, at: number): number | undefined {
  const before = text.charAt(at - 1)
  if (before === ',' && isDigit(text.charCodeAt(at - 2))) return 3
  return /^(?:19|20)/.test(text.slice(at, at + 2)) && !/[.£$€-]/.test(before) ? 4 : undefined
}

/** Do the words end in a number and a unit of length that may be raised to a power: `5 km`? */
export function isUnit(words: string): boolean {
  return /(?:\d|\d )[kcm]?m$/.test(words)
}

const isOther = (foot: readonly SourceLine[], at: number, text: string) =>
  text.trim() !== '' && foot[at - 1]?.text.trim() === '' && footnoteNumber(foot, at) === undefined

function footnoteNumber(page: readonly SourceLine[], at: number): number | undefined {
  const text = page[at]?.text ?? ''
  const alone = /^\s*(\d{1,2})$/.exec(text)
  if (alone !== null && /^\s+\S/.test(page[at + 1]?.text ?? '')) return Number(alone[1])
  const inline = /^\s*(\d{1,2})\s{1,3}(?=\p{Lu}|www|http)/u.exec(text)
  return inline === null ? undefined : Number(inline[1])
}
