/** The problems of a document as a page to read: for a Word document, in which nothing can be underlined. */

import type { Report } from '../report/model'
import type { CheckedFinding } from '../rules/rule'
import { problemsBySection } from './problems-by-section'

const words = { error: 'Error', warning: 'Warning', information: 'Note', hint: 'Hint' } as const

/**
 * A page in Markdown: the problems under the sections they stand in, with the paragraph numbers that
 * Word shows.
 */
export function problemList(
  name: string,
  report: Report,
  findings: readonly CheckedFinding[],
): string {
  const number = findings.length === 1 ? 'One problem' : `${findings.length || 'No'} problems`
  const sections = problemsBySection(report, findings).map(({ section, problems }) => {
    const items = problems.map(({ within, finding }) => {
      const { toDo, severity, message, rule } = finding
      const kind = toDo ? 'To do' : words[severity]
      const place = within === '' ? '' : `, ${escaped(within)}`
      return `- **${kind}**${place}: ${escaped(message)} \`${rule.id}\``
    })
    return `## ${escaped(section)}\n\n${items.join('\n')}`
  })
  const head = `# Problems in ${escaped(name)}\n\n${number}. Read as: ${report.type.name}. The document itself was not changed.`
  return `${[head, ...sections].join('\n\n')}\n`
}

/** Text that Markdown shows as it stands. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}
