import assert from 'node:assert/strict'
import { reportName } from '../../client/src/report-names'

describe('the report that a file holds, by its name', () => {
  it('is the same for a draft and what it was imported from', () => {
    const drafts = [
      'westmarch.inspection.md',
      'westmarch (2).inspection.md',
      'westmarch.inspection',
    ]
    const sources = ['westmarch.txt', 'westmarch.docx', 'Westmarch.PDF', 'westmarch.md']
    assert.deepEqual([...new Set([...drafts, ...sources].map(reportName))], ['westmarch'])
  })

  it('is another for another year, and for a name with a full stop', () => {
    assert.equal(reportName('westmarch 2011.txt'), 'westmarch 2011')
    assert.equal(reportName('westmarch v1.2.txt'), 'westmarch v1.2')
    assert.equal(reportName('Untitled-1'), 'untitled-1')
  })
})
