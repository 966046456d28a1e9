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

/** What is wrong in each heading of the kinds of reports, of which nothing else is wrong. */
const slips: readonly (readonly [name: string, of: (title: string) => string])[] = [
  ['two letters swapped', title => title.replace(/(\p{L}{3})(\p{L})(\p{L})/u, '$1$3$2')],
  ['a letter missing', title => title.replace(/(\p{L}{4})\p{L}/u, '$1')],
  ['a letter doubled', title => title.replace(/(\p{L}{4})(\p{L})/u, '$1$2$2')],
  ['a word missing in the middle', title => title.replace(/^(\S+ \S+) \S+/, '$1')],
  ['its second word missing', title => title.replace(/^(\S+) \S+/, '$1')],
  ['its last word missing', title => title.replace(/ \S+$/, '')],
  ['a word twice', title => title.replace(/^(\S+ )(\S+ )/, '$1$2$2')],
  ['a word too many', title => title.replace(/^(\S+ )/, '$1very ')],
  ['a word too many at its end', title => title.replace(/\??$/, ' today$&')],
  ['a plural', title => title.replace(/(\p{L})(\?)?$/u, '$1s$2')],
]

const letter = `Joint targeted area inspection of the multi-agency response to neglect in Westmarch

12 March 2019

Dear local partnership

This letter summarises the findings.

Key strengths

Partners know the area.

Case study: a young carer

She was listened to.

Areas for improvement

Some plans are late.

Next steps

A statement is due.
`

const area = `Area SEND inspection of Westmarch Local Area Partnership

Inspection dates: 4 to 8 March 2024

Inspection outcome

The local area partnership’s arrangements lead to inconsistent experiences and outcomes.

Information about the local area partnership

The council and the board commission services.

What is it like to be a child or young person with SEND in this area?

Children wait.

What is the area partnership doing that is effective?

Leaders listen.

What does the area partnership need to do better?

Waiting times are long.

Areas for improvement

Areas for improvement
Leaders should shorten waiting times.

Local area partnership details

The director of children’s services is Ann Example.

Information about this inspection

This inspection was carried out at the request of the Secretary of State.

Inspection team

Ann Example
`

describe('every heading of three words or more of', () => {
  for (const [report, titles] of [
    [reportWith({}), [improve, help, care, leavers, leaders]],
    [letter, ['Areas for improvement']],
    [
      area,
      [
        'Information about the local area partnership',
        'What is it like to be a child or young person with SEND in this area?',
        'What is the area partnership doing that is effective?',
        'What does the area partnership need to do better?',
        'Areas for improvement',
        'Local area partnership details',
        'Information about this inspection',
      ],
    ],
  ] as const) {
    const all = (text: string) => {
      const read = parseReport(text)
      assert.ok(read !== undefined)
      return checkReport(read)
    }
    const known = all(report).map(({ message }) => message)
    for (const title of titles)
      for (const [name, of] of slips) {
        // A title may be another one, too.
        if (of(title) === 'Area for improvement') continue
        it(`${report.slice(0, 22)} is told where it is, with ${name}: ${of(title)}`, () => {
          const text = report.replace(`\n${title}`, `\n${of(title)}`)
          const found = all(text).filter(({ message }) => !known.includes(message))
          assert.deepEqual(
            found.map(({ rule, span }) => [rule.id, text.slice(0, span.start).split('\n').length]),
            [
              [
                'misspelt-heading',
                report.slice(0, report.indexOf(`\n${title}`)).split('\n').length + 1,
              ],
            ],
          )
          const [fix] = found[0]?.fixes?.() ?? []
          assert.equal(applyEdits(text, fix?.edits ?? []), report)
        })
      }
  }
})

describe('a heading with a slip', () => {
  it('is found out of its place, too', () => {
    const moved = letter
      .replace('Areas for improvement\n\nSome plans are late.\n\n', '')
      .replace('Key strengths', 'Areas for improvment\n\nSome plans are late.\n\nKey strengths')
    const report = parseReport(moved)
    assert.ok(report !== undefined)
    const found = checkReport(report)
    assert.deepEqual(
      found.map(({ rule, span }) => `${rule.id}: ${moved.slice(span.start, span.end)}`).sort(),
      ['misplaced-section: Areas for improvment', 'misspelt-heading: Areas for improvment'],
    )
  })
})

describe('the last heading of a short last page', () => {
  it('is one, though it is near both ends of its page', () => {
    const pages = letter
      .replace('Areas for', 'Page 1\n\fAreas for')
      .replace(
        'Next steps\n\nA statement is due.\n',
        'Page 2\n\f\nPlans change.\n\nNext steps\n\n\nPage 3\n\f',
      )
    const report = parseReport(pages)
    assert.deepEqual(
      report && checkReport(report).map(({ rule, message }) => `${rule.id}: ${message}`),
      ['empty-section: "Next steps" has no text. Write it, or remove the heading.'],
    )
  })
})

describe('no heading with a slip is', () => {
  for (const [name, line] of [
    ['a sentence', 'The experiences and progres of children in care matter to leaders.\n'],
    ['an item', '- The experiences and progres of children in care\n'],
    ['a title with a grade that has a verb', `${care} requires improvement to be good.\n`],
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
