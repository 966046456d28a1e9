/** Finds titles of report types in the first part of a text, in whatever form they are written. */

import type { Span } from '../text/span'
import type { KnownType, TypeCatalogue } from '../types/catalogue'

/** How much of a text, in UTF-16 units, is looked at for its title and cover. */
export const headLength = 8000

/** A title of a type, found in a text. */
export interface FoundTitle {
  readonly type: KnownType
  readonly span: Span
  /** The name that stands for `{authority}` in the title. */
  readonly authority: Span | undefined
  /** How many characters of the title the type spells out. */
  readonly literal: number
}

interface TitlePattern {
  readonly type: KnownType
  readonly pattern: RegExp
  readonly literal: number
}

interface TitlePatterns {
  /** By first word in lower case; those that begin with a name stand under the empty word. */
  readonly patterns: ReadonlyMap<string, readonly TitlePattern[]>
  /** The first characters of the words: UTF-16 code units, as small letters. */
  readonly firstCodes: ReadonlySet<number>
}

/**
 * The titles that stand at the start of a line of the head, also wrapped over lines, in any case; in the
 * order of the text, and of those at one place the one that spells out most first.
 */
export function findTitles(head: string, catalogue: TypeCatalogue): readonly FoundTitle[] {
  const { patterns, firstCodes } = patternsOf(catalogue)
  const named = patterns.get('') ?? []
  const found: FoundTitle[] = []
  for (const start of lineStarts(head)) {
    const code = head.charCodeAt(start)
    if (named.length === 0 && code < 128 && !firstCodes.has(code | 32)) continue
    word.lastIndex = start
    const first = word.exec(head)?.[0]
    if (first === undefined) continue
    const here = [...(patterns.get(first.toLowerCase()) ?? []), ...named]
      .flatMap(({ type, pattern, literal }): FoundTitle[] => {
        const match = matchAt(pattern, head, start)
        return match === undefined ||
          isInProse(head, match.span) ||
          isTwoThings(head, match.span, literal)
          ? []
          : [{ type, literal, ...match }]
      })
      .sort((a, b) => b.literal - a.literal)
    found.push(...here)
  }
  return found
}

/**
 * A pattern for words that stand at a place: any white space, also one blank line, between them; straight
 * and curly apostrophes, hyphens and dashes, "&" and "and" are the same. `{authority}` stands for one to
 * eight words, or for a name that is still to be written, the first group.
 */
export function wordsPattern(words: string, flags = 'iy'): RegExp {
  const parts = words.trim().split(/\s+/)
  const pattern = parts.map((part, at) => {
    if (part !== '{authority}') return literalPattern(part)
    const isLast = at === parts.length - 1
    return isLast
      ? `(${open}|${name}(?:[ \\t\\xA0]+${name}){0,7})(?=[ \\t\\xA0*_]*(?:[\\r\\n]|$))`
      : `(${open}|${name}(?:${nameGap}${name}){0,7}?)`
  })
  return new RegExp(`${pattern.join(gap)}(?![A-Za-z0-9À-ɏ])`, flags)
}

// Each gap is read in one way only, so that no text takes the patterns long.
const lineEnd = '(?:\\r?\\n|\\r(?!\\n))'
const nextLine = `${lineEnd}[ \\t\\f\\xA0*_#>]*`
const gap = `(?=[\\s*_])[ \\t\\xA0*_]*(?:${nextLine}(?:${nextLine})?)?(?=[^\\s*_#>])`
const nameGap = `(?=\\s)[ \\t\\xA0]*(?:${lineEnd}[ \\t\\f\\xA0]*)?`
const name = '[^\\s:|<>*_[\\]]+'
/** A name that is still to be written: `[authority]`. */
const open = '\\[[^\\[\\]\\r\\n]{1,40}\\]'

function literalPattern(part: string): string {
  if (/^(?:and|&)$/i.test(part)) return '(?:and|&)'
  return part
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’‘´]/g, "['’‘´]")
    .replace(/[-‐‑–—]/g, '[-‐‑–—]')
}

const knownPatterns = new WeakMap<TypeCatalogue, TitlePatterns>()

