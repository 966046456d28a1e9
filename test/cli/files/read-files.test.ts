import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readFiles } from '../../../server/src/cli/files/read-files'
import { asOther } from '../../support/as-other'

describe('readFiles', () => {
  let cwd: string
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    mkdirSync(path.join(cwd, 'drafts/old'), { recursive: true })
    for (const name of ['a.txt', 'b.txt', 'drafts/c.inspection.md', 'drafts/old/d.inspection']) {
      writeFileSync(path.join(cwd, name), name)
    }
    writeFileSync(path.join(cwd, 'drafts/picture.png'), 'no text')
    writeFileSync(path.join(cwd, 'report [final].txt'), 'final')
  })
  after(() => rmSync(cwd, { recursive: true }))

  const cases: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    'files, each once': [
      ['b.txt', './a.txt', 'b.txt'],
      ['b.txt', './a.txt'],
    ],
    'patterns, in order': [['*.txt'], ['a.txt', 'b.txt', 'report [final].txt']],
    'patterns over folders': [
      ['**/*.inspection*'],
      ['drafts/c.inspection.md', 'drafts/old/d.inspection'],
    ],
    'the texts of a folder': [['drafts'], ['drafts/c.inspection.md', 'drafts/old/d.inspection']],
    'a name that looks like a pattern': [['report [final].txt'], ['report [final].txt']],
    'standard input': [['-'], ['-']],
    'what is not there, and the rest': [
      ['c.txt', 'a.txt', 'no/*.txt', 'a.txt/x'],
      [
        'c.txt: There is no such file. Check the name and the folder.',
        'a.txt',
        'no/*.txt: No file matches this pattern. Check the name and the folder.',
        'a.txt/x: There is no such file. Check the name and the folder.',
      ],
    ],
  }
  for (const argument of ['odd', 'odd/**/*.md'])
    it(`says what cannot be read among the files of ${argument}, and waits for none`, async function () {
      if (process.platform === 'win32') return this.skip()
      const at = (name: string) => path.join(cwd, 'odd', name)
      mkdirSync(at('closed'), { recursive: true })
      writeFileSync(at('a.md'), 'text')
      symlinkSync('.', at('self'))
      symlinkSync('..', at('closed/up'))
      symlinkSync('/dev/zero', at('device.md'))
      spawnSync('mkfifo', [at('pipe')])
      symlinkSync('pipe', at('to-pipe.md'))
      chmodSync(cwd, 0o755)
      chmodSync(at('closed'), 0)
      try {
        await asOther(async () => {
          const shown: string[] = []
          const readStdin = async () => Buffer.from('')
          for await (const { path: file, error } of readFiles([argument], { cwd, readStdin }))
            shown.push(error === undefined ? file : `${file}: ${error}`)
          const isPipe =
            'This is not an ordinary file, but a pipe or a device. Name a file, or - for standard input.'
          assert.deepEqual(shown.sort(), [
            'odd/a.md',
            'odd/closed: This folder could not be read. You do not have permission to open or write this file. Ask for it, or use a folder of your own.',
            `odd/device.md: ${isPipe}`,
            `odd/to-pipe.md: ${isPipe}`,
          ])
        })
      } finally {
        chmodSync(at('closed'), 0o755)
        rmSync(path.join(cwd, 'odd'), { recursive: true })
      }
    })

  for (const [name, [patterns, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, async () => {
      const readStdin = async () => Buffer.from('typed')
      const shown: string[] = []
      for await (const file of readFiles(patterns, { cwd, readStdin })) {
        shown.push(file.error === undefined ? file.path : `${file.path}: ${file.error}`)
      }
      assert.deepEqual(shown, expected)
    })
  }
})
