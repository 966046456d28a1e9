import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { snippetText } from '../../../server/src/features/data/snippet-text'
import { allSnippets, snippetsOf } from '../../../server/src/features/drafts/snippets'
import { parseReport } from '../../../server/src/report/parse'
import { builtInCatalogue } from '../../../server/src/types/built-in'
import { latestTypes } from '../../../server/src/types/catalogue'

const types = latestTypes(builtInCatalogue())
const root = path.join(import.meta.dirname, '..')

describe('snippets', () => {
  it('are kept in snippets/inspection-report.json as the report types have them', () => {
    const kept = readFileSync(path.join(root, 'snippets/inspection-report.json'), 'utf8')
    const made = allSnippets(types).map(({ name, prefix, description, body }) => [
      name,
      { prefix, description, body: body.split('\n') },
    ])
    assert.equal(new Set(made.map(([name]) => name)).size, made.length)
    assert.ok(
      kept === `${JSON.stringify(Object.fromEntries(made), null, 2)}\n`,
      'run `node scripts/generate/snippets.mjs`',
    )
  })

  for (const type of types)
    describe(type.id, () => {
      const snippets = snippetsOf(type)
      it('has one for each section, called by its own name and prefix', () => {
        for (const key of ['name', 'prefix'] as const)
          assert.equal(new Set(snippets.map(each => each[key])).size, snippets.length)
      })
      it('writes each section so that it is read again', () => {
        const title = `# ${type.titles[0]?.replace('{authority}', 'Westmarch')}\n\n`
        for (const definition of type.sections) {
          const name = [...definition.path, definition.title].join(' › ')
          const body = snippets.find(each => each.name === name)?.body ?? ''
          const report = parseReport(`${title}${snippetText(body)}\n`, { type })
          const titles = report?.sections.map(section => section.definition.title)
          assert.deepEqual(titles, [definition.title], name)
        }
      })
      it('writes a whole report in which only what is still to be written is found', () => {
        const report = parseReport(snippetText(snippets[0]?.body ?? ''), { type })
        assert.equal(report?.status, 'draft')
        assert.deepEqual(report?.missingSections, [])
        assert.deepEqual(report?.summary?.missing ?? [], [])
        assert.equal(report?.summary === undefined, type.rows.length === 0)
        assert.deepEqual(report?.contents?.missing ?? [], [])
        assert.equal(report?.contents === undefined, type.contentsTitles.length === 0)
      })
    })
})
