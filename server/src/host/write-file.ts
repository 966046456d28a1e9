/** Writes files so that none is ever half-written, and nothing else is left in their folders. */

import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { threadId } from 'node:worker_threads'

/**
 * Writes the bytes to a file, whether or not there is one of that name, as `replaceFile` or `createFile` would.
 */
export async function writeFile(file: string, bytes: Uint8Array): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    error => {
      if (isOneOf(error, ['ENOENT'])) return false
      throw error
    },
  )
  await (isThere ? replaceFile(file, bytes) : createFile(file, bytes))
}

/**
 * Writes the bytes to a new file beside the old one and puts it in its place, with the old one's mode and
 * owner. A symbolic link remains one: the file that it leads to is replaced. A file that has several names is
 * written in place, since the others would keep the old text; so is one that no other file can replace, as in a
 * folder that may not be changed.
 *
 * Throws the system's error if that is not possible, or `EFTYPE` for anything that is not an ordinary file; the
 * old file then keeps its contents.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file)
  const old = await stat(target)
  if (!old.isFile()) throw notOrdinary(old.isDirectory())
  await access(target, constants.W_OK)
  if (old.nlink > 1) return writeInPlace(target, bytes)
  try {
    // Until it has the permissions of the old file, nobody else can read it.
    await beside(target, bytes, 0o600, async fresh => {
      await takeOver(fresh, old)
      await rename(fresh, target)
    })
  } catch (error) {
    if (!isOneOf(error, ['EACCES', 'EPERM', 'EBUSY', 'EXDEV', 'EROFS'])) throw error
    await writeInPlace(target, bytes)
  }
}

/**
 * Writes the bytes to a file that does not exist yet, in one step, and creates its folder where that is
 * missing. Where a link leads to no file, the file is created there. Throws the system's error where that is
 * not possible, and leaves neither file nor folder; a file of that name that has appeared in the meantime stays
 * as it is (`EEXIST`).
 */
export async function createFile(file: string, bytes: Uint8Array): Promise<void> {
  const made = await mkdir(path.dirname(file), { recursive: true })
  try {
    const target = await targetOf(file)
    await beside(target, bytes, 0o666, async fresh => {
      try {
        await link(fresh, target)
      } catch (error) {
        // Some drives do not support links; Windows calls that EISDIR.
        if (!isOneOf(error, ['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EISDIR'])) throw error
        await reserve(target)
        await rename(fresh, target).catch(async failure => {
          await rm(target, { force: true })
          throw failure
        })
      }
    })
  } catch (error) {
    if (made !== undefined) await removeEmpty(path.dirname(file), made)
    throw error
  }
}

/** What a link leads to, whether or not that exists; the file itself where it is not a link. */
async function targetOf(file: string): Promise<string> {
  const to = await readlink(file).catch(() => undefined)
  if (to === undefined) return file
  const next = path.resolve(await realpath(path.dirname(file)), to)
  // A loop is detected here.
  await stat(file).catch(error => {
    if (!isOneOf(error, ['ENOENT'])) throw error
  })
  return targetOf(next)
}

async function reserve(target: string): Promise<void> {
  const handle = await open(target, 'wx')
  await handle.close()
}

/** Removes folders that turned out not to be needed: from `folder` up to `first`. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  const end = path.dirname(path.resolve(first))
  for (let each = path.resolve(folder); each !== end; each = path.dirname(each)) {
    const isGone = await rmdir(each).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}

/** Takes over the mode and the owner of the old file; fails where they cannot be had. */
async function takeOver(
  fresh: string,
  old: { readonly mode: number; readonly uid: number; readonly gid: number },
): Promise<void> {
  const { uid, gid } = await stat(fresh)
  if (uid !== old.uid || gid !== old.gid) await chown(fresh, old.uid, old.gid)
  await chmod(fresh, old.mode & 0o7777)
}

/** Overwrites the old bytes; if the disk fills up on the way, they are written back. */
async function writeInPlace(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    const old = await handle.readFile()
    try {
      await overwrite(handle, bytes)
    } catch (error) {
      await overwrite(handle, old)
      throw error
    }
  } finally {
    await handle.close()
  }
}

/** Cuts the file only when everything has been written, so that there is room for what may be written back. */
async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0
  while (at < bytes.length)
    at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten
  await handle.truncate(bytes.length)
  await handle.sync()
}

function notOrdinary(isFolder: boolean): Error {
  const code = isFolder ? 'EISDIR' : 'EFTYPE'
  return Object.assign(new Error(`${code}: not an ordinary file`), { code })
}

// --- Files beside others ------------------------------------------------------------------------

/**
 * The name says which file is being written, and by which process and thread, all as numbers: a report's name may be
 * too long to be made longer, and is nobody else's business.
 */
const freshName = /^\.inspection-reports-([0-9a-f]{12})-([0-9a-f]{6})-(\d+)-(\d+)-\d+\.tmp$/

const computer = numberOf(hostname(), 6)

/** Those that this thread is writing. */
const writing = new Set<string>()
let count = 0

/** How old, in milliseconds, such a file must be to count as left over, where its writer cannot be checked. */
const longAgo = 60 * 60_000

/**
 * Writes the bytes to a fresh file of that mode in the folder of `target`, and lets `put` turn it into the target. The
 * fresh file is gone afterwards, and so are those of earlier writes of the same file that were killed.
 */
async function beside(
  target: string,
  bytes: Uint8Array,
  mode: number,
  put: (fresh: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(target)
  const of = numberOf(path.basename(target).normalize('NFC').toLowerCase(), 12)
  await removeLeftovers(folder, of)
  const name = `.inspection-reports-${of}-${computer}-${process.pid}-${threadId}-${++count}.tmp`
  const fresh = path.join(folder, name)
  writing.add(name)
  try {
    const handle = await open(fresh, 'wx', mode)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await put(fresh)
  } finally {
    await rm(fresh, { force: true })
    writing.delete(name)
  }
}

/**
 * Removes what writes that were killed have left in a folder: of the file with the number `of`, or of any file of ours.
 * Returns how many were removed.
 */
export async function removeLeftovers(folder: string, of?: string): Promise<number> {
  let count = 0
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, file, by, pid, thread] = freshName.exec(name) ?? []
    if (file === undefined || file !== (of ?? file) || writing.has(name)) continue
    const leftover = path.join(folder, name)
    const isOver =
      (by === computer && !isRunning(Number(pid), Number(thread))) ||
      Date.now() - ((await stat(leftover).catch(() => undefined))?.mtimeMs ?? 0) > longAgo
    // A process that may not remove it can still write its own file.
    if (!isOver) continue
    count += await rm(leftover, { force: true }).then(
      () => 1,
      () => 0,
    )
  }
  return count
}

function isRunning(pid: number, thread: number): boolean {
  // A file with our numbers that we are not writing belongs to an earlier process that had the same.
  if (pid === process.pid) return thread !== threadId
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isOneOf(error, ['EPERM'])
  }
}

function numberOf(words: string, digits: number): string {
  return createHash('sha256').update(words).digest('hex').slice(0, digits)
}

function isOneOf(error: unknown, codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException | undefined)?.code ?? '')
}
