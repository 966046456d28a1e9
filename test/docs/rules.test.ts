import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { checkTypeSource } from '../../server/src/types/checked'
import { compileType, type ReportType } from '../../server/src/types/report-type'
import { reportOf } from '../support/check-rule'

// In the bundle of the tests `import.meta.dirname` is the folder `test`.
const folder = path.join(import.meta.dirname, '../docs/rules')
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))

interface Example {
  readonly kind: 'found' | 'accepted'
  readonly text: string
  /** Id of the type that the example names. */
  readonly named: string | undefined
  /** The type on the page. */
  readonly own: ReportType | undefined
}

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

function read({ text, named, own }: Example): Report {
  if (named === undefined) return reportOf(text, own === undefined ? {} : { type: own })
  const report = parseReport(text, { choice: { id: named, by: 'command' } })
  assert.equal(report?.type.id, named)
  return report as Report
}

function findingsIn(id: string, example: Example): readonly string[] {
  const { text } = example
  return checkReport(read(example), { [id]: 'warning' })
    .filter(finding => finding.rule.id === id)
    .map(
      finding =>
        `${JSON.stringify(text.slice(finding.span.start, finding.span.end))}: ${finding.message}`,
    )
}

describe('pages of the rules', () => {
  it('are there for each rule', () => {
    assert.deepEqual(
      allRules.map(rule => `${rule.id}.md`).filter(name => !pages.includes(name)),
      [],
    )
  })

  it('are about a rule each', () => {
    assert.deepEqual(
      pages.filter(name => !allRules.some(rule => `${rule.id}.md` === name)),
      [],
    )
  })

  for (const name of pages) {
    describe(name, () => {
      const id = name.replace(/\.md$/, '')
      const page = readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n')
      const examples = examplesOf(page)

      it('is headed by its rule and says when to switch it off', () => {
        assert.equal(page.split('\n', 1)[0], `# ${id}`)
        assert.match(page, /^## When to switch it off$/m)
      })

      it('has an example that is found and one that is accepted', () => {
        assert.deepEqual(new Set(examples.map(each => each.kind)), new Set(['found', 'accepted']))
      })

      for (const [index, example] of examples.entries()) {
        const { kind, text } = example
        it(`has its example ${index + 1} ${kind}`, () => {
          const found = findingsIn(id, example)
          if (kind === 'found') assert.ok(found.length > 0, `nothing is found in:\n${text}`)
          else assert.deepEqual(found, [], text)
        })
      }

      it('links to pages that are there', () => {
        for (const [, target] of page.matchAll(/\]\(([^)#]+\.md)/g)) {
          if (target !== undefined && !target.includes('/'))
            assert.ok(pages.includes(target), target)
        }
      })
    })
  }
})
