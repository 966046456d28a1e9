/** Suggested changes into a copy of a Word document that is checked, which the client hands over and writes. */

import * as l10n from '@vscode/l10n'
import type { CancellationToken } from 'vscode-languageserver'
import type { FixAllOptions } from '../../features/edit/fix-all'
import { findingsLeft } from '../../features/lists/problem-list'
import { base64Of, bytesOf } from '../../host/base64'
import { traceOf } from '../../host/failure-trace'
import type * as Import from '../../import/import'
import type { Steps } from '../../text/steps'
import { checkedReportIn, notAReport } from '../answering'
import type { Context } from '../context'
import {
  type CopyParams,
  type OfferedChange,
  type SuggestedCopyParams,
  type SuggestedCopyResult,
  type SuggestionsResult,
  suggestedCopyMethod,
  suggestionsMethod,
} from '../protocol'
import { inSlices } from '../slices'
import type { Tools } from '../tools'

export function serveSuggestions(context: Context, tools: Tools): void {
  context.connection.onRequest<SuggestionsResult, void>(
    suggestionsMethod,
    async (params: CopyParams, token: CancellationToken): Promise<SuggestionsResult> => {
      const made = await work(context, tools, params, token, ({ suggestionsFor }, options) =>
        suggestionsFor(bytesOf(params.bytes), options),
      )
      if (made === undefined) return notAReport()
      if (made.error !== undefined) return made
      const { offered, byHand } = made.result
      return {
        offered: offered.map(offeredChange),
        byHand: byHand.map(({ title, place }) => (place === '' ? title : `${title} (${place})`)),
      }
    },
  )
  context.connection.onRequest<SuggestedCopyResult, void>(
    suggestedCopyMethod,
    async (params: SuggestedCopyParams, token: CancellationToken): Promise<SuggestedCopyResult> => {
      const chosen = new Set(params.chosen)
      const made = await work(context, tools, params, token, ({ suggestedCopy }, options) =>
        suggestedCopy(bytesOf(params.bytes), { ...options, chosen }, new Date()),
      )
      if (made === undefined) return notAReport()
      if (made.error !== undefined) return made
      const { bytes, applied, missed } = made.result
      const copy = applied.length === 0 ? null : base64Of(bytes)
      return { copy, suggested: applied.length, missed }
    },
  )
}

type Made<Result> =
  | { readonly result: Result; readonly error?: undefined }
  | { readonly error: string }

/** Does the work with the document’s own settings; undefined where it is not a report. */
async function work<Result>(
  context: Context,
  tools: Tools,
  params: CopyParams,
  token: CancellationToken,
  steps: (tool: typeof Import, options: FixAllOptions) => Steps<Result | undefined>,
): Promise<Made<Result> | undefined> {
  const found = await checkedReportIn(context, params, token)
  if (found === undefined) return undefined
  const settled = new Set(params.settled)
  const options: FixAllOptions = {
    types: context.types.catalogue(),
    choice: context.types.choiceFor(params.textDocument.uri),
    severities: found.severities,
    findingsLeft: (report, findings) => findingsLeft(report, findings, settled),
  }
  const tool = await tools.import()
  try {
    const result = await inSlices(steps(tool, options), token)
    return result === undefined ? undefined : { result }
  } catch (error) {
    if (!(error instanceof tool.ImportError)) throw error
    if (error.cause !== undefined)
      context.connection.console.error(`A file could not be copied, ${traceOf(error.cause)}`)
    return { error: error.message }
  }
}

/** More places than these are only counted. */
const mostPlaces = 3

function offeredChange({ changes, ...each }: Import.Suggestion): OfferedChange {
  const more = changes.length - mostPlaces
  const lines = changes
    .slice(0, mostPlaces)
    .map(({ before, after }) =>
      before === ''
        ? l10n.t('“{0}” is put in', after)
        : after === ''
          ? l10n.t('“{0}” is left out', before)
          : l10n.t('“{0}” becomes “{1}”', before, after),
    )
  if (more === 1) lines.push(l10n.t('and one more place'))
  if (more > 1) lines.push(l10n.t('and {0} more places', more))
  return { ...each, changes: lines }
}
