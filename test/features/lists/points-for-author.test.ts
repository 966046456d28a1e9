import assert from 'node:assert/strict'
import { pointsForAuthor } from '../../../server/src/features/lists/points-for-author'
import { pageAsHtml } from '../../../server/src/features/page/html'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'
import { allRules } from '../../../server/src/rules/all'
import { checkReport } from '../../../server/src/rules/run'
import { sample } from '../../reports/samples'
import { publishedReports } from '../../support/published'

const clean = sample('westmarch.inspection.md')
const faulty = sample('westmarch-with-problems.inspection.md')

function points(text: string, notes = false) {
  const report = parseReport(text)!
  return pointsForAuthor(report, checkReport(report), { notes, day: '2011-10-03' })
}

const markdown = (text: string, notes = false) => pageAsMarkdown(points(text, notes))

describe('points for the author', () => {
  it('say that there are none', () => {
    assert.equal(
      markdown(clean),
      `# Points for the author: Westmarch

Safeguarding and looked after children, inspected 5 September 2011 to 16 September 2011, Eleanor Thripp HMI. List made on 3 October 2011.

**Nothing was found that has to be put right.**
`,
    )
  })

  it('are under their section, with the paragraph and the wrong words', () => {
    const text = markdown(clean.replace('(see paragraph 5)', '(see paragraph 95)'))
    assert.match(text, /^\*\*One point:\*\* 1 to be put right\.$/m)
    assert.match(text, /^## Ambition and prioritisation \(Safeguarding services\)$/m)
    assert.match(
      text,
      /^- \[ \] \*\*Paragraph 29\*\* \(to be put right\): There is no paragraph 95\. .* In: “… .*see paragraph \*\*95\*\*\)/m,
    )
  })

  it('say which of two rows of one name is meant', () => {
    const text = markdown(
      clean.replace('| Overall effectiveness | Adequate |', '| Overall effectiveness | Good |'),
    )
    assert.match(
      text,
      /^- \[ \] \*\*Row "Overall effectiveness" under "Safeguarding services"\*\* \(to be put right\): /m,
    )
  })

  it('call what a draft still lacks something to be written', () => {
    const text = markdown(sample('westmarch-draft.inspection.md'))
    assert.match(text, /\d+ still to be written/)
    assert.doesNotMatch(text, /to be put right/)
  })

  it('name no rule, and no line', () => {
    const text = markdown(faulty, true)
    for (const { id } of allRules) assert.ok(!text.includes(id), id)
    assert.doesNotMatch(text, /\bline \d|\blint|\bdiagnostic|suppress/i)
  })

  it('have the notes of colleagues only where they are asked for', () => {
    const note = 'check the number of actions'
    assert.doesNotMatch(markdown(faulty), new RegExp(`${note}|Notes from|note`))
    assert.match(
      markdown(faulty, true),
      new RegExp(
        `^## Notes from colleagues\n\n- \\*\\*Capacity .*, .*paragraph 14\\*\\*: ET: ${note}`,
        'm',
      ),
    )
  })

  it('are a document in HTML that needs nothing else and runs nothing', () => {
    const html = pageAsHtml(points(faulty, true))
    assert.match(html, /^<!doctype html>\n<html lang="en-GB">/)
    assert.doesNotMatch(html, /<script|<link|<img|\bsrc=|\bhref=|url\(/)
    assert.equal(html.match(/<h1>/g)?.length, 1)
    assert.match(html, /<title>Points for the author: Westmarch<\/title>/)
    assert.match(html, /@media print/)
  })

  it('show in HTML what the report says as it is', () => {
    const text = clean.replace('(see paragraph 5)', '<b onclick="x()">&</b> (see paragraph 95)')
    const html = pageAsHtml(points(text))
    assert.doesNotMatch(html, /<b\b/)
    assert.match(html, /&lt;b onclick=&quot;x\(\)&quot;&gt;&amp;&lt;\/b&gt;/)
  })
})

const published = publishedReports()

if (published.length > 0)
  describe('points for the authors of published reports', () => {
    it('name each problem once, and no rule', () => {
      for (const { name, text: source } of published) {
        const report = parseReport(source)
        if (report === undefined) continue
        const findings = checkReport(report)
        const page = pointsForAuthor(report, findings, { notes: true, day: '2011-10-03' })
        const items = page.blocks.flatMap(block => (block.kind === 'list' ? block.items : []))
        const left = findings.filter(({ rule }) =>
          ['open-note', 'unused-suppression'].includes(rule.id),
        )
        assert.equal(items.length, findings.length - left.length + report.notes.length, name)
        const text = pageAsMarkdown(page)
        for (const { id } of allRules) assert.ok(!text.includes(id), `${name} ${id}`)
      }
    })
  })
