/** The page about report types: its types are right, and its report is read by them. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { catalogueOf } from '../../server/src/types/catalogue'
import { checkTypeSource } from '../../server/src/types/checked'

const root = path.join(import.meta.dirname, '..')
const page = readFileSync(path.join(root, 'docs/report-types.md'), 'utf8').replace(/\r\n/g, '\n')

const blocks = (kind: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    match => match[1] ?? '',
  )

const types = blocks('yaml type')
const rules = new Set(allRules.map(({ id }) => id))

describe('the page about report types', () => {
  it('is up to date about the keys (otherwise run `node scripts/generate/schema.mjs`)', () => {
    const args = [path.join(root, 'scripts/generate/schema.mjs'), '--check']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  })

  it('has types without a fault', () => {
    assert.equal(types.length, 5)
    for (const text of types) {
      const { problems } = checkTypeSource(text, { under: builtInCatalogue(), rules })
      const shown = problems.map(
        ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
      )
      assert.deepEqual(shown, [])
    }
  })

  const catalogue = catalogueOf(
    types.flatMap(text => checkTypeSource(text, { under: builtInCatalogue() }).source ?? []),
    builtInCatalogue(),
  )
  const found = (text: string | undefined) => {
    const report = parseReport(text ?? '', { types: catalogue })
    assert.equal(report?.type.id, 'day-centre-visit')
    return checkReport(report!).map(({ rule, message }) => `${rule.id}: ${message}`)
  }

  it('has a report in which everything is right', () => {
    assert.deepEqual(found(blocks('text right')[0]), [])
  })

  it('has one in which a grade differs', () => {
    const findings = found(blocks('text wrong')[0])
    assert.deepEqual(
      findings.map(finding => finding.split(':', 1)[0]),
      ['mismatched-grade'],
      findings.join('\n'),
    )
  })

  it('has a report with sections that repeat and numbers by section', () => {
    const report = parseReport(blocks('text repeated')[0] ?? '', { types: catalogue })
    assert.ok(report?.type.id === 'ferry-visit')
    assert.deepEqual(checkReport(report), [])
    assert.deepEqual(
      report.judgements.map(({ title, grade }) => `${title}: ${grade?.word}`),
      [
        'The hull: sound',
        'Member of the crew: Ada Quill: sound',
        'Member of the crew: Ben Oar: unsound',
        'Overall: sound',
      ],
    )
    const skipped = parseReport(report.text.replace('2.3 Ben', '2.4 Ben'), { types: catalogue })
    assert.deepEqual(
      checkReport(skipped!).map(({ message }) => message),
      ['Paragraph number 2.3 is left out. Renumber, or add what is missing.'],
    )
  })

  it('has a type that changes a built-in one', () => {
    const sections = catalogue
      .find('ofsted-slac')
      ?.editions[0]?.compiled()
      .sections.map(({ id }) => id)
    assert.ok(sections?.includes('voices') && !sections.includes('service-information'))
    assert.equal(
      catalogue.find('ofsted-slac')?.editions[0]?.compiled().severities['open-note'],
      'error',
    )
  })

  it('has editions that go on from each other', () => {
    const editions = catalogue.find('harbour-survey')?.editions ?? []
    assert.deepEqual(
      editions.map(edition => edition.compiled().rows.map(row => row.section?.id)),
      [
        ['quays', 'cranes'],
        ['quays', 'lights', 'cranes'],
        ['quays', 'lights'],
      ],
    )
  })
})
