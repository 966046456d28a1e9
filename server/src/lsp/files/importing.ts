/** Making drafts from files and pasted text: the client reads and shows them, the server does the work. */

import type { CancellationToken } from 'vscode-languageserver'
import { bytesOf } from '../../host/base64'
import { traceOf } from '../../host/failure-trace'
import type { Context } from '../context'
import {
  type ImportParams,
  type ImportProgressParams,
  type ImportResult,
  importMethod,
  importProgressMethod,
  type TidyParams,
  type TidyResult,
  tidyMethod,
} from '../protocol'
import { inSlices, pause } from '../slices'
import type { Tools } from '../tools'

export function serveImport({ connection, types }: Context, tools: Tools): void {
  connection.onRequest<ImportResult, void>(
    importMethod,
    async ({ name, bytes, id }: ImportParams, token: CancellationToken): Promise<ImportResult> => {
      const { changeList, ImportError, importFile } = await tools.import()
      try {
        const imported = await importFile(bytesOf(bytes), {
          parse: { types: types.catalogue() },
          run: steps => inSlices(steps, token),
          pause: () => pause(token),
          onProgress: (done, all) => {
            const progress: ImportProgressParams = { id, done, all }
            void connection.sendNotification(importProgressMethod, progress)
          },
        })
        const { text, isReport } = imported
        const list = await inSlices(changeList(name, imported), token)
        return { text, changes: list.text, places: list.places, isReport }
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        // What a library says belongs in the log.
        if (error.cause !== undefined)
          connection.console.error(`A file could not be imported, ${traceOf(error.cause)}`)
        return { error: error.message }
      }
    },
  )
  connection.onRequest<TidyResult, void>(
    tidyMethod,
    async ({ text, html, isPart }: TidyParams, token: CancellationToken): Promise<TidyResult> => {
      const { htmlToText, tidySteps } = await tools.import()
      const source = (html === undefined ? undefined : htmlToText(html)) ?? text
      const parse = { types: types.catalogue() }
      const whole = isPart ? undefined : await inSlices(tidySteps(source, { parse }), token)
      // A list, or a letter to somebody, is not a draft of a report.
      const tidied =
        whole?.isReport === true
          ? whole
          : await inSlices(tidySteps(source, { parse, isPart: true }), token)
      const open = tidied.changes.filter(({ decided }) => !decided).length
      return { text: tidied.text, changed: tidied.changes.length - open, open }
    },
  )
}
