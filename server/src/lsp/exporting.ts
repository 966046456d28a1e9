/** Exporting a report to Word: the server makes the document, the client asks where to and writes it. */

import * as l10n from '@vscode/l10n'
import { whatIsLeft } from '../features/overview'
import type { Context } from './context'
import { reportOf } from './documents'
import { placed } from './overview'
import {
  type ExportParams,
  type ExportResult,
  exportMethod,
  type LeftToWriteParams,
  type LeftToWriteResult,
  leftToWriteMethod,
  type PlacedOpen,
} from './protocol'
import type { Tools } from './tools'

const noReport = () =>
  l10n.t(
    'This text is not a report of a known type. Check its title, or choose the type of the report.',
  )

export function serveExport({ connection, texts, settings }: Context, tools: Tools): void {
  connection.onRequest<LeftToWriteResult, void>(
    leftToWriteMethod,
    async ({ textDocument }: LeftToWriteParams): Promise<LeftToWriteResult> => {
      const severities = await settings.severities()
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (report === undefined) return { error: noReport() }
      if (tools.export === undefined)
        return { error: l10n.t('Reports cannot be exported in a browser.') }
      return { left: placed(report.lines, whatIsLeft(report, severities)) as readonly PlacedOpen[] }
    },
  )
  connection.onRequest<ExportResult, void>(
    exportMethod,
    async (params: ExportParams): Promise<ExportResult> => {
      const document = texts.get(params.textDocument.uri)
      const report = document && reportOf(document)
      if (report === undefined || tools.export === undefined) return { error: noReport() }
      const { exportReport, TemplateError } = await tools.export()
      const template =
        params.template === undefined ? undefined : Buffer.from(params.template, 'base64')
      try {
        const { bytes, remarks } = await exportReport(report, { template })
        return { document: Buffer.from(bytes).toString('base64'), remarks }
      } catch (error) {
        if (error instanceof TemplateError) return { error: error.message }
        throw error
      }
    },
  )
}
