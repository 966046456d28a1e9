/** Rows of a table that is set in columns are written, put back and moved as the table has them. */

import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'

const titles = {
  leaders: 'The impact of leaders on social work practice with children and families',
  help: 'The experiences and progress of children who need help and protection',
  care: 'The experiences and progress of children in care',
  leavers: 'The experiences and progress of care leavers',
  overall: 'Overall effectiveness',
}

const sections = [titles.help, titles.care, titles.leavers, titles.leaders]
  .map((title, at) => `\n${title}: good\n\n${at + 1}. Children and families are listened to.\n`)
  .join('')

/** Each row is a list of its lines. */
function report(rows: readonly (readonly string[])[], gap: string): string {
  return `Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

Lead inspector: Ann Example

Judgement                                     Grade

${rows.map(row => `${row.join('\n')}\n`).join(gap)}

Services for children in Westmarch are good.

What needs to improve?

- The timeliness of assessments.
${sections}`
}

const column = (title: string, at: number) => `${title.padEnd(at)}Good`

/** Tables of one report in several layouts: the same five rows. */
const layouts: readonly (readonly [name: string, rows: readonly (readonly string[])[]])[] = [
  ['each on one line', Object.values(titles).map(title => [column(title, 76)])],
  [
    'wrapped',
    [
      [column('The impact of leaders on social work', 44), 'practice with children and families'],
      [column('The experiences and progress of', 44), 'children who need help and protection'],
      [column('The experiences and progress of', 44), 'children in care'],
      [column('The experiences and progress of care', 44), 'leavers'],
      [column('Overall effectiveness', 44)],
    ],
  ],
  [
    'wrapped and indented',
    [
      [column(' The impact of leaders on social work', 44), ' practice with children and families'],
      [column(' The experiences and progress of', 44), ' children who need help and protection'],
      [column(' The experiences and progress of', 44), ' children in care'],
      [column(' The experiences and progress of care', 44), ' leavers'],
      [column(' Overall effectiveness', 44)],
    ],
  ],
  [
    'wrapped where they are long, with the grade between their lines',
    [
      [
        'The impact of leaders on social work practice with children',
        column('', 63),
        'and families',
      ],
      ['The experiences and progress of children who need help and', column('', 63), 'protection'],
      [column('The experiences and progress of children in care', 63)],
      [column('The experiences and progress of care leavers', 63)],
      [column('Overall effectiveness', 63)],
    ],
  ],
]

/** The texts that the fixes of the problems with the rule make of it. */
function mended(text: string, rule: string): readonly string[] {
  const read = parseReport(text)
  assert.ok(read !== undefined)
  const found = checkReport(read).filter(each => each.rule.id === rule)
  assert.equal(
    found.length,
    1,
    checkReport(read)
      .map(({ message }) => message)
      .join('\n'),
  )
  return (found[0]?.fixes?.() ?? []).map(({ edits }) => applyEdits(text, edits))
}

for (const [name, rows] of layouts)
  for (const gap of ['', '\n', '\n\n']) {
    const right = report(rows, gap)
    describe(`in a table whose rows are ${name} with ${gap.length} blank lines between`, () => {
      it('nothing is wrong', () => {
        const read = parseReport(right)
        assert.ok(read !== undefined)
        assert.deepEqual(
          checkReport(read).map(({ message }) => message),
          [],
        )
      })

      for (const at of [0, 1, 2, 3]) {
        it(`the grade of row ${at + 1} is put into its column`, () => {
          for (const emptied of [/(?<=\S) +Good$/, /Good$/]) {
            const without = rows.map((row, index) =>
              index === at ? row.map(line => line.replace(emptied, '')) : row,
            )
            if (without[at]?.join() === rows[at]?.join()) continue
            const [first] = mended(report(without, gap), 'missing-row-grade')
            assert.equal(first, right)
          }
        })

        const others = rows.filter((_, index) => index !== at)
        // As cut out with its line ends only, the blank lines on both sides of it are left.
        const cut = (text: string) => text.replace(`${rows[at]?.join('\n')}\n`, '')

        it(`row ${at + 1} is put back`, () => {
          for (const without of [report(others, gap), cut(right)]) {
            const [first] = mended(without, 'missing-row')
            assert.equal(first, right)
          }
        })

        it(`row ${at + 1} is moved back from the end`, () => {
          const [first, whole] = mended(
            report([...others, rows[at] as readonly string[]], gap),
            'misplaced-row',
          )
          assert.equal(first, right)
          if (whole !== undefined) assert.equal(whole, right)
        })

        it(`row ${at + 1} is moved back from a line between others`, () => {
          const next = `${rows[(at + 3) % 5]?.join('\n')}\n`
          const pasted = cut(right).replace(next, `${rows[at]?.join('\n')}\n${next}`)
          const [first] = mended(pasted, 'misplaced-row')
          assert.equal(first, right)
        })

        it(`a row put in after row ${at + 1} goes without a trace`, () => {
          const own = rows[at] ?? []
          const indent = own[0]?.startsWith(' ') ? ' ' : ''
          const put = [
            own.some(line => line.trim() === 'Good')
              ? [`${indent}Financial planning`, ...own.filter(line => line.trim() === 'Good')]
              : [column(`${indent}Financial planning`, own[0]?.indexOf('Good') ?? 0)],
          ]
          for (const [row] of [put, own.length === 1 ? put : []])
            if (row !== undefined) {
              const more = report([...rows.slice(0, at + 1), row, ...rows.slice(at + 1)], gap)
              assert.equal(mended(more, 'unknown-row')[0], right)
            }
        })
      }
    })
  }
