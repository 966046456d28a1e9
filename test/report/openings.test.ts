import assert from 'node:assert/strict'
import { reportOf } from '../support/check-rule'

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
})
