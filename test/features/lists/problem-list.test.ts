import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { problemList } from '../../../server/src/features/lists/problem-list'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'

const root = path.resolve(import.meta.dirname, '..')
const clean = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')

function list(text: string): string {
  const report = parseReport(text)!
  return pageAsMarkdown(problemList('final_report.docx', report, checkReport(report)))
}

describe('the list of problems', () => {
  it('says that there are none', () => {
    assert.equal(
      list(clean),
      '# Problems in final\\_report.docx\n\nNo problems. Read as: Safeguarding and looked after children. The document itself was not changed. Facts, evidence and fairness are not checked.\n',
    )
  })

  it('is under sections, with the numbers of paragraphs', () => {
    const page = list(clean.replace('(see paragraph 5)', '(see paragraph 95)'))
    assert.match(page, /^One problem\./m)
    assert.match(page, /^## Ambition and prioritisation \(Safeguarding services\)$/m)
    assert.match(
      page,
      /^- \*\*To be put right\*\*, paragraph 29: There is no paragraph 95\. [^`]*$/m,
    )
  })
})
