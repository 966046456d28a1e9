/** What failed and where, without a word of what was being read: for logs and error output. */

/**
 * The kind of an error and the places in our code: `TypeError at server-code.js:12:345, server-code.js:1:2`.
 * Its message is left out, since it may quote a report or name a file; so are the names of functions and
 * folders. Never throws, whatever it is given.
 */
export function traceOf(error: unknown): string {
  try {
    return described(error, 0)
  } catch {
    // A getter that throws, or a revoked proxy.
    return 'something that cannot be described'
  }
}

/** How many places are named; the others are the callers further out. */
const most = 8

function described(error: unknown, depth: number): string {
  if (typeof error !== 'object' || error === null)
    return `what was thrown was not an error (${typeof error})`
  const { name, code, message, stack, cause } = error as Readonly<Record<string, unknown>>
  const places = placesIn(stack, message)
  const kind = `${wordOf(name) ?? 'an object'}${codeOf(code)}`
  const at = places.length === 0 ? '' : ` at ${places.join(', ')}`
  const because =
    cause === undefined || depth === 3 ? '' : `, because of ${described(cause, depth + 1)}`
  return `${kind}${at}${because}`
}

/** `TypeError`, and `FileNotFound (FileSystemError)` as VS Code writes it; nothing that may be a sentence. */
function wordOf(name: unknown): string | undefined {
  return /^[A-Z]\w{0,40}(?= \(FileSystemError\)$|$)/.exec(String(name))?.[0]
}

function codeOf(code: unknown): string {
  const isCode = typeof code === 'number' || /^[A-Z][A-Za-z0-9_]{0,40}$/.test(String(code))
  return isCode ? ` (${code})` : ''
}

function placesIn(stack: unknown, message: unknown): readonly string[] {
  if (typeof stack !== 'string') return []
  // The message comes first, and may have lines that look like places.
  const words = String(message)
  const start = stack.indexOf(words)
  // The message was changed afterwards, so nobody knows where the one in the stack ends.
  if (start < 0 || stack.slice(0, start).includes('\n')) return []
  const lines = stack.slice(start + words.length).split('\n')
  return lines.flatMap(line => placeIn(line) ?? []).slice(0, most)
}

/** `    at check (/home/anne/dist/cli.js:12:345)` becomes `cli.js:12:345`. */
function placeIn(line: string): string | undefined {
  if (!line.startsWith('    at ')) return undefined
  const [path = '', row, column] = (line.endsWith(')') ? line.slice(0, -1) : line)
    .split(':')
    .slice(-3)
  const ends = ['/', '\\', '(', ' '].map(mark => path.lastIndexOf(mark))
  const file = path.slice(ends.reduce((a, b) => Math.max(a, b)) + 1)
  const isPlace = [row, column].every(each => /^\d{1,9}$/.test(each ?? ''))
  return isPlace && /^[\w.-]{1,60}$/.test(file) ? `${file}:${row}:${column}` : undefined
}
