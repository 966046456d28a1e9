/** `npm run messages` prints every text that a user can meet, so that somebody can read them all. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

describe('the list of all texts', () => {
  let printed: string
  let lines: ReadonlySet<string>
  before(() => {
    const script = path.join(root, 'scripts/messages.mjs')
    printed = execFileSync(process.execPath, [script], { encoding: 'utf8' })
    lines = new Set(printed.split('\n'))
  })

  const lacks = (texts: readonly string[]) => texts.filter(text => !printed.includes(text))

  it('has all commands, settings and first steps', () => {
    assert.deepEqual(lacks(Object.values(json('package.nls.json'))), [])
  })

  it('has all that can be translated, with something in each place', () => {
    const missing = Object.keys(json('l10n/bundle.l10n.json')).filter(text => {
      if (!/\{\d\}/.test(text)) return !printed.includes(`- ${text}`)
      const parts = text.split(/\{\d\}/)
      return ![...lines].some(line => isFilled(line, parts))
    })
    assert.deepEqual(missing, [])
    assert.doesNotMatch(printed, /\{\d\}/)
  })

  it('has the summaries of all rules and the names of all types of report', () => {
    const summaries = globSync('server/src/rules/*.ts', { cwd: root }).flatMap(file => {
      const source = readFileSync(path.join(root, file), 'utf8')
      return [...source.matchAll(/^ {2}summary: (['"])(.+)\1,$/gm)].map(([, , text]) => text ?? '')
    })
    assert.ok(summaries.length > 40)
    assert.deepEqual(lacks(summaries), [])
    const names = globSync('server/types/*.yaml', { cwd: root }).map(
      file => /^name: (.+)$/m.exec(readFileSync(path.join(root, file), 'utf8'))?.[1] ?? '',
    )
    assert.deepEqual(lacks(names), [])
  })

  it('has what the command line says', () => {
    for (const command of ['check', 'fix', 'import', 'export', 'judgements', 'leaving', 'points'])
      assert.ok(printed.includes(`Usage: inspection-reports ${command} `), command)
  })
})

/** Are the parts in the line, in their order, with something between them? */
function isFilled(line: string, parts: readonly string[]): boolean {
  let at = 0
  for (const part of parts) {
    const found = line.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return true
}
