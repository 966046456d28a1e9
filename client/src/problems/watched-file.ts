/** Tells when a file was saved by another program, on network drives too, which tell nobody. */

import { Disposable, type Uri, workspace } from 'vscode'

/** How often, in milliseconds, size and time are asked for. */
const interval = 2_000

/** The size and time of a file; undefined where it cannot be asked for: while Word saves, there may be no such file. */
export async function stampOf(file: Uri): Promise<string | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(file)
    return `${mtime} ${size}`
  } catch {
    return undefined
  }
}

export interface Watching {
  /** The stamp before the file was read first. */
  readonly known: string | undefined
  /** Is it to be asked for now? */
  readonly isWanted: () => boolean
  /** Reads the file again; says whether it could be read. */
  readonly saved: () => Promise<boolean>
}

/**
 * Has a file read again when it has another stamp than before, once the stamp stays the same: Word writes a file in
 * several steps. A file that cannot be read then is tried again.
 */
export function watchFile(file: Uri, { known: before, isWanted, saved }: Watching): Disposable {
  let known = before
  let seen: string | undefined
  let isBusy = false
  const look = async (): Promise<void> => {
    if (isBusy || !isWanted()) return
    isBusy = true
    const stamp = await stampOf(file)
    known ??= stamp
    if (stamp !== undefined && stamp !== known && stamp === seen && (await saved())) known = stamp
    seen = stamp
    isBusy = false
  }
  const timer = setInterval(() => void look(), interval)
  return new Disposable(() => clearInterval(timer))
}
