/** What differs from server to server: how bundles are loaded when they are needed, and where files are. */

import type { CancellationToken } from 'vscode-languageserver'
import type { ExportedReport } from '../export/export'
import type * as Preview from '../export/preview'
import type { Page } from '../features/page/page'
import type * as Import from '../import/import'
import type { Report } from '../report/model'
import type { InitializationOptions } from './protocol'

export interface Tools {
  readonly export: ExportTool
  /** A page as a Word document. */
  readonly pageAsWord: (page: Page) => Promise<Uint8Array>
  readonly import: () => Promise<typeof Import>
  readonly preview: () => Promise<typeof Preview>
  readonly folders: FolderTexts
  /** A small text by its address; undefined where it cannot be read. */
  readonly readText?: (uri: string) => Promise<string | undefined>
}

/** The report as a Word document; `refusal` says why the template cannot be used, in a sentence. */
export type ExportTool = (
  report: Report,
  given: {
    readonly template: Uint8Array | undefined
    /** Do notes become comments? */
    readonly comments: boolean
    readonly translations: InitializationOptions['translations']
    readonly token: CancellationToken
  },
) => Promise<Exported>

export type Exported = ExportedReport | { readonly refusal: string }

/** The texts in a folder and everything below it. */
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
