/** Stretches of a text between two marks, such as `<!--` and `-->`. */

/** What is between the first `open` and the next `close`; undefined where one of them is not there. */
export function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open)
  const end = start === -1 ? -1 : text.indexOf(close, start + open.length)
  return end === -1 ? undefined : text.slice(start + open.length, end)
}

/** The text without each stretch from `open` to the next `close`; one that is not closed stays. */
export function withoutBetween(text: string, open: string, close: string): string {
  let rest = ''
  let from = 0
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, from)) {
    const end = text.indexOf(close, start + open.length)
    if (end === -1) break
    rest += text.slice(from, start)
    from = end + close.length
  }
  return rest + text.slice(from)
}
