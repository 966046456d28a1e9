/** The problems of a document as a page to read: for a Word document, in which nothing can be underlined. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import type { CheckedFinding } from '../rules/rule'
import { kindInWords } from './kind-of-problem'
import { problemsBySection } from './problems-by-section'

/**
 * A page in Markdown: the problems under the sections they stand in, with the paragraph numbers that
 * Word shows.
 */
export function problemList(
  name: string,
  report: Report,
  findings: readonly CheckedFinding[],
): string {
  const count = findings.length
  const number =
    count === 0
      ? l10n.t('No problems.')
      : count === 1
        ? l10n.t('One problem.')
        : l10n.t('{0} problems.', count)
  const sections = problemsBySection(report, findings).map(({ section, problems }) => {
    const items = problems.map(({ within, finding }) => {
      const place = within === '' ? '' : `, ${escaped(within)}`
      return `- **${kindInWords(finding)}**${place}: ${escaped(finding.message)}`
    })
    return `## ${escaped(section)}\n\n${items.join('\n')}`
  })
  const title = l10n.t('Problems in {0}', escaped(name))
  const readAs = l10n.t('Read as: {0}. The document itself was not changed.', report.type.name)
  const head = `# ${title}\n\n${number} ${readAs}`
  return `${[head, ...sections].join('\n\n')}\n`
}

/** Text that Markdown shows as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}
