import assert from 'node:assert/strict'
import { checkTypeSource } from '../../server/src/types/checked'
import { growthOf } from '../support/doubling'
import { itTimed } from '../support/tier'

describe('the check of a type file', () => {
  const texts: Readonly<Record<string, (size: number) => string>> = {
    'lists in lists': size => `id: a\nname: ${'['.repeat(size)}`,
    'sections of one name': size =>
      `id: a\nname: b\nsections:\n${'  - { id: a, title: b }\n'.repeat(size)}`,
    'braces left open': size => '{'.repeat(size),
    'dashes without an end': size => '- '.repeat(size),
    'keys that are not known': size =>
      `id: a\nname: b\n${Array.from({ length: size * 8 }, (_, at) => `k${at}: x\n`).join('')}`,
  }
  for (const [name, text] of Object.entries(texts))
    itTimed(`takes time in proportion to the text: ${name}`, () => {
      const growth = growthOf(size => () => checkTypeSource(text(size)), { from: 32, to: 1_024 })
      assert.ok(growth.isLinear, growth.shown)
    })
})
