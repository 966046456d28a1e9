/** What the user ignores on the page of a Word document or PDF, with the reasons, for the record of a check. */

import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type IgnoredProblem,
  type ProblemListParams,
  type ProblemListResult,
  problemListMethod,
} from '../../../server/src/lsp/protocol'
import type { CheckedFiles } from '../problems/checked-files'
import type { WhatLeaves } from './what-leaves'

/** None for a draft, whose text says what is ignored. */
export async function ignoredProblems(
  client: LanguageClient,
  files: CheckedFiles,
  what: WhatLeaves,
): Promise<readonly IgnoredProblem[]> {
  const document = what.kind === 'text' ? undefined : await files.open(what.uri)
  if (document === undefined) return []
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const params: ProblemListParams = { textDocument }
  const list = await client.sendRequest<ProblemListResult>(problemListMethod, params)
  if (list.error !== undefined) return []
  const { remembered } = files
  const { ignored } = remembered.of(remembered.reportOf(list.subject, what.uri.toString()))
  return list.problems.flatMap(({ identity, section, within, message }) => {
    const reason = ignored[remembered.fingerprint(identity)]
    const place = within === '' ? section : `${section}, ${within}`
    return reason === undefined ? [] : [{ place, message, reason }]
  })
}
