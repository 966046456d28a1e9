/** Lists made of reports: their judgements as a file, and the points for the author. */

import * as l10n from '@vscode/l10n'
import { judgementsAsCsv, judgementsAsJson, listJudgements } from '../features/list-judgements'
import { pageAsHtml } from '../features/page-html'
import { pageAsMarkdown } from '../features/page-markdown'
import { pointsForAuthor } from '../features/points-for-author'
import { isSameAuthority } from '../features/same-authority'
import type { Context } from './context'
import { checkOf, readText, reportOf } from './documents'
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
} from './protocol'

export function serveLists({ connection, texts, types, settings }: Context): void {
  connection.onRequest<ReadJudgementsResult, void>(
    readJudgementsMethod,
    ({ uri, file, text, sameAs }: ReadJudgementsParams): ReadJudgementsResult => {
      const document = texts.get(uri)
      const report = document === undefined ? readText(types, uri, text ?? '') : reportOf(document)
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
  connection.onRequest<PointsResult, void>(
    pointsMethod,
    async ({ textDocument, format, notes, day }: PointsParams): Promise<PointsResult> => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      const check = document && checkOf(document, await settings.severities())
      if (report === undefined || check === undefined)
        return {
          error: l10n.t(
            'This text is not a report of a known type, so nothing can be said about it.',
          ),
        }
      const page = pointsForAuthor(report, check.findings, { notes, day })
      return { content: format === 'md' ? pageAsMarkdown(page) : pageAsHtml(page) }
    },
  )
}
