/** A stretch of the draft as runs: notes and comments left out, lines joined, emphasis read. */

import { htmlComments } from '../report/marks'
import type { Report } from '../report/model'
import { isSpace, overlaps, type Span } from '../text/span'
import type { Run, Runs } from './document'

/** Gives the runs of a stretch of the report's text. */
export type Inline = (span: Span) => Runs

/** Reads stretches of this report; what is left out and what is open is looked up once. */
export function inlineOf(report: Report): Inline {
  const { text } = report
  const handling = report.cover.fields.filter(({ definition }) => definition === undefined)
  const hidden = [
    ...htmlComments(text),
    ...report.notes.map(({ span }) => span),
    ...handling.map(({ label, value }) => ({ start: label.start, end: value.end })),
  ].sort((a, b) => a.start - b.start)
  return span => {
    const left = hidden.filter(each => overlaps(each, span))
    const open = report.placeholders.filter(each => overlaps(each, span))
    return emphasised(joined(text, span, left, open))
  }
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
 * White space becomes one space, or nothing behind a hyphen at a line's end; what is hidden takes the
 * space before it along.
 */
function joined(text: string, span: Span, hidden: readonly Span[], open: readonly Span[]): Line {
  let line = ''
  let gap: 'none' | 'space' | 'line' = 'none'
  const places: { start: number; end: number }[] = []
  for (let at = span.start; at < span.end; at++) {
    const over = hidden.find(each => each.start <= at && at < each.end)
    if (over !== undefined) {
      at = Math.min(over.end, span.end) - 1
      if (gap === 'none' && line !== '') gap = isSpace(text.charCodeAt(at + 1)) ? 'space' : 'none'
      continue
    }
    const character = text.charAt(at)
    if (isSpace(text.charCodeAt(at)) && character !== '\u00a0') {
      if (character === '\n' || character === '\r') gap = 'line'
      else if (gap === 'none') gap = 'space'
      continue
    }
    if (line !== '' && gap !== 'none' && !isHidden(hidden, text, at, line)) {
      const isJoined = gap === 'line' && /\p{L}-$/u.test(line) && /\p{Ll}/u.test(character)
      if (!isJoined) line += ' '
    }
    gap = 'none'
    if (open.some(each => each.start <= at && at < each.end)) {
      const last = places.at(-1)
      if (last !== undefined && last.end === line.length) last.end++
      else places.push({ start: line.length, end: line.length + 1 })
    }
    line += character
  }
  return { text: line, open: places }
}

/** No space is left before a full stop or comma from which a note was taken out. */
function isHidden(hidden: readonly Span[], text: string, at: number, line: string): boolean {
  return (
    hidden.length > 0 &&
    /[.,;:)]/.test(text.charAt(at)) &&
    !line.endsWith(' ') &&
    hidden.some(each => each.end === at)
  )
}

interface Mark {
  readonly at: number
  readonly length: number
  readonly opens: boolean
  readonly closes: boolean
}

/**
 * Bold and italic by their marks. A mark counts only at the edge of a word, so that `A*–C` and `a_b` stay
 * as they are; one without its counterpart stays as it is too, and so does one behind a backslash.
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

/** The text between two marks, cut where something open begins or ends; backslashes are taken off marks. */
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
