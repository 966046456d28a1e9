import assert from 'node:assert/strict'
import { leavingSteps } from '../../../server/src/features/leaving/leaving-check'
import { type RecordedFile, recordPage } from '../../../server/src/features/leaving/record-page'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'
import type { Severities } from '../../../server/src/rules/run'
import { finish } from '../../../server/src/text/steps'
import { clean, sample } from '../../reports/samples'

const file: RecordedFile = {
  name: 'final.md',
  size: 1234,
  fingerprint: 'abc123',
  day: '2026-03-04',
  time: '14:05',
  version: '0.1.0',
}

function record(
  text: string,
  severities: Severities = {},
  more: Partial<RecordedFile> = {},
): string {
  const check = finish(leavingSteps(parseReport(text), { target: 'council', severities }))
  return pageAsMarkdown(recordPage({ ...file, ...more }, check, severities))
}

describe('the record of a check', () => {
  it('says which file was checked, when, with what and as what', () => {
    const page = record(clean)
    for (const row of [
      '| File | final.md |',
      '| Size | 1234 bytes |',
      '| SHA-256 | abc123 |',
      '| Checked | 4 March 2026, 14:05 |',
      '| With | Inspection Reports 0.1.0 |',
      '| Before it leaves | to the council |',
      '| Kind of report | Safeguarding and looked after children (ofsted-slac) |',
      '| Recognised | by its title |',
      '| Status | finished |',
    ])
      assert.ok(page.includes(row), row)
    const ilacs = record(sample('ilacs-westmarch.inspection.md'))
    assert.match(ilacs, /\| Wording \| from January 2023 \|/)
    assert.match(ilacs, /\| Recognised \| by its title and its date \|/)
  })

  it('lists the judgements with their places', () => {
    assert.match(
      record(clean),
      /\| Partnership working \(Safeguarding services\) \| good \| Contents; Grade line: good; First sentence: good; Record of main findings: good \|/,
    )
    assert.match(
      record(clean.replace('Partnership working is good.', 'Partnership working is adequate.')),
      /\| Partnership working \(Safeguarding services\) \| its places differ \|/,
    )
  })

  it('lists what is open, what is ignored and which checks are off', () => {
    const page = record(sample('westmarch-with-problems.inspection.md'), { 'missing-row': 'off' })
    assert.match(page, /### Notes among colleagues\n\n- [^\n]+check the number of actions/)
    assert.match(page, /## What is ignored\n\n- [^\n]+The reason given: agreed with the reader/)
    assert.match(page, /\(missing-row\): switched off in the settings/)
    assert.match(page, /\(breached-limit\): off for this kind of report/)
  })

  it('says so where nothing is open', () => {
    const page = record(clean)
    assert.match(page, /## What is open\n\nNothing found of the kinds looked for: /)
    assert.match(page, /No problem is ignored\./)
  })

  it('has what was ignored in the list of a Word document', () => {
    const ignored = [{ place: 'Cover', message: 'The cover has no date.', reason: 'not known yet' }]
    assert.match(
      record(clean, {}, { ignored }),
      /- \*\*Cover\*\*: The cover has no date\. The reason given: not known yet/,
    )
  })

  it('says what was not checked, and that only a person signs', () => {
    const page = record(clean)
    assert.match(page, /- Facts, evidence and fairness are not checked\./)
    assert.match(page, /Only a person signs a report off, having read it\./)
  })

  it('is made of a file that is no report, too', () => {
    assert.match(record('A letter.'), /\| Kind of report \| not a report of a known type \|/)
  })
})
