/** White space inside texts. */

/** The text with one space in place of each run of white space. Most texts have no other. */
export function singleSpaced(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}
