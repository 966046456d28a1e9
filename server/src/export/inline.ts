/** A stretch of the draft as runs: notes and comments left out, lines joined, emphasis read. */

import { htmlComments } from '../report/marks/marks'
import type { Report } from '../report/model'
import { isInside, overlapping } from '../text/inside'
import { isSpace, type Span } from '../text/span'
import type { Run, Runs } from './document'

/** Returns the runs of a stretch of the report's text. */
export type Inline = (span: Span) => Runs

/** Reads stretches of this report; what is left out and what is open is looked up only once. */
export function inlineOf(report: Report): Inline {
  const { text } = report
  const handling = report.cover.fields.filter(({ definition }) => definition === undefined)
  const hidden = [
    ...htmlComments(text),
    ...report.notes.map(({ span }) => span),
    ...handling.map(({ label, value }) => ({ start: label.start, end: value.end })),
  ].sort((a, b) => a.start - b.start)
  const leftOut = overlapping(hidden)
  const open = overlapping(report.placeholders)
  return span => emphasised(joined(text, span, leftOut(span), open(span)))
}

/** The runs of a text that is known not to hold notes or comments. */
export function inlineText(text: string): Runs {
  return emphasised(joined(text, { start: 0, end: text.length }, [], []))
}

/** Text on one line, and which stretches of it are open. */
interface Line {
  readonly text: string
  readonly open: readonly Span[]
}

/**
 * White space becomes one space, or nothing after a hyphen at the end of a line; hidden text takes the space
 * before it along.
 */
function joined(text: string, span: Span, hidden: readonly Span[], open: readonly Span[]): Line {
  let line = ''
  let gap: 'none' | 'space' | 'line' = 'none'
  /** The last offset whose character is on the line. */
  let last = span.start
  const places: { start: number; end: number }[] = []
  const isOpen = isInside(open)
  const ends = new Set(hidden.map(({ end }) => end))
  let next = 0
  for (let at = span.start; at < span.end; at++) {
    while ((hidden[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++
    const over = hidden[next]
    if (over !== undefined && over.start <= at) {
      at = Math.min(over.end, span.end) - 1
      if (gap === 'none' && line !== '') gap = isSpace(text.charCodeAt(at + 1)) ? 'space' : 'none'
      continue
    }
    const code = text.charCodeAt(at)
    if (isGap(code)) {
      if (code === 10 || code === 13) gap = 'line'
      else if (gap === 'none') gap = 'space'
      continue
    }
    if (line !== '' && gap !== 'none' && !isHidden(ends, text, at, line)) {
      const isJoined = gap === 'line' && isSplitAt(text, last) && /\p{Ll}/u.test(text.charAt(at))
      if (!isJoined) line += ' '
    }
    gap = 'none'
    // A line built up from single characters takes much more memory than one built up from whole stretches.
    const isOpenHere = isOpen(at)
    const limit = Math.min(span.end, over?.start ?? span.end)
    const goesOn = (place: number): boolean =>
      place < limit &&
      (!isGap(text.charCodeAt(place)) || (!isOpenHere && isOneSpace(text, place, limit))) &&
      isOpen(place) === isOpenHere
    let end = at + 1
    while (goesOn(end)) end++
    if (isOpenHere) {
      const place = places.at(-1)
      if (place !== undefined && place.end === line.length) place.end += end - at
      else places.push({ start: line.length, end: line.length + end - at })
    }
    line += text.slice(at, end)
    last = end - 1
    at = last
  }
  return { text: line, open: places }
}

/** Is there a single space here, followed by a word before `limit`? */
function isOneSpace(text: string, at: number, limit: number): boolean {
  return text.charCodeAt(at) === 32 && at + 1 < limit && !isGap(text.charCodeAt(at + 1))
}

function isGap(code: number): boolean {
  return isSpace(code) && code !== 0xa0
}

/** Is there a hyphen here, with a letter before it? */
function isSplitAt(text: string, at: number): boolean {
  return text.charAt(at) === '-' && /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))
}

/** No space remains before a full stop or comma from which a note was taken out. */
function isHidden(ends: ReadonlySet<number>, text: string, at: number, line: string): boolean {
  return ends.has(at) && /[.,;:)]/.test(text.charAt(at)) && !line.endsWith(' ')
}

interface Mark {
  readonly at: number
  readonly length: number
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * Bold and italic according to their marks. A mark counts only at the edge of a word, so that `A*–C` and `a_b`
 * stay as they are; so does a mark without its counterpart, and one after a backslash.
 */
function emphasised({ text, open }: Line): Runs {
  const marks = emphasisMarks(text)
  const taken = pairs(text, marks)
  const runs: Run[] = []
  let bold = 0
  let italic = 0
  let from = 0
  const flush = (to: number): void => {
    if (to > from)
      for (const piece of piecesOf(text, from, to, open)) {
        runs.push({
          ...piece,
          ...(bold > 0 ? { bold: true } : {}),
          ...(italic > 0 ? { italic: true } : {}),
        })
      }
  }
  for (const mark of marks) {
    const step = taken.get(mark)
    if (step === undefined) continue
    flush(mark.at)
    from = mark.at + mark.length
    if (mark.length >= 2) bold += step
    if (mark.length !== 2) italic += step
  }
  flush(text.length)
  return runs
}

function emphasisMarks(text: string): readonly Mark[] {
  if (!/[*_]/.test(text)) return []
  const marks: Mark[] = []
  for (const { index: at, 0: found } of text.matchAll(/\\[*_]|\*{1,3}|_{1,3}/g)) {
    if (found.startsWith('\\')) continue
    const before = text.charAt(at - 1)
    const after = text.charAt(at + found.length)
    marks.push({
      at,
      length: found.length,
      opens: /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before),
      closes: /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after),
    })
  }
  return marks
}

/** The marks that have a counterpart: 1 for those that open, -1 for those that close. */
function pairs(text: string, marks: readonly Mark[]): ReadonlyMap<Mark, 1 | -1> {
  const taken = new Map<Mark, 1 | -1>()
  const open: Mark[] = []
  for (const mark of marks) {
    const same = (other: Mark): boolean =>
      other.length === mark.length && text.charAt(other.at) === text.charAt(mark.at)
    const at = mark.closes ? open.findLastIndex(same) : -1
    const partner = open[at]
    if (partner !== undefined && mark.at > partner.at + partner.length) {
      taken.set(partner, 1)
      taken.set(mark, -1)
      open.length = at
    } else if (mark.opens) open.push(mark)
  }
  return taken
}

/** The text between two marks, cut where something open begins or ends; backslashes before marks are removed. */
function piecesOf(text: string, from: number, to: number, open: readonly Span[]): readonly Run[] {
  const cuts = [from, to]
  for (const { start, end } of open) {
    if (start > from && start < to) cuts.push(start)
    if (end > from && end < to) cuts.push(end)
  }
  cuts.sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, at) => {
    const start = cuts[at] as number
    if (start === end) return []
    const piece = text.slice(start, end).replace(/\\([*_])/g, '$1')
    const isOpen = open.some(each => each.start <= start && end <= each.end)
    return [isOpen ? { text: piece, open: true } : { text: piece }]
  })
}
