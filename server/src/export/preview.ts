/** A report as it will be published, to be shown beside the editor: the entry of a bundle of its own. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import type { CheckedFinding, Severity } from '../rules/rule'
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
    ({ span, severity, toDo, message }): MarginNote => ({
      line: lines.lineAt(span.start),
      kind: toDo === true ? l10n.t('To do') : kindOf(severity),
      severity: toDo === true ? 'hint' : severity,
      message,
    }),
  )
  return {
    title: authority === undefined ? words : `${authority} – ${words}`,
    html: htmlOf(placedPartsOf(report), notes),
  }
}

function kindOf(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error')
    case 'warning':
      return l10n.t('Warning')
    case 'information':
      return l10n.t('Note')
    case 'hint':
      return l10n.t('Hint')
  }
}
