/** The list of a report's problems, for somebody who does not read its text. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import {
  compareProblems,
  type ListedProblem,
  listProblems,
  subjectOf,
  sumOfProblems,
} from '../../features/lists/problem-list'
import { checkSteps, type Severities } from '../../rules/run'
import { checkedReportIn } from '../answering'
import type { Context } from '../context'
import { rangeOf } from '../convert'
import { readText } from '../documents'
import { type ProblemListParams, type ProblemListResult, problemListMethod } from '../protocol'
import { inSlices } from '../slices'

export function serveProblemLists(context: Context): void {
  context.connection.onRequest<ProblemListResult, void>(
    problemListMethod,
    async (params: ProblemListParams, token: CancellationToken): Promise<ProblemListResult> => {
      const found = await checkedReportIn(context, params, token)
      if (found === undefined) return notAReport()
      const { report, check, severities } = found
      const problems = listProblems(report, check.findings)
      const earlier = await listOfEarlier(context, params, severities, token)
      const compared = earlier && compareProblems(earlier, problems)
      return {
        sum: sumOfProblems(problems),
        type: report.type.name,
        subject: subjectOf(report) ?? null,
        problems: problems.map(({ span, ...problem }) => ({
          ...problem,
          target: rangeOf(report.lines, span),
          isKnown: compared === undefined ? null : compared.known.has(problem.identity),
        })),
        putRight: (compared?.putRight ?? []).map(({ span: _, ...problem }) => problem),
      }
    },
  )
}

/** The problems of the earlier version; none where it is not a report. Undefined where there is none. */
async function listOfEarlier(
  { types }: Context,
  { textDocument, earlier }: ProblemListParams,
  severities: Severities,
  token: CancellationToken,
): Promise<readonly ListedProblem[] | undefined> {
  if (earlier === undefined) return undefined
  const report = await inSlices(readText(types, textDocument.uri, earlier), token)
  if (report === undefined) return []
  return listProblems(report, await inSlices(checkSteps(report, severities), token))
}

const notAReport = () => ({
  error: l10n.t(
    'This is not a report of a known type, so nothing in it could be checked. Check that it begins with its title.',
  ),
})
