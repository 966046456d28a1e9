/** A word that is on no scale in every place where a grade is: it is found alone, and the first fix gives the grade back. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { unknownGrade } from '../../server/src/rules/unknown-grade'
import { applyEdits } from '../../server/src/text/edits'
import { checkCorrected } from '../support/check-rule'

const sample = path.resolve(import.meta.dirname, '../samples/ilacs-westmarch.inspection.md')
const pipes = readFileSync(sample, 'utf8')

const columns = pipes.replace(
  /(?:^\|.*\n)+/m,
  `Judgement                                                    Grade

The impact of leaders on social work
                                                             Good
practice with children and families

The experiences and progress of
                                                             Requires improvement
children who need help and protection
                                                             to be good

The experiences and progress of children
                                                             Good
in care

The experiences and progress of care leavers                 Outstanding

Overall effectiveness                                        Good
`,
)

const beside = pipes.replace(
  /(?:^\|.*\n)+/m,
  `Judgement                                  Grade

The impact of leaders on social work       Good
practice with children and families

The experiences and progress of     Requires improvement
children who need help and protection     to be good

The experiences and progress of children   Good
in care

The experiences and progress of care leavers   Outstanding

Overall effectiveness                      Good
`,
)

const onTwoLines = pipes.replace(
  /^## (The .*): (.*)$/gm,
  (_, title: string, grade: string) => `## ${title}:\n${grade}`,
)

const capitals = pipes.replace(
  /^(## The .*: )(\p{L})/gmu,
  (_, title: string, first: string) => title + first.toUpperCase(),
)

const slac = { choice: { id: 'ofsted-slac', by: 'command' } } as const

const safeguarding = `Inspection of safeguarding and looked after children services

Safeguarding services

Overall effectiveness

Grade 2 (good)

`

/** The text, what is around the grade in it, and what is written in its place. */
const variants: readonly (readonly [text: string, right: string, wrong: string])[] = [
  [pipes, 'care leavers | Outstanding |', 'care leavers | adequate |'],
  [pipes, 'care leavers | Outstanding |', 'care leavers | ADEQUATE |'],
  [pipes, 'care leavers | Outstanding |', 'care leavers | Outstnading |'],
  [pipes, 'in care: good', 'in care: Adequate'],
  [pipes, 'in care: good', 'in care: SATISFACTORY'],
  [pipes, 'protection: requires improvement to be good', 'protection: Fair'],
  [
    pipes,
    'protection: requires improvement to be good',
    'protection: requiers improvement to be good',
  ],
  [capitals, 'in care: Good', 'in care: adequate'],
  [capitals, 'care leavers: Outstanding', 'care leavers: excellent'],
  [onTwoLines, 'in care:\ngood', 'in care:\nadequate'],
  [onTwoLines, 'in care:\ngood', 'in care:\ngodo'],
  [onTwoLines, 'protection:\nrequires', 'protection:\nrequirs'],
  [columns, '   Good\npractice', '   adequate\npractice'],
  [columns, '   Good\npractice', '   ogod\npractice'],
  [columns, '   Good\nin care', '   Fair\nin care'],
  [
    columns,
    'Overall effectiveness                                        Good',
    'Overall effectiveness                                        ood',
  ],
  [columns, 'care leavers                 Outstanding', 'care leavers                 Poor'],
  [columns, 'Requires improvement\n', 'Requiers improvement\n'],
  [columns, 'Requires improvement\n', 'Requires imprvement\n'],
  [beside, 'of     Requires improvement\n', 'of     Reqires improvement\n'],
  [beside, 'protection     to be good\n', 'protection     to be god\n'],
]

describe('a grade that is on no scale', () => {
  for (const [text, right, wrong] of variants)
    it(`gives way to the report’s own: ${JSON.stringify(wrong)}`, () => {
      checkCorrected('unknown-grade', text, right, wrong)
    })

  it('is something still to be written where a placeholder is in its place', () => {
    for (const mark of ['[grade]', 'TBC', 'tbc', '[TBC]', 'XX', '????']) {
      const report = parseReport(columns.replace('   Good\npractice', `   ${mark}\npractice`))
      assert.ok(report !== undefined)
      assert.deepEqual(
        checkReport(report).map(({ rule }) => rule.id),
        ['open-placeholder'],
        mark,
      )
    }
  })

  it('gives way in an opening sentence, too', () => {
    const first = '1. Overall effectiveness is good.'
    const report = (opening: string) => `${safeguarding}${opening} Plans are clear.\n`
    for (const wrong of [
      'is satisfactory',
      'is Satisfactory',
      'is FAIR',
      'is godo',
      'is outstandng',
      'is judged to be excellent',
      'is now poor',
      'is satisfactory, because leaders know it',
    ]) {
      const opening = first.replace(/is good/, wrong)
      const parsed = parseReport(report(opening), slac)
      assert.ok(parsed !== undefined)
      const found = [...unknownGrade.check(parsed)]
      assert.equal(found.length, 1, opening)
      const [fix] = found[0]?.fixes?.() ?? []
      const word = /(?:\p{L}+)(?=,|$)/u.exec(wrong)?.[0] ?? ''
      assert.equal(
        applyEdits(report(opening), fix?.edits ?? []),
        report(opening.replace(word, 'good')),
      )
    }
    for (const right of [
      'Overall effectiveness is improving.',
      'The support to carers is satisfactory.',
      'Overall effectiveness was satisfactory.',
      'Overall effectiveness is not satisfactory.',
      'Overall effectiveness is satisfactory in most teams.',
    ]) {
      const parsed = parseReport(report(`1. ${right}`), slac)
      assert.ok(parsed !== undefined)
      assert.deepEqual([...unknownGrade.check(parsed)], [], right)
    }
  })
})
