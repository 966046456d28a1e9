/** Grades in words at the end of a heading, distinguished from its title. */

import assert from 'node:assert/strict'
import {
  openSuffix,
  otherSuffix,
  type Suffix,
  verbalSlip,
  wordSuffix,
} from '../../../server/src/report/grades/grade-suffixes'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { Scale } from '../../../server/src/types/report-type'

const scale = builtInTypes().find(({ id }) => id === 'ofsted-ilacs')?.scale as Scale

/** The title and the grade: `Care | good`. */
const shown = (line: string, found: Suffix | undefined) =>
  found && `${line.slice(0, found.titleEnd)} | ${line.slice(found.start, found.end)}`

describe('a grade at the end of a heading', () => {
  const inWords = (line: string) => shown(line, wordSuffix(line, scale))

  it('is a word of the scale after a sign or a verb', () => {
    for (const lead of [': ', ' : ', ', ', '; ', ' (', ' – ', ' - ', ' is ', ' are: ', ' is : '])
      assert.equal(inWords(`Care of children${lead}good`), 'Care of children | good', lead)
  })

  it('is one after what says who judged it', () => {
    for (const verb of ['is judged to be', 'are graded as', 'is judged', 'is  graded\nas', 'ARE'])
      assert.equal(inWords(`Care ${verb} Good.`), 'Care | Good', verb)
    for (const verb of ['judged', 'to be', 'is to be', 'as', 'this'])
      assert.equal(inWords(`Care ${verb} good`), undefined, verb)
  })

  it('is between marks, brackets and a full stop', () => {
    assert.equal(inWords('Care: **good**'), 'Care | good')
    assert.equal(inWords('Care (good)'), 'Care | good')
    assert.equal(inWords('Care is _good_.'), 'Care | good')
    assert.equal(
      inWords('Care (**requires improvement to be good)**.'),
      'Care | requires improvement to be good',
    )
  })

  it('may have its verb in itself', () => {
    assert.equal(inWords('Care requires improvement'), 'Care | requires improvement')
    assert.equal(
      inWords('Care requires  improvement to be good.'),
      'Care | requires  improvement to be good',
    )
  })

  it('is not one in the middle of a word or of a sentence', () => {
    for (const line of [
      'Care:inadequatelygood',
      'Care good',
      'The good',
      'good',
      'Care is good at listening',
    ])
      assert.equal(inWords(line), undefined, line)
  })

  it('is anything short after a colon, and one word after a verb', () => {
    const other = (line: string) => shown(line, otherSuffix(line, scale))
    assert.equal(other('Care: quite nice'), 'Care | quite nice')
    assert.equal(other('Care are: [grade]'), 'Care | [grade]')
    assert.equal(other('Care is nice.'), 'Care | nice')
    assert.equal(other('Care: nice.'), 'Care | nice')
    assert.equal(other('Care:nice'), undefined)
    assert.equal(other(`Care: ${'nice '.repeat(12)}`), undefined)
    assert.equal(other('Care is very nice'), undefined)
  })

  it('is a grade of another scale on the line below a colon, and nothing else there', () => {
    const other = (line: string) => shown(line, otherSuffix(line, scale))
    for (const below of ['fair', 'Fair', '**satisfactory**', 'adequate.', '  weak', 'poor[^1]'])
      assert.equal(
        other(`Care of children:\n${below}`),
        `Care of children | ${below.replace(/[^a-z]|1/gi, '')}`,
        below,
      )
    for (const below of ['Fair play matters', 'Children', 'nice', 'Good work'])
      assert.equal(other(`Care of children:\n${below}`), undefined, below)
  })

  it('may be a place that is still to be filled in', () => {
    const open = (line: string) => shown(line, openSuffix(line))
    assert.equal(open('Care [of whom] is **[grade]**'), 'Care [of whom] | [grade]')
    assert.equal(open('Care [grade]'), undefined)
  })

  it('may be misspelt', () => {
    const slip = (line: string) => shown(line, verbalSlip(line, scale))
    assert.equal(slip('Care requires improvment.'), 'Care | requires improvment')
    assert.equal(slip('Care requires a plan'), undefined)
  })
})
