/** Titles with what is written around and among their words, wherever titles are looked for. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { ReportType } from '../../../server/src/types/report-type'

const typeOf = (id: string): ReportType => {
  const type = builtInTypes().findLast(each => each.id === id)
  assert.ok(type !== undefined)
  return type
}

/** A title in the forms in which copies of reports have it. */
const decorations: readonly ((title: string) => string)[] = [
  title => `<a name="x"></a>${title}`,
  title => `<a id="x"></a> ${title}`,
  title => `<span id="x">${title}</span>`,
  title => `[]{#x}${title}`,
  title => `[${title}](#x)`,
  title => `[${title}]{.underline}`,
  title => `[${title}][x]`,
  title => `${title}[^1]`,
  title => `${title} [^note]`,
  title => `${title}[1]`,
  title => `${title}\\[1\\]`,
  title => `${title}<sup>1</sup>`,
  title => `${title}^1^`,
  title => `${title}\u00b9`,
  title => `${title}1`,
  title => `${title}12`,
  title => `${title}1,2`,
  title => `${title}[1](#_ftn1)`,
  title => `${title}\u2020`,
  title => title.replace(' ', '[^1] '),
  title => title.replace(' ', '\u00b2 '),
  title => title.replace(' ', '1 '),
  title => title.replace(' ', '<sup>1</sup> '),
  title => title.replace(' ', ' <a id="y"></a>'),
  title => `_${title}_`,
  title => `**${title}**[^1]`,
  title => `**${title}[^1]**`,
]

/** Forms that only the line of a heading has. */
const lineForms: readonly ((title: string) => string)[] = [
  title => `### ${title} {#x}`,
  title => `### ${title} {#x .unnumbered}`,
  title => `### ${title} {.unnumbered}`,
  title => `### ${title} {-}`,
  title => `### ${title} ###`,
  title => `### ${title}.`,
  title => `### ${title}:`,
  title => `### 5. ${title}`,
  title => `### 5.2 ${title}`,
  title => `### 5) ${title}`,
  title => `### (b) ${title}`,
  title => `### B. ${title}`,
  title => `### Annex A: ${title}`,
  title => `### Part 2 \u2013 ${title}[^1] {#x}`,
  title => `Annex A: ${title}`,
  title => `**5. ${title}**`,
  title => `**${title}:**\u00b9`,
  title => `<h3 id="x">${title}</h3>`,
]

function headingIds(text: string, type: string): readonly string[] {
  const report = parseReport(text, { type: typeOf(type) })
  return (report?.sections ?? []).map(({ definition, match }) => `${definition.id} ${match}`)
}

