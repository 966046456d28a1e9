/**
 * A checked report as data without a word of it, for logs that more people can read than may read the report.
 *
 * Nothing is taken out of messages: what is said of a problem is made from its rule and its place alone, so that no
 * message, title, fix or judgement can carry a word of the report here.
 */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import type { CheckedFinding, Related } from '../../rules/rule'
import { numberedPlace } from '../wording/word-place'
import {
  type CheckedText,
  dataSpan,
  noReportData,
  type ReportData,
  type Source,
} from './report-data'

/** All that is known here of a problem: no message, no fixes. */
type Wordless = Pick<CheckedFinding, 'rule' | 'severity' | 'toDo' | 'span'> & {
  readonly related?: readonly Pick<Related, 'span'>[]
}

/** What is found in the text, by rule and place: no fixes, judgements or paragraphs. */
export function wordlessData({ report, findings }: CheckedText, source: Source): ReportData {
  if (report === undefined) return noReportData
  return {
    ...noReportData,
    reportType: report.type.id,
    status: report.status,
    findings: findings.map(finding => wordlessProblem(report, finding, source)),
  }
}

function wordlessProblem(
  report: Report,
  { rule, severity, toDo, span, related = [] }: Wordless,
  source: Source,
): ReportData['findings'][number] {
  return {
    rule: rule.id,
    severity: toDo ? 'hint' : severity,
    toDo: toDo === true,
    message: `${rule.summary}.`,
    ...dataSpan(report.lines, span),
    related: related.map(other => ({
      message: l10n.t('This is the other place.'),
      ...dataSpan(report.lines, other.span),
    })),
    fixes: [],
    ...(source !== 'text' && { place: numberedPlace(report, span.start) }),
  }
}
