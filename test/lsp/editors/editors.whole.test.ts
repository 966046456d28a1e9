/** The configurations of docs/editors/, played in the editors themselves, where these are installed. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildIfStale } from '../session'

const root = path.resolve(import.meta.dirname, '..')
const clean = readFileSync(path.join(root, 'samples/westmarch.inspection.md'), 'utf8')
const wrong = clean.replace('#### Staying safe', '#### Stayng safe')

/** What a script saw while it played. */
interface Seen {
  readonly problems: readonly string[]
  readonly fix: string
  readonly left: readonly string[]
  readonly definition: string
  readonly renamed: string
}

const editors = [
  {
    name: 'Neovim',
    program: 'nvim',
    args: (draft: string) => [
      // Version 0.7 reads kinds of files from Lua only if it is told to.
      ...[
        '--headless',
        '--cmd',
        'let g:do_filetype_lua = 1',
        '-u',
        path.join(root, 'docs/editors/init.lua'),
        draft,
      ],
      ...['-c', `luafile ${path.join(root, 'test/lsp/editors/play.lua')}`],
    ],
    // Before version 29, Eglot is a package of its own.
    needs: [] as readonly string[],
  },
  {
    name: 'Emacs',
    program: 'emacs',
    args: () => [
      ...['--batch', '--eval', '(package-initialize)'],
      ...['-l', path.join(root, 'docs/editors/init.el')],
      ...['-l', path.join(root, 'test/lsp/editors/play.el')],
    ],
    needs: ['--batch', '--eval', "(progn (package-initialize) (require 'eglot))"],
  },
]

for (const { name, program, args, needs } of editors)
  describe(name, () => {
    let folder = ''
    before(function () {
      this.timeout(120_000)
      const there = spawnSync(program, needs.length > 0 ? [...needs] : ['--version'])
      if (there.status !== 0) {
        console.log(`${name} is not installed here, so its configuration is not played.`)
        this.skip()
      }
      buildIfStale()
      folder = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    })
    after(() => {
      if (folder !== '') rmSync(folder, { recursive: true, force: true })
    })

    it('shows problems, makes a fix, goes to a paragraph and renames a grade', () => {
      const bin = path.join(folder, 'bin')
      mkdirSync(bin)
      const command = path.join(bin, 'inspection-reports')
      writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`)
      chmodSync(command, 0o755)
      const draft = path.join(folder, 'draft.inspection.md')
      writeFileSync(draft, wrong)
      const answer = path.join(folder, 'seen.json')
      const { stderr, stdout } = spawnSync(program, args(draft), {
        cwd: folder,
        encoding: 'utf8',
        timeout: 120_000,
        env: {
          ...process.env,
          PATH: `${bin}${path.delimiter}${process.env.PATH}`,
          HOME: folder,
          XDG_STATE_HOME: folder,
          DRAFT: draft,
          SEEN: answer,
        },
      })
      assert(existsSync(answer), stderr + stdout)
      const seen = JSON.parse(readFileSync(answer, 'utf8')) as Seen
      assert.equal(seen.problems.length, 1)
      assert.match(seen.problems[0] ?? '', /misspelt-heading|Staying safe/)
      assert.equal(seen.fix, 'Write "Staying safe"')
      assert.equal(seen.left.length, 0)
      assert.equal(seen.definition, '5. ')
      assert.equal(seen.renamed, 'Grade 3 (adequate)')
    })
  })
