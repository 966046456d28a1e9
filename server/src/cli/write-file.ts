/** Writes files in one step, so that a crash leaves the old file or the new one. */

import {
  access,
  constants,
  copyFile,
  link,
  open,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes the bytes to a new file beside the old one and puts it in its place, with the old one's mode.
 * A link stays a link: the file that it leads to is replaced.
 *
 * Throws the system's error if that is not possible; the old file is then untouched.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file)
  await access(target, constants.W_OK)
  const { mode } = await stat(target)
  const fresh = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  try {
    const handle = await open(fresh, 'wx', mode)
    try {
      await handle.writeFile(bytes)
      await handle.chmod(mode & 0o7777)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, target)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}

/**
 * Writes the bytes to a file that is not there yet, in one step. Throws the system's error where that is
 * not possible; where a file of that name has come in between, it stays as it is (`EEXIST`).
 */
export async function createFile(file: string, bytes: Uint8Array): Promise<void> {
  const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`)
  try {
    const handle = await open(fresh, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(fresh, file).catch(error => {
      // Some network drives know no links.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(error.code)) throw error
      return copyFile(fresh, file, constants.COPYFILE_EXCL)
    })
  } finally {
    await rm(fresh, { force: true })
  }
}
