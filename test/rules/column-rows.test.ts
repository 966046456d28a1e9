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
        'The impact of leaders on social work practice with',
        column('', 63),
        'children and families',
      ],
      ['The experiences and progress of children who need', column('', 63), 'help and protection'],
      [column('The experiences and progress of children in care', 63)],
      [column('The experiences and progress of care leavers', 63)],
      [column('Overall effectiveness', 63)],
    ],
  ],
]

/** Is another row's title as long, on its line, as the one of this row? */
function isAsWide(rows: readonly (readonly string[])[], at: number): boolean {
  const width = (row: readonly string[] | undefined) => row?.[0]?.replace(/ +Good$/, '').length ?? 0
  return (
    rows[at]?.length === 1 ||
    rows.some((row, other) => other !== at && width(row) >= width(rows[at]))
  )
}

function messagesOf(text: string): readonly string[] {
  const read = parseReport(text)
  assert.ok(read !== undefined)
  return checkReport(read).map(({ message }) => message)
}

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

        it(`row ${at + 1} is put back`, () => {
          const without = rows.filter((_, index) => index !== at)
          const [first] = mended(report(without, gap), 'missing-row')
          // How far titles go can only be seen in the other rows.
          if (isAsWide(rows, at)) assert.equal(first, right)
          else assert.deepEqual(messagesOf(first ?? ''), [])
        })

        it(`row ${at + 1} is moved back from the end`, () => {
          const moved = [...rows.filter((_, index) => index !== at), rows[at] as readonly string[]]
          const [first, whole] = mended(report(moved, gap), 'misplaced-row')
          assert.equal(first, right)
          if (whole !== undefined) assert.equal(whole, right)
        })
      }
    })
  }
