import assert from 'node:assert/strict'
import { unresolvedAnnex } from '../../server/src/rules/unresolved-annex'
import { checkFix, checkRule, reportOf } from '../support/check-rule'
import { paper, paperType as type } from './paper'

describe('unresolved-annex', () => {
  it('is silent where each annex is listed, in whatever form it is referred to', () => {
    checkRule('unresolved-annex', paper('See Annex 1, annexes 1 and 2, and ANNEX\n2.'), { type })
  })

  it('finds an annex that is not listed', () => {
    checkRule(
      'unresolved-annex',
      paper(`See Annex 1. The plan is in annex 3.
                                  ^ unresolved-annex (fix): There is no annex 3 in the list. The last is "Annex 2".`),
      { type },
    )
  })

  it('leaves annexes of something else alone, and words that only look alike', () => {
    checkRule(
      'unresolved-annex',
      paper('Annex 4 of the guidance asks for it. The annex a year ago was shut.'),
      { type },
    )
  })

  it('leaves lists in another form alone', () => {
    const text = paper('See Annex 3.').replace('Annex 1: ', '1. ').replace('Annex 2: ', '2. ')
    checkRule('unresolved-annex', text, { type })
  })

  it('says so where there is no list', () => {
    const text = paper(`See Annex 3.
          ^ unresolved-annex: Annex 3 is not listed. List the annexes at the end.`)
    checkRule('unresolved-annex', text.replace(/Annexes:[\s\S]*/, ''), { type })
  })

  it('writes an annex that is listed', () => {
    checkFix('unresolved-annex', paper('See Annex 3.'), 'Write 2', paper('See Annex 2.'), { type })
  })

  it('is a thing to do in a draft', () => {
    const draft = `---\nstatus: draft\n---\n\n${paper('See Annex 3.')}`
    const found = [...unresolvedAnnex.check(reportOf(draft, { type }))]
    assert.deepEqual(
      found.map(finding => finding.toDo),
      [true],
    )
  })
})
