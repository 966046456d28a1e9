/** Finds what is still to be written: `[TBC]`, `(date to follow)`, `xx%`, `????`, `DN:`, `<<insert figure>>`. */

import type { Flow } from '../../text/flow'
import { isInside } from '../../text/inside'
import { isBlankSpace, isLineEnd, isWhiteSpace, runStart } from '../../text/runs'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { ReportType } from '../../types/report-type'

/** Text in square brackets that begins like this is still to be written, in every type. */
const beginnings = /^(?:tbc|tba|tbd|dn|insert|x{2,})(?![\p{L}\d])/iu

/** "[to be confirmed]", but not "children [to be] heard" or "‘they need [to be treated] fairly’". */
const toBe =
  /^to be (?:confirmed|agreed|added|written|completed|inserted|checked|decided|determined|advised|announced|updated|supplied|provided|finalised|drafted|done|arranged|discussed|included|filled)(?!\p{L})/iu

/** "[check this]", "[reword]"; within a quotation it may be a word that was put in: "‘they [check] on me’". */
const errands =
  /^(?:check|confirm|query|reword|rephrase|rewrite|amend|clarify|add (?:date|figure|number|name|detail|evidence|example))(?!\p{L})/iu

/** "[AB to confirm with the director]", "[Ann to check]". */
const errandOf =
  /^\p{Lu}[\p{L}]{0,15} to (?:confirm|check|add|supply|provide|write|rewrite|complete|update|advise|send|find|clarify)(?!\p{L})/u

