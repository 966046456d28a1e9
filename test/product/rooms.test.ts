/** Source folders read like a table of contents, and no file holds more than a reader can take in. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

const root = path.resolve(import.meta.dirname, '..')
const most = 25
const longest = 400

/** Here the list of the rules is the table of contents. */
const lists: ReadonlySet<string> = new Set(['server/src/rules', 'test/rules', 'docs/rules'])

describe('the folders of source', () => {
  const folders = globSync(['client/**', 'docs/**', 'scripts/**', 'server/**', 'test/**'], {
    cwd: root,
    onlyDirectories: true,
    expandDirectories: false,
  })
    .map(folder => folder.replace(/\/$/, ''))
    .filter(folder => !lists.has(folder))

  it('are looked at', () => assert.ok(folders.includes('server/src/report/cover')))

  it(`have at most ${most} entries, files and rooms together`, () => {
    const crowded = folders.flatMap(folder => {
      const { length } = readdirSync(path.join(root, folder))
      return length > most ? [`${folder} has ${length}`] : []
    })
    assert.deepEqual(crowded, [])
  })
})

describe('the files of source', () => {
  it(`have at most ${longest} lines`, () => {
    const files = globSync(['client/**', 'scripts/**', 'server/**', 'test/**'], { cwd: root })
    const code = files.filter(file => /\.(?:ts|mjs|cjs)$/.test(file))
    assert.ok(code.length > 800, `${code.length} files were read`)
    const long = code.flatMap(file => {
      const { length } = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n')
      return length > longest ? [`${file} has ${length}`] : []
    })
    assert.deepEqual(long, [])
  })
})

describe('the map in ARCHITECTURE.md', () => {
  const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8')
  const map = page.slice(page.indexOf('## The map'), page.indexOf('## What must stay true'))
  const named = map.split('\n').flatMap(line => {
    const [, folders = '', words = ''] = line.split('|')
    const rooms = namesIn(words)
    return namesIn(folders).flatMap(folder => [folder, ...rooms.map(room => `${folder}/${room}`)])
  })

  it('has no folder that is not there', () => {
    assert.ok(named.length > 50, `${named.length} folders are named`)
    assert.deepEqual(
      named.filter(folder => !existsSync(path.join(root, folder))),
      [],
    )
  })

  it('has each room of the server, the client and the scripts', () => {
    const all = globSync(['server/src/**', 'client/**', 'scripts/**'], {
      cwd: root,
      onlyDirectories: true,
      expandDirectories: false,
    }).map(folder => folder.replace(/\/$/, ''))
    const isIcons = (folder: string) => folder === 'client/icons'
    const bases = new Set(['client', 'client/src', 'server/src', 'scripts'])
    assert.deepEqual(
      all.filter(folder => !named.includes(folder) && !bases.has(folder) && !isIcons(folder)),
      [],
    )
  })
})

/** The folders that are named in a text: `server/src/report/` and `cover/`, without the last slash. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([\w/]+)\/`/g)].map(([, name = '']) => name)
}
