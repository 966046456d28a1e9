/** What rules and their fixes say comes from the translations: every example on the rules' pages. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { config } from '@vscode/l10n'
import { globSync } from 'tinyglobby'
import type { Report } from '../../server/src/report/model'
import { checkReport } from '../../server/src/rules/run'
import { forgotten, pseudoTranslation } from '../support/pseudo-translation'
import { reportOfExample, rulePages } from '../support/rule-pages'

const root = path.resolve(import.meta.dirname, '..')
const types = globSync('server/types/*.yaml', { cwd: root })
  .map(file => readFileSync(path.join(root, file), 'utf8'))
  .join('\n')

const gradeLines = ({ type }: Report) =>
  type.scale?.grades.map(({ number, word }) => `Grade ${number} (${word})`).join('\n') ?? ''

describe('what rules say', () => {
  before(() => config({ contents: { ...pseudoTranslation } }))
  after(() => config({ contents: {} }))

  for (const { name, text: page, examples } of rulePages)
    it(`can be translated: ${name}`, () => {
      const id = name.replace(/\.md$/, '')
      const ownType = /^```yaml type\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? ''
      for (const example of examples) {
        const report = reportOfExample(example)
        // What a message quotes: the report, words of its type, and the rule's id.
        const data = [types, report.text, ownType, gradeLines(report), id]
        for (const finding of checkReport(report, { [id]: 'warning' })) {
          const fixes = finding.fixes?.() ?? []
          const said = [
            finding.message,
            ...(finding.related ?? []).map(({ message }) => message),
            ...fixes.map(({ title }) => title),
          ]
          for (const words of said) {
            assert.match(words, /⟦.*⟧/)
            assert.deepEqual(forgotten(words, ...data), [], words)
          }
        }
      }
    })
})
