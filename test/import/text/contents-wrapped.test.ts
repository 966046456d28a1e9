/** Entries of the contents over two lines, wherever they break: each becomes one row with its page. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'

const cover = [
  'Westmarch County Council',
  'Inspection of services for children in need of help and protection, children looked after and care leavers',
  'Inspection date: 6 June to 30 June 2016',
  'Report published: 19 August 2016',
  '',
]

const text = [
  '',
  'Information about this local authority area',
  '',
  'The county is in the west, and most of its people live in towns near the sea. Some of them',
  'live on farms.',
]

interface Case {
  readonly name: string
  readonly lines: readonly string[]
  readonly rows: readonly string[]
}

const looked = 'The experiences and progress of children looked after and achieving permanence | 17'
const helped = 'The experiences and progress of children who need help and protection | 10'

const cases: readonly Case[] = [
  {
    name: 'beyond the column of the pages',
    lines: [
      'The experiences and progress of children looked after and achieving',
      'permanence                                                  17',
    ],
    rows: [looked],
  },
  {
    name: 'before the column of the pages',
    lines: [
      'The experiences and progress of children looked after and',
      'achieving permanence                                        17',
    ],
    rows: [looked],
  },
  {
    name: 'twice, one after the other',
    lines: [
      'The experiences and progress of children who need help and',
      'protection                                                  10',
      'The experiences and progress of children looked after and achieving',
      'permanence                                                  17',
    ],
    rows: [helped, looked],
  },
  {
    name: 'with an indent',
    lines: [
      '  The experiences and progress of children looked after and achieving',
      '  permanence                                                17',
    ],
    rows: [looked],
  },
  {
    name: 'with a deeper indent on its second line',
    lines: [
      '  The experiences and progress of children looked after and achieving',
      '      permanence                                            17',
    ],
    rows: [looked],
  },
  {
    name: 'over three lines',
    lines: [
      'The experiences and progress of children',
      'looked after and achieving',
      'permanence                                                  17',
    ],
    rows: [looked],
  },
  {
    name: 'with a title that the type does not have',
    lines: [
      'Inspection findings of the board that keeps the children of the county and',
      'its districts safe                                          36',
    ],
    rows: [
      'Inspection findings of the board that keeps the children of the county and its districts safe | 36',
    ],
  },
]

describe('an entry of the contents over two lines', () => {
  for (const { name, lines, rows } of cases)
    it(`is one row: ${name}`, () => {
      const contents = [
        'Contents',
        'Summary for children and young people                        4',
        'Information about this local authority area                  5',
        ...lines,
        'Leadership, management and governance                       29',
        'The Local Safeguarding Children Board (LSCB)                35',
      ]
      const draft = tidy([...cover, ...contents, ...text].join('\n')).text
      for (const row of rows) assert.ok(draft.includes(`\n| ${row} |\n`), draft)
      assert.doesNotMatch(draft, /\| \|\n\| [a-z]/)
      assert.equal(tidy(draft).text, draft)
    })

  it('ends before a section whose grade is beside its title', () => {
    const contents = [
      'Contents',
      'Information about this local authority area                  5',
      'Leadership, management and governance                       29',
      'The Local Safeguarding Children Board (LSCB)                35',
      '',
      '2',
      '\fLeadership, management and governance     Good',
      '',
      'Summary',
      '',
      'Leaders know their services well, and they act on what children tell them about their lives.',
    ]
    const rows = [
      '1. Children who need help and protection              Good',
      '2. Children looked after and achieving permanence     Good',
      '    2.1 Adoption performance                          Good',
      '    2.2 Experiences and progress of care leavers      Good',
      '3. Leadership, management and governance              Good',
      '',
    ]
    const draft = tidy([...cover, ...rows, ...contents, ...text].join('\n')).text
    assert.ok(draft.includes('\n\n### Leadership, management and governance\n\nGood\n'), draft)
  })
})
