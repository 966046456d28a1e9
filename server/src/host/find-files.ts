/** Finds the files in a folder and everything below it, whatever else is there. */

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

export interface FoundFile {
  readonly path: string
  /** Why it cannot be read, as far as its folder shows; it may then itself be a folder. */
  readonly error?: unknown
}

type IsWanted = (name: string) => boolean

/**
 * The ordinary files with a wanted name, in the order of their names: `folder/a.md`, `folder/old/b.md`. Hidden
 * folders and those of programs are skipped, as they hold no reports. Anything that cannot be read comes with
 * its `error`: folders, and pipes or devices with a wanted name. `onLink` gets each link; none is followed.
 */
export async function* ordinaryFiles(
  folder: string,
  isWanted: IsWanted,
  onLink: (link: string) => void = () => {},
): AsyncGenerator<FoundFile> {
  let entries: readonly Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder, error }
    return
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* ordinaryFiles(file, isWanted, onLink)
    } else if (entry.isSymbolicLink()) onLink(file)
    else if (isWanted(entry.name))
      yield entry.isFile() ? { path: file } : { path: file, error: { code: 'EFTYPE' } }
  }
}

/**
 * The same as `ordinaryFiles`, with the targets of links as well. Each file comes once: under its own name
 * where that is in the folder too. Links that lead round in a circle do no harm.
 */
export async function filesBelow(
  folder: string,
  isWanted: IsWanted,
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = []
  /** Files and folders that links have led to, or would lead to, by their real names. */
  const known = new Set<string>()
  // Files that are in the folder themselves come before those that links lead to.
  const folders = [folder]
  for (const each of folders) {
    const real = await realpath(each).catch(() => each)
    if (known.has(real)) continue
    known.add(real)
    const links: string[] = []
    for await (const file of ordinaryFiles(each, isWanted, link => links.push(link))) {
      const own = path.join(real, path.relative(each, file.path))
      if (!known.has(own) || file.path === each) found.push(file)
      known.add(own)
    }
    for (const link of links) {
      const name = path.basename(link)
      const to = await stat(link).catch((error: unknown) => ({ error }))
      if ('error' in to) {
        if (isWanted(name)) found.push({ path: link, error: dangling(to.error) })
      } else if (to.isDirectory()) {
        if (name !== 'node_modules') folders.push(link)
      } else if (isWanted(name)) {
        // It may have just been removed; that is then reported when it is read.
        const own = await realpath(link).catch(() => link)
        if (!known.has(own))
          found.push(to.isFile() ? { path: link } : { path: link, error: { code: 'EFTYPE' } })
        known.add(own)
      }
    }
  }
  return found
}

function dangling(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? { code: 'EDANGLING' } : error
}
