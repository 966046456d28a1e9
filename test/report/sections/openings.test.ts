import assert from 'node:assert/strict'
import { restate } from '../../../server/src/rules/fixes/grades'
import { applyEdits } from '../../../server/src/text/edits'
import { builtInTypes } from '../../../server/src/types/built-in'
import { compileType } from '../../../server/src/types/compile'
import type { Grade } from '../../../server/src/types/report-type'
import { reportOf } from '../../support/check-rule'

/** What the opening sentence of "Quality of provision" is taken to say, `good, plain`. */
function opening(sentence: string, title = 'Quality of provision'): string {
  const report = reportOf(
    `Safeguarding services\n\n${title}\n\nGrade 3 (adequate)\n\n1. ${sentence} More.\n`,
  )
  const found = report.sections.at(-1)?.opening?.statement
  return found === undefined ? 'no statement' : `${found.grade.word}${found.plain ? ', plain' : ''}`
}

describe('opening sentences', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The quality of provision is good.', 'good, plain'],
    ['The overall quality of provision for looked after children is adequate.', 'adequate, plain'],
    ['The quality of provision is inadequate overall.', 'inadequate, plain'],
    ['The quality of provision is judged to be good.', 'good, plain'],
    ['The quality of provision is good and improving.', 'good, plain'],
    ['The quality of provision is good (see paragraph 12).', 'good, plain'],
    ['The quality of provision is good (but for one team).', 'good'],
    ['The quality of provision is good but fragile.', 'good'],
    ['Although some plans are late, the quality of provision is good.', 'good, plain'],
    ['Some plans are late but the quality of provision is good.', 'good, plain'],
    ['The quality of provision is not good.', 'no statement'],
    ['The quality of provision is not consistently good.', 'no statement'],
    ['The quality of provision has shown good progress.', 'no statement'],
    ['The quality of provision is reviewed in good time.', 'no statement'],
    ['The quality of provision is good in one team.', 'no statement'],
    ['The quality of provision for disabled children is good.', 'no statement'],
    ['The recording of visits is good.', 'no statement'],
    ['There is good capacity to improve.', 'no statement'],
    ['The quality of provision is **adequate**.', 'adequate, plain'],
    ['The *quality of provision* is **adequate.**', 'adequate, plain'],
    ['The quality of provision is ade*qu*ate.', 'no statement'],
    ['The quality of provision is only adequate.', 'adequate'],
    ['The quality of provision is still good.', 'good'],
    ['The quality of provision is not only good but outstanding.', 'no statement'],
    ['Quality is adequate.', 'adequate, plain'],
    ['The overall quality is adequate.', 'adequate, plain'],
    ['Quality in the duty team is inadequate.', 'no statement'],
    ['The recording quality is inadequate.', 'no statement'],
    ['There is good quality of recording.', 'no statement'],
    [
      'The quality of provision was previously weak and the support for carers is good.',
      'no statement',
    ],
  ]
  for (const [sentence, expected] of cases)
    it(`"${sentence}"`, () => assert.equal(opening(sentence), expected))

  it('may name the judgement in other words of the type', () => {
    assert.equal(
      opening('The capacity to improve is good.', 'Capacity for improvement'),
      'good, plain',
    )
  })

  const capacity: readonly (readonly [string, string])[] = [
    ['Capacity is adequate.', 'adequate, plain'],
    ['There is adequate capacity to improve.', 'adequate, plain'],
    ['There is **adequate** capacity to improve.', 'adequate, plain'],
    ['Overall, there is good capacity for improvement.', 'good, plain'],
    ['There is an outstanding capacity for improvement.', 'outstanding, plain'],
    ['The council and its partners have good capacity to improve.', 'good, plain'],
    ['The authority demonstrates good capacity to improve services.', 'good, plain'],
    ['There is not good capacity to improve.', 'no statement'],
    ['There is good capacity to improve in one team.', 'no statement'],
    ['There is good capacity to improve but it is fragile.', 'no statement'],
    ['Some partners have good capacity to improve.', 'no statement'],
    ['There is some good capacity to improve.', 'no statement'],
    ['Foster carers have good capacity to improve.', 'no statement'],
    ['There is good progress in the capacity to improve.', 'no statement'],
    ['There is good evidence of capacity to improve.', 'no statement'],
    ['Capacity for contact is good.', 'no statement'],
  ]
  for (const [sentence, expected] of capacity)
    it(`"${sentence}"`, () => assert.equal(opening(sentence, 'Capacity for improvement'), expected))

  it('changes with its article, emphasis or not', () => {
    const good = builtInTypes()[0]?.scale?.byWord.get('good') as Grade
    for (const [sentence, expected] of [
      ['There is an adequate capacity to improve.', 'There is a good capacity to improve.'],
      ['There is an **adequate** capacity to improve.', 'There is a **good** capacity to improve.'],
    ] as const) {
      const read = reportOf(`Capacity for improvement\n\nGrade 2 (good)\n\n${sentence}\n`)
      const edits = restate(read, read.sections.at(-1)?.opening, good)
      assert.equal(applyEdits(read.text, edits).trim().split('\n').at(-1), expected)
    }
  })

  it('may not be half of the judgement', () => {
    for (const sentence of ['Leadership is good.', 'Management is good.'])
      assert.equal(opening(sentence, 'Leadership and management'), 'no statement')
  })
})

describe('opening sentences with a verb of the scale', () => {
  const type = compileType({
    id: 'visit',
    name: 'Visit',
    recognise: { titles: ['Report of a visit'] },
    scale: {
      line: '{word}',
      grades: [
        { word: 'good' },
        {
          word: 'requires improvement',
          singular: 'requires improvement to be good',
          plural: 'require improvement to be good',
        },
      ],
    },
    openings: { words: ['the', 'of', 'for', 'quality', 'children', 'outcomes'] },
    sections: [{ id: 'care', title: 'Quality of care', grade: 'line', subjects: ['outcomes'] }],
  })
  const [good, weak] = type.scale?.grades ?? []
  const report = (sentence: string) =>
    reportOf(`Report of a visit\n\nQuality of care\n\nGood\n\n${sentence}\n`, { type })
  const cases: readonly (readonly [string, string])[] = [
    ['The quality of care requires improvement to be good.', 'The quality of care is good.'],
    ['The quality of care requires improvement.', 'The quality of care is good.'],
    ['Outcomes for children require improvement to be good.', 'Outcomes for children are good.'],
    ['The quality of care is good.', 'The quality of care requires improvement to be good.'],
    ['Outcomes are good.', 'Outcomes require improvement to be good.'],
    ['There is good quality of care.', 'There is good quality of care.'],
  ]
  for (const [sentence, expected] of cases)
    it(`"${sentence}"`, () => {
      const read = report(sentence)
      const opening = read.sections.at(-1)?.opening
      const isGood = opening?.statement?.grade === good
      const other = (isGood ? weak : good) as Grade
      assert.ok(opening?.statement !== undefined)
      const after = applyEdits(read.text, restate(read, opening, other))
      assert.equal(after.trim().split('\n').at(-1), expected)
    })

  for (const sentence of [
    'The recording of visits requires improvement.',
    'The quality of care requires improvement in one home.',
    'The quality of care does not require improvement to be good.',
  ])
    it(`"${sentence}" is not one`, () =>
      assert.equal(report(sentence).sections.at(-1)?.opening?.statement, undefined))
})
