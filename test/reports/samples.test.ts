/**
 * The sample reports with all rules on; what is found is beside this file.
 *
 * `UPDATE=1 npm test` writes the findings again: read the difference before you commit it.
 */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { clean, sample, sampleNames } from './samples'

/** What is found in a text, a line for each finding and its fixes. */
function findings(text: string): string {
  const report = parseReport(text)
  assert.ok(report !== undefined, 'the text is not read as a report')
  const lines = checkReport(report).map(({ span, rule, severity, message, fixes }) => {
    const { line, column } = report.lines.position(span.start)
    const words = text.slice(span.start, span.end)
    const titles = (fixes?.() ?? []).map(fix => `\n    - ${fix.title}${fix.safe ? ' (safe)' : ''}`)
    return `${line + 1}:${column + 1} ${severity} ${rule.id} «${words}»\n    ${message}${titles.join('')}\n`
  })
  return lines.join('')
}

/** Rules about what a report of the samples' type does not have. */
const foreign: ReadonlySet<string> = new Set([
  // A report cannot both lack its summary table and have faults in it.
  'missing-summary',
  'breached-limit',
  'mismatched-outcome',
  'ungraded-letter',
  'unresolved-annex',
  'unused-annex',
  'mismatched-footer',
  // It comes from a file that was read in the wrong encoding, not from writing.
  'unreadable-characters',
  // The sample is opened to show that its title alone gives its type; a line that names one would hide that.
  'unknown-report-type',
])

describe('sample reports', () => {
  for (const name of sampleNames) {
    it(`${name}: just the findings beside this test`, () => {
      const file = path.join(import.meta.dirname, 'reports', `${name}.findings.txt`)
      const found = findings(sample(name))
      if (process.env.UPDATE) writeFileSync(file, found)
      assert.equal(found, existsSync(file) ? readFileSync(file, 'utf8') : '')
    })
  }

  it('finds nothing in the finished and the extracted report', () => {
    assert.equal(findings(clean), '')
    assert.equal(findings(sample('westmarch-extracted.txt')), '')
  })

  it('finds a fault of each kind in the report with problems', () => {
    const report = parseReport(sample('westmarch-with-problems.inspection.md'))
    assert.ok(report !== undefined)
    const found = new Set(checkReport(report).map(finding => finding.rule.id))
    const silent = allRules.map(rule => rule.id).filter(id => !foreign.has(id) && !found.has(id))
    assert.deepEqual(silent, [])
  })

  it('finds nothing but things to do in the draft', () => {
    const report = parseReport(sample('westmarch-draft.inspection.md'))
    assert.ok(report !== undefined)
    const grave = checkReport(report).filter(({ severity }) => severity !== 'hint')
    assert.deepEqual(
      grave.map(finding => `${finding.rule.id}: ${finding.message}`),
      [],
    )
  })
})
