/** The pages of the rules, and the examples on them. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { checkTypeSource } from '../../server/src/types/checked'
import { compileType } from '../../server/src/types/compile'
import type { ReportType } from '../../server/src/types/report-type'
import { reportOf } from './check-rule'

// In the bundle of the tests `import.meta.dirname` is the folder `test`.
const folder = path.join(import.meta.dirname, '../docs/rules')

export interface RulePage {
  /** The id of its rule and `.md`. */
  readonly name: string
  readonly text: string
  readonly examples: readonly Example[]
}

export interface Example {
  readonly kind: 'found' | 'accepted'
  readonly text: string
  /** Id of the type that the example names. */
  readonly named: string | undefined
  /** The type on the page. */
  readonly own: ReportType | undefined
}

export const rulePages: readonly RulePage[] = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => {
    const text = readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n')
    return { name, text, examples: examplesOf(text) }
  })

/**
 * The blocks that begin with ```` ```text found ```` or ```` ```text accepted ````. They are read as the
 * first built-in type, as the one that they name (`type=ofsted-ilacs`), or as the one on the page
 * (```` ```yaml type ````). A page break is written ␌.
 */
function examplesOf(page: string): readonly Example[] {
  const source = /^```yaml type\n([\s\S]*?)^```$/m.exec(page)?.[1]
  const own = source === undefined ? undefined : typeOf(source)
  const blocks = /^(```+)text (found|accepted)(?: type=([a-z-]+))?\n([\s\S]*?)^\1$/gm
  return [...page.matchAll(blocks)].map(([, , kind, named, text = '']) => {
    return { kind: kind as Example['kind'], text: text.replaceAll('␌', '\f'), named, own }
  })
}

function typeOf(yaml: string): ReportType {
  const { source, problems } = checkTypeSource(yaml, { under: builtInCatalogue() })
  assert.deepEqual(problems, [])
  assert.ok(source !== undefined)
  return compileType(source)
}

export function reportOfExample({ text, named, own }: Example): Report {
  if (named === undefined) return reportOf(text, own === undefined ? {} : { type: own })
  const report = parseReport(text, { choice: { id: named, by: 'command' } })
  assert.equal(report?.type.id, named)
  return report as Report
}
