/** First lines that name a report type which does not exist. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import { replace } from '../text/edits'
import type { Fix, Rule } from './rule'

export const unknownReportType: Rule = {
  id: 'unknown-report-type',
  summary: 'The first lines name a type of report that does not exist',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    if (report.unknownType === undefined) return
    const { written, near } = report.unknownType
    const advice =
      near[0] === undefined
        ? l10n.t('Choose one that is there, or remove the line.')
        : l10n.t('Did you mean "{0}"?', near[0])
    yield {
      span: written,
      message: `${l10n.t('There is no report type "{0}".', written.text)} ${advice}`,
      fixes: () => fixes(report),
    }
  },
}

/** The types whose ids are nearly the same, and the one that the report is read as. */
function fixes({ unknownType, type }: Report): readonly Fix[] {
  if (unknownType === undefined) return []
  const { written, near } = unknownType
  return [...new Set([...near, type.id])].map(
    (id, at): Fix => ({
      title: l10n.t('Write "{0}"', id),
      safe: false,
      ...(at === 0 && near.length > 0 && { preferred: true }),
      edits: [replace(written, id)],
    }),
  )
}
