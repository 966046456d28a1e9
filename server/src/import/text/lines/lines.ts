/** What single lines of pasted or extracted text look like. */

import { isSetApart, wideGap } from '../../../report/grid/gaps'

/** List marks of all the kinds found in Word and PDF: dashes, bullets, and glyphs of symbol fonts. */
const bullet = /^[ \t]*(?:[•▪◦●○■□◼◾▪►▶➢➤✓✔‣⁃∙·]|[\uf020-\uf0ff])(?:[ \t\u00a0]+|$)/u

/** A line that begins with a bullet other than a dash. */
export function hasBullet(text: string): boolean {
  return bullet.test(text)
}

/** The line with a dash for its bullet, its indent kept. */
export function withDash(text: string): string {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  return text.replace(bullet, text.replace(bullet, '') === '' ? `${indent}-` : `${indent}- `)
}

/** Does the line begin something new, whatever comes before it? */
export function startsAgain(text: string): boolean {
  return (
    /^\s*(?:[-*+–][ \t]|[-*•]$|\d{1,3}\.(?:\s|$)|\(?[a-z]\)\s|\((?:i{1,3}|iv|vi{0,3})\)\s|#{1,6}\s|\||<!--|\[\^?\d)/.test(
      text,
    ) ||
    hasBullet(text) ||
    /^\s*\**Grade\s+\d\b/i.test(text) ||
    isColumns(text)
  )
}

/** Does it have cells separated by a tab or three spaces, after the first word? */
export function isColumns(text: string): boolean {
  const words = text.replace(/^\s*(?:[-*•]\s+)?(?:\d{1,3}\.?)?\s+/, '')
  return isSetApart(words, { from: 0, to: words.length }, wideGap)
}

/** Does the text end with a mark that ends a sentence or leads to a list? */
export function endsSentence(text: string): boolean {
  return /[.!?:;…]["'’”)\]*_\s\d]*$/.test(text)
}

/** Does the line end with a word or mark that something must follow? */
export function isUnfinished(text: string): boolean {
  return /(?:,|\b(?:an?|and|by|for|from|in|of|on|or|the|to|upon|with))$/i.test(text.trimEnd())
}

export function beginsLower(text: string): boolean {
  return /^[\s"'‘“([*_]*\p{Ll}/u.test(text)
}

export function firstWord(text: string): string {
  return /\S+/.exec(text)?.[0] ?? ''
}

/**
 * How long the lines of a wrapped text are; undefined for a text that is not wrapped, in
 * which each line is a paragraph.
 */
export function wrapWidth(lines: readonly string[]): number | undefined {
  const lengths = lines.map(line => line.trimEnd().length)
  const text = lengths.filter(length => length >= 45)
  const long = text.filter(length => length > 160).length
  if (text.length < 4 || long * 5 > text.length) return undefined
  // Only lines that are followed by another are evidence; a wrapped text has plenty of them.
  const followed = lengths.filter(
    (length, at) => length >= 45 && length <= 160 && (lengths[at + 1] ?? 0) > 0,
  )
  if (followed.length * 3 < text.length) return undefined
  followed.sort((a, b) => a - b)
  return followed[Math.floor(followed.length * 0.9)]
}

/** Is the line so long that the first word of the next would not have fitted on it? */
export function isFull(line: string, next: string, width: number): boolean {
  return line.trimEnd().length + 1 + firstWord(next).length > width * 0.87
}
