/** The problems of a document as a page to read: for a Word document, in which nothing can be underlined. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import { heading, list, type Page, strong, text } from '../page/page'
import { kindInWords, kindOf } from '../wording/kind-of-problem'
import { problemsBySection } from './problems-by-section'

/** A page: the problems under the sections they are in, with the paragraph numbers that Word shows. */
export function problemList(
  name: string,
  report: Report,
  findings: readonly CheckedFinding[],
): Page {
  const count = findings.length
  const number =
    count === 0
      ? l10n.t('No problems.')
      : count === 1
        ? l10n.t('One problem.')
        : l10n.t('{0} problems.', count)
  const sections = problemsBySection(report, findings).flatMap(({ section, problems }) => [
    heading(section),
    list(
      problems.map(({ within, finding }) => [
        strong(kindInWords(kindOf(finding))),
        `${within === '' ? '' : `, ${within}`}: ${finding.message}`,
      ]),
    ),
  ])
  const readAs = l10n.t('Read as: {0}. The document itself was not changed.', report.type.name)
  return {
    title: l10n.t('Problems in {0}', name),
    blocks: [text(`${number} ${readAs}${count === 0 ? ` ${notChecked()}` : ''}`), ...sections],
  }
}

/** A clean check must not be taken for more than it is. */
const notChecked = () => l10n.t('Facts, evidence and fairness are not checked.')
