/** A slip in a heading is a misspelt heading, whatever the heading looks like and wherever it is. */

import assert from 'node:assert/strict'
import { parseReport } from '../../../server/src/report/parse'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'

const lead = `Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

Lead inspector: Ann Example

| Judgement | Grade |
| --- | --- |
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers | Good |
| Overall effectiveness | Good |

Services for children in Westmarch are good. Leaders know them well.
`

const improve = 'What needs to improve?'
const help = 'The experiences and progress of children who need help and protection'
const care = 'The experiences and progress of children in care'
const leavers = 'The experiences and progress of care leavers'
const leaders = 'The impact of leaders on social work practice with children and families'

/** The report with each heading as it is given, or as it usually is. */
function reportWith(forms: Readonly<Record<string, string>>): string {
  const of = (title: string, usual: string) => forms[title] ?? usual
  return [
    lead,
    of(improve, `\n${improve}\n`),
    '■ The timeliness of assessments.\n■ The quality of plans.\n',
    of(help, `\n${help}: good\n`),
    '\n1. Children get help when they need it.\n',
    of(care, `\n${care}: good\n`),
    '\n2. Children live in homes that suit them.\n',
    of(leavers, `\n${leavers}: good\n`),
    '\n3. Young people stay in touch.\n',
    of(leaders, `\n${leaders}: good\n`),
    '\n4. Leaders listen to children.\n',
  ].join('')
}

function problemsIn(text: string) {
  const report = parseReport(text)
  assert.equal(report?.type.id, 'ofsted-ilacs')
  return checkReport(report)
}

const forms: readonly (readonly [name: string, title: string, right: string, wrong: string])[] = [
  ['directly between paragraphs', improve, 'What needs to improve?\n', 'What needs to imrpove?\n'],
  ['with a colon', improve, '\nWhat needs to improve:\n', '\nWhat neds to improve:\n'],
  ['without its mark', improve, 'What needs to improve\n', 'What needs to imprve\n'],
  ['with a footnote', improve, 'What needs to improve?1\n', 'What needs to improe?1\n'],
  [
    'with a mark of a note',
    improve,
    'What needs to improve?[^1]\n',
    'What neeeds to improve?[^1]\n',
  ],
  ['with its first word wrong', improve, '\nWhat needs to improve?\n', '\nWhat needs to improv?\n'],
  [
    'with its grade',
    care,
    `\n${care}: good\n`,
    '\nThe experiences and progres of children in care: good\n',
  ],
  [
    'with a verb',
    care,
    `\n${care} is good.\n`,
    '\nThe experineces and progress of children in care is good.\n',
  ],
  [
    'over two lines',
    help,
    '\nThe experiences and progress of children who need help and\nprotection: good\n',
    '\nThe experiences and progress of children who need help and\nprotecton: good\n',
  ],
  [
    'with its grade on the next line',
    leaders,
    `\n${leaders}\nis good\n`,
    `\n${leaders.replace('leaders', 'laeders')}\nis good\n`,
  ],
  [
    'with its grade over two lines',
    leavers,
    `\n${leavers}: requires improvement to\nbe good\n`,
    `\n${leavers.replace('leavers', 'leevers')}: requires improvement to\nbe good\n`,
  ],
  [
    'with heading marks',
    care,
    `\n## ${care}: good\n`,
    '\n## The experiences and progress of childen in care: good\n',
  ],
  [
    'in bold',
    care,
    `\n**${care}: good**\n`,
    '\n**The experiences and progess of children in care: good**\n',
  ],
  [
    'in capitals',
    care,
    `\n${care.toUpperCase()}: GOOD\n`,
    `\n${care.toUpperCase().replace('CHILDREN', 'CHILDRNE')}: GOOD\n`,
  ],
  [
    'with marks and a number',
    care,
    `\n## 3. ${care}: good\n`,
    `\n## 3. ${care.replace('progress', 'porgress')}: good\n`,
  ],
  [
    'with an attribute',
    care,
    `\n## ${care}: good {#care}\n`,
    `\n## ${care.replace('children', 'childern')}: good {#care}\n`,
  ],
]

describe('a heading with a slip is one problem whose fix writes it right,', () => {
  for (const [name, title, right, wrong] of forms)
    it(name, () => {
      const [original, text] = [reportWith({ [title]: right }), reportWith({ [title]: wrong })]
      const others = problemsIn(original).map(({ rule }) => rule.id)
      assert.equal(others.includes('misspelt-heading'), false)
      const [found, ...more] = problemsIn(text).filter(({ rule }) => !others.includes(rule.id))
      assert.equal(found?.rule.id, 'misspelt-heading')
      assert.deepEqual(
        more.map(({ message }) => message),
        [],
      )
      const written = (found.fixes?.() ?? []).map(({ edits }) => applyEdits(text, edits))
      assert.deepEqual(written, [original])
    })
})

describe('no heading with a slip is', () => {
  for (const [name, line] of [
    ['a sentence', 'The experiences and progres of children in care matter to leaders.\n'],
    ['an item', '- The experiences and progres of children in care\n'],
    ['a cell', '| The experiences and progres of children in care | seen |\n'],
    [
      'a line of a paragraph',
      'Inspectors looked at several matters. Among them were\nthe experiences and progres of children in care\nand how they are heard.\n',
    ],
  ] as const)
    it(name, () => {
      const text = reportWith({}).replace('\n2. Children live', `\n${line}\n2. Children live`)
      assert.deepEqual(
        problemsIn(text).filter(({ rule }) => rule.id === 'misspelt-heading'),
        [],
      )
    })

  it('a single word within a paragraph', () => {
    const letter = (line: string) =>
      `Joint targeted area inspection of the multi-agency response to neglect in Westmarch\n\n12 March 2023\n\nDear local partnership\n\nThis letter summarises the findings.\n\nHeadline findings\n\nPartners know the area.\n\n${line}\n\nNext steps\n\nA statement is due.\n`
    const ids = (text: string) => {
      const report = parseReport(text)
      assert.equal(report?.type.id, 'ofsted-jtai')
      return checkReport(report).filter(({ rule }) => rule.id === 'misspelt-heading')
    }
    assert.deepEqual(
      ids(letter('The team works together on the\nStrength\nand Difficulties form.')),
      [],
    )
    const [found] = ids(letter('Strengts\n\nLeaders listen.'))
    assert.equal(found?.fixes?.()[0]?.safe, false)
  })

  it('one whose section has its heading', () => {
    const text = reportWith({}).replace(
      '2. Children live',
      `${care.replace('progress', 'progres')}\n\n2. Children live`,
    )
    assert.deepEqual(
      problemsIn(text).filter(({ rule }) => rule.id === 'misspelt-heading'),
      [],
    )
  })
})
