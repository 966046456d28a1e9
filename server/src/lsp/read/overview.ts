/** Answers what the side panel shows. */

import { overview } from '../../features/lists/overview'
import { findingsLeft } from '../../features/lists/problem-list'
import type { LineIndex } from '../../text/lines'
import { answerChecked, nothing } from '../answering'
import type { Context } from '../context'
import { rangeOf } from '../convert'
import { type OverviewParams, type OverviewResult, overviewMethod } from '../protocol'

export function serveOverview(context: Context): void {
  answerChecked<OverviewParams, OverviewResult>(
    context,
    overviewMethod,
    ({ report, check }, { settled = [] }) => {
      const findings =
        settled.length === 0
          ? check.findings
          : findingsLeft(report, check.findings, new Set(settled))
      return placed(report.lines, overview(report, findings)) as OverviewResult
    },
    nothing,
  )
}

/** Replaces every span with a range, however deeply nested. */
export function placed(lines: LineIndex, value: unknown): unknown {
  if (Array.isArray(value)) return value.map(item => placed(lines, item))
  if (typeof value !== 'object' || value === null) return value
  if ('start' in value && 'end' in value)
    return rangeOf(lines, value as { readonly start: number; readonly end: number })
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, placed(lines, item)]))
}
