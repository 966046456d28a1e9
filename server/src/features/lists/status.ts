/** What the status item shows of a report. */

import * as l10n from '@vscode/l10n'
import { agreesThroughout } from '../../report/judgements'
import type { RecognisedBy, Report } from '../../report/model'
import type { CheckedFinding, Severity } from '../../rules/rule'
import { countOpen } from './overview'

export interface ReportStatus {
  readonly type: string
  /** The wording of the type that is used: `from January 2023`; undefined where it has only one. */
  readonly edition: string | undefined
  /** How the type was recognised, to follow its name: `by its title`. */
  readonly recognised: string
  readonly status: 'draft' | 'finished'
  readonly judgements: number
  /** How many judgements have the same grade in every place where it should be. */
  readonly graded: number
  /** What a draft still lacks, and its notes and placeholders. */
  readonly toDos: number
  /** How many notes and to-dos the side panel lists. */
  readonly open: number
  /** Problems by severity, to-dos left out. */
  readonly problems: Readonly<Record<Severity, number>>
}

/** The counts for the status item. */
export function status(report: Report, findings: readonly CheckedFinding[]): ReportStatus {
  const problems = { error: 0, warning: 0, information: 0, hint: 0 }
  let toDos = 0
  for (const { toDo, severity } of findings) {
    if (toDo === true) toDos++
    else problems[severity]++
  }
  return {
    type: report.type.name,
    edition: report.type.edition,
    recognised: signInWords(report.recognised),
    status: report.status,
    judgements: report.judgements.length,
    graded: report.judgements.filter(agreesThroughout).length,
    toDos,
    open: countOpen(report, findings),
    problems,
  }
}

/** How the type was recognised, to follow its name: `by its title`. */
export function signInWords(by: RecognisedBy): string {
  switch (by) {
    case 'title':
      return l10n.t('by its title')
    case 'title and date':
      return l10n.t('by its title and its date')
    case 'headings':
      return l10n.t('by its headings')
    case 'headings and date':
      return l10n.t('by its headings and its date')
    case 'nearly':
      return l10n.t('by its first lines, which nearly name it')
    case 'nearly and date':
      return l10n.t('by its first lines, which nearly name it, and by its date')
    case 'first lines':
      return l10n.t('by its first lines')
    case 'first lines and date':
      return l10n.t('by its first lines and its date')
    case 'settings':
      return l10n.t('by the settings')
    case 'settings and date':
      return l10n.t('by the settings and its date')
    case 'user':
      return l10n.t('chosen by you')
    case 'user and date':
      return l10n.t('chosen by you; its edition by its date')
  }
}
