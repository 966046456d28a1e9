import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { reportOf } from '../support/check-rule'

// In the bundle of the tests `import.meta.dirname` is the folder `test`.
const folder = path.join(import.meta.dirname, '../docs/rules')
const pages = readdirSync(folder).filter(name => name.endsWith('.md'))

interface Example {
  readonly kind: 'found' | 'accepted'
  readonly text: string
}

/** The blocks that begin with ```` ```text found ```` or ```` ```text accepted ````. */
function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/^(```+)text (found|accepted)\n([\s\S]*?)^\1$/gm)].map(match => ({
    kind: match[2] as Example['kind'],
    text: match[3] ?? '',
  }))
}

function findingsIn(id: string, text: string): readonly string[] {
  return checkReport(reportOf(text), { [id]: 'warning' })
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

      for (const [index, { kind, text }] of examples.entries()) {
        it(`has its example ${index + 1} ${kind}`, () => {
          const found = findingsIn(id, text)
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
