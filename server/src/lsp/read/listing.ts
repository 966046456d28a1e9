/** Lists made of reports: their judgements as a file, and the points for the author. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import { isSameAuthority } from '../../features/compare/same-authority'
import { judgementsAsCsv, judgementsAsJson, listJudgements } from '../../features/lists/judgements'
import { pointsForAuthor } from '../../features/lists/points-for-author'
import { findingsLeft } from '../../features/lists/problem-list'
import { pageAsHtml } from '../../features/page/html'
import { pageAsMarkdown } from '../../features/page/markdown'
import { base64Of, bytesOf } from '../../host/base64'
import { decodeText } from '../../text/decode'
import { answerChecked } from '../answering'
import type { Context } from '../context'
import { readText, reportIn } from '../documents'
import {
  type PointsParams,
  type PointsResult,
  pointsMethod,
  type ReadJudgementsParams,
  type ReadJudgementsResult,
  readJudgementsMethod,
  type WriteJudgementsParams,
  type WriteJudgementsResult,
  writeJudgementsMethod,
} from '../protocol'
import { inSlices } from '../slices'
import type { Tools } from '../tools'

export function serveLists(context: Context, tools: Tools): void {
  const { connection, texts, types } = context
  connection.onRequest<ReadJudgementsResult, void>(
    readJudgementsMethod,
    async (
      { uri, file, text, bytes = '', sameAs }: ReadJudgementsParams,
      token: CancellationToken,
    ): Promise<ReadJudgementsResult> => {
      const document = texts.get(uri)
      const report =
        document === undefined
          ? await inSlices(readText(types, uri, text ?? decodeText(bytesOf(bytes))), token)
          : await reportIn(document, token)
      if (report === undefined) return null
      const list = listJudgements(report, file)
      if (sameAs === undefined) return list
      return { ...list, isSame: list.authority !== null && isSameAuthority(list.authority, sameAs) }
    },
  )
  connection.onRequest<WriteJudgementsResult, void>(
    writeJudgementsMethod,
    ({ reports, format }: WriteJudgementsParams): WriteJudgementsResult => ({
      content: format === 'csv' ? judgementsAsCsv(reports) : judgementsAsJson(reports),
    }),
  )
  answerChecked<PointsParams, PointsResult>(
    context,
    pointsMethod,
    async ({ report, check }, { format, notes, settled = [], day }) => {
      const findings = findingsLeft(report, check.findings, new Set(settled))
      const page = pointsForAuthor(report, findings, { notes, day })
      if (format !== 'docx')
        return { content: format === 'md' ? pageAsMarkdown(page) : pageAsHtml(page) }
      return { content: base64Of(await tools.pageAsWord(page)) }
    },
    () => ({
      error: l10n.t('This text is not a report of a known type, so there are no points to list.'),
    }),
  )
}