function patternsOf(catalogue: TypeCatalogue): TitlePatterns {
  const known = knownPatterns.get(catalogue)
  if (known !== undefined) return known
  const patterns = new Map<string, TitlePattern[]>()
  for (const type of catalogue.types) {
    const titles = new Set(type.editions.flatMap(({ source }) => source.recognise?.titles ?? []))
    for (const title of titles) {
      const spelt = title.replace('{authority}', '').trim()
      // A title that spells out nothing would fit every line.
      if (spelt === '') continue
      const first = title.trimStart().startsWith('{')
        ? ''
        : (/[\p{L}\p{N}]+/u.exec(title)?.[0].toLowerCase() ?? '')
      const pattern = { type, pattern: wordsPattern(title, 'diy'), literal: spelt.length }
      patterns.set(first, [...(patterns.get(first) ?? []), pattern])
    }
  }
  const firstCodes = new Set([...patterns.keys()].map(first => first.charCodeAt(0) | 32))
  const made = { patterns, firstCodes }
  knownPatterns.set(catalogue, made)
  return made
}

const word = /[\p{L}\p{N}]+/uy
/** The subject line of a letter. */
const subject = /(?:Re|RE|Subject):?[ \t]+(?=\p{Lu})/uy
const lineBreak = /[\r\n]/g

/** Where the text of each line begins, marks and white space left out. */
function* lineStarts(head: string): Generator<number> {
  for (let line = 0; line !== -1; ) {
    let at = line
    while (at < head.length && ' \t\f#*_>\uFEFF\xA0'.includes(head.charAt(at))) at++
    const code = head.charCodeAt(at)
    subject.lastIndex = at
    if ((code === 82 || code === 83) && subject.test(head)) at = subject.lastIndex
    if (at < head.length) yield at
    lineBreak.lastIndex = at
    line = lineBreak.test(head) ? lineBreak.lastIndex : -1
  }
}

/** Titles shorter than this, in characters, are easily made by the words of two lines. */
const shortTitle = 20

/**
 * "Cabinet" and, lines below, "Report title: …": the words of a title that end inside a line, and begin
 * before a blank one; of a short title, before any.
 */
export function isTwoThings(text: string, { start, end }: Span, literal: number): boolean {
  const found = text.slice(start, end)
  if (!(literal < shortTitle ? /[\r\n]/ : /\n[ \t\f]*\r?\n/).test(found)) return false
  return /^[*_ \t\xA0]*[^\s*_]/.test(text.slice(end, end + 20))
}

function matchAt(
  pattern: RegExp,
  text: string,
  start: number,
): { readonly span: Span; readonly authority: Span | undefined } | undefined {
  pattern.lastIndex = start
  const match = pattern.exec(text)
  if (match === null) return undefined
  const span = { start, end: start + match[0].length }
  const named = match.indices?.[1]
  if (named === undefined || text.charAt(named[0]) === '[') return { span, authority: undefined }
  return { span, authority: nameAt(text, { start: named[0], end: named[1] }) }
}

/**
 * The authority in what stands for it in a title. A theme that the type does not list may stand before
 * it: "the criminal exploitation of children in Westmarch".
 */
function nameAt(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const theme = /^(?!the\s+\p{Lu})\p{Ll}.*\s(?:in|within|across)\s+(?=(?:the\s+)?\p{Lu})/su.exec(
    words,
  )
  const name = { start: start + (theme?.[0].length ?? 0), end }
  return /\p{Lu}/u.test(text.slice(name.start, end)) ? name : undefined
}

/** Is the place a line of hard-wrapped prose: in the middle of a sentence, or the start of one? */
function isInProse(text: string, title: Span): boolean {
  const lineStart = Math.max(
    text.lastIndexOf('\n', title.start - 1),
    text.lastIndexOf('\r', title.start - 1),
  )
  const before = /(?:^|[\r\n])([^\r\n]*)\r?\n?$/.exec(text.slice(0, lineStart + 1).slice(-200))?.[1]
  // A title alone on its line, with a blank line below, is none, however long the line above is.
  const isAlone = /^[ \t*_]*(?:\r\n|\r|\n)[ \t]*(?:[\r\n]|$)/.test(
    text.slice(title.end, title.end + 80),
  )
  if (!isAlone && before !== undefined && before.length > 60 && !/[.:;!?|]\s*$/.test(before))
    return true
  const after = /^[^\r\n]*/.exec(text.slice(title.end, title.end + 200))?.[0] ?? ''
  if (/^\s*[,;:–—]\s*\S/.test(after)) return true
  return /^\s+(?:[a-z].{80}|(?:is|are|was|were|has|had|took|by|that|which)\s)/.test(after)
}
