import assert from 'node:assert/strict'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../../server/src/cli/arguments'
import type { JsonOutput } from '../../../server/src/cli/check/forms/json'
import { exportReport } from '../../../server/src/export/export'
import { parseReport } from '../../../server/src/report/parse'
import { opened } from '../../import/copy/copied'
import { paragraph, wordFile } from '../../import/word/word-file'

const samples = path.resolve(import.meta.dirname, '../samples')
const clean = readFileSync(path.join(samples, 'westmarch.inspection.md'), 'utf8')
const wrong = clean
  .replace('improvement is good.', 'improvement is adequate.')
  .replace('(see paragraph 5)', '(see paragraph 95)')

describe('inspection-reports check --comments', () => {
  const documents: Record<string, Uint8Array> = {}
  let cwd: string
  before(async () => {
    for (const [name, text] of Object.entries({ clean, wrong })) {
      const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
      documents[`${name}.docx`] = bytes
    }
  })
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const [name, bytes] of Object.entries(documents))
      writeFileSync(path.join(cwd, name), bytes)
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  async function run(command: string, stdin: Uint8Array = Buffer.from('')) {
    let out = ''
    let err = ''
    const status = await runCommand(command.split(' '), {
      cwd,
      colour: false,
      readStdin: async () => stdin,
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }

  /** What is said; nothing may have been written. */
  async function refused(command: string) {
    const before = readdirSync(cwd)
    const { err, status } = await run(command)
    assert.deepEqual(readdirSync(cwd), before)
    return { err, status }
  }

  it('writes a copy with a comment at each problem, and lists the problems as ever', async () => {
    const { out, err, status } = await run('check wrong.docx --comments copy.docx')
    assert.deepEqual(await run('check wrong.docx'), { out, err: '', status })
    assert.equal(err, 'Written: copy.docx, with 2 comments.\n')
    const { comments } = opened(readFileSync(path.join(cwd, 'copy.docx')))
    assert.deepEqual(
      comments.map(({ about, words }) => `${about}: ${words}`),
      [
        'adequate: This sentence says "adequate", the grade says "good". Which is right?',
        '95: There is no paragraph 95. The last is 66.',
      ],
    )
    assert.deepEqual(
      readFileSync(path.join(cwd, 'wrong.docx')),
      Buffer.from(documents['wrong.docx']!),
    )
  })

  it('writes it from the standard input, into a folder that is made, and beside JSON', async () => {
    const { out, err } = await run(
      'check - --format json --comments new/copy.docx',
      documents['wrong.docx'],
    )
    assert.equal((JSON.parse(out) as JsonOutput).files.length, 1)
    assert.match(err, /^Written: new\/copy\.docx, with 2 comments\.$/m)
    assert.equal(opened(readFileSync(path.join(cwd, 'new/copy.docx'))).comments.length, 2)
  })

  it('writes none where there is no problem, and says so', async () => {
    assert.deepEqual(await refused('check clean.docx --comments copy.docx'), {
      err: 'There are no problems, so no copy was written.\n',
      status: 0,
    })
  })

  it('reads the standard input with the settings of the name that it is given', async () => {
    mkdirSync(path.join(cwd, 'drafts/.inspection-reports'), { recursive: true })
    const settings = 'rules:\n  mismatched-opening: off\n'
    writeFileSync(path.join(cwd, 'drafts/.inspection-reports/settings.yaml'), settings)
    const command = 'check - --comments copy.docx --stdin-filename'
    const { out, err } = await run(`${command} drafts/new.docx`, documents['wrong.docx'])
    assert.match(out, /^drafts\/new\.docx\n/)
    assert.doesNotMatch(out, /mismatched-opening/)
    assert.equal(err, 'Written: copy.docx, with 1 comment.\n')
    const own = await run(`${command} copy.docx`, documents['wrong.docx'])
    assert.match(own.err, /^copy\.docx: This is the document itself\./)
  })

  it('writes over nothing', async () => {
    for (const name of ['wrong.docx', './wrong.docx'])
      assert.deepEqual(await refused(`check wrong.docx --comments ${name}`), {
        err: 'wrong.docx: This is the document itself. Name another file with --comments.\n',
        status: 2,
      })
    symlinkSync('wrong.docx', path.join(cwd, 'link.docx'))
    assert.match(
      (await refused('check wrong.docx --comments link.docx')).err,
      /^link\.docx: This is the document itself\./,
    )
    assert.deepEqual(await refused('check wrong.docx --comments clean.docx'), {
      err: 'clean.docx: There is such a file already. Nothing was written. Name another one with --comments.\n',
      status: 2,
    })
    mkdirSync(path.join(cwd, 'folder'))
    assert.match(
      (await refused('check wrong.docx --comments folder')).err,
      /^folder: This is a folder\. /,
    )
  })

  it('says what it can put comments into, and how many at a time', async () => {
    writeFileSync(path.join(cwd, 'report.md'), wrong)
    writeFileSync(path.join(cwd, 'other.docx'), wordFile({ body: paragraph('A letter.') }))
    const said: Readonly<Record<string, string>> = {
      'report.md --comments copy.docx':
        'report.md: This is not a Word document (.docx). Only one can be copied with --comments.\n',
      'missing.docx --comments copy.docx':
        'missing.docx: There is no such file. Check the name and the folder.\n',
      'clean.docx wrong.docx --comments copy.docx':
        'copy.docx: With --comments a copy of one document is written. Name one at a time.\n',
      'wrong.docx --comments copy.doc':
        'copy.doc: The copy is of the same kind as the document. Give it a name that ends in .docx.\n',
      'other.docx --comments copy.docx':
        'other.docx: This is not a report of a known type. Check that it begins with its title. No copy was written.\n',
    }
    for (const [command, err] of Object.entries(said))
      assert.deepEqual(await refused(`check ${command}`), { err, status: 2 })
  })
})
