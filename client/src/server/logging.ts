/** What goes into the log: what failed and where, but no word of a report, nor its name. */

import { traceOf } from '../../../server/src/host/failure-trace'

/** `Document pull failed for text document …`: a message of the library and what it was thrown with. */
export function logged(message: string, data: unknown): string {
  const words = withoutQuotes(message)
  return data === undefined || data === null ? words : `${words}, ${traceOf(data)}`
}

/** Without addresses, and without what comes after a colon or on further lines, where something is quoted. */
function withoutQuotes(message: string): string {
  const [first = ''] = message.split(/: |\n/, 1)
  return first
    .split(' ')
    .map(word => (isAddress(word) ? '…' : word))
    .join(' ')
}

/** `file:///home/anne/report.md`, `untitled:Untitled-1`; but not `client.js:12:345`, a place in our code. */
function isAddress(word: string): boolean {
  const at = word.indexOf(':')
  return at > 0 && at < word.length - 1 && !/^\d/.test(word.slice(at + 1))
}
