import assert from 'node:assert/strict'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { type Example, reportOfExample, rulePages } from '../support/rule-pages'

const pages = rulePages.map(({ name }) => name)

function findingsIn(id: string, example: Example): readonly string[] {
  const { text } = example
  return checkReport(reportOfExample(example), { [id]: 'warning' })
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

  it('are each about a rule', () => {
    assert.deepEqual(
      pages.filter(name => !allRules.some(rule => `${rule.id}.md` === name)),
      [],
    )
  })

  for (const { name, text: page, examples } of rulePages) {
    describe(name, () => {
      const id = name.replace(/\.md$/, '')

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