/** "[date]", "[team name]", "[number of visits]", "[x]"; within a quotation it is a word that was put in. */
const places =
  /^(?:(?:the|a|an) )?(?:[\p{L}’']{2,15} ){0,2}(?:dates?|day|month|year|names?|numbers?|figures?|percentage|per cent|amount|refs?|references?|job title|initials|details|wording|x)(?: (?:of|for|to|in) [\p{L} ]{1,30})?$/iu

/** "(date to follow)", "[figures to be confirmed]", "(grade TBC)". */
const toFollow =
  /^(?:(?:[\p{L}’']+ ){0,3}(?:dates?|details?|figures?|names?|numbers?|data|evidence|text|wording|sections?|paragraphs?|grades?|information|tables?|lists?|references?|links?|examples?|more|rest) )?to follow$|^(?:(?!(?:is|are|was|were) )[\p{L}’']+ ){0,4}(?:to be (?:confirmed|inserted|added|supplied)|tb[acd])$/iu

/** What round brackets that begin like this hold is still to be written. */
const roundBeginnings = /^(?:tb[acd]|insert \p{L}|to be confirmed)(?!\S*\/)/iu

/** Parts of laws and books are numbered with Roman numerals: "Part XX of the Act". */
const numbered = /(?:part|schedule|chapter|title|article|volume|book|section)\s$/i

/**
 * The placeholders of the running text in its order, as `draft` has them.
 *
 * Links, footnotes, "[sic]", "[2010]" and quotations that were altered are not placeholders.
 */
export function placeholdersIn(draft: string, flow: Flow, type: ReportType): readonly TextSpan[] {
  const { text } = flow
  const brackets = bracketsIn(text, type)
  const crosses = crossesIn(text, isInside(brackets))
  const isShort = abbreviationsIn(text)
  const others = [...roundIn(text, isShort), ...angledIn(text), ...wordsAlone(text, isShort)]
  const found =
    crosses.length === 0 && others.length === 0
      ? brackets
      : apart([...brackets, ...crosses, ...others])
  return found.map(each => flow.written(draft, each))
}

/** Are the words nothing but a placeholder, in any type: `XX`, `TBC`, `[date]`, `(figures to follow)`? */
export function isPlaceholderAlone(words: string): boolean {
  const text = words.trim()
  if (/^\[[^[\]]*\]$/.test(text)) return true
  const isShort = abbreviationsIn(text)
  const found = [
    ...crossesIn(text, () => false),
    ...roundIn(text, isShort),
    ...angledIn(text),
    ...wordsAlone(text, isShort),
  ]
  const cell = waitingCell(text, 0)
  return [...found, ...(cell === undefined ? [] : [cell])].some(
    ({ start, end }) => start === 0 && end === text.length,
  )
}

/** In their order, without those that begin inside an earlier one. */
function apart(found: readonly TextSpan[]): readonly TextSpan[] {
  let end = 0
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(each => {
      if (each.start < end) return false
      end = each.end
      return true
    })
}

/** Round brackets, whose words must say that something is missing: they often hold what is to be printed. */
function* roundIn(text: string, isShort: IsShort): Generator<TextSpan> {
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', open + 1)) {
    const end = plainEnd(text, open + 1, longestInRound)
    if (end === undefined || text[end] !== ')') continue
    const words = text.slice(open + 1, end).trim()
    if (!roundBeginnings.test(words) && !toFollow.test(words)) continue
    if (!/^TB[ACD]$/.test(words) || !isShort(words)) yield textSpan(text, open, end + 1)
  }
}

/** In UTF-16 units: what is longer than this in round brackets is a sentence of the report. */
const longestInRound = 80

/** The end of a run of at most so many characters without brackets and line ends; undefined where it is longer. */
function plainEnd(text: string, start: number, most: number): number | undefined {
  let end = start
  while (end < text.length && !'()[]\r\n'.includes(text.charAt(end)))
    if (++end - start > most) return undefined
  return end
}

/** `<<insert figure>>`. */
function* angledIn(text: string): Generator<TextSpan> {
  let open = text.indexOf('<<')
  while (open !== -1) {
    let end = open + 2
    while (end < text.length && !isLineEnd(text.charCodeAt(end)) && !text.startsWith('>>', end))
      end++
    const isClosed = text.startsWith('>>', end)
    if (isClosed && text.slice(open + 2, end).trim() !== '') yield textSpan(text, open, end + 2)
    open = text.indexOf('<<', end)
  }
}

/**
 * `TBC`, `DN:`, `xx%`, `X per cent`, `£xx`, `????` and `****` by themselves, and cells of such words. What is
 * looked for is short and begins with what is rare in prose, since that is many times as fast.
 */
function* wordsAlone(text: string, isShort: IsShort): Generator<TextSpan> {
  yield* initialsAlone(text, isShort)
  for (const { start, end } of placesOf(text, '%'))
    yield* crossesTo(text, text[start - 1] === ' ' ? start - 1 : start, end)
  for (const words of ['x per', 'X per'])
    for (const { start, end } of placesOf(text, words))
      if (text.startsWith(' cent', end)) yield* crossesTo(text, start + 1, end + ' cent'.length)
  for (const { start, end } of placesOf(text, '£')) {
    const crosses = /(?:X|x{1,3})(?![\p{L}\d])/uy
    crosses.lastIndex = end
    if (crosses.test(text)) yield textSpan(text, start, crosses.lastIndex)
  }
  for (const { start, end } of runsFrom(text, '??'))
    if (startsWord(text, start)) yield textSpan(text, start, end)
  for (const { start, end } of runsFrom(text, '****'))
    if (isAlone(text, start, end)) yield textSpan(text, start, end)
  yield* waitingAlone(text)
  for (const mark of ['|', '\t'])
    for (const { end } of placesOf(text, mark)) {
      const cell = waitingCell(text, end)
      if (cell !== undefined) yield cell
    }
}

/** "to be confirmed" and "insert …" alone in a column, or after the label of a field: `Lead inspector: to be confirmed`. */
function* waitingAlone(text: string): Generator<TextSpan> {
  for (const [rare, before] of [
    ['o be confirmed', 1],
    ['nsert ', 1],
  ] as const)
    for (const place of placesOf(text, rare)) {
      const start = place.start - before
      const cell = isSetOff(text, start) ? waitingCell(text, start) : undefined
      if (cell !== undefined) yield cell
    }
}

/** Are two spaces before the place, or a short label with a colon that begins its line? */
function isSetOff(text: string, at: number): boolean {
  const gap = runStart(text, isBlankSpace, at)
  if (at - gap > 1 && gap > 0 && !isCellEnd(text, gap - 1)) return true
  if (text[gap - 1] !== ':') return false
  const line = Math.max(text.lastIndexOf('\n', gap - 1), text.lastIndexOf('\r', gap - 1)) + 1
  return gap - line <= longestLabel && !/[.;]/.test(text.slice(line, gap))
}

/** In UTF-16 units, with its colon. */
const longestLabel = 42

/** The crosses in place of a number that end at `to`, with their unit, which ends at `end`. */
function* crossesTo(text: string, to: number, end: number): Generator<TextSpan> {
  const from = crossesBefore(text, to)
  if (from !== undefined && !isAddress(text, from)) yield textSpan(text, from, end)
}

/** `TBC`, `tbc`, `DN:`. */
function* initialsAlone(text: string, isShort: IsShort): Generator<TextSpan> {
  for (const [rare, before, ends] of [
    ['TB', '', 'CAD'],
    ['bc', 't', ''],
    ['DN:', '', ''],
    ['Dn:', '', ''],
  ] as const)
    for (const place of placesOf(text, rare)) {
      const start = place.start - before.length
      const end = place.end + (ends === '' ? 0 : 1)
      if (!text.startsWith(before, Math.max(0, start))) continue
      if (ends !== '' && (end > text.length || !ends.includes(text.charAt(place.end)))) continue
      if (isOwnWord(text, start, end, isShort) && !isAddress(text, start))
        yield textSpan(text, start, end)
    }
}

/** The cell that begins there, if it says no more than that something is missing. */
function waitingCell(text: string, from: number): TextSpan | undefined {
  let start = from
  while (text[start] === ' ' || text[start] === '*') start++
  waiting.lastIndex = start
  const words = waiting.exec(text)?.[0]
  if (words === undefined) return undefined
  let end = start + words.length
  const last = words.endsWith(' ') ? end + longestInsertion : end
  while (end < last && !isCellEnd(text, end)) end++
  let after = end
  while (text[after] === ' ' || text[after] === '*') after++
  if (!isCellEnd(text, after)) return undefined
  return textSpan(text, start, start + text.slice(start, end).trimEnd().length)
}

const waiting = /[Tt]o be confirmed|[Tt]o follow|[Ii]nsert /y

const isCellEnd = (text: string, at: number) =>
  at >= text.length || '|\t\r\n'.includes(text.charAt(at))

/** In UTF-16 units: how long what is to be inserted into a cell may be called. */
const longestInsertion = 40

function* placesOf(text: string, words: string): Generator<Span> {
  let start = text.indexOf(words)
  while (start !== -1) {
    const end = start + words.length
    yield { start, end }
    start = text.indexOf(words, end)
  }
}

/** Runs of one character, of this many at least. */
function* runsFrom(text: string, least: string): Generator<Span> {
  let start = text.indexOf(least)
  while (start !== -1) {
    let end = start + least.length
    while (text[end] === least[0]) end++
    yield { start, end }
    start = text.indexOf(least, end)
  }
}

/** Is it a word, and neither in brackets that hold nothing else nor short for a name, as in "Test Borough Council (TBC)"? */
function isOwnWord(text: string, start: number, end: number, isShort: IsShort): boolean {
  if (!isWord(text, start, text.charAt(end - 1) === ':' ? end - 1 : end)) return false
  if (text[start - 1] === '[') return false
  return text[start] !== 'T' || !isShort(text.slice(start, end))
}

/** Are the letters short for a name in the text? */
type IsShort = (letters: string) => boolean

/** Each is looked for once, however often it is in the text. */
function abbreviationsIn(text: string): IsShort {
  const known = new Map<string, boolean>()
  return letters => {
    const answer = known.get(letters) ?? isAbbreviation(text, letters)
    known.set(letters, answer)
    return answer
  }
}

/** Is it somewhere in brackets after the three words whose first letters it has? */
function isAbbreviation(text: string, letters: string): boolean {
  for (const { start } of placesOf(text, `(${letters})`)) {
    const before = text
      .slice(Math.max(0, start - 80), start)
      .trim()
      .split(/\s+/)
      .slice(-3)
    if (before.map(word => word.charAt(0)).join('') === letters) return true
  }
  return false
}

/** Where up to three small crosses or one large one in place of a number begin, which end here. */
function crossesBefore(text: string, end: number): number | undefined {
  let start = end
  while (text[start - 1] === 'x' && end - start < 3) start--
  if (start === end && text[end - 1] === 'X') start--
  return start < end && !/[\p{L}\d]/u.test(text.charAt(start - 1)) ? start : undefined
}

/** Nothing but a space, a bracket or a sign of money may come before question marks in place of words. */
function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s([£|*_:–—-]/.test(text.charAt(at - 1))
}

/** Are the asterisks between words, neither around any nor a line across the page? */
function isAlone(text: string, start: number, end: number): boolean {
  const isOpened = isGap(text, start - 1) || '([“‘"'.includes(text.charAt(start - 1))
  const isClosed = isGap(text, end) || '.,;:!?)]”’"'.includes(text.charAt(end))
  if (!isOpened || !isClosed) return false
  return !isEndOfLine(text, start, -1) || !isEndOfLine(text, end - 1, 1)
}

function isGap(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isWhiteSpace(text.charCodeAt(at))
}

/** Is there nothing but spaces from the character to the end of its line in this direction? */
function isEndOfLine(text: string, from: number, step: 1 | -1): boolean {
  let at = from + step
  while (isSpace(text.charCodeAt(at)) && !isLineEnd(text.charCodeAt(at))) at += step
  return at < 0 || at >= text.length || isLineEnd(text.charCodeAt(at))
}

function bracketsIn(text: string, type: ReportType): TextSpan[] {
  const found: TextSpan[] = []
  // Where the next closing bracket is: looked for only once, however many brackets are never closed.
  let close = -1
  let lineStart = 0
  let lineEnd = -1
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    if (close < at) close = text.indexOf(']', at)
    if (close === -1) break
    if (lineEnd < at) {
      lineStart = text.lastIndexOf('\n', at) + 1
      const next = text.indexOf('\n', at)
      lineEnd = next === -1 ? text.length : next
    }
    if (close >= lineEnd || isLink(text, lineStart, at, close)) continue
    if (isPlaceholder(text, lineStart, { start: at + 1, end: close }, type))
      found.push(textSpan(text, at, close + 1))
  }
  return found
}

function isLink(text: string, lineStart: number, open: number, close: number): boolean {
  const after = text[close + 1]
  if (after === '(' || after === '[' || text[open - 1] === ']' || text[open - 1] === '!')
    return true
  return after === ':' && open === lineStart && text[open + 1] === '^'
}

function isPlaceholder(text: string, lineStart: number, inside: Span, type: ReportType): boolean {
  const words = text.slice(inside.start, inside.end).trim()
  if (beginnings.test(words) || toBe.test(words) || toFollow.test(words)) return true
  if (errandOf.test(words) || /^\?+$/.test(words)) return true
  const lower = words.toLowerCase()
  if (type.placeholders.has(lower)) return true
  // A box that is ticked: "- [x] done".
  if (lower === 'x' && !/[\p{L}\d]/u.test(text.slice(lineStart, inside.start))) return false
  if (!lower.startsWith('to be ') && !errands.test(words) && !places.test(words)) return false
  const sentence = Math.max(lineStart, inside.start - longestQuotation)
  return !isQuotationOpen(text.slice(sentence, inside.start - 1))
}

/** Does a quotation begin in the words that does not end there? */
function isQuotationOpen(words: string): boolean {
  const opened = Math.max(words.lastIndexOf('‘'), words.lastIndexOf('“'))
  const isOpen = opened !== -1 && !/[’”](?!\p{L})/u.test(words.slice(opened))
  // A straight mark is both: of an odd number one is open.
  const double = words.split('"').length - 1
  return isOpen || double % 2 === 1 || /(?:^|\s)'(?!.*'(?:[\s.,;:!?)]|$))/s.test(words)
}

/** How far before a bracket the quotation may begin in which it is, in UTF-16 units. */
const longestQuotation = 2_000

/** "XX" and longer as words of their own, with what belongs to them: "XX.X", "XX/XX/XXXX". */
function crossesIn(text: string, isLeftOut: (offset: number) => boolean): TextSpan[] {
  const found: TextSpan[] = []
  let at = text.indexOf('XX')
  while (at !== -1) {
    let end = at + 2
    while (text[end] === 'X' || (/[.,/–-]/.test(text.charAt(end)) && text[end + 1] === 'X')) end++
    if (
      !isLeftOut(at) &&
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
