import assert from 'node:assert/strict'
import { gradeNamed } from '../../../server/src/features/edit/set-grade'
import { parseReport } from '../../../server/src/report/parse'
import { clean } from '../../reports/samples'

describe('the name of a grade', () => {
  const scale = parseReport(clean)?.type.scale
  assert.ok(scale)
  for (const name of ['good', 'Good', ' good ', '2', 'grade 2', 'Grade 2 (good)', 'GOOD'])
    it(`may be "${name}"`, () => assert.equal(gradeNamed(scale, name)?.word, 'good'))
  for (const name of ['', 'goo', '5', 'Grade 2 (adequate)', 'very good', 'requires improvement'])
    it(`is not "${name}"`, () => assert.equal(gradeNamed(scale, name), undefined))
})
