/**
 * Runs of like characters at a place of a text: the white space at its end, the marks at its start.
 *
 * A pattern such as `[*_]+$` tries again at each character of each run, so that a long run takes time with the
 * square of its length. These look at each character once.
 */

/** Is the UTF-16 code unit one of those that make up the run? */
export type IsPart = (code: number) => boolean

/** Where the run that begins at `start` ends, at `end` at the latest: `start` itself where there is none. */
export function runEnd(text: string, isPart: IsPart, start = 0, end = text.length): number {
  let at = start
  while (at < end && isPart(text.charCodeAt(at))) at++
  return at
}

/** Where the run that ends at `end` begins: `end` itself where there is none. */
export function runStart(text: string, isPart: IsPart, end = text.length): number {
  let at = end
  while (at > 0 && isPart(text.charCodeAt(at - 1))) at--
  return at
}

/** The text without the run at its end: `withoutRunAtEnd('good**', isEmphasis)` is `good`. */
export function withoutRunAtEnd(text: string, isPart: IsPart): string {
  return text.slice(0, runStart(text, isPart))
}

/** The text without the runs at both ends. */
export function withoutRuns(text: string, isPart: IsPart): string {
  const start = runEnd(text, isPart)
  return start === text.length ? '' : text.slice(start, runStart(text, isPart))
}

/** Any of the characters, each of one UTF-16 code unit. */
export function oneOf(characters: string): IsPart {
  const codes = new Set(Array.from(characters, each => each.charCodeAt(0)))
  const isAscii = Array.from({ length: 128 }, (_, code) => codes.has(code))
  return code => (code < 128 ? isAscii[code] === true : codes.has(code))
}

/** `*` or `_`. */
export function isEmphasis(code: number): boolean {
  return code === 42 || code === 95
}

/** Space or tab. */
export function isBlankSpace(code: number): boolean {
  return code === 32 || code === 9
}

/** Line feed or carriage return. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}

/** What `\s` matches in a pattern: spaces of every width, tabs, line ends, form feed, byte-order mark. */
export function isWhiteSpace(code: number): boolean {
  if (code < 160) return code === 32 || (code >= 9 && code <= 13)
  return code === 160 || (code >= 0x1680 && otherWhiteSpace.includes(String.fromCharCode(code)))
}

const otherWhiteSpace =
  '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** White space, `*` or `_`: what surrounds the words of a line without belonging to them. */
export function isSpaceOrEmphasis(code: number): boolean {
  return isEmphasis(code) || isWhiteSpace(code)
}
