/** Reads ordinary files, and no more of them than is wanted: a pipe might never begin, a device never end. */

import { constants, lstat, open } from 'node:fs/promises'

/**
 * The bytes of an ordinary file, or of the file that a link leads to. Waits for nothing but the disk.
 *
 * Throws the system's error where it cannot be read, and an error with a code like the system's where it is a
 * folder (`EISDIR`), not an ordinary file (`EFTYPE`), larger than `largest` bytes (`EFBIG`), or a link that
 * leads to no file (`EDANGLING`).
 */
export async function readFile(file: string, largest = Number.POSITIVE_INFINITY): Promise<Buffer> {
  // Without waiting for another program to write into a pipe. Windows has no such flag, and no such files.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
  const handle = await open(file, flags).catch(async error => {
    const isLink = error.code === 'ENOENT' && (await isThere(file))
    // A socket cannot even be opened.
    throw isLink ? fault('EDANGLING') : error.code === 'ENXIO' ? fault('EFTYPE') : error
  })
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw fault('EISDIR')
    if (!found.isFile()) throw fault('EFTYPE')
    if (found.size > largest) throw fault('EFBIG')
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

function isThere(link: string): Promise<boolean> {
  return lstat(link).then(
    () => true,
    () => false,
  )
}

const words: Readonly<Record<string, string>> = {
  EDANGLING: 'a broken link',
  EISDIR: 'a folder',
  EFTYPE: 'not an ordinary file',
  EFBIG: 'too large',
}

function fault(code: string): Error {
  return Object.assign(new Error(`${code}: ${words[code]}`), { code })
}
