/** Characters that some copies of a text have in place of others, or that nobody sees. */

/**
 * The text with the letters of joined ones apart, and without characters that take up no room: soft
 * hyphens, joiners, marks of direction. Most texts have none of them.
 *
 * `plainLetters('ﬁnd\u00adings')` is `findings`.
 */
export function plainLetters(text: string): string {
  if (!unusual.test(text)) return text
  return text
    .replace(joined, each => apart[each.charCodeAt(0) - firstJoined] as string)
    .replace(unseen, '')
}

const firstJoined = 0xfb00
const apart = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']
const unusual = /[\u00ad\u200b-\u200f\u2060\ufb00-\ufb06]/
const joined = /[\ufb00-\ufb06]/g
const unseen = /[\u00ad\u200b-\u200f\u2060]/g

/**
 * The text with common spaces for all those of other widths and those that break no line, at the same
 * offsets.
 */
export function commonSpaces(text: string): string {
  return hasOtherSpaces(text) ? text.replace(allOtherSpaces, ' ') : text
}

const allOtherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const wideSpaces = /[\u2000-\u200a\u202f\u205f\u3000]/

/** The no-break space, which many texts have, is found far sooner by itself. */
function hasOtherSpaces(text: string): boolean {
  return text.includes('\u00a0') || wideSpaces.test(text)
}
