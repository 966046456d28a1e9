/** Watches the inside of a folder by the means of the system. */

import { watch } from 'node:fs'
import { basename } from 'node:path'
import { Disposable } from 'vscode'
import type { WatchInside } from '../host'

/**
 * On Linux, VS Code never hears what happens in a folder that was created together with its parent, as by a
 * checkout: the inner folder was there before the parent was watched.
 */
export const watchInside: WatchInside = (path, changed, gone) => {
  try {
    const inside = watch(path, { persistent: false }, (event, name) => {
      // The folder itself is gone, and another may be in its place by now.
      if (event === 'rename' && name === basename(path)) gone()
      changed()
    })
    inside.on('error', gone)
    return new Disposable(() => inside.close())
  } catch {
    // No more folders can be watched: only VS Code's own watching remains.
    return undefined
  }
}
