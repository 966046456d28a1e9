/** Finds titles of report types in the first part of a text, in whatever form they are written. */

import { isDigit, isLetter, isLowerLetter, isPunctuation, isUpperLetter } from '../../text/letters'
import { append } from '../../text/lists'
import { oneOf, runStart } from '../../text/runs'
import type { Span } from '../../text/span'
import { lineLead, type WordsAt } from '../../text/title-words'
import type { KnownType, TypeCatalogue } from '../../types/catalogue'

/** How much of a text, in UTF-16 units, is looked at for its title and cover. */
export const headLength = 8000

/** A title of a type, found in a text. */
export interface FoundTitle {
  readonly type: KnownType
  readonly span: Span
  /** The name in the place of `{authority}` in the title. */
  readonly authority: Span | undefined
  /** How many characters of the title the type spells out. */
  readonly literal: number
}

/**
 * The titles at the start of a line of the head, in any case and even if wrapped over lines; in the order of
 * the text, and of those at one place the one that spells out most first.
 */
export function findTitles(head: string, catalogue: TypeCatalogue): readonly FoundTitle[] {
  const { byWord, firstCodes } = catalogue.titles()
  const named = byWord.get('') ?? []
  const found: FoundTitle[] = []
  for (const start of lineStarts(head)) {
    const code = head.charCodeAt(start)
    if (named.length === 0 && code < 128 && !firstCodes.has(code | 32)) continue
    const first = firstWord(head, start)
    if (first === '') continue
    const here = [...(byWord.get(first.toLowerCase()) ?? []), ...named]
      .filter(({ opening }) => beginsWith(head, start, opening))
      .flatMap(({ type, words, literal }) => titleAt(head, start, { type, literal }, words))
    append(found, here.sort(byLiteral))
  }
  return found
}

/** The same with a misspelt word or two, in the order of the text. */
export function findNearTitles(head: string, catalogue: TypeCatalogue): readonly FoundTitle[] {
  const { all } = catalogue.titles()
  const found: FoundTitle[] = []
  for (const start of lineStarts(head)) {
    const here = all.flatMap(({ type, nearly, literal }) =>
      literal < shortTitle ? [] : titleAt(head, start, { type, literal }, nearly),
    )
    append(found, here.sort(byLiteral))
  }
  return found
}

const byLiteral = (a: FoundTitle, b: FoundTitle) => b.literal - a.literal

/** The title in these words at the place, if it is there and not in a sentence. */
function titleAt(
  head: string,
  start: number,
  known: Pick<FoundTitle, 'type' | 'literal'>,
  words: WordsAt,
): readonly FoundTitle[] {
  const match = matchAt(words, head, start)
  if (match === undefined || isInProse(head, match.span)) return []
  return isTwoThings(head, match.span, known.literal) ? [] : [{ ...known, ...match }]
}

/** The word that begins at the place; empty where none does. */
function firstWord(text: string, start: number): string {
  let end = start
  while (isPlain(text.charCodeAt(end))) end++
  const code = text.charCodeAt(end)
  if (end === text.length || code < 128 || isPunctuation(code)) return text.slice(start, end)
  wordHere.lastIndex = start
  return wordHere.exec(text)?.[0] ?? ''
}

const isPlain = (code: number) => code < 128 && (isLetter(code) || isDigit(code))
const wordHere = /[\p{L}\p{N}]{1,99}/uy

/** Are the words at the place, in any case, with what a title may have between them? */
function beginsWith(text: string, start: number, words: readonly string[]): boolean {
  let at = start
  for (const word of words) {
    while (at > start && isGap(text.charCodeAt(at))) at++
    for (let index = 0; index < word.length; index++)
      if ((text.charCodeAt(at++) | 32) !== word.charCodeAt(index)) return false
  }
  return true
}

/**
 * What is between the words of a title, as in `wordsPattern`: white space and marks, including those of the
 * next line.
 */
function isGap(code: number): boolean {
  return (
    (code >= 9 && code <= 13) ||
    code === 32 ||
    code === 35 ||
    code === 42 ||
    code === 62 ||
    code === 95 ||
    code === 160
  )
}

