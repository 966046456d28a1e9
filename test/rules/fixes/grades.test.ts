import assert from 'node:assert/strict'
import type { Opening } from '../../../server/src/report/model'
import { restate, verbOf } from '../../../server/src/rules/fixes/grades'
import { applyEdits } from '../../../server/src/text/edits'
import { textSpan } from '../../../server/src/text/span'
import { reportOf } from '../../support/check-rule'
import { homeType } from '../home-type'

/** The sentence, whose verb and grade word are given, after `restate`. */
function restated(sentence: string, verb: string, word: string, to: string): string {
  const report = reportOf(sentence, { type: homeType })
  const at = (part: string) =>
    textSpan(sentence, sentence.indexOf(part), sentence.indexOf(part) + part.length)
  const grade = homeType.scale?.byWord.get(word)
  const wanted = homeType.scale?.byWord.get(to)
  assert.ok(grade !== undefined && wanted !== undefined)
  const opening: Opening = {
    sentence: textSpan(sentence, 0, sentence.length),
    statement: { grade, word: at(word), verb: at(verb), plain: true },
    namesGrade: true,
    namesNone: false,
  }
  return applyEdits(sentence, restate(report, opening, wanted))
}

describe('restating an opening sentence', () => {
  const cases: readonly [string, string, string, string, string][] = [
    ['Care is good.', 'is', 'good', 'inadequate', 'Care is inadequate.'],
    ['This is a good service.', 'is', 'good', 'outstanding', 'This is an outstanding service.'],
    ['This is an inadequate service.', 'is', 'inadequate', 'good', 'This is a good service.'],
    [
      'Outcomes are good.',
      'are',
      'good',
      'requires improvement',
      'Outcomes require improvement to be good.',
    ],
    [
      'Care is good.',
      'is',
      'good',
      'requires improvement',
      'Care requires improvement to be good.',
    ],
    [
      'Care was good.',
      'was',
      'good',
      'requires improvement',
      'Care required improvement to be good.',
    ],
    [
      'Care requires improvement to be good.',
      'requires',
      'requires improvement to be good',
      'good',
      'Care is good.',
    ],
    [
      'Outcomes require improvement to be good.',
      'require',
      'require improvement to be good',
      'inadequate',
      'Outcomes are inadequate.',
    ],
  ]
  for (const [before, verb, word, to, after] of cases)
    it(`"${before}" becomes "${after}"`, () => {
      assert.equal(restated(before, verb, word, to), after)
    })
})

describe('the verb of a grade', () => {
  it('is the grade’s own, whatever the name before it ends with', () => {
    const grade = 'requires improvement'
    for (const [before, verb] of [
      ['The board (LSCB) ', 'requires'],
      ['The board (LSCB)\n', 'requires'],
      ['**The board (LSCB)** ', 'requires'],
      ['The board [LSCB] ', 'requires'],
      ['The council’s ‘front door’ ', 'requires'],
      ['The board is ', 'is'],
      ['The board (LSCB) is\n', 'is'],
      ['The board: ', undefined],
      ['| ', undefined],
      ['', undefined],
    ] as const) {
      const text = `${before}${grade}`
      const word = textSpan(text, before.length, text.length)
      assert.equal(verbOf(reportOf(text, { type: homeType }), word)?.text, verb, before)
    }
  })
})
