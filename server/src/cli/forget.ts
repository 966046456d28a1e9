/** The command `forget`: removes whatever was left of reports that nobody asked to be kept. */

import path from 'node:path'
import { removeLeftovers } from '../host/write-file'
import type { ExitStatus, Terminal } from './terminal'

/**
 * Removes the files that writes which were killed have left in the folders of these files, whether or not the files
 * themselves are still there. The command line keeps nothing else; what was ticked is VS Code’s to forget.
 */
export async function forget(files: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const folders = new Set(files.map(each => path.dirname(path.resolve(terminal.cwd, each))))
  let count = 0
  for (const folder of folders) count += await removeLeftovers(folder)
  const done =
    count === 0
      ? 'Nothing was left beside it.'
      : count === 1
        ? 'One unfinished file was removed.'
        : `${count} unfinished files were removed.`
  terminal.out(
    `${done} The command line keeps nothing of a report. What was ticked and ignored in VS Code is forgotten there: "Forget everything about this report…".\n`,
  )
  return 0
}
