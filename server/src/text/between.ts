/** Stretches of a text between two marks, such as `<!--` and `-->`. */

/** What is between the first `open` and the next `close`; undefined where one of them is not there. */
export function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open)
  const end = start === -1 ? -1 : text.indexOf(close, start + open.length)
  return end === -1 ? undefined : text.slice(start + open.length, end)
}
