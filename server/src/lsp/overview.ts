/** Answers what the side panel shows. */

import { overview } from '../features/overview'
import type { LineIndex } from '../text/lines'
import type { Context } from './context'
import { rangeOf } from './convert'
import { checkOf, reportOf } from './documents'
import { type OverviewParams, type OverviewResult, overviewMethod } from './protocol'

export function serveOverview({ connection, texts, settings }: Context): void {
  connection.onRequest<OverviewResult, void>(
    overviewMethod,
    async ({ textDocument }: OverviewParams): Promise<OverviewResult> => {
      const severities = await settings.severities()
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      const check = document && checkOf(document, severities)
      if (report === undefined || check === undefined) return null
      return placed(report.lines, overview(report, check.findings)) as OverviewResult
    },
  )
}

/** Puts a range for every span, however deep. */
export function placed(lines: LineIndex, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => placed(lines, item))
  if (typeof value !== 'object' || value === null) return value
  if ('start' in value && 'end' in value)
    return rangeOf(lines, value as { readonly start: number; readonly end: number })
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, placed(lines, item)]))
}
