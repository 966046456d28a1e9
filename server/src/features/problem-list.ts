/** The problems of a document as a page to read: for a Word document, in which nothing can be underlined. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import type { CheckedFinding, Severity } from '../rules/rule'
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
      const { toDo, severity, message, rule } = finding
      const kind = toDo === true ? l10n.t('To do') : inWords(severity)
      const place = within === '' ? '' : `, ${escaped(within)}`
      return `- **${kind}**${place}: ${escaped(message)} \`${rule.id}\``
    })
    return `## ${escaped(section)}\n\n${items.join('\n')}`
  })
  const title = l10n.t('Problems in {0}', escaped(name))
  const readAs = l10n.t('Read as: {0}. The document itself was not changed.', report.type.name)
  const head = `# ${title}\n\n${number} ${readAs}`
  return `${[head, ...sections].join('\n\n')}\n`
}

function inWords(severity: Severity): string {
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

/** Text that Markdown shows as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}
