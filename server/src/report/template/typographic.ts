/** The signs of published texts in place of those of a typewriter. */

const straightApostrophe = /(?<=[\p{L}\p{N}])'/gu
/** A hyphen with a space on either side, between words. */
const loneHyphen = /(?<=[^\s|-]) - (?=\S)/g
/** A hyphen between the first and the last day of an inspection: `5-16 September`. */
const dayRange = /(?<=(?<!\d)\d{1,2})-(?=\d{1,2} \p{Lu})/gu

/**
 * The text with ’ for an apostrophe, and – for a hyphen that stands for a dash or between two days.
 *
 * `The local authority's plan - 5-16 June` becomes `The local authority’s plan – 5–16 June`.
 */
export function typographic(text: string): string {
  return text.replace(straightApostrophe, '’').replace(loneHyphen, ' – ').replace(dayRange, '–')
}
