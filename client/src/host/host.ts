/** What the rest of the extension asks of the place where it runs: a computer, or a browser. */

import type { Disposable, ExtensionContext, Uri } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'

export interface Host {
  /** The connection to a server that is still to be started. */
  connect(context: ExtensionContext, options: LanguageClientOptions): Connected
  /** Reads and writes the files of a computer with care; undefined where VS Code does all of it. */
  readonly disk: Disk | undefined
  /** The folder of the user; undefined where there is none. */
  readonly home: Uri | undefined
  /** Where a page can be put for the computer's own browser; undefined where VS Code is in a browser itself. */
  readonly printed: PrintedPage | undefined
  /** Tells what VS Code's own watching misses in a folder; undefined where nothing is missed. */
  readonly watchInside: WatchInside | undefined
}

export interface Connected {
  readonly client: BaseLanguageClient
  /** Ends a server that does not listen; the client notices, and starts another. */
  readonly endServer: () => void
}

/** Files by their paths. Each throws the system's error, or one with a code like it. */
export interface Disk {
  /** Fails with `EFBIG` for a file of more than `largest` bytes, and does not wait for a pipe or a device. */
  read(path: string, largest?: number): Promise<Uint8Array>
  /** Writes a file, whether or not there is one of that name. If that fails, the old one is as it was. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Writes a new file; fails with `EEXIST` where there is one of that name. */
  create(path: string, bytes: Uint8Array): Promise<void>
  /** Removes what writes that were killed have left in a folder; returns how many files. */
  removeLeftovers(folder: string): Promise<number>
}

export interface PrintedPage {
  /** Puts a page where the browser can open it, in place of the one before, and returns its path. */
  put(html: string): string
  /** Removes it; says whether there was one. */
  remove(): boolean
  /** The same, when the extension ends. */
  dispose(): void
}

/**
 * Calls `changed` when something changes in a folder, and `gone` when the folder is gone, until it is disposed.
 * Undefined where it cannot be watched.
 */
export type WatchInside = (
  path: string,
  changed: () => void,
  gone: () => void,
) => Disposable | undefined

let present: Host | undefined

/** Says once, at the start, where the extension runs. */
export function runIn(host: Host): void {
  present = host
}

/** Where the extension runs. */
export function host(): Host {
  if (present === undefined) throw new Error('The extension has not been started.')
  return present
}
