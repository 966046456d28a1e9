/** Comments into a copy of a Word document that is checked, which the client hands over as bytes and writes. */

import type { CancellationToken } from 'vscode-languageserver'
import { findingsLeft } from '../../features/lists/problem-list'
import { base64Of, bytesOf } from '../../host/base64'
import { traceOf } from '../../host/failure-trace'
import { checkedReportIn, notAReport } from '../answering'
import type { Context } from '../context'
import { type CommentedCopyResult, type CopyParams, commentedCopyMethod } from '../protocol'
import { inSlices } from '../slices'
import type { Tools } from '../tools'

export function serveCommentedCopies(context: Context, tools: Tools): void {
  context.connection.onRequest<CommentedCopyResult, void>(
    commentedCopyMethod,
    async (params: CopyParams, token: CancellationToken): Promise<CommentedCopyResult> => {
      const found = await checkedReportIn(context, params, token)
      if (found === undefined) return notAReport()
      const { report, check } = found
      const findings = findingsLeft(report, check.findings, new Set(params.settled))
      if (findings.length === 0) return { copy: null, comments: 0, leftOut: 0, unplaced: 0 }
      const { ImportError, commentedCopy } = await tools.import()
      try {
        const problems = { report, findings, at: new Date() }
        const steps = commentedCopy(bytesOf(params.bytes), problems)
        const { bytes, ...counts } = await inSlices(steps, token)
        return { copy: counts.comments === 0 ? null : base64Of(bytes), ...counts }
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        if (error.cause !== undefined)
          context.connection.console.error(`A file could not be copied, ${traceOf(error.cause)}`)
        return { error: error.message }
      }
    },
  )
}
