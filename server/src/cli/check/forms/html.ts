/** `check --format html`: one page for people, over all files, to be opened in a browser and printed. */

import { pageFrame } from '../../../features/page/html'
import { htmlText } from '../../../text/escape'
import type { Form, FormOptions, ShownFile } from './form'
import { shownAs, shownPath, summary, words } from './text'

const title = 'Problems in inspection reports'

const toSums = '<p><a href="#in-all">What was found in all</a> is at the end of this page.</p>\n'

export function htmlForm({ quiet }: FormOptions): Form {
  const [before, after] = pageFrame(title)
  return {
    needs: 'problems',
    begin: () => `${before}<main>\n<h1>${title}</h1>\n${quiet ? '' : toSums}`,
    file: file => {
      if (file.reportType === null)
        return quiet ? '' : section(file.path, '<p>No report of a known type, not checked.</p>')
      if (file.findings.length > 0) return section(file.path, table(file))
      return quiet ? '' : section(file.path, '<p>No problems.</p>')
    },
    failure: (path, error) =>
      section(path, `<p><strong>Could not be read.</strong> ${htmlText(error)}</p>`),
    between: '',
    end: (tally, unread) => {
      const sums = `<h2 id="in-all">In all</h2>\n<p>${htmlText(summary(tally, unread))}</p>\n`
      return `${quiet ? '' : sums}</main>\n${after}`
    },
  }
}

function section(path: string, contents: string): string {
  return `<section>\n<h2>${htmlText(shownPath(path))}</h2>\n${contents}\n</section>\n`
}

function table({ path, findings }: ShownFile): string {
  const rows = findings.map(finding => {
    const { place, start, message, rule } = finding
    const where =
      place === undefined
        ? `line ${start.line}, column ${start.column}`
        : [place.section, place.within].filter(Boolean).join(', ')
    const cells = [where, words[shownAs(finding)], message, rule].map(
      cell => `<td>${htmlText(cell)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  const head = ['Place', 'What to do', 'Problem', 'Rule']
    .map(name => `<th scope="col">${name}</th>`)
    .join('')
  return `<table>\n<caption>Problems in ${htmlText(shownPath(path))}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
}
