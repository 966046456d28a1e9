/** Reads and writes files for the user: those on this computer with care, all others as VS Code does. */

import { FileSystemError, type Uri, workspace } from 'vscode'
import { readFile as readOrdinary } from '../../../server/src/host/read-file'
import {
  createFile as createWhole,
  writeFile as writeWhole,
} from '../../../server/src/host/write-file'

/**
 * The bytes of a file. Throws where it cannot be read, is larger than `largest` bytes, or is a pipe or a
 * device, which VS Code would wait for.
 */
export async function readFile(uri: Uri, largest?: number): Promise<Uint8Array> {
  if (uri.scheme === 'file') return readOrdinary(uri.fsPath, largest)
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
  if (uri.scheme === 'file') await writeWhole(uri.fsPath, bytes)
  else await workspace.fs.writeFile(uri, bytes)
}

/** Writes a new file. Throws with the code `EEXIST`, and writes nothing, where there is one of that name. */
export async function createFile(uri: Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme === 'file') return createWhole(uri.fsPath, bytes)
  const isThere = await workspace.fs.stat(uri).then(
    () => true,
    error => {
      // Whatever else fails says nothing about the name.
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return false
      throw error
    },
  )
  if (isThere) throw Object.assign(new Error('EEXIST: there is one'), { code: 'EEXIST' })
  await workspace.fs.writeFile(uri, bytes)
}
