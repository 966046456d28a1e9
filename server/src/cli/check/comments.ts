/** The option `--comments` of `check`: a copy of a Word document with a comment at each problem. */

import { finish } from '../../text/steps'
import { failing } from '../files/one-file'
import { type AskedCopy, writeCopy } from '../files/word-copy'
import type { Terminal } from '../terminal'
import { type CheckedFile, noReport } from './checked'
import { count } from './forms/text'

/** Writes the copy with comments, if there is anything to comment on, and says so; false where that failed. */
export async function writeComments(
  copy: AskedCopy,
  { report, findings }: CheckedFile,
  { text }: { readonly text: boolean },
  terminal: Terminal,
): Promise<boolean> {
  if (report === undefined) {
    failing(terminal)(copy.file.path, `${noReport} No copy was written.`)
    return false
  }
  const made = await writeCopy(
    copy,
    async () => {
      const { commentedCopy } = await import('../../import/import')
      const found = { report, findings, at: new Date() }
      const commented = finish(commentedCopy(copy.bytes, found))
      return { ...commented, bytes: commented.comments === 0 ? undefined : commented.bytes }
    },
    { text },
    terminal,
  )
  if (made === undefined) return false
  const said = [
    made.comments > 0
      ? `Written: ${copy.shown}, with ${count(made.comments, 'comment')}.`
      : made.leftOut + made.unplaced > 0
        ? 'No copy was written.'
        : 'There are no problems, so no copy was written.',
    ...(made.leftOut > 0
      ? [`${count(made.leftOut, 'problem')} can be seen already, as comments of the document.`]
      : []),
    ...(made.unplaced > 0
      ? [`${count(made.unplaced, 'problem')} could not be given a place in the document.`]
      : []),
  ]
  terminal.err(`${said.join(' ')}\n`)
  return true
}
