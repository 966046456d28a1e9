/** The page about the terminal has every option that `--help` lists, and no other. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/terminal.md'), 'utf8')

async function help(command = ''): Promise<string> {
  let said = ''
  await runCommand([...(command === '' ? [] : [command]), '--help'], {
    cwd: '.',
    colour: false,
    readStdin: async () => new Uint8Array(),
    out: text => {
      said += text
    },
    err: () => {},
  })
  return said
}

describe('docs/terminal.md', () => {
  const options = new Map<string, readonly string[]>()
  before(async () => {
    const general = await help()
    const commands = [...general.matchAll(/^ {2}([a-z]+)(?= )/gm)].map(([, name = '']) => name)
    assert(commands.includes('check') && commands.includes('lsp'))
    for (const command of commands.filter(name => name !== 'help')) {
      const listed = [...(await help(command)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)]
      options.set(
        command,
        listed.map(([, option = '']) => option),
      )
    }
  })

  it('names every command', () => {
    for (const command of options.keys()) assert(page.includes(`\`${command}`), command)
  })

  it('names every option', () => {
    const named = new Set(page.match(/--[a-z][a-z-]*/g))
    const missing = [...options].flatMap(([command, each]) =>
      each.filter(option => !named.has(option)).map(option => `${command} ${option}`),
    )
    assert.deepEqual(missing, [])
  })

  it('names no option that there is not', () => {
    const all = new Set([...options.values()].flat())
    // An option of npm.
    const own = page.replaceAll('npm run --silent', '')
    const unknown = own.match(/--[a-z][a-z-]*/g)?.filter(option => !all.has(option))
    assert.deepEqual(unknown, [])
  })
})
