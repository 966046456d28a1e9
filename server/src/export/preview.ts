/** A report as it will be published, shown beside the editor: the entry of a bundle of its own. */

import { kindInWords, kindOf } from '../features/wording/kind-of-problem'
import type { Report } from '../report/model'
import type { CheckedFinding } from '../rules/rule'
import { singleSpaced } from '../text/spaces'
import { finish, type Steps } from '../text/steps'
import { htmlOf, type MarginNote } from './html'
import { placedPartSteps } from './parts'

export interface Preview {
  /** The title of a window or page: `Westmarch – Inspection of …`. */
  readonly title: string
  /** What is in `<body>`. */
  readonly html: string
}

/** The report as HTML, with the problems beside their places. Each element has its line. */
export function previewOf(report: Report, findings: readonly CheckedFinding[]): Preview {
  return finish(previewSteps(report, findings))
}

/** The same, in steps. */
export function* previewSteps(report: Report, findings: readonly CheckedFinding[]): Steps<Preview> {
  const { cover, title, lines } = report
  const authority = cover.authority && singleSpaced(cover.authority.text).trim()
  const words = singleSpaced(title.text.replace(/[#*_]+/g, ' ')).trim()
  const notes = findings.map(
    (finding): MarginNote => ({
      line: lines.lineAt(finding.span.start),
      kind: kindInWords(kindOf(finding)),
      severity: finding.toDo === true ? 'hint' : finding.severity,
      message: finding.message,
    }),
  )
  return {
    title: authority === undefined ? words : `${authority} – ${words}`,
    html: yield* htmlOf(yield* placedPartSteps(report), notes),
  }
}
