/**
 * Exporting a report to Word: the server makes the document, the client asks where to save it and writes it.
 */

import { base64Of, bytesOf } from '../../host/base64'
import { answerInSlices, notAReport } from '../answering'
import type { Context } from '../context'
import { type ExportParams, type ExportResult, exportMethod } from '../protocol'
import type { Tools } from '../tools'

export function serveExport(context: Context, tools: Tools): void {
  const { translations } = context
  answerInSlices<ExportParams, ExportResult>(
    context,
    exportMethod,
    async ({ report }, { template: given, comments = false }, token) => {
      const template = given === undefined ? undefined : bytesOf(given)
      const made = await tools.export(report, { template, comments, translations, token })
      if ('refusal' in made) return { error: made.refusal }
      return { document: base64Of(made.bytes), remarks: made.remarks }
    },
    notAReport,
  )
}
