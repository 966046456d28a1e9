/** Texts as parts of regular expressions. */

/** The text as a pattern that matches exactly that text: `escaped('(a)')` is `\\(a\\)`. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** The same with any white space, at least one character of it, where the text has some. */
export function spaced(text: string): string {
  return text.trim().split(/\s+/).map(escaped).join('\\s+')
}