describe('a decorated title is read as', () => {
  const headings = [
    ...decorations.map(form => (title: string) => `### ${form(title)}`),
    ...lineForms,
  ]

  for (const form of headings)
    it(`the heading of a section: ${form('Overall effectiveness')}`, () => {
      const text = `## Safeguarding services\n\n${form('Overall effectiveness')}\n\nGrade 2 (good)\n\n1. Text.\n`
      assert.deepEqual(headingIds(text, 'ofsted-slac'), [
        'safeguarding exact',
        'safeguarding.overall-effectiveness exact',
      ])
    })

  for (const form of [...decorations, ...lineForms.filter(each => !each('').startsWith('#'))])
    it(`a heading of its own line: ${form('Main findings')}`, () => {
      const text = `Headline findings\n\nText.\n\n${form('Main findings')}\n\nText.\n`
      assert.deepEqual(headingIds(text, 'ofsted-jtai'), [
        'headline-findings exact',
        'findings exact',
      ])
    })

  for (const form of headings)
    it(`a misspelt heading: ${form('Overall efectiveness')}`, () => {
      const text = `## Safeguarding services\n\n${form('Overall efectiveness')}\n\nGrade 2 (good)\n\n1. Text.\n`
      assert.deepEqual(headingIds(text, 'ofsted-slac'), [
        'safeguarding exact',
        'safeguarding.overall-effectiveness misspelt',
      ])
    })

  for (const form of headings)
    it(`the misspelt heading of the table: ${form('Record of mian findings')}`, () => {
      const text = `## Safeguarding services\n\nText.\n\n${form('Record of mian findings')}\n\n| Partnership working | Good |\n| --- | --- |\n`
      const report = parseReport(text, { type: typeOf('ofsted-slac') })
      assert.equal(report?.misspeltHeadings[0]?.definition.kind, 'summary')
      assert.equal(report.summary?.entries[0]?.grade?.grade?.word, 'good')
    })

  for (const form of decorations)
    it(`a heading with its grade after it: ${form('T x')}`, () => {
      const title = 'The experiences and progress of care leavers'
      const text = `# Report\n\n## ${form(title)}: good\n\n1. Text.\n\n## ${title}: good[^1]\n`
      const [section] = parseReport(text, { type: typeOf('ofsted-ilacs') })?.sections ?? []
      assert.equal(section?.definition.id, 'care-leavers')
      assert.equal(section.grade?.grade?.word, 'good')
    })

  for (const form of headings)
    it(`the heading of the table: ${form('Record of main findings')}`, () => {
      const text = `## Safeguarding services\n\nText.\n\n${form('Record of main findings')}\n\n| Partnership working | Good |\n| --- | --- |\n`
      const report = parseReport(text, { type: typeOf('ofsted-slac') })
      assert.match(report?.summary?.heading.title.text ?? '', /^Record.*findings\.?$/)
      assert.equal(report?.summary?.entries[0]?.grade?.grade?.word, 'good')
    })

  for (const form of [
    ...decorations,
    (title: string) => `5. ${title}`,
    (title: string) => `A. ${title}`,
  ])
    it(`the name of a row: ${form('Partnership working')}`, () => {
      const text = `## Record of main findings\n\n| Judgement | Grade |\n| --- | --- |\n| ${form('Partnership working')} | Good |\n`
      const report = parseReport(text, { type: typeOf('ofsted-slac') })
      assert.equal(report?.summary?.entries[0]?.definition?.title, 'Partnership working')
    })

  it('an entry of the contents with what seems to count it, where that is part of a title', () => {
    const text =
      'Contents\n\nSection 2: The effectiveness of the Local Safeguarding Children Board   22\n\nSummary of findings   3\n\n'
    const report = parseReport(text, { type: typeOf('ofsted-single-inspection') })
    assert.equal(report?.contents?.entries[0]?.definition?.id, 'board')
  })

  const entries: readonly ((title: string) => string)[] = [
    title => `[${title} 4](#x)`,
    title => `[${title}\t4](#x)`,
    title => `[${title} [4](#x)](#x)`,
    title => `[${title}](#x) 4`,
    title => `[${title}](#x) ..... 4`,
    title => `- [${title}](#x) 4`,
    title => `- [${title} 4](#x)`,
    title => `1. [${title}](#x)\t4`,
    title => `1.1 ${title} ..... 4`,
    title => `${title}[^1] ..... 4`,
    title => `${title}\u00b9    4`,
    title => `| [${title}](#x) | 4 |`,
    title => `| [${title}](#x) | [4](#x) |`,
    title => `| 1.1 ${title} | 4 |`,
    title => `| ${title}[^1] | 4 |`,
  ]
  for (const form of entries)
    it(`an entry of the contents: ${form('Service information')}`, () => {
      const text = `## Contents\n\n${form('About this inspection')}\n${form('Service information')}\n\n## About this inspection\n\n1. Text.\n\n## Service information\n\n2. Text.\n`
      const report = parseReport(text, { type: typeOf('ofsted-slac') })
      assert.deepEqual(
        report?.contents?.entries.map(({ definition, page, placement, title }) =>
          [definition?.id, page?.text, placement, title.text].join(' '),
        ),
        [
          'about 4 in-order About this inspection',
          'service-information 4 in-order Service information',
        ],
      )
    })
})
