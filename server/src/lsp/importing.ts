/** Making drafts of files and pasted text: the client reads and shows them, the server does the work. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import { parseReport } from '../report/parse'
import type { Context } from './context'
import {
  type ImportParams,
  type ImportProgressParams,
  type ImportResult,
  importMethod,
  importProgressMethod,
  type TidyParams,
  type TidyResult,
  tidyMethod,
} from './protocol'
import type { Tools } from './tools'

const noTools = () => l10n.t('Files cannot be imported in a browser.')

export function serveImport({ connection, types }: Context, tools: Tools): void {
  connection.onRequest<ImportResult, void>(
    importMethod,
    async ({ name, bytes, id }: ImportParams, token: CancellationToken): Promise<ImportResult> => {
      if (tools.import === undefined) return { error: noTools() }
      const { changeList, ImportError, importFile, listedPlaces } = await tools.import()
      try {
        const imported = await importFile(new Uint8Array(Buffer.from(bytes, 'base64')), {
          parse: { types: types.catalogue() },
          isCancelled: () => token.isCancellationRequested,
          onProgress: (done, all) => {
            const progress: ImportProgressParams = { id, done, all }
            void connection.sendNotification(importProgressMethod, progress)
          },
        })
        const { text, changes } = imported
        const list = changeList(name, changes)
        return { text, changes: list, places: listedPlaces(list, changes) }
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        // What a library says is for the log.
        if (error.cause !== undefined) connection.console.error(String(error.cause))
        return { error: error.message }
      }
    },
  )
  connection.onRequest<TidyResult, void>(
    tidyMethod,
    async ({ text, html, isPart }: TidyParams): Promise<TidyResult> => {
      if (tools.import === undefined) return { error: noTools() }
      const { htmlToText, tidy } = await tools.import()
      const source = (html === undefined ? undefined : htmlToText(html)) ?? text
      const parse = { types: types.catalogue() }
      const whole = isPart ? undefined : tidy(source, { parse })
      // A list or a letter to somebody is no draft of a report.
      const isReport = whole !== undefined && parseReport(whole.text, parse) !== undefined
      const tidied = isReport ? whole : tidy(source, { parse, isPart: true })
      const open = tidied.changes.filter(({ decided }) => !decided).length
      return { text: tidied.text, changed: tidied.changes.length - open, open }
    },
  )
}
