/** A report as it will be published, to be shown beside the editor: the entry of a bundle of its own. */

import { kindInWords } from '../features/kind-of-problem'
import type { Report } from '../report/model'
import type { CheckedFinding } from '../rules/rule'
import { htmlOf, type MarginNote } from './html'
import { placedPartsOf } from './parts'

export interface Preview {
  /** What a window or page is called: `Westmarch – Inspection of …`. */
  readonly title: string
  /** What stands in `<body>`. */
  readonly html: string
}

/** The report as HTML, with the problems beside their places. Each element tells its line. */
export function previewOf(report: Report, findings: readonly CheckedFinding[]): Preview {
  const { cover, title, lines } = report
  const authority = cover.authority?.text.replace(/\s+/g, ' ').trim()
  const words = title.text
    .replace(/[#*_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const notes = findings.map(
    (finding): MarginNote => ({
      line: lines.lineAt(finding.span.start),
      kind: kindInWords(finding),
      severity: finding.toDo === true ? 'hint' : finding.severity,
      message: finding.message,
    }),
  )
  return {
    title: authority === undefined ? words : `${authority} – ${words}`,
    html: htmlOf(placedPartsOf(report), notes),
  }
}
