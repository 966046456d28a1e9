import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { checkReading, contentsOf } from '../../support/describe-report'

const body = `
About this inspection

1. The purpose of the inspection is this.

Service information

2. Westmarch is a county.

Safeguarding services

Overall effectiveness

Grade 2 (good)

3. The overall effectiveness is good.
`

const expected = `
About this inspection 2
Service information 3
Safeguarding services 5
Overall effectiveness 5
`

describe('the contents', () => {
  it('may have a title wrapped over lines, without page numbers', () => {
    const cover = 'Inspection of looked after children services\n\nPublished: 2 August 2013\n\n'
    const entries = [
      'About this inspection',
      'Overall effectiveness of services for looked after children and',
      'young people',
      'Capacity to improve',
    ]
    const report = parseReport(
      `${cover}Contents\n${entries.join('\n')}\n\nAbout this inspection\n\n1. It is this.\n`,
    )
    assert.equal(report?.type.id, 'ofsted-looked-after-children')
    assert.deepEqual(
      report.contents?.entries.map(({ title }) => title.text),
      [entries[0], entries.slice(1, 3).join('\n'), entries[3]],
    )
  })

  const forms: Record<string, string> = {
    'a tab':
      'About this inspection\t2\nService information\t3\nSafeguarding services\t5\nOverall effectiveness\t5\n',
    dots: 'About this inspection ..... 2\nService information ..... 3\nSafeguarding services ... 5\nOverall effectiveness ... 5\n',
    'a space':
      'About this inspection 2\nService information 3\nSafeguarding services 5\nOverall effectiveness 5\n',
    'a pipe table':
      '| | |\n|---|---|\n| About this inspection | 2 |\n| Service information | 3 |\n| Safeguarding services | 5 |\n| Overall effectiveness | 5 |\n',
    'entries glued together':
      'About this inspection\t2\nService information Safeguarding services Overall effectiveness\t3 5 5\n',
  }
  for (const [form, entries] of Object.entries(forms))
    it(`are read with ${form}`, () =>
      checkReading(`Contents\n\n${entries}${body}`, contentsOf, expected))

  it('end where the titles begin again, if they have no page numbers', () => {
    checkReading(
      `Contents\n\nAbout this inspection\nService information\nSafeguarding services\nOverall effectiveness\n${body}`,
      contentsOf,
      `
      About this inspection -
      Service information -
      Safeguarding services -
      Overall effectiveness -
      `,
    )
  })

  it('end with their table, though lines that follow may be titles as well', () => {
    const table = `${forms['a pipe table']}| Staying safe | 9 |\n`
    checkReading(
      `## Contents\n\n${table}\nAbout this inspection\n\nService information\n${body}`,
      contentsOf,
      `
      About this inspection 2
      Service information 3
      Safeguarding services 5
      Overall effectiveness 5
      Staying safe 9 | unknown
      `,
    )
  })

  it('show entries that are moved or of no section of the text', () => {
    checkReading(
      `Contents\n\nService information\t3\nAbout this inspection\t2\nSafeguarding services\t5\nOverall effectiveness\t5\nOverall effectiveness\t5\nStaying safe\t9\nAnnex\t12\n${body}`,
      contentsOf,
      `
      Service information 3
      About this inspection 2 | misplaced
      Safeguarding services 5
      Overall effectiveness 5
      Overall effectiveness 5 | unknown
      Staying safe 9 | unknown
      Annex 12 | unknown
      `,
    )
  })

  for (const [form, entry] of Object.entries({
    links: '- [$1](#$1)',
    'links with numbers': '1. [$1](#$1)',
    'a list': '- $1',
    'a list with page numbers': '* $1 ..... 3',
  }))
    it(`are read as ${form}`, () => {
      const titles =
        'About this inspection\nService information\nSafeguarding services\nOverall effectiveness'
      checkReading(
        `## Contents\n\n${titles.replace(/^(.+)$/gm, entry)}\n${body}`,
        contentsOf,
        expected.replace(/ \d$/gm, form.includes('page') ? ' 3' : ' -'),
      )
    })
})
