/** What only some servers have: bundles that are loaded when they are used, and the files of a computer. */

import type * as Export from '../export/export'
import type * as Preview from '../export/preview'
import type * as Import from '../import/import'

export interface Tools {
  readonly export?: () => Promise<typeof Export>
  readonly import?: () => Promise<typeof Import>
  readonly preview?: () => Promise<typeof Preview>
  readonly folders?: FolderTexts
}

/** The texts in a folder and all that is in it. */
export interface FolderTexts {
  /** In the order of their names; none for a folder that cannot be read. */
  list(folder: string): AsyncIterable<TextFile>
  /** Fails for what cannot be read. */
  read(file: TextFile): Promise<string>
}

export interface TextFile {
  readonly uri: string
  /** In bytes. */
  readonly size: number
  /** When it was last changed; differs for every change. */
  readonly changed: number
}
