import assert from 'node:assert/strict'
import { answers, searchableJudgements } from '../../../server/src/features/lists/judgement-search'
import { parseReport } from '../../../server/src/report/parse'
import { changed, clean, sample } from '../../reports/samples'

function found(query: string, text: string): readonly string[] {
  const report = parseReport(text)
  assert.ok(report)
  return searchableJudgements(report)
    .filter(answers(query))
    .map(({ name, report }) => `${name} | ${report}`)
}

describe('the search for judgements', () => {
  it('finds one by its title, its grade, and whose report it is', () => {
    assert.deepEqual(found('staying safe westmarch', clean), [
      'Staying safe – good | Westmarch, 2011',
    ])
    assert.deepEqual(found('outstanding 2011', clean), [
      'Being healthy – outstanding | Westmarch, 2011',
      'Making a positive contribution, including user engagement – outstanding | Westmarch, 2011',
    ])
  })

  it('takes beginnings of words, in any order and in lower case', () => {
    assert.deepEqual(found('westm inad', clean), [
      'Performance management and quality assurance – inadequate | Westmarch, 2011',
    ])
  })

  it('wants every word', () => {
    assert.deepEqual(found('staying safe eastmarch', clean), [])
    assert.deepEqual(found('afe', clean), [])
  })

  it('says where places differ, and where no grade is yet', () => {
    const differs = changed(clean, '| Staying safe | Good |', '| Staying safe | Adequate |')
    assert.deepEqual(found('staying', differs), ['Staying safe – places differ | Westmarch, 2011'])
    assert.ok(found('no grade', sample('westmarch-draft.inspection.md')).length > 0)
  })

  it('leads to the heading', () => {
    const report = parseReport(clean)
    assert.ok(report)
    const target = searchableJudgements(report).find(({ name }) =>
      name.startsWith('Staying'),
    )?.target
    assert.equal(clean.slice(target?.start, target?.end), 'Staying safe')
  })
})
