/** Has Word documents and PDFs read by the server. */

import { l10n, type Uri } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of } from '../../../server/src/host/base64'
import {
  type ImportProgressParams,
  importProgressMethod,
  type ReadToCheckParams,
  type ReadToCheckResult,
  readToCheckMethod,
} from '../../../server/src/lsp/protocol'
import { readFile } from '../files/files'
import { type LongWork, longWork } from '../messages/long-work'
import { failed } from '../messages/saying'

export type ReadText = Extract<ReadToCheckResult, { readonly error?: undefined }>

let requests = 0

export class FileReader {
  constructor(private readonly client: LanguageClient) {}

  /** The file's text; undefined where the user stopped it, or where it failed and this was said. */
  async read(file: Uri): Promise<ReadText | undefined> {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1)
    try {
      const result = await longWork(l10n.t('Checking {0}…', name), work => this.ask(file, work))
      if (result?.error === undefined) return result
      failed(`${name}: ${result.error}`)
    } catch (error) {
      failed(l10n.t('{0} could not be checked.', name), error)
    }
    return undefined
  }

  /** The same where nobody asked for it: undefined where it cannot be read at the moment. */
  async readQuietly(file: Uri): Promise<ReadToCheckResult | undefined> {
    try {
      return await this.ask(file)
    } catch {
      return undefined
    }
  }

  /** The same as a part of other work; throws where the file cannot be read. */
  async ask(file: Uri, work?: LongWork): Promise<ReadToCheckResult> {
    const id = -++requests
    const following = this.client.onNotification(
      importProgressMethod,
      ({ done, all, ...each }: ImportProgressParams) => {
        if (each.id === id) work?.tell(l10n.t('page {0} of {1}', done, all), done, all)
      },
    )
    try {
      const bytes = base64Of(await readFile(file))
      const params: ReadToCheckParams = { bytes, id }
      return await this.client.sendRequest<ReadToCheckResult>(
        readToCheckMethod,
        params,
        work?.token,
      )
    } finally {
      following.dispose()
    }
  }
}
