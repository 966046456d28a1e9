/** What somebody sees at a terminal while many files are checked: the program under a terminal that Python gives it. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { needs, python } from '../../support/other-programs'
import { type Folder, newFolder } from './program'

/** Runs the arguments with a terminal for the error output, and for the output too if `both`; prints what each had. */
const atTerminal = `
import json, os, pty, subprocess, sys, tempfile
both, *command = sys.argv[1:]
ours, theirs = pty.openpty()
out = tempfile.TemporaryFile()
process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs if both == 'both' else out, stderr=theirs)
os.close(theirs)
seen = b''
while True:
    try:
        more = os.read(ours, 65536)
    except OSError:
        break
    if not more:
        break
    seen += more
status = process.wait()
out.seek(0)
print(json.dumps({'seen': seen.decode(), 'written': out.read().decode(), 'status': status}))
`

/** Each file takes as long to be opened as on a drive far away. */
const slow = (milliseconds: number) => `
  const fs = require('node:fs/promises')
  const open = fs.open
  fs.open = async (...given) => {
    await new Promise(resolve => setTimeout(resolve, ${milliseconds}))
    return open(...given)
  }`

/** What takes a line away and goes back to its beginning. */
const erased = '\u001b[2K\u001b[1G'

/** What is left on the screen: a line that was erased is not. */
const leftOnScreen = (seen: string) =>
  seen
    .split(erased)
    .map((part, at, { length }) =>
      at === length - 1 ? part : part.slice(0, part.lastIndexOf('\n') + 1),
    )
    .join('')

describe('at a terminal', function () {
  this.timeout(2 * 60_000)
  const interpreter = process.platform === 'win32' ? undefined : python()
  let folder: Folder
  before(function () {
    needs(this, interpreter, 'Python')
    folder = newFolder()
    folder.fill('many', 60)
  })
  after(() => folder?.remove())

  function look(args: string, both: 'both' | 'errors') {
    const command = [process.execPath, ...folder.command(args, slow(60))]
    const { stdout, stderr } = spawnSync(interpreter ?? '', ['-c', atTerminal, both, ...command], {
      cwd: folder.path,
      encoding: 'utf8',
      maxBuffer: 1_000_000_000,
    })
    assert.equal(stderr, '')
    return JSON.parse(stdout) as { seen: string; written: string; status: number }
  }

  for (const command of ['check --rule misspelt-heading=error', 'fix --dry-run'])
    for (const jobs of [1, 2])
      it(`shows how far it is, and leaves nothing of that: ${command} --jobs ${jobs}`, () => {
        const { seen, written, status } = look(`${command} --jobs ${jobs} many`, 'errors')
        const shown = [...seen.matchAll(/(\d+) of 60 files/g)].map(([, number]) => Number(number))
        assert(shown.length > 2, seen)
        assert.deepEqual(
          shown,
          [...new Set(shown)].sort((a, b) => a - b),
        )
        assert.equal(leftOnScreen(seen), '')
        assert(!written.includes('of 60 files') && !written.includes('\u001b'), written)
        assert.match(written, /60 reports: /)
        assert.equal(status, 1)
      })

  it('shows it with the output, which it leaves whole', () => {
    const { seen } = look('check --no-color many', 'both')
    assert.match(seen, /\d+ of 60 files/)
    const piped = folder.run('check --no-color many')
    assert.equal(leftOnScreen(seen).replaceAll('\r\n', '\n'), piped.stdout)
  })

  it('shows nothing if it is quiet, or if the error output is no terminal', () => {
    assert.equal(look('check --quiet many', 'errors').seen, '')
    assert.equal(folder.run('check many', slow(60)).stderr, '')
  })
})
