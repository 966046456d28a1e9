/** Finds titles of report types in the first part of a text, in whatever form they are written. */

import { isDigit, isLetter, isLowerLetter, isPunctuation, isUpperLetter } from '../../text/letters'
import { append } from '../../text/lists'
import { oneOf, runStart } from '../../text/runs'
import type { Span } from '../../text/span'
import type { KnownType, TypeCatalogue } from '../../types/catalogue'
import { type WordsAt, wordsAt } from '../title-words'

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

interface KnownTitle {
  readonly type: KnownType
  readonly literal: number
  /** Its first words in lower case, as far as they are written in one way only. */
  readonly opening: readonly string[]
  readonly words: WordsAt
}

interface KnownTitles {
  /** By first word in lower case; those that begin with a name are under the empty word. */
  readonly titles: ReadonlyMap<string, readonly KnownTitle[]>
  /** The first characters of the words: UTF-16 code units, in lower case. */
  readonly firstCodes: ReadonlySet<number>
}

/**
 * The titles at the start of a line of the head, in any case and even if wrapped over lines; in the order of
 * the text, and of those at one place the one that spells out most first.
 */
export function findTitles(head: string, catalogue: TypeCatalogue): readonly FoundTitle[] {
  const { titles, firstCodes } = titlesOf(catalogue)
  const named = titles.get('') ?? []
  const found: FoundTitle[] = []
  for (const start of lineStarts(head)) {
    const code = head.charCodeAt(start)
    if (named.length === 0 && code < 128 && !firstCodes.has(code | 32)) continue
    const first = firstWord(head, start)
    if (first === '') continue
    const here = [...(titles.get(first.toLowerCase()) ?? []), ...named]
      .filter(({ opening }) => beginsWith(head, start, opening))
      .flatMap(({ type, words, literal }): FoundTitle[] => {
        const match = matchAt(words, head, start)
        return match === undefined ||
          isInProse(head, match.span) ||
          isTwoThings(head, match.span, literal)
          ? []
          : [{ type, literal, ...match }]
      })
      .sort((a, b) => b.literal - a.literal)
    append(found, here)
  }
  return found
}

const knownTitles = new WeakMap<TypeCatalogue, KnownTitles>()

function titlesOf(catalogue: TypeCatalogue): KnownTitles {
  const known = knownTitles.get(catalogue)
  if (known !== undefined) return known
  const titles = new Map<string, KnownTitle[]>()
  for (const type of catalogue.types) {
    const written = new Set(type.editions.flatMap(({ source }) => source.recognise?.titles ?? []))
    for (const title of written) {
      const literal = title.replace('{authority}', '').trim().length
      // A title that spells out nothing would fit every line.
      if (literal === 0) continue
      const isNamed = title.trimStart().startsWith('{')
      const first = isNamed ? '' : firstWord(title.trim(), 0) || (anyWord.exec(title)?.[0] ?? '')
      const one = { type, literal, opening: openingOf(title), words: wordsAt(title) }
      const there = titles.get(first.toLowerCase()) ?? []
      titles.set(first.toLowerCase(), [...there, one])
    }
  }
  const firstCodes = new Set([...titles.keys()].map(first => first.charCodeAt(0) | 32))
  const made = { titles, firstCodes }
  knownTitles.set(catalogue, made)
  return made
}

function openingOf(title: string): readonly string[] {
  const words = title.trim().toLowerCase().split(/\s+/)
  const varied = words.findIndex(word => word === 'and' || !/^[a-z]+$/.test(word))
  return varied === -1 ? words : words.slice(0, varied)
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
const anyWord = /[\p{L}\p{N}]+/u
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

/** The subject line of a letter. */
const subject = /(?:Re|RE|Subject):?[ \t]+/y
const lineBreak = /[\r\n]/g

/** Where the text of each line begins, after any marks and white space. */
function* lineStarts(head: string): Generator<number> {
  for (let line = 0; line !== -1; ) {
    let at = line
    while (at < head.length && ' \t\f#*_>\uFEFF\xA0'.includes(head.charAt(at))) at++
    const code = head.charCodeAt(at)
    subject.lastIndex = at
    if ((code === 82 || code === 83) && subject.test(head)) {
      const behind = subject.lastIndex
      if (isUpperLetter(head.charCodeAt(behind))) at = behind
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