/** The subject line of a letter; the title between lines of `---` at the top. */
const subject = /(?:Re|RE|Subject):?[ \t]+|[Tt]itle:[ \t]*(?:[>|][+-]?[ \t]*\r?\n[ \t]+)?["']?/y
const lineBreak = /[\r\n]/g

/** Where the text of each line begins, after any marks and white space. */
function* lineStarts(head: string): Generator<number> {
  for (let line = 0; line !== -1; ) {
    let at = lineLead(head, line)
    const code = head.charCodeAt(at) & ~32
    subject.lastIndex = at
    if ((code === 82 || code === 83 || code === 84) && subject.test(head)) {
      const wordStart = subject.lastIndex
      if (isUpperLetter(head.charCodeAt(wordStart))) at = wordStart
    }
    if (at < head.length) yield at
    lineBreak.lastIndex = at
    line = lineBreak.test(head) ? lineBreak.lastIndex : -1
  }
}

/** Titles shorter than this, in characters, are easily made by the words of two lines. */
const shortTitle = 20

/**
 * Are they two things: "Cabinet" and, lines below, "Report title: …"? They are where the words of a title end
 * inside a line and have a blank line among them; in a short title, any line end will do.
 */
export function isTwoThings(text: string, { start, end }: Span, literal: number): boolean {
  const found = text.slice(start, end)
  if (!(literal < shortTitle ? /[\r\n]/ : /\n[ \t\f]*\r?\n/).test(found)) return false
  return /^[*_ \t\xA0]*[^\s*_]/.test(text.slice(end, end + 20))
}

function matchAt(
  words: WordsAt,
  text: string,
  start: number,
): { readonly span: Span; readonly authority: Span | undefined } | undefined {
  const found = words(text, start)
  if (found === undefined) return undefined
  const { end, authority } = found
  const isNamed = authority !== undefined && text.charAt(authority.start) !== '['
  return { span: { start, end }, authority: isNamed ? nameAt(text, authority) : undefined }
}

/**
 * The authority at its place in a title. A theme that the type does not list may be before it: "the criminal
 * exploitation of children in Westmarch".
 */
function nameAt(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const theme = isLowerLetter(words.charCodeAt(0)) ? themeBefore.exec(words) : null
  const name = { start: start + (theme?.[0].length ?? 0), end }
  for (let at = name.start; at < end; at++) if (isUpperLetter(text.charCodeAt(at))) return name
  return undefined
}

const themeBefore = /^(?!the\s+\p{Lu})\p{Ll}.*\s(?:in|within|across)\s+(?=(?:the\s+)?\p{Lu})/su

/** Is the place in a line of hard-wrapped prose: in the middle of a sentence, or the start of one? */
function isInProse(text: string, title: Span): boolean {
  const lineStart = Math.max(
    text.lastIndexOf('\n', title.start - 1),
    text.lastIndexOf('\r', title.start - 1),
  )
  const before = /(?:^|[\r\n])([^\r\n]*)\r?\n?$/.exec(text.slice(0, lineStart + 1).slice(-200))?.[1]
  // A title alone on its line, with a blank line below, is not in prose, however long the line above is.
  const isAlone = /^[ \t*_]*(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)/.test(
    text.slice(title.end, title.end + 80),
  )
  if (!isAlone && before !== undefined && before.length > 60 && !/[.:;!?|]\s*$/.test(before))
    return true
  const after = /^[^\r\n]*/.exec(text.slice(title.end, title.end + 200))?.[0] ?? ''
  if (/^\s*[,;:–—]\s*\S/.test(after)) return true
  if (/^\s+[a-z].{80}/.test(after) && !standsAlone(text, title)) return true
  return /^\s+(?:is|are|was|were|has|had|took|by|that|which)\s/.test(after)
}

const isBlankOrEmphasis = oneOf(' \t*_')

/** Is the title's line between blank lines, without the full stop of a sentence? */
function standsAlone(text: string, { start, end }: Span): boolean {
  const lead = /\n[ \t]*\r?\n[ \t\f#*_]*$/.test(text.slice(Math.max(0, start - 80), start))
  if (!lead) return false
  const after = text.slice(end, end + 500)
  const lineEnd = after.search(/[\r\n]/)
  if (lineEnd === -1 || !/^\r?\n[ \t]*[\r\n]/.test(after.slice(lineEnd))) return false
  const rest = after.slice(0, lineEnd)
  const words = runStart(rest, isBlankOrEmphasis)
  return /[*_]/.test(rest.slice(words)) || /[^\s.,:;]$/.test(rest.slice(0, words))
}
