import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { allRules } from '../../server/src/rules/all'
import { builtInCatalogue } from '../../server/src/types/built-in'
import { checkSettings } from '../../server/src/types/checked'
import { settingsSchema, typeSchema } from '../../server/src/types/schema'

const root = path.join(import.meta.dirname, '..')

interface Schema {
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly pattern?: string
  readonly examples?: readonly string[]
  readonly minItems?: number
  readonly items?: Schema
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly definitions?: Readonly<Record<string, Schema>>
}

const known = { rules: allRules, types: builtInCatalogue().types.map(({ id }) => id) }
const schema = typeSchema(known) as Schema

/** What keeps a value from fitting the schema, as far as ours uses the language. */
function faults(value: unknown, at: Schema, where = ''): readonly string[] {
  if (at.$ref !== undefined)
    return faults(value, schema.definitions?.[at.$ref.split('/').at(-1) ?? ''] ?? {}, where)
  const found = (at.allOf ?? []).flatMap(each => faults(value, each, where))
  if (at.anyOf?.every(each => faults(value, each, where).length > 0)) found.push(`${where} anyOf`)
  if (at.enum !== undefined && !at.enum.includes(value)) found.push(`${where} enum`)
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (at.type !== undefined && ![at.type].flat().includes(kind)) found.push(`${where} ${kind}`)
  if (at.pattern !== undefined && !new RegExp(at.pattern).test(String(value)))
    found.push(`${where} pattern`)
  if (Array.isArray(value)) {
    if (value.length < (at.minItems ?? 0)) found.push(`${where} minItems`)
    for (const [index, item] of value.entries())
      found.push(...faults(item, at.items ?? {}, `${where}/${index}`))
  } else if (kind === 'object') {
    const keys = value as Readonly<Record<string, unknown>>
    for (const name of at.required ?? []) if (!(name in keys)) found.push(`${where} lacks ${name}`)
    for (const [name, each] of Object.entries(keys)) {
      const known = at.properties?.[name] ?? at.additionalProperties
      if (known === false) found.push(`${where} does not know ${name}`)
      if (typeof known === 'object') found.push(...faults(each, known, `${where}/${name}`))
    }
  }
  return found
}

describe('the JSON schema of report types', () => {
  it('is up to date (otherwise run `node scripts/generate/schema.mjs`)', () => {
    const file = path.join(root, 'schemas/report-type.schema.json')
    assert.equal(readFileSync(file, 'utf8'), `${JSON.stringify(schema, null, 2)}\n`)
  })

  for (const name of readdirSync(path.join(root, 'server/types')))
    it(`takes ${name}`, () => {
      const text = readFileSync(path.join(root, 'server/types', name), 'utf8')
      assert.deepEqual(faults(parseYaml(text), schema), [])
    })

  it('offers the rules by name, and the types to extend', () => {
    const rules = schema.properties?.rules?.anyOf?.[0]?.properties ?? {}
    assert.deepEqual(
      Object.keys(rules),
      allRules.map(({ id }) => id),
    )
    assert.deepEqual(faults({ id: 'a', name: 'A', rules: { 'open-note': 'off' } }, schema), [])
    assert.notDeepEqual(faults({ id: 'a', name: 'A', rules: { 'open-note': 'no' } }, schema), [])
    assert.ok(schema.properties?.extends?.examples?.includes('ofsted-slac'))
  })

  it('takes parts of what is taken over, and what takes it out', () => {
    const own = { id: 'own', name: 'Own', extends: 'visit', scale: null, summary: { title: 'T' } }
    assert.deepEqual(faults({ ...own, change: { a: null, b: { title: 'B' } } }, schema), [])
  })

  it('refuses what is wrong', () => {
    const refuses = (body: object) =>
      assert.notDeepEqual(faults({ id: 'a', name: 'A', ...body }, schema), [], JSON.stringify(body))
    refuses({ colour: 'red' })
    refuses({ id: 'An id' })
    refuses({ sections: { a: 'A' } })
    refuses({ sections: [{ id: 'a' }] })
    refuses({ sections: [{ id: 'a', title: 'A', sections: [{ id: 'b', titel: 'B' }] }] })
    refuses({ change: { a: { titel: 'B' } } })
    refuses({ editions: [] })
    refuses({ numbering: 'some' })
  })
})

describe('the JSON schema of a folder’s settings', () => {
  const settings = settingsSchema(known) as Schema
  const page = readFileSync(path.join(root, 'docs/folder-settings.md'), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

  it('is up to date (otherwise run `node scripts/generate/schema.mjs`)', () => {
    const file = path.join(root, 'schemas/settings.schema.json')
    assert.equal(readFileSync(file, 'utf8'), `${JSON.stringify(settings, null, 2)}\n`)
  })

  it('takes the example of the page about it, as our own checks do', () => {
    const value = parseYaml(example)
    assert.deepEqual(Object.keys(value).sort(), Object.keys(settings.properties ?? {}).sort())
    assert.deepEqual(faults(value, settings), [])
    const rules = new Set(allRules.map(({ id }) => id))
    const checked = checkSettings(example, { rules, types: new Set(known.types) })
    assert.deepEqual(checked.problems, [])
    assert.deepEqual(checked.source, value)
  })

  for (const wrong of [
    { colour: 'red' },
    { rules: { 'open-note': 'high' } },
    { rules: { 'no-such-rule': 'off' } },
    { codeLens: 'yes' },
    { automaticRenumbering: true },
    { reportTypes: ['ofsted-slac'] },
  ])
    it(`refuses what our own checks refuse: ${JSON.stringify(wrong)}`, () => {
      assert.notDeepEqual(faults(wrong, settings), [])
      const rules = new Set(allRules.map(({ id }) => id))
      const { problems } = checkSettings(JSON.stringify(wrong), { rules, types: new Set() })
      assert.equal(problems.length, 1)
    })
})
