/** Reports whose title or headings are decorated, wrapped or misspelt are recognised all the same. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'

const slac = 'Inspection of safeguarding and looked after children services'
const sif =
  'Inspection of services for children in need of help and protection, children looked after and care leavers'
const field = '\n\nInspection dates: 9 to 13 June 2014\n'

describe('a report is recognised by a title', () => {
  for (const [text, id] of [
    [`${sif}1${field}`, 'ofsted-single-inspection'],
    [
      'Inspection of services for children in need of help and\nprotection, children looked after and care leavers1\nand\nReview of the effectiveness of the Local Safeguarding Children\nBoard2',
      'ofsted-single-inspection',
    ],
    [sif.replace('protection,', 'protection1,'), 'ofsted-single-inspection'],
    [sif.replace('help ', 'help[^1] '), 'ofsted-single-inspection'],
    [sif.replace('help ', 'help\u00b9\n'), 'ofsted-single-inspection'],
    [sif.replace('help ', 'help<sup>1</sup> '), 'ofsted-single-inspection'],
    [`# <a id="t"></a>${slac}`, 'ofsted-slac'],
    [`# [${slac}](#top)`, 'ofsted-slac'],
    [`# ${slac} {#title .unnumbered}`, 'ofsted-slac'],
    [`<h1>${slac}</h1>`, 'ofsted-slac'],
    [`**${slac}**[^1]`, 'ofsted-slac'],
    [`---\ntitle: ${slac}\n---`, 'ofsted-slac'],
    [`---\ntitle: "${slac}"\n---`, 'ofsted-slac'],
    [`---\ntitle: '${slac}'\nlang: en\n---`, 'ofsted-slac'],
    [`---\ntitle: >-\n  ${slac}\n---`, 'ofsted-slac'],
    [`---\nlang: en\ntitle: |\n  ${slac}\n---`, 'ofsted-slac'],
    [
      `---\nTitle: Inspection of safeguarding and\n  looked after children services\n---`,
      'ofsted-slac',
    ],
    [slac.replace('safeguarding', 'safegaurding'), 'ofsted-slac'],
    [slac.replace('Inspection', 'Inspecton'), 'ofsted-slac'],
    [slac.replace('looked', 'loooked').replace('services', 'servces'), 'ofsted-slac'],
    [`# ${sif.replace('protection', 'protectoin')}`, 'ofsted-single-inspection'],
  ] as const)
    it(JSON.stringify(text), () => {
      const fields =
        id === 'ofsted-slac'
          ? '\n\nAge group: All\n'
          : '\n\nInspection date: 19 November \u2013 11 December 2013\n'
      assert.equal(parseReport(text + fields)?.type.id, id)
    })

  for (const title of [
    'title: Inspection of Westmarch local authority children\u2019s services',
    'title: "Inspection of Westmarch local authority children\u2019s services"',
    'title: Inspecton of Westmarch local authority children\u2019s services',
  ])
    it(`that names its authority: ${title}`, () => {
      const text = `---\n${title}\n---\n\nInspection dates: 2 to 13 June 2025\n`
      const report = parseReport(text)
      assert.equal(report?.type.id, 'ofsted-ilacs')
      assert.equal(report.cover.authority?.text, 'Westmarch')
    })

  it('but not by one with other words in it', () => {
    for (const title of [
      'Inspection of safeguarding and looked after hospital services',
      'Inspection of the safeguarding and looked after children services',
    ])
      assert.equal(parseReport(`${title}\n\nAge group: All\n`), undefined, title)
  })
})

const send = [
  'Inspection outcome',
  'Information about the local area partnership',
  'What is it like to be a child or young person with SEND in this area?',
  'What is the area partnership doing that is effective?',
  'What does the area partnership need to do better?',
  'Areas for improvement',
  'Information about this inspection',
  'Inspection team',
]
const jtai = ['Headline findings', 'What needs to improve?', 'Main findings', 'Next steps']

/** A slip in the last word of five letters or more. */
const slips: readonly ((word: string) => string)[] = [
  word => word + word.charAt(word.length - 1),
  word => word.slice(0, 2) + word.slice(3),
  word => word.slice(0, 2) + word.charAt(1) + word.slice(2),
  word => word.replace(/(?<=.)(.)(?!\1)(.)/, '$2$1'),
]

function withSlip(title: string, slip: (word: string) => string): string {
  const word = title.match(/\p{L}{5,}/gu)?.at(-1) ?? ''
  const at = title.lastIndexOf(word)
  return title.slice(0, at) + slip(word) + title.slice(at + word.length)
}

/** The problems that are told about headings and sections. */
function told(text: string): readonly string[] {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the report is not recognised')
  return checkReport(report)
    .filter(({ rule }) => /heading|section/.test(rule.id))
    .map(({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end)}`)
}

describe('a misspelt heading is told as misspelt where it is, in', () => {
  const texts = [
    {
      lead: '# Area SEND inspection of Westmarch Local Area Partnership\n\nInspection dates: 9 to 13 June 2025\n',
      headings: send,
    },
    {
      lead: 'Joint targeted area inspection of the multi-agency response to neglect in Westmarch\n\n12 March 2023\n\nDear local partnership\n\nThis letter summarises the findings.\n',
      headings: jtai,
    },
  ]
  for (const { lead, headings } of texts)
    for (const heading of headings)
      for (const [at, slip] of slips.entries())
        it(`${heading}, slip ${at + 1}`, () => {
          const wrong = withSlip(heading, slip)
          const body = headings.map(
            each => `\n${each === heading ? wrong : each}\n\nLeaders know the area well.\n`,
          )
          assert.deepEqual(told(lead + body.join('')), [`misspelt-heading ${wrong}`])
        })
})

describe('a report is recognised without any one of its headings', () => {
  for (const heading of send)
    it(heading, () => {
      const body = send.filter(each => each !== heading).map(each => `\n## ${each}\n\nText.\n`)
      const lead = '# Area SEND inspection of Westmarch Local Area Partnership\n'
      assert.equal(parseReport(lead + body.join(''))?.type.id, 'ofsted-area-send')
      assert.equal(parseReport(`# Westmarch\n${body.join('')}`)?.type.id, 'ofsted-area-send')
    })

  for (const [written, right] of [
    ['Safegaurding services', 'Safeguarding services'],
    ['Services for loked after children', 'Services for looked after children'],
    ['Record of main finding', 'Record of main findings'],
  ] as const)
    it(`with ${written}`, () => {
      const parts = [
        'Safeguarding services',
        'Services for looked after children',
        'Record of main findings',
      ]
      const text = parts.map(each => `${each === right ? written : each}\n\nText.\n`).join('\n')
      assert.equal(parseReport(text)?.type.id, 'ofsted-slac')
    })
})
