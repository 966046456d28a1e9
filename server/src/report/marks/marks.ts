/**
 * Finds what writers leave in the text for themselves and for each other: notes, placeholders and
 * suppressions. They are looked for by their first characters, so that a text without any costs next to
 * nothing.
 */

import type { Flow } from '../../text/flow'
import { isInside } from '../../text/inside'
import type { LineIndex } from '../../text/lines'
import { isWhiteSpace } from '../../text/runs'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { readDates } from '../cover/dates'
import type { Block, Note, Suppression } from '../model'
import { placeholdersIn } from './placeholders'
import { suppressionIn } from './suppressions'

export interface Marks {
  readonly notes: readonly Note[]
  readonly placeholders: readonly TextSpan[]
  readonly suppressions: readonly Suppression[]
}

/** What writers have left that is no part of the report's text, each list in its order. */
export interface Remarks {
  readonly comments: readonly Span[]
  readonly notes: readonly Note[]
}

export function remarksIn(text: string, lines: LineIndex): Remarks {
  const comments = htmlComments(text)
  return { comments, notes: notesIn(text, lines, comments) }
}

/** All marks of the text, each list in its order. Nothing inside a comment or note is a mark. */
export function readMarks(
  text: string,
  lines: LineIndex,
  { blocks, flow, type, remarks }: Read,
): Marks {
  const { comments, notes } = remarks
  return {
    notes,
    placeholders: placeholdersIn(text, flow, type),
    suppressions: comments.flatMap(comment => suppressionIn(text, lines, blocks, comment) ?? []),
  }
}

/** What has been read of the text by then. */
interface Read {
  readonly blocks: readonly Block[]
  readonly flow: Flow
  readonly type: ReportType
  readonly remarks: Remarks
}

/** All comments `<!-- … -->`; one that is not closed does not count. */
export function htmlComments(text: string): readonly Span[] {
  const comments: Span[] = []
  let start = text.indexOf('<!--')
  while (start !== -1) {
    const close = text.indexOf('-->', start + 4)
    if (close === -1) break
    comments.push({ start, end: close + 3 })
    start = text.indexOf('<!--', close + 3)
  }
  return comments
}

/** `[Note AB: text]`, `[Note AB, 3 March 2025: text]`. One whose bracket is not closed, as while it is being typed, ends with its line. */
function notesIn(text: string, lines: LineIndex, comments: readonly Span[]): readonly Note[] {
  const notes: Note[] = []
  const isInComment = isInside(comments)
  let paragraphTo = 0
  let isUnclosed = false
  let at = text.indexOf('[')
  while (at !== -1) {
    const head = isNoteStart(text, at) && !isInComment(at) ? noteHead(text, at) : undefined
    let next = at + 1
    if (head !== undefined) {
      const lineEnd = lines.end(lines.lineAt(at))
      let close = closingBracket(text, at, lineEnd)
      // If one is never closed, neither is any after it in the paragraph.
      if (close === undefined && (at >= paragraphTo || !isUnclosed)) {
        if (at >= paragraphTo) paragraphTo = paragraphEnd(text, lines, at)
        close = closingBracket(text, lineEnd, paragraphTo, 1)
        isUnclosed = close === undefined
      }
      // "[Note: the plan](plan.pdf)" is a link.
      if (close === undefined || text[close + 1] !== '(') {
        const end = close === undefined ? lineEnd : close + 1
        const body = bounds(text, head.end, close ?? lineEnd)
        notes.push({
          span: { start: at, end },
          author: head.author,
          date: head.date,
          text: textSpan(text, body.start, body.end),
        })
        next = end
      }
    }
    at = text.indexOf('[', next)
  }
  return notes
}

function isNoteStart(text: string, at: number): boolean {
  const letter = text.charCodeAt(at + 1)
  return letter === 78 || letter === 110
}

interface NoteHead extends Pick<Note, 'author' | 'date'> {
  /** The offset after the colon. */
  readonly end: number
}

/** What is before the colon in `[Note AB, 3 March 2025: `. */
function noteHead(text: string, at: number): NoteHead | undefined {
  const head = /^\[note([^:[\]]*):/i.exec(text.slice(at, at + longestHead))
  const [whole = '', own = ''] = head ?? []
  const isNamed = own === '' || isWhiteSpace(own.charCodeAt(0))
  if (head === null || !isNamed || own.includes('\n')) return undefined
  const date = dayIn(own.slice(own.lastIndexOf(',') + 1))
  const author = (date === undefined ? own : own.slice(0, Math.max(0, own.lastIndexOf(',')))).trim()
  return author.length > longestAuthor ? undefined : { author, date, end: at + whole.length }
}

/** In UTF-16 units. */
export const longestAuthor = 40
const longestHead = 80

function dayIn(words: string): string | undefined {
  const reading = /\d/.test(words) ? readDates(words) : undefined
  if (reading?.kind !== 'dates' || reading.range.from !== reading.range.to) return undefined
  return reading.range.from
}

/** The bracket that closes the one at `from`, or the `depth` ones open there; undefined if none does. */
function closingBracket(text: string, from: number, end: number, depth = 0): number | undefined {
  let open = depth
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 91) open++
    else if (code === 93 && --open === 0) return at
  }
  return undefined
}

/** The end of the last line before the next blank one. */
function paragraphEnd(text: string, lines: LineIndex, at: number): number {
  let line = lines.lineAt(at)
  while (line + 1 < lines.count && !isBlankLine(text, lines, line + 1)) line++
  return lines.end(line)
}

function isBlankLine(text: string, lines: LineIndex, line: number): boolean {
  const span = bounds(text, lines.start(line), lines.end(line))
  return span.start === span.end
}

function bounds(text: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}
