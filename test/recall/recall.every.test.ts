import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { allRules } from '../../server/src/rules/all'
import { generators } from './defects'
import { type Outcome, recall } from './recall'
import { texts } from './texts'

const sample = path.resolve(import.meta.dirname, '../samples/westmarch.inspection.md')
const ilacsSample = path.resolve(import.meta.dirname, '../samples/ilacs-westmarch.inspection.md')

describe('defects put in on purpose', () => {
  const text = readFileSync(sample, 'utf8')
  const ilacs = readFileSync(ilacsSample, 'utf8')

  it('exist for each rule', () => {
    assert.deepEqual(Object.keys(generators).sort(), allRules.map(({ id }) => id).sort())
  })

  for (const { id } of allRules) {
    it(`are found at their place, alone, and undone: ${id}`, () => {
      const other = texts[id]
      const type = other?.type === undefined ? {} : { type: other.type }
      const every = other === undefined ? everyOf(id) : 1
      const all = [...recall(other?.text(ilacs) ?? text, { rules: [id], every, ...type })]
      assert.ok(all.length > 0, 'the sample has no place for such a defect')
      const misses = all.flatMap(describeMiss)
      assert.deepEqual(misses, [])
    })
  }
})

/** About a dozen of each kind keep the tests fast; `npm run recall` tries them all. */
function everyOf(id: string): number {
  return /number|split|open|unused|grade|opening/.test(id) ? 11 : 5
}

function describeMiss({ defect, findings, ...outcome }: Outcome): readonly string[] {
  const failed = (['found', 'placed', 'alone', 'undone'] as const).filter(
    key => outcome[key] === false,
  )
  if (failed.length === 0) return []
  const instead = findings.map(finding => `${finding.rule.id}: ${finding.message}`)
  return [`${defect.name} is not ${failed.join(', ')}: ${instead.join(' / ')}`]
}
