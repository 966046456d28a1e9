/** Tells when a file was saved by another program, on network drives too, which tell nobody. */

import { Disposable, type Uri, workspace } from 'vscode'

/** How often, in milliseconds, size and time are asked for. */
const interval = 2_000

/**
 * Calls `saved` when the file has another size or time than before, once it stays so: Word writes a file in
 * several steps. Asks only while `isWanted`.
 */
export function watchFile(file: Uri, isWanted: () => boolean, saved: () => unknown): Disposable {
  let known: string | undefined
  let seen: string | undefined
  let isAsking = false
  const look = async (): Promise<void> => {
    if (isAsking || !isWanted()) return
    isAsking = true
    const stamp = await stampOf(file)
    isAsking = false
    // While Word saves, there may be no file of that name for a moment.
    if (stamp === undefined) return
    known ??= stamp
    if (stamp !== known && stamp === seen) {
      known = stamp
      saved()
    }
    seen = stamp
  }
  void look()
  const timer = setInterval(() => void look(), interval)
  return new Disposable(() => clearInterval(timer))
}

async function stampOf(file: Uri): Promise<string | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(file)
    return `${mtime} ${size}`
  } catch {
    return undefined
  }
}
