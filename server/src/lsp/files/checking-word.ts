/** Checking a Word document as it is, which the client hands over as bytes: nothing is written. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import { problemList } from '../../features/lists/problem-list'
import { pageAsMarkdown } from '../../features/page/markdown'
import { parseSteps } from '../../report/parse'
import { checkSteps } from '../../rules/run'
import type { Context } from '../context'
import { type CheckWordParams, type CheckWordResult, checkWordMethod } from '../protocol'
import { inSlices } from '../slices'
import type { Tools } from '../tools'

export function serveWordChecks({ connection, settings, types }: Context, tools: Tools): void {
  connection.onRequest<CheckWordResult, void>(
    checkWordMethod,
    async (
      { name, bytes }: CheckWordParams,
      token: CancellationToken,
    ): Promise<CheckWordResult> => {
      if (tools.import === undefined)
        return { error: l10n.t('Word documents cannot be checked in a browser.') }
      const { ImportError, readWordSteps } = await tools.import()
      try {
        const file = new Uint8Array(Buffer.from(bytes, 'base64'))
        const { text } = await inSlices(readWordSteps(file), token)
        const report = await inSlices(parseSteps(text, { types: types.catalogue() }), token)
        if (report === undefined) {
          return {
            error: l10n.t(
              'This is not a report of a known type. Check that it begins with its title.',
            ),
          }
        }
        const severities = await settings.severities()
        const findings = await inSlices(checkSteps(report, severities), token)
        return {
          problems: findings.length,
          page: pageAsMarkdown(problemList(name, report, findings)),
        }
      } catch (error) {
        if (error instanceof ImportError) return { error: error.message }
        throw error
      }
    },
  )
}
