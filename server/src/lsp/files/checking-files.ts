/** Checking a Word document or PDF as it is, which the client hands over as bytes: nothing is written. */

import type { CancellationToken } from 'vscode-languageserver'
import { bytesOf } from '../../host/base64'
import { traceOf } from '../../host/failure-trace'
import type { Context } from '../context'
import {
  type ImportProgressParams,
  importProgressMethod,
  type ReadToCheckParams,
  type ReadToCheckResult,
  readToCheckMethod,
} from '../protocol'
import { inSlices, pause } from '../slices'
import type { Tools } from '../tools'

export function serveCheckedFiles({ connection, types }: Context, tools: Tools): void {
  connection.onRequest<ReadToCheckResult, void>(
    readToCheckMethod,
    async (
      { bytes, id }: ReadToCheckParams,
      token: CancellationToken,
    ): Promise<ReadToCheckResult> => {
      const { ImportError, readToCheck, summaryOf } = await tools.import()
      try {
        const { text, changes } = await readToCheck(bytesOf(bytes), {
          parse: { types: types.catalogue() },
          run: steps => inSlices(steps, token),
          pause: () => pause(token),
          onProgress: (done, all) => {
            const progress: ImportProgressParams = { id, done, all }
            void connection.sendNotification(importProgressMethod, progress)
          },
        })
        const open = changes.filter(({ decided }) => !decided).map(({ message }) => message)
        const accepted = summaryOf(changes.filter(({ decided }) => decided))
        return { text, remarks: [...new Set(open), ...accepted] }
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        if (error.cause !== undefined)
          connection.console.error(`A file could not be read, ${traceOf(error.cause)}`)
        return { error: error.message }
      }
    },
  )
}
