import assert from 'node:assert/strict'
import { typeLine, typeOptions } from '../../../server/src/features/drafts/choose-type'
import { applyEdits } from '../../../server/src/text/edits'
import { catalogueOf } from '../../../server/src/types/catalogue'

const written = (text: string) => applyEdits(text, [typeLine(text, 'visit')])

describe('the type is written into a report', () => {
  it('in new first lines, after a byte-order mark', () => {
    assert.equal(written('Text.\n'), '---\nreport: visit\n---\n\nText.\n')
    assert.equal(written('\uFEFFText.\r\n'), '\uFEFF---\r\nreport: visit\r\n---\r\n\r\nText.\r\n')
    assert.equal(written(''), '---\nreport: visit\n---\n\n')
  })

  it('into the first lines that are there', () => {
    assert.equal(written('---\nstatus: draft\n---\nA'), '---\nreport: visit\nstatus: draft\n---\nA')
    assert.equal(written('---\n---\nA'), '---\nreport: visit\n---\nA')
  })

  it('in the place of another', () => {
    assert.equal(written('---\nreport:  home \nx: 1\n---\nA'), '---\nreport:  visit \nx: 1\n---\nA')
    assert.equal(written('---\r\nreport:\r\n---\r\nA'), '---\r\nreport: visit\r\n---\r\nA')
  })

  it('above a line that is not an end of first lines', () => {
    assert.equal(written('---\nA'), '---\nreport: visit\n---\n\n---\nA')
  })
})

describe('the types to choose from', () => {
  it('are in the order of their names, with their editions', () => {
    const catalogue = catalogueOf([
      { id: 'b', name: 'Visits', editions: [{ name: 'first' }, {}, { name: 'from 2024' }] },
      { id: 'a', name: 'Homes' },
    ])
    assert.deepEqual(typeOptions(catalogue), [
      { id: 'a', name: 'Homes', editions: [] },
      { id: 'b', name: 'Visits', editions: ['first', 'from 2024'] },
    ])
  })
})
