import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type QuickFix, quickFixes } from '../../../server/src/features/edit/quick-fixes'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import type { CheckedFinding, Rule } from '../../../server/src/rules/rule'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits, insert, replace, type TextEdit } from '../../../server/src/text/edits'

const samples = path.join(import.meta.dirname, '..', 'samples')
const faulty = readFileSync(path.join(samples, 'westmarch-with-problems.inspection.md'), 'utf8')

/** A rule of which nothing is used but its name. */
function ruleCalled(id: string): Rule {
  return { id, summary: '', severity: 'warning', fixable: 'always', check: () => [] }
}

const skipped = ruleCalled('skipped-paragraph-number')
const misspelt = ruleCalled('misspelt-heading')

/** A finding of three characters with one fix. */
function finding(
  rule: Rule,
  start: number,
  edits: readonly TextEdit[],
  more: { safe?: boolean; preferred?: boolean; settlesAll?: boolean } = {},
): CheckedFinding {
  const fix = { title: `Mend ${edits.length}`, safe: true, edits, ...more }
  return {
    rule,
    severity: 'warning',
    span: { start, end: start + 3 },
    message: '',
    fixes: () => [{ title: 'Something else', safe: false, edits: [insert(0, 'x')] }, fix],
  }
}

describe('quick fixes', () => {
  const report = parseReport(faulty) as Report
  const titles = (fixes: readonly QuickFix[]) => fixes.map(({ title }) => title)
  const offered = (findings: readonly CheckedFinding[], start: number, end = start) =>
    quickFixes(report, findings, { start, end })

  it('are those of the findings that the place touches, the preferred one first', () => {
    const one = finding(skipped, 500, [insert(500, 'a')], { preferred: true })
    const other = finding(misspelt, 600, [insert(600, 'b')])
    const fixes = offered([one, other], 503)
    assert.deepEqual(titles(fixes), [
      'Mend 1',
      'Something else',
      'Ignore here (skipped-paragraph-number)',
      'Ignore in this report (skipped-paragraph-number)',
    ])
    assert.deepEqual(
      fixes.map(({ preferred }) => preferred),
      [true, false, false, false],
    )
    assert.deepEqual(offered([one, other], 504), [])
  })

  it('appear once where two findings share one', () => {
    const twice = [
      finding(skipped, 500, [insert(0, 'a')]),
      finding(skipped, 500, [insert(0, 'a')], { preferred: true }),
    ]
    const [fix] = offered(twice, 500)
    assert.equal(fix?.title, 'Something else')
    const mend = offered(twice, 500).find(({ title }) => title === 'Mend 1')
    assert.deepEqual([mend?.findings.length, mend?.preferred], [2, true])
  })

  it('of one kind come together, those that can be applied together', () => {
    const findings = [
      finding(skipped, 500, [replace({ start: 500, end: 503 }, 'a')]),
      finding(skipped, 501, [replace({ start: 501, end: 504 }, 'b')]),
      finding(misspelt, 550, [insert(550, 'c')]),
      finding(skipped, 600, [insert(600, 'd')]),
      finding(skipped, 700, [insert(700, 'e')], { safe: false }),
    ]
    const all = offered(findings, 500).find(({ kind }) => kind === 'fix-kind')
    assert.equal(all?.title, 'Fix all 2 problems of this kind (skipped-paragraph-number)')
    assert.deepEqual(all.edits, [replace({ start: 500, end: 503 }, 'a'), insert(600, 'd')])
  })

  it('of one kind need no other entry where one fix settles all, and none where none is safe, or there is only one', () => {
    const kinds = (findings: readonly CheckedFinding[]) =>
      offered(findings, 500).filter(({ kind }) => kind === 'fix-kind')
    const other = finding(skipped, 600, [insert(600, 'b')])
    const own = [insert(500, 'a')]
    const [all, ...more] = kinds([finding(skipped, 500, own, { settlesAll: true }), other])
    assert.deepEqual([all?.edits, more], [own, []])
    assert.deepEqual(kinds([finding(skipped, 500, own, { safe: false }), other]), [])
    assert.deepEqual(kinds([finding(skipped, 500, own)]), [])
  })

  it('can ignore any problem, and nothing else, with a comment', () => {
    const findings = checkReport(report)
    assert.ok(findings.length > 10)
    const without = (gone: (finding: CheckedFinding) => boolean) =>
      findings.filter(each => !gone(each)).map(({ rule, message }) => `${rule.id}: ${message}`)
    const rest = (fix: QuickFix | undefined) => {
      assert.ok(fix)
      const again = checkReport(parseReport(applyEdits(faulty, fix.edits)) as Report)
      return again.map(({ rule, message }) => `${rule.id}: ${message}`)
    }
    for (const { rule, span } of findings) {
      if (rule.id === 'unused-suppression') continue
      const named = quickFixes(report, findings, span).filter(({ title }) =>
        title.endsWith(`(${rule.id})`),
      )
      const file = named.find(({ title }) => title.startsWith('Ignore in this report'))
      assert.deepEqual(
        rest(file),
        without(each => each.rule === rule),
      )
      const here = rest(named.find(({ title }) => title.startsWith('Ignore here')))
      const gone = without(() => false).filter(each => !here.includes(each))
      assert.ok(
        gone.length > 0 && gone.every(each => each.startsWith(rule.id)),
        `${rule.id}: ${gone}`,
      )
      assert.deepEqual(
        here.filter(each => !without(() => false).includes(each)),
        [],
      )
    }
  })
})
