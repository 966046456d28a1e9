/** Answers with the preview of a report. */

import * as l10n from '@vscode/l10n'
import type { Context } from './context'
import { checkOf, reportOf } from './documents'
import { type PreviewParams, type PreviewResult, previewMethod } from './protocol'
import type { Tools } from './tools'

export function servePreview({ connection, texts, settings }: Context, tools: Tools): void {
  connection.onRequest<PreviewResult, void>(
    previewMethod,
    async ({ textDocument, problems }: PreviewParams): Promise<PreviewResult> => {
      const severities = await settings.severities()
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined)
        return {
          error: l10n.t(
            'This text is not recognised as an inspection report yet. Give it the title of one, or choose its type.',
          ),
        }
      if (tools.preview === undefined) return { error: l10n.t('There is no preview in a browser.') }
      const findings = problems ? (checkOf(document, severities)?.findings ?? []) : []
      const { previewOf } = await tools.preview()
      return previewOf(report, findings)
    },
  )
}
