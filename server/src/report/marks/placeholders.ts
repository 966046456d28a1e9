/** Finds what is still to be written: `[TBC]`, `[insert number]`, `[grade]`, `XX%`. */

import { isInside } from '../../text/inside'
import type { LineIndex } from '../../text/lines'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'

/** Text in square brackets that begins like this is still to be written, in every type. */
const beginnings = /^(?:tbc|tba|tbd|insert|x{2,})(?![\p{L}\d])/iu

/** "[to be confirmed]", but not "children [to be] heard" or "‘they need [to be treated] fairly’". */
const toBe =
  /^to be (?:confirmed|agreed|added|written|completed|inserted|checked|decided|determined|advised|announced|updated|supplied|provided|finalised|drafted|done|arranged|discussed|included|filled)(?!\p{L})/iu

/** Parts of laws and books are numbered with Roman numerals: "Part XX of the Act". */
const numbered = /(?:part|schedule|chapter|title|article|volume|book|section)\s$/i

/**
 * The placeholders of the text in its order, outside the given spans, which are in order.
 *
 * Links, footnotes, "[sic]", "[2010]" and quotations that were altered are not placeholders.
 */
export function placeholdersIn(
  text: string,
  lines: LineIndex,
  without: readonly Span[],
  type: ReportType,
): readonly TextSpan[] {
  const brackets = bracketsIn(text, lines, without, type)
  const crosses = crossesIn(text, [isInside(without), isInside(brackets)])
  if (crosses.length === 0) return brackets
  return [...brackets, ...crosses].sort((a, b) => a.start - b.start)
}

function bracketsIn(
  text: string,
  lines: LineIndex,
  without: readonly Span[],
  type: ReportType,
): TextSpan[] {
  const found: TextSpan[] = []
  const isLeftOut = isInside(without)
  // Where the next closing bracket is: looked for only once, however many brackets are never closed.
  let close = -1
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    if (close < at) close = text.indexOf(']', at)
    if (close === -1) break
    if (isLeftOut(at)) continue
    const lineEnd = lines.end(lines.lineAt(at))
    if (close >= lineEnd || isLink(text, lines, at, close)) continue
    if (isPlaceholder(text, lines, at, close, type)) found.push(textSpan(text, at, close + 1))
  }
  return found
}

function isLink(text: string, lines: LineIndex, open: number, close: number): boolean {
  const after = text[close + 1]
  if (after === '(' || after === '[' || text[open - 1] === ']' || text[open - 1] === '!')
    return true
  return after === ':' && open === lines.start(lines.lineAt(open)) && text[open + 1] === '^'
}

function isPlaceholder(
  text: string,
  lines: LineIndex,
  open: number,
  close: number,
  type: ReportType,
): boolean {
  const words = text.slice(open + 1, close).trim()
  if (beginnings.test(words) || toBe.test(words)) return true
  const lower = words.toLowerCase()
  if (type.placeholders.has(lower)) return true
  if (!lower.startsWith('to be ')) return false
  return !/[‘“"]|(?:^|\s)'/.test(text.slice(lines.start(lines.lineAt(open)), open))
}

/** "XX" and longer as words of their own, with what belongs to them: "XX.X", "XX/XX/XXXX". */
function crossesIn(text: string, leftOut: readonly ((offset: number) => boolean)[]): TextSpan[] {
  const found: TextSpan[] = []
  let at = text.indexOf('XX')
  while (at !== -1) {
    let end = at + 2
    while (text[end] === 'X' || (/[.,/–-]/.test(text.charAt(end)) && text[end + 1] === 'X')) end++
    const isLeftOut = leftOut.map(isIn => isIn(at)).includes(true)
    if (
      !isLeftOut &&
      isWord(text, at, end) &&
      !isAddress(text, at) &&
      !numbered.test(text.slice(Math.max(0, at - 9), at))
    )
      found.push(textSpan(text, at, end))
    at = text.indexOf('XX', end)
  }
  return found
}

function isWord(text: string, start: number, end: number): boolean {
  return !/[\p{L}\d]/u.test(text.charAt(start - 1)) && !/[\p{L}\d]/u.test(text.charAt(end))
}

/** Does a web address reach as far as the offset? */
function isAddress(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start < 200 && !isSpace(text.charCodeAt(start - 1))) start--
  return /www\.|:\/\//.test(text.slice(start, at))
}
