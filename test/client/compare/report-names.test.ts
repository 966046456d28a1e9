import assert from 'node:assert/strict'
import { reportName, titleOf, toldApart } from '../../../client/src/compare/report-names'

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

describe('the name of a report that has no file yet', () => {
  it('is its title, with the authority', () => {
    const text = '# Inspection of children services\n\nWestmarch\n\nStatus: draft\n\n## Contents\n'
    assert.equal(titleOf(text), 'Inspection of children services, Westmarch')
    assert.equal(
      titleOf(`---\r\nreport: ofsted-ilacs\r\n---\r\n\r\n${text.replaceAll('\n', '\r\n')}`),
      'Inspection of children services, Westmarch',
    )
  })

  it('is the title alone where a field or a sentence follows', () => {
    assert.equal(
      titleOf('Inspection of\nschools\n\nPublished: 6 May 2011\n'),
      'Inspection of schools',
    )
    assert.equal(titleOf('# Notes\n\nWe met on Monday.\n'), 'Notes')
    assert.equal(titleOf(''), '')
  })

  it('is cut short where it is long', () => {
    assert.match(titleOf('word '.repeat(100)), /^(?:word )+w?.*…$/)
    assert.equal(titleOf('word '.repeat(100)).length, 80)
  })

  it('has the name of its tab where another has the same name', () => {
    const names = [
      { name: 'Inspection', file: 'Untitled-1' },
      { name: 'Inspection', file: 'Untitled-2' },
      { name: 'Letter', file: 'Untitled-3' },
      { name: 'report.md', file: 'report.md' },
      { name: 'report.md', file: 'report.md' },
    ]
    assert.deepEqual(toldApart(names), [
      'Inspection (Untitled-1)',
      'Inspection (Untitled-2)',
      'Letter',
      'report.md',
      'report.md',
    ])
  })
})
