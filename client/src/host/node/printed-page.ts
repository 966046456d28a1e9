/** The page that the browser prints: on the disk only while it is needed. */

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import type { PrintedPage } from '../host'

/** How long, in milliseconds, the browser may take to open it. Once it is open there, the file is not needed. */
const keptFor = 10 * 60_000

/**
 * Keeps one page in a folder of this window below `storage`, where nobody else can read it. It is removed
 * after ten minutes, and when the extension ends; whatever a killed window has left behind is removed now.
 */
export function printedPage(storage: string): PrintedPage {
  const folder = path.join(storage, 'print')
  const own = path.join(folder, String(process.pid))
  let timer: NodeJS.Timeout | undefined
  const remove = (): boolean => {
    clearTimeout(timer)
    const wasThere = existsSync(own)
    removeQuietly(own)
    return wasThere
  }
  removeLeftovers(folder)
  return {
    remove,
    dispose: remove,
    put(html: string): string {
      remove()
      mkdirSync(own, { recursive: true, mode: 0o700 })
      const file = path.join(own, 'report.html')
      writeFileSync(file, html, { mode: 0o600 })
      timer = setTimeout(remove, keptFor)
      timer.unref()
      return file
    },
  }
}

function removeLeftovers(folder: string): void {
  let names: readonly string[]
  try {
    names = readdirSync(folder)
  } catch {
    // Nothing has been printed yet.
    return
  }
  for (const name of names) if (!isOfWindow(name)) removeQuietly(path.join(folder, name))
}

/** Is it the folder of another window that is open? One with our own process number is an earlier window's. */
function isOfWindow(name: string): boolean {
  const pid = Number(name)
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true })
  } catch {
    // A browser on Windows may still be reading it; the next start removes it.
  }
}
