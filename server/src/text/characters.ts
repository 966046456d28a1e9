/** Characters that some copies of a text have in place of others, or that nobody sees. */

/**
 * The text with the letters of joined ones apart, and without characters that take up no room: soft
 * hyphens, joiners, marks of direction, byte-order marks. Most texts have none of them.
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
const unusual = /[\u00ad\u200b-\u200f\u2060\ufb00-\ufb06\ufeff]/
const joined = /[\ufb00-\ufb06]/g
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** A text as it is read. */
export interface CommonText {
  /** The text without characters that nobody sees. */
  readonly seen: string
  /** The same at the same offsets, with common characters for those that look like them. */
  readonly common: string
  /**
   * Where an offset of these two lies in the text as it is written: behind the character before it.
   * Undefined where that is the same, as in most texts.
   */
  readonly written: ((offset: number) => number) | undefined
}

/**
 * The text without soft hyphens, joiners, marks of direction and byte-order marks (but for one at its
 * start), with common spaces for those of other widths, and with apostrophes for what stands for them
 * between letters.
 */
export function commonText(text: string): CommonText {
  if (!rare.test(text)) {
    const common = text.includes('\u00a0') ? text.replace(otherSpaces, ' ') : text
    return {
      seen: text,
      common: common.includes('`') ? common.replace(otherApostrophes, '’') : common,
      written: undefined,
    }
  }
  const { seen, written } = withoutUnseen(text)
  return { seen, common: commonSpaces(seen).replace(otherApostrophes, '’'), written }
}

/** The text with common spaces for all others, at the same offsets. */
export function commonSpaces(text: string): string {
  return text.replace(otherSpaces, ' ')
}

const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** An opening quotation mark between letters is an apostrophe that was turned the wrong way. */
const otherApostrophes = /(?<=\p{L})[`\u00b4\u02b9\u02bc\u2018\u201b\u2032\uff07](?=\p{L})/gu
/** All of these but the two that are found far sooner by themselves, so that most texts cost one search. */
const rare =
  /[\u00ad\u00b4\u02b9\u02bc\u2000-\u200f\u201b\u202f\u2032\u205f\u2060\u3000\ufeff\uff07]/

function withoutUnseen(text: string): Pick<CommonText, 'seen' | 'written'> {
  let seen = ''
  const places: number[] = []
  let at = 0
  for (const { index, 0: run } of text.matchAll(/[\u00ad\u200b-\u200f\u2060]+|(?!^)\ufeff+/g)) {
    seen += text.slice(at, index)
    for (; at < index; at++) places.push(at + 1)
    at = index + run.length
  }
  if (at === 0) return { seen: text, written: undefined }
  seen += text.slice(at)
  for (; at < text.length; at++) places.push(at + 1)
  const offsets = [0, ...places.slice(0, -1), text.length]
  return { seen, written: offset => offsets[offset] ?? text.length }
}
