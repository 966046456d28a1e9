import assert from 'node:assert/strict'
import { changeStatus } from '../../../server/src/features/drafts/draft-status'
import { parseReport } from '../../../server/src/report/parse'
import { applyEdits } from '../../../server/src/text/edits'
import { clean, sample } from '../../reports/samples'

const title = '# Inspection of safeguarding and looked after children services'
const section = '## About this inspection\n\n1. Text.\n'

function marked(text: string, status: 'draft' | 'finished'): string {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  const edits = changeStatus(report, status)
  assert.ok(edits.length > 0, `it is ${status} already`)
  const after = applyEdits(text, edits)
  assert.equal(parseReport(after)?.status, status)
  return after
}

/** Marks as finished, and as a draft again. */
function checkBothWays(draft: string, finished: string): void {
  assert.equal(marked(draft, 'finished'), finished)
  assert.equal(marked(finished, 'draft'), draft)
}

describe('a report that is marked as finished', () => {
  it('has lost the line that said it was a draft, and a blank one with it', () => {
    checkBothWays(
      `${title}\n\nWestmarch\n\nStatus: draft\n\nInspection dates: 7–18 March 2011\n\n${section}`,
      `${title}\n\nWestmarch\n\nInspection dates: 7–18 March 2011\n\n${section}`,
    )
  })
  it('keeps its blank lines where the fields are close together', () => {
    checkBothWays(
      `${title}\nWestmarch\nStatus: draft\nInspection dates: 7–18 March 2011\nPublished: 6 May 2011\n\n${section}`,
      `${title}\nWestmarch\nInspection dates: 7–18 March 2011\nPublished: 6 May 2011\n\n${section}`,
    )
  })
  it('may have no other field', () => {
    checkBothWays(
      `${title}\n\nWestmarch\n\nStatus: draft\n\n${section}`,
      `${title}\n\nWestmarch\n\n${section}`,
    )
    checkBothWays(`${title}\n\nStatus: draft\n\n${section}`, `${title}\n\n${section}`)
  })
  it('has its line ends', () => {
    checkBothWays(
      `${title}\r\n\r\nStatus: draft\r\n\r\n${section.replace(/\n/g, '\r\n')}`,
      `${title}\r\n\r\n${section.replace(/\n/g, '\r\n')}`,
    )
  })
  it('may say it in its first lines', () => {
    checkBothWays(
      `---\nreport: ofsted-slac\nstatus: draft\n---\n\n${title}\n\n${section}`,
      `---\nreport: ofsted-slac\n---\n\n${title}\n\n${section}`,
    )
    assert.equal(
      marked(`---\nstatus: draft\n---\n\n${title}\n\n${section}`, 'finished'),
      `${title}\n\n${section}`,
    )
  })
  it('keeps what is on the same line', () => {
    assert.equal(
      marked(`${title}\n\n**Status:** draft  **Published:** 6 May 2011\n\n${section}`, 'finished'),
      `${title}\n\n**Published:** 6 May 2011\n\n${section}`,
    )
  })
  it('may say that it is finished', () => {
    assert.equal(
      marked(`${title}\n\nStatus: final\n\n${section}`, 'draft'),
      `${title}\n\nStatus: draft\n\n${section}`,
    )
  })
  it('is the same again once it is a draft', () => {
    const draft = sample('westmarch-draft.inspection.md')
    assert.equal(marked(marked(draft, 'finished'), 'draft'), draft)
    assert.equal(marked(marked(clean, 'draft'), 'finished'), clean)
    const extracted = sample('westmarch-extracted.txt')
    assert.equal(marked(marked(extracted, 'draft'), 'finished'), extracted)
  })
  it('is left as it is where it is so already', () => {
    const report = parseReport(clean)
    assert.deepEqual(report && changeStatus(report, 'finished'), [])
  })
  it('says nowhere that it is a draft, however often it said so', () => {
    const rest = `Inspection dates: 7–18 March 2011\n\n${section}`
    assert.equal(
      marked(`${title}\n\nStatus: draft\n\n**Status:** Draft 2\n\n${rest}`, 'finished'),
      `${title}\n\n${rest}`,
    )
    assert.equal(
      marked(`---\nstatus: draft\n---\n\n${title}\nStatus: draft\n${rest}`, 'finished'),
      `${title}\n${rest}`,
    )
    assert.equal(
      marked(`${title}\n\nStatus: draft  Status: draft\n\n${rest}`, 'finished'),
      `${title}\n\n${rest}`,
    )
    assert.equal(
      marked(
        `${title}\n\nStatus: draft  Status: draft  Published: 6 May 2011\n\n${rest}`,
        'finished',
      ),
      `${title}\n\nPublished: 6 May 2011\n\n${rest}`,
    )
  })
})
