/** A stretch of the draft as runs: notes and comments left out, lines joined, emphasis read. */

import { hiddenIn } from '../report/marks/hidden'
import { type Link, linksIn } from '../report/marks/links'
import type { Report } from '../report/model'
import { lowered, raised } from '../text/characters'
import { emphasisMarks } from '../text/emphasis'
import { FlowWriter } from '../text/flow'
import { overlapping } from '../text/inside'
import { isBlankSpace, isSpaceOrEmphasis, runEnd, runStart } from '../text/runs'
import type { Span } from '../text/span'
import type { PlacedComment } from './comments'
import type { Run, Runs } from './document'

/** Returns the runs of a stretch of the report's text. */
export type Inline = (span: Span) => Runs

/**
 * Reads stretches of this report, with those of its notes that are wanted as comments; what is left out and what is
 * open is looked up only once.
 */
export function inlineOf(report: Report, comments: readonly PlacedComment[] = []): Inline {
  const { text } = report
  const handling = report.cover.fields.filter(({ definition }) => definition === undefined)
  const links = linksIn(text)
  const hidden = [
    ...hiddenIn(text, report.lines),
    ...links.flatMap(marksOf),
    ...handling.map(({ label, value }) => ({ start: label.start, end: value.end })),
  ].sort((a, b) => a.start - b.start)
  const leftOut = overlapping(hidden)
  const open = overlapping(report.placeholders)
  const noted = commentsAround(text, comments)
  const linked = overlapping(
    links.flatMap(({ words, address }) => (address === undefined ? [] : [{ ...words, address }])),
  )
  return span => {
    const writer = new FlowWriter(text)
    writer.addWords(span, { hidden: leftOut(span), isMarked: true })
    const flow = writer.flow()
    return emphasised({
      text: flow.text,
      open: open(span).map(each => flow.within(each)),
      links: linked(span).map(each => ({ ...flow.within(each), address: each.address })),
      comments: noted(span).map(({ start, comment }) => ({
        ...wordBefore(flow.text, flow.indexOf(start)),
        comment,
      })),
    })
  }
}

/** Which comments are in a stretch, or directly before it on its line; each is given once. */
function commentsAround(
  text: string,
  comments: readonly PlacedComment[],
): (span: Span) => readonly PlacedComment[] {
  const inside = overlapping(comments)
  const before = new Map(comments.map(each => [runEnd(text, isBlankSpace, each.end), each]))
  const given = new Set<PlacedComment>()
  return span => {
    const found = [...inside(span)]
    for (let at = before.get(span.start); at !== undefined; at = before.get(at.start))
      found.unshift(at)
    const fresh = found.filter(each => !given.has(each))
    for (const each of fresh) given.add(each)
    return fresh
  }
}

/** The word that ends at the place, or before the white space there. */
function wordBefore(text: string, at: number): Span {
  const end = runStart(text, isSpaceOrEmphasis, at)
  return { start: runStart(text, code => !isSpaceOrEmphasis(code), end), end }
}

/** The bracket before the words of a link, and what is after them. */
const marksOf = ({ span, words }: Link): readonly Span[] => [
  { start: span.start, end: words.start },
  { start: words.end, end: span.end },
]

/** The runs of a text that is known not to hold notes or comments. */
export function inlineText(text: string): Runs {
  const writer = new FlowWriter(text)
  writer.addWords({ start: 0, end: text.length }, { isMarked: true })
  return emphasised({ text: writer.flow().text, open: [], links: [], comments: [] })
}

/** Text on one line, and which stretches of it are open, or links. */
interface Line {
  readonly text: string
  readonly open: readonly Span[]
  readonly links: readonly LinkedSpan[]
  readonly comments: readonly PlacedComment[]
}

interface LinkedSpan extends Span {
  readonly address: string
}

/** Bold and italic according to their marks. */
function emphasised(line: Line): Runs {
  const { text } = line
  // What is said at the beginning is about no word.
  const runs: Run[] = withComments([{ text: '' }], line, 0).filter(({ comments }) => comments)
  let bold = 0
  let italic = 0
  let from = 0
  const flush = (to: number): void => {
    if (to > from)
      for (const piece of piecesOf(line, from, to)) {
        runs.push({
          ...piece,
          ...(bold > 0 ? { bold: true } : {}),
          ...(italic > 0 ? { italic: true } : {}),
        })
      }
  }
  for (const { at, length, does } of emphasisMarks(text)) {
    const step = does === 'open' ? 1 : -1
    flush(at)
    from = at + length
    if (length >= 2) bold += step
    if (length !== 2) italic += step
  }
  flush(text.length)
  return runs
}

/** The text between two marks, cut where something open, a link or what is commented on begins or ends. */
function piecesOf(line: Line, from: number, to: number): readonly Run[] {
  const { text, open, links, comments } = line
  const cuts = [from, to]
  for (const { start, end } of [...open, ...links, ...comments]) {
    if (start > from && start < to) cuts.push(start)
    if (end > from && end < to) cuts.push(end)
  }
  cuts.sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, at) => {
    const start = cuts[at] as number
    if (start === end) return []
    const isAround = (each: Span) => each.start <= start && end <= each.end
    const link = links.find(isAround)?.address
    const isOpen = open.some(isAround)
    const run: Run = {
      text: withoutMarks(text.slice(start, end), isOpen),
      ...(isOpen ? { open: true } : {}),
      ...(link === undefined ? {} : { link }),
    }
    return withComments([run], line, end)
  })
}

/**
 * What a stretch says without tags, the backslashes before marks, and marks of bold that are not closed; stars that
 * stand for something still to be written stay.
 */
function withoutMarks(text: string, isOpen: boolean): string {
  const plain = text.includes('<') ? withoutTags(text) : text
  const bare = isOpen ? plain : plain.replace(/(?<!\\)\*\*+/g, '')
  return bare.replace(/\\([*_|])/g, '$1')
}

function withoutTags(text: string): string {
  return text
    .replace(/<sup>([\d+\-−]{1,9})<\/sup>/gi, (_, digits: string) => raised(digits))
    .replace(/<sub>([\d+\-−]{1,9})<\/sub>/gi, (_, digits: string) => lowered(digits))
    .replace(/<br[ \t]{0,9}\/?>/gi, ' ')
    .replace(/<\/?(?:a|b|i|u|em|strong|span|sub|sup)(?: [^<>]{0,999})?>/gi, '')
}

/** The runs with the comments on the word that ends there. */
function withComments(runs: readonly Run[], { comments }: Line, end: number): Run[] {
  const own = comments.filter(each => each.end === end).map(({ comment }) => comment)
  return runs.map(run => (own.length === 0 ? run : { ...run, comments: own }))
}
