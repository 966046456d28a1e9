/** Tidies a report, or a part of it, when the user formats it. */

import {
  type CancellationToken,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from 'vscode-languageserver'
import { formatting } from '../../features/edit/formatting'
import { parseSteps } from '../../report/parse'
import type { Span } from '../../text/span'
import { openReportIn } from '../answering'
import type { Context } from '../context'
import { editOf, spanOf } from '../convert'
import { whetherChanged } from '../documents'
import { inSlices } from '../slices'

/** Reports may also be Markdown files or plain text, but formatting those is for other extensions. */
const documentSelector = [{ language: 'inspection-report' }]

export function serveFormatting(context: Context): void {
  const { connection, types, abilities, onReady } = context
  if (abilities.registersFormatting)
    onReady(() => {
      void connection.client.register(DocumentFormattingRequest.type, { documentSelector })
      void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector })
    })
  const format = async (
    params: Parameters<typeof openReportIn>[1],
    rangeIn: (lines: Parameters<typeof spanOf>[0]) => Span | undefined,
    token: CancellationToken,
  ): Promise<TextEdit[] | null> => {
    const found = await openReportIn(context, params, token)
    // Null, so that other formatters of this language are asked.
    if (found === undefined) return null
    const { document, report } = found
    const options = { types: types.catalogue(), choice: types.choiceFor(document.uri) }
    const readAgain = (text: string) => parseSteps(text, options)
    const steps = formatting(report, readAgain, rangeIn(report.lines))
    const edits = await inSlices(steps, token, { isOutdated: whetherChanged(document) })
    return edits.map(edit => editOf(report.lines, edit))
  }
  connection.onDocumentFormatting((params, token) => format(params, () => undefined, token))
  connection.onDocumentRangeFormatting((params, token) =>
    format(params, lines => spanOf(lines, params.range), token),
  )
}
