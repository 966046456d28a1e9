/** What the page says about where each command is agrees with the menus of VS Code and with the command line. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const { contributes } = JSON.parse(read('package.json'))
const strings: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'))

interface MenuEntry {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
}

const menu = (name: string): readonly MenuEntry[] => contributes.menus[name]

/** The entries of the explorer's menu, with those one step further on. */
const explorer = menu('explorer/context').flatMap(each => {
  const { submenu, when } = each
  return submenu === undefined
    ? [each]
    : menu(submenu).map(inner => ({ ...inner, when: `${when} && ${inner.when}` }))
})

const commandOf = (title: string): string =>
  contributes.commands.find((each: { title: string }) => strings[each.title.slice(1, -1)] === title)
    ?.command

/** Files of each kind, as the page calls the kinds. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  Word: ['final.docx', 'final.DOCX', 'final.docm', 'final.dotx'],
  PDF: ['final.pdf'],
  drafts: ['final.inspection.md', 'final.inspection'],
}
const others = ['final.txt', 'final.md', 'final.xlsx', 'notes.inspection.txt']

/** Is the entry shown for a file of this name? */
function isShown({ when = '' }: MenuEntry, name: string): boolean {
  const resource = name.slice(name.lastIndexOf('.'))
  const holds = (condition: string): boolean => {
    const [, of, pattern = '', flags] = /^(\w+) =~ \/(.*)\/(i?)$/.exec(condition) ?? []
    if (condition === '!explorerResourceIsFolder') return true
    assert.ok(of === 'resourceExtname' || of === 'resourceFilename', condition)
    return new RegExp(pattern, flags).test(of === 'resourceExtname' ? resource : name)
  }
  // Between alternatives in brackets, and only there, VS Code's conditions have an "or".
  return when.split(' && ').every(part =>
    part
      .replace(/^\(|\)$/g, '')
      .split(' || ')
      .some(holds),
  )
}

const table = read('docs/checking-files.md').split('## Where each of these commands is')[1] ?? ''
const rows = [...table.matchAll(/^\| \*(.+)\* \| (.+) \| (.+) \| (.+) \|$/gm)].map(
  ([, title = '', inExplorer = '', inPalette = '', inTerminal = '']) => ({
    title,
    inExplorer,
    inPalette,
    inTerminal,
  }),
)

describe('where the commands about files are', () => {
  it('is said of each command in the explorer’s menu', () => {
    const named = rows.map(({ title }) => commandOf(title)).sort()
    const known = explorer.flatMap(({ command }) => command ?? [])
    assert.deepEqual([...named, 'inspectionReports.import'].sort(), [...known].sort())
  })

  for (const { title, inExplorer, inPalette, inTerminal } of rows) {
    it(`is right for ${title} in the explorer, for every kind of file`, () => {
      const entry = explorer.find(({ command }) => command === commandOf(title))
      assert.ok(entry)
      const [listed = ''] = inExplorer.split(';')
      for (const [kind, names] of Object.entries(kinds))
        for (const name of names)
          assert.equal(isShown(entry, name), listed.split(', ').includes(kind), name)
      for (const name of others) assert.equal(isShown(entry, name), false, name)
    })

    it(`is right for ${title} in the command palette`, () => {
      assert.equal(inPalette, 'yes')
      const command = commandOf(title)
      assert.ok(command)
      assert.ok(!menu('commandPalette').some(each => each.command === command), command)
    })

    it(`is right for ${title} in a terminal`, async () => {
      const [, command = '', option] = /^`(\w+) FILE(?: (--\w+) \w+)?`$/.exec(inTerminal) ?? []
      let help = ''
      const status = await runCommand([command, '--help'], {
        cwd: root,
        colour: false,
        readStdin: async () => Buffer.from(''),
        out: words => {
          help += words
        },
        err: words => assert.fail(words),
      })
      assert.equal(status, 0)
      assert.match(help, new RegExp(`Usage: inspection-reports ${command} `))
      if (option !== undefined) assert.match(help, new RegExp(`^ +${option} <`, 'm'))
    })
  }
})
