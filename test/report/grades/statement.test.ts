/** The grammar of sentences that state a grade. */

import assert from 'node:assert/strict'
import {
  copulasIn,
  hasGrade,
  standsAlone,
  verdictsIn,
} from '../../../server/src/report/grades/statement'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { Scale } from '../../../server/src/types/report-type'

const scaleOf = (id: string) => builtInTypes().find(type => type.id === id)?.scale as Scale
const scale = scaleOf('ofsted-ilacs')

/** `is | good`: the verb and the grade of each statement that is whole. */
const read = (text: string, of = scale) =>
  [...verdictsIn(text, of)]
    .filter(({ word }) => standsAlone(text, word.end))
    .map(({ verb, word, grade }) =>
      [text.slice(verb.start, verb.end), text.slice(word.start, word.end), grade.word].join(' | '),
    )

describe('a statement of a grade', () => {
  it('has one of several verbs', () => {
    for (const [text, verb] of [
      ['Care is good.', 'is'],
      ['Services are good.', 'are'],
      ['Care remains good.', 'remains'],
      ['Services remain good.', 'remain'],
      ['Care was good.', 'was'],
      ['Care is now good.', 'is'],
      ['Care is also overall good.', 'is'],
      ['Care is judged good.', 'is'],
      ['Care is judged to be good.', 'is'],
      ['Services are graded as good.', 'are'],
      ['Care is currently rated good.', 'is'],
      ['Care is: good.', 'is'],
      ['Care is : good.', 'is'],
      ['The judgement is that it is good.', 'is'],
      ['The judgement is that they are judged to be good.', 'are'],
      ['The judgement is that it good.', 'is'],
    ] as const)
      assert.deepEqual(read(text), [`${verb} | good | good`], text)
  })

  it('has a grade with a verb of its own, after its subject or after "that it"', () => {
    for (const text of [
      'Care requires improvement to be good.',
      'The judgement is that it requires improvement to be good.',
    ])
      assert.deepEqual(read(text), [
        'requires | requires improvement to be good | requires improvement to be good',
      ])
    assert.deepEqual(read('Services require improvement to be good.'), [
      'require | require improvement to be good | requires improvement to be good',
    ])
    assert.deepEqual(read('The judgement is requires improvement.'), [
      'is | requires improvement | requires improvement to be good',
    ])
  })

  it('may be wrapped at any place, over a blank line or a page as well', () => {
    const words = 'Care is judged to be requires improvement to be good.'.split(' ')
    for (const gap of ['\n', '\r\n', '  \n   ', '\n\n', '\n> ', ' \u00a0'])
      for (let at = 1; at < words.length; at++) {
        const text = `${words.slice(0, at).join(' ')}${gap}${words.slice(at).join(' ')}`
        const [statement] = [...verdictsIn(text, scale)]
        assert.equal(statement?.grade.word, 'requires improvement to be good', JSON.stringify(text))
      }
  })

  it('may carry emphasis, brackets and the marks of footnotes', () => {
    for (const text of [
      'Care is **good**.',
      '**Care is** good.',
      'Care *is* _good_.',
      '**Care** is __good__',
      'Care is good[^1].',
      'Care is good¹.',
      'Care is **good**[^12] and improving.',
      'Care is good (see paragraph 4).',
      'Care is good† overall.',
      'Care is **good**.[^2]',
    ])
      assert.equal(read(text).length, 1, text)
    const [found] = [...verdictsIn('Care *requires* **improvement to be good**.', scale)]
    assert.equal(found?.grade.word, 'requires improvement to be good')
  })

  it('is none where the words are part of something else', () => {
    for (const text of [
      'Care is not good.',
      'Care is good or better.',
      'Care is good at listening.',
      'Care is very good.',
      'Care is consistently good.',
      'Care is good-natured.',
      'Care is goodness itself.',
      'Good care is given.',
      'Care is to be good.',
      'Care is becoming good.',
      'Care is less than good.',
      'Is care as good as it is elsewhere?',
      'This is good practice.',
      'Care requires improvements.',
      'Care requires improvement in two homes.',
    ])
      assert.deepEqual(read(text), [], text)
  })

  it('says what is qualified and what is past', () => {
    const first = (text: string) => [...verdictsIn(text, scale)][0]
    assert.equal(first('Care is only just good.')?.isLimited, true)
    assert.equal(first('Care is judged to be still good.')?.isLimited, true)
    assert.equal(first('Care was good.')?.isPast, true)
    assert.equal(first('The judgement was that it requires improvement.')?.isPast, false)
    assert.equal(first('Care is good.')?.isLimited, false)
  })

  it('is read in the words of any scale', () => {
    assert.deepEqual(read('Care is adequate.', scaleOf('ofsted-slac')), [
      'is | adequate | adequate',
    ])
    assert.deepEqual(read('Care is adequate.'), [])
    assert.deepEqual(read('Care requires improvement.', scaleOf('ofsted-slac')), [])
  })

  it('begins where its subject ends', () => {
    const text = 'The judgement on care is that it is good'
    const [found] = [...verdictsIn(text, scale)]
    assert.equal(text.slice(0, found?.start), 'The judgement on care ')
  })
})

describe('a verb without a grade', () => {
  it('is read up to what is in the place of one', () => {
    const rest = (text: string) => [...copulasIn(text)].map(({ end }) => text.slice(end))
    assert.deepEqual(rest('Care is [grade]'), ['[grade]'])
    assert.deepEqual(rest('Care is judged to be excelent'), ['excelent'])
    assert.deepEqual(rest('Care is'), [])
    assert.deepEqual(rest('What island'), [])
  })
})

describe('a grade anywhere', () => {
  it('is a whole word', () => {
    assert.ok(hasGrade('so good', scale) && hasGrade('Good!', scale))
    assert.ok(!hasGrade('goods and goodness', scale))
  })
})
