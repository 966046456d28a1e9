/** Standard output and error output: what is written arrives whole, or the failure is noticed. */

import { fstatSync, writeSync } from 'node:fs'
import { terminalText } from '../text/escape'

export interface Output {
  /** Writes the text; on a terminal, without anything that would control it. Does nothing once writing has failed. */
  readonly write: (text: string) => void
}

/**
 * The output over a stream of the process. `onFailure` is called once, at the first failure: with the
 * system's error, or with `undefined` where the reader has seen enough (`| head`).
 */
export function outputOver(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onFailure: (error: NodeJS.ErrnoException | undefined) => void,
): Output {
  let hasFailed = false
  const fail = (error: NodeJS.ErrnoException): void => {
    if (hasFailed) return
    hasFailed = true
    onFailure(error.code === 'EPIPE' ? undefined : error)
  }
  stream.on('error', fail)
  const writeAll = isFile(stream.fd)
    ? (text: string) => writeInto(stream.fd, Buffer.from(text))
    : (text: string) => void stream.write(text)
  return {
    write: text => {
      if (hasFailed) return
      try {
        // What goes into a file or to another program stays as it is.
        writeAll(stream.isTTY === true ? terminalText(text) : text)
      } catch (error) {
        fail(error as NodeJS.ErrnoException)
      }
    },
  }
}

/** Node writes into a file only as much as there is room for, and does not report the rest. */
function writeInto(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile()
  } catch {
    return false
  }
}

/** Why nothing more was written, in one sentence. */
export function lostOutput({ code }: NodeJS.ErrnoException): string {
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? 'The output could not be written, because the disk is full. Make room on it, or write to another one.'
    : `The output could not be written (${code ?? 'for a reason that is not known'}). Write it to another place.`
}
