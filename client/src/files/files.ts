/** Reads and writes files for the user: those on this computer with care, all others as VS Code does. */

import { FileSystemError, Uri, workspace } from 'vscode'
import { type Disk, host } from '../host/host'

/**
 * The bytes of a file. Throws where it cannot be read, is larger than `largest` bytes, or is a pipe or a
 * device, which VS Code would wait for.
 */
export async function readFile(uri: Uri, largest?: number): Promise<Uint8Array> {
  const disk = diskOf(uri)
  if (disk !== undefined) return disk.read(uri.fsPath, largest)
  const bytes = await workspace.fs.readFile(uri)
  if (bytes.length > (largest ?? bytes.length))
    throw Object.assign(new Error('EFBIG: too large'), { code: 'EFBIG' })
  return bytes
}

/**
 * Writes a file, whether or not there is one of that name. If that fails, the old one is as it was; links and
 * permissions are kept.
 */
export async function writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
  const disk = diskOf(uri)
  if (disk !== undefined) await disk.write(uri.fsPath, bytes)
  else await workspace.fs.writeFile(uri, bytes)
}

/** Writes a new file. Throws with the code `EEXIST`, and writes nothing, where there is one of that name. */
export async function createFile(uri: Uri, bytes: Uint8Array): Promise<void> {
  const disk = diskOf(uri)
  if (disk !== undefined) return disk.create(uri.fsPath, bytes)
  if (await isThere(uri)) throw Object.assign(new Error('EEXIST: there is one'), { code: 'EEXIST' })
  await workspace.fs.writeFile(uri, bytes)
}

/** Removes what writes that were killed have left beside a file; says whether there was anything. */
export async function removeLeftoversBeside(uri: Uri): Promise<boolean> {
  const folder = Uri.joinPath(uri, '..').fsPath
  return ((await diskOf(uri)?.removeLeftovers(folder)) ?? 0) > 0
}

/** In a browser, files of this scheme are those of a folder that the user has let VS Code open. */
function diskOf({ scheme }: Uri): Disk | undefined {
  return scheme === 'file' ? host().disk : undefined
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch (error) {
    // Whatever else fails says nothing about the name.
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false
    throw error
  }
}
