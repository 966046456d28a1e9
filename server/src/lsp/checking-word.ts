/** Checking a Word document as it is, which the client hands over as bytes: nothing is written. */

import * as l10n from '@vscode/l10n'
import { problemList } from '../features/problem-list'
import { parseReport } from '../report/parse'
import { checkReport } from '../rules/run'
import type { Context } from './context'
import { type CheckWordParams, type CheckWordResult, checkWordMethod } from './protocol'
import type { Tools } from './tools'

export function serveWordChecks({ connection, settings, types }: Context, tools: Tools): void {
  connection.onRequest<CheckWordResult, void>(
    checkWordMethod,
    async ({ name, bytes }: CheckWordParams): Promise<CheckWordResult> => {
      if (tools.import === undefined)
        return { error: l10n.t('Word documents cannot be checked in a browser.') }
      const { ImportError, readWord } = await tools.import()
      try {
        const { text } = readWord(new Uint8Array(Buffer.from(bytes, 'base64')))
        const report = parseReport(text, { types: types.catalogue() })
        if (report === undefined) {
          return {
            error: l10n.t(
              'This is not a report of a known type. Check that it begins with its title.',
            ),
          }
        }
        const findings = checkReport(report, await settings.severities())
        return { problems: findings.length, page: problemList(name, report, findings) }
      } catch (error) {
        if (error instanceof ImportError) return { error: error.message }
        throw error
      }
    },
  )
}
