/** Answers with the preview of a report. */

import * as l10n from '@vscode/l10n'
import { answerInSlices } from '../answering'
import type { Context } from '../context'
import { checkIn } from '../documents'
import { type PreviewParams, type PreviewResult, previewMethod } from '../protocol'
import { inSlices } from '../slices'
import type { Tools } from '../tools'

export function servePreview(context: Context, tools: Tools): void {
  answerInSlices<PreviewParams, PreviewResult>(
    context,
    previewMethod,
    async ({ document, report }, { problems }, token) => {
      const findings = problems
        ? ((await checkIn(document, (await context.settings.of(document.uri)).severities, token))
            ?.findings ?? [])
        : []
      const { previewSteps } = await tools.preview()
      return await inSlices(previewSteps(report, findings), token)
    },
    () => ({
      error: l10n.t(
        'This text is not recognised as an inspection report yet. Give it the title of a report, or choose its type.',
      ),
    }),
  )
}
