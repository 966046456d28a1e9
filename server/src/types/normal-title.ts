/** Titles without what varies between copies of them. */

import { plainLetters } from '../text/characters'

/**
 * A title without what varies between copies of it: case, quote and dash forms, hyphens, ligatures, "&",
 * doubled spaces, emphasis marks, and a final colon, full stop or question mark.
 *
 * `normalTitle('**Economic well-being:**')` is `economic well being`.
 */
export function normalTitle(title: string): string {
  const lower = title.toLowerCase()
  if (!unusual.test(lower)) return lower
  const plain = special.test(lower)
    ? plainLetters(lower).replaceAll('&', ' and ').replace(apostrophes, "'")
    : lower
  return withoutEnds(plain.replace(gaps, ' '))
}

/** What a title has that its normal form does not; most titles have none of it. */
const unusual = /[^a-z ',()]|^ | {2}| $/
const special = /[&\u2018\u2019\xb4\xad\u200b-\u200f\u2060\ufb00-\ufb06]/
const apostrophes = /[\u2018\u2019\xb4]/g
/** White space, emphasis and heading marks, hyphens and dashes, except single spaces, which stay. */
const gaps = / [\0- *_#\-\xa0\ufeff\u2010-\u2014]+|(?! )[\0- *_#\-\xa0\ufeff\u2010-\u2014]+/g

/** The words without any space before them, and without any spaces and stops after them. */
function withoutEnds(words: string): string {
  const start = words.charCodeAt(0) === 32 ? 1 : 0
  let end = words.length
  while (end > start && ' .:;?'.includes(words.charAt(end - 1))) end--
  return words.slice(start, end)
}
