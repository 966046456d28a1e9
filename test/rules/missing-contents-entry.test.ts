import assert from 'node:assert/strict'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { checkFix, checkRule, fixesOf, reportOf } from '../support/check-rule'
import { visitReport } from './visit-report'
import { visitType } from './visit-type'

const options = { type: visitType }
const title = 'Update the contents from the headings'

describe('missing-contents-entry', () => {
  it('is silent where the contents have all sections but those that never are in them', () => {
    checkRule('missing-contents-entry', visitReport, options)
  })

  it('is silent where there are no contents', () => {
    const start = visitReport.indexOf('Contents')
    const text = visitReport.slice(0, start) + visitReport.slice(visitReport.indexOf('## About'))
    checkRule('missing-contents-entry', text, options)
  })

  it('finds a section without an entry, and adds it without a page number', () => {
    const text = visitReport.replace('Staying safe\t2\n', '')
    checkRule(
      'missing-contents-entry',
      text.replace(
        'Contents\n',
        `Contents
^^^^^^^^ missing-contents-entry (fix): "Staying safe", in "Children", is not in the contents. Update the contents to add it.
`,
      ),
      options,
    )
    checkFix('missing-contents-entry', text, title, visitReport.replace('safe\t2', 'safe'), options)
  })

  it('keeps an entry whose title is wrapped over two lines, with its page number', () => {
    const wrapped = visitReport.replace(/^(About) (this visit\t\d)$/m, '$1\n$2')
    checkFix(
      'missing-contents-entry',
      wrapped.replace('Staying safe\t2\n', ''),
      title,
      wrapped.replace('safe\t2', 'safe'),
      options,
    )
  })

  it('gives one finding for empty contents', () => {
    const start = visitReport.indexOf('About this visit\t')
    const end = visitReport.indexOf('## About')
    checkRule(
      'missing-contents-entry',
      `${visitReport.slice(0, start - 1)}^^^^^^^^ missing-contents-entry (fix): The contents are empty. Update them from the headings.\n\n${visitReport.slice(end)}`,
      options,
    )
  })

  it('keeps the form of a pipe table', () => {
    const table = visitReport
      .replace(/^(.*)\t(\d)$/gm, '| $1 | $2 |')
      .replace('| About', '| | |\n|---|---|\n| About')
    checkFix(
      'missing-contents-entry',
      table.replace('| Staying safe | 2 |\n', ''),
      title,
      table.replace('safe | 2 |', 'safe | |'),
      options,
    )
  })

  it('keeps dots before the page numbers', () => {
    const dots = visitReport.replace(/^(.*)\t(\d)$/gm, '$1 ..... $2')
    checkFix(
      'missing-contents-entry',
      dots.replace('Staying safe ..... 2\n', ''),
      title,
      dots.replace('safe ..... 2', 'safe'),
      options,
    )
  })

  it('leaves entries glued together that it can leave', () => {
    const glued = visitReport.replace(
      'Children\t1\nQuality of care\t2\nStaying safe\t2\n',
      'Children Quality of care Staying safe\t1 2 2\n',
    )
    checkRule('missing-contents-entry', glued, options)
    checkFix(
      'missing-contents-entry',
      glued.replace('Record of grades\t4\n', ''),
      title,
      glued.replace('grades\t4', 'grades'),
      options,
    )
  })

  it('sets glued entries apart where another comes between, each with its page number', () => {
    const glued = visitReport.replace(
      'Children\t1\nQuality of care\t2\nStaying safe\t2\n',
      'Children Staying safe\t1 2\n',
    )
    checkFix(
      'missing-contents-entry',
      glued,
      title,
      visitReport.replace('Children\t1\nQuality of care\t2', 'Children\t1\nQuality of care'),
      options,
    )
  })

  it('makes empty contents in a form in which they are read, if asked to', () => {
    const start = visitReport.indexOf('About this visit\t')
    const empty = visitReport.slice(0, start) + visitReport.slice(visitReport.indexOf('## About'))
    for (const text of [empty, empty.replace(/^#+ /gm, '').replace(/\*\*/g, '')]) {
      const [fix] = fixesOf('missing-contents-entry', text, options)
      assert.equal(fix?.safe, false)
      const after = applyEdits(text, fix?.edits ?? [])
      const found = (each: string) =>
        checkReport(reportOf(each, options)).map(({ message }) => message)
      assert.deepEqual(found(after), [])
    }
  })

  it('adds a link to a list of links', () => {
    const links = visitReport.replace(/^(.*)\t\d$/gm, '- [$1](#$1)')
    checkRule('missing-contents-entry', links, options)
    checkFix(
      'missing-contents-entry',
      links.replace('- [Staying safe](#Staying safe)\n', ''),
      title,
      links.replace('(#Staying safe)', '(#staying-safe)'),
      options,
    )
  })
})
