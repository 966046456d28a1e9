import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { runCommand } from '../../server/src/cli/arguments'

const samples = path.resolve(import.meta.dirname, '../samples')
const sample = (name: string) => readFileSync(path.join(samples, name), 'utf8')

describe('inspection-reports export', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(path.join(cwd, 'clean.inspection.md'), sample('westmarch.inspection.md'))
    writeFileSync(path.join(cwd, 'draft.inspection.md'), sample('westmarch-draft.inspection.md'))
    writeFileSync(path.join(cwd, 'shopping.md'), 'Two pints of milk.\n')
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  async function run(command: string, stdin = '') {
    let out = ''
    let err = ''
    const status = await runCommand(command.split(' '), {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from(stdin),
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }
  const isWord = (name: string) =>
    readFileSync(path.join(cwd, name)).toString('latin1', 0, 2) === 'PK'

  it('writes the document beside the report, and leaves nothing else behind', async () => {
    const before = readdirSync(cwd)
    assert.deepEqual(await run('export clean.inspection.md'), {
      out: 'Written: clean.docx\n',
      err: '',
      status: 0,
    })
    assert.ok(isWord('clean.docx'))
    assert.deepEqual(readdirSync(cwd).sort(), [...before, 'clean.docx'].sort())
  })

  it('turns notes into comments where that is wanted, and does not call them open', async () => {
    const text = sample('westmarch.inspection.md').replace('2. The', '2. [Note AB: all of it?] The')
    assert.match((await run('export - --out new.docx', text)).err, /^Still open: One thing|1 thing/)
    assert.deepEqual(await run('export - --out new.docx --comments', text), {
      out: 'Written: new.docx\n',
      err: '',
      status: 0,
    })
    const files = unzipSync(new Uint8Array(readFileSync(path.join(cwd, 'new.docx'))))
    assert.match(strFromU8(files['word/comments.xml']!), /w:author="AB".*all of it\?/)
  })

  it('reads standard input, and writes where it is told', async () => {
    const { status } = await run('export - --out new.docx', sample('westmarch.inspection.md'))
    assert.equal(status, 0)
    assert.ok(isWord('new.docx'))
  })

  it('lists what is open, and writes only with --anyway', async () => {
    const { err, status } = await run('export draft.inspection.md')
    assert.match(err, /^Still open: 24 things\n {2}line 1 \(Cover\): "Services for looked after/)
    assert.match(err, / {2}line 13 \(Cover\): \[date\]\n/)
    assert.match(err, / {2}line 71 \(.*paragraph 7\): note \(left out\): ET: ask the council/)
    assert.match(err, / {2}line 113 \(.*\): "Leadership and management" has no text\./)
    assert.match(err, /Nothing was written\..*--anyway/)
    assert.equal(status, 1)
    assert.ok(!existsSync(path.join(cwd, 'draft.docx')))
    assert.equal((await run('export draft.inspection.md --anyway')).status, 0)
    assert.ok(isWord('draft.docx'))
  })

  it('lists what is missing in a report that counts as finished, except what a setting leaves out', async () => {
    const text = sample('westmarch.inspection.md').replace(/^Grade 3 \(adequate\)\n/m, '')
    assert.notEqual(text, sample('westmarch.inspection.md'))
    writeFileSync(path.join(cwd, 'ungraded.inspection.md'), text)
    const { err, status } = await run('export ungraded.inspection.md')
    assert.match(err, /^Still open: 1 thing\n {2}line \d+ \(Overall effectiveness .*no grade/)
    assert.equal(status, 1)
    mkdirSync(path.join(cwd, '.vscode'))
    writeFileSync(
      path.join(cwd, '.vscode/settings.json'),
      '{ "inspectionReports.rules.missing-grade": "off" }',
    )
    assert.equal((await run('export ungraded.inspection.md')).status, 0)
  })

  it('never replaces a file unasked', async () => {
    const file = path.join(cwd, 'clean.docx')
    writeFileSync(file, 'mine')
    const { err, status } = await run('export clean.inspection.md')
    assert.match(err, /clean\.docx already exists\. Nothing was written\..*--out.*--force/)
    assert.equal(status, 1)
    assert.equal(readFileSync(file, 'utf8'), 'mine')
    assert.equal((await run('export clean.inspection.md --force')).status, 0)
    assert.ok(statSync(file).size > 10_000)
  })

  it('says that the numbers are not in order', async () => {
    const text = sample('westmarch.inspection.md').replace(/^10\. /m, '12. ')
    const { err, status } = await run('export - --out new.docx --anyway', text)
    assert.match(err, /not in order, first at 12\. Word shows them as they are\./)
    assert.equal(status, 0)
  })

  it('knows the report types that are beside the report', async () => {
    mkdirSync(path.join(cwd, '.inspection-reports/types'), { recursive: true })
    writeFileSync(
      path.join(cwd, '.inspection-reports/types/ferry.yaml'),
      'id: ferry-visit\nname: Visit to a ferry\nrecognise: { titles: [Visit to a ferry] }\nsections:\n  - { id: boat, title: The boat }\n',
    )
    writeFileSync(path.join(cwd, 'ferry.md'), '# Visit to a ferry\n\n## The boat\n\nIt floats.\n')
    const { err, status } = await run('export ferry.md')
    assert.equal(err, '')
    assert.equal(status, 0)
    assert.ok(isWord('ferry.docx'))
  })

  it('says what is wrong with what it was given', async () => {
    const other = await run('export shopping.md')
    assert.match(other.err, /not a report of a known type/)
    assert.equal(other.status, 2)
    const none = await run('export clean.inspection.md --template none.docx')
    assert.match(none.err, /none\.docx: There is no such file/)
    assert.equal(none.status, 2)
    const text = await run('export clean.inspection.md --template shopping.md')
    assert.match(text.err, /shopping\.md: The template is not a Word document/)
    assert.equal(text.status, 2)
    assert.ok(!existsSync(path.join(cwd, 'clean.docx')))
  })

  it('makes the folder that is named, and writes into one that is there', async () => {
    assert.equal((await run('export clean.inspection.md --out final/2011/report.docx')).status, 0)
    assert.ok(isWord('final/2011/report.docx'))
    assert.equal((await run('export clean.inspection.md --out final')).status, 0)
    assert.ok(isWord('final/clean.docx'))
    assert.equal((await run('export clean.inspection.md --out other/')).status, 0)
    assert.ok(isWord('other/clean.docx'))
  })

  it('says what is wrong with a name, and what to do', async () => {
    writeFileSync(path.join(cwd, 'empty.md'), '')
    writeFileSync(path.join(cwd, 'done.docx'), 'PK\x03\x04')
    for (const [command, message] of [
      ['export .', /^\.: These are 4 files\. Name one at a time\.\n$/],
      ['export empty.md', /^empty\.md: This file is empty\. There is nothing to export\.\n$/],
      [
        'export done.docx',
        /^done\.docx: This is a Word .* Make a draft of it first, with the command "import"\.\n$/,
      ],
      [
        'export clean.inspection.md --force --out clean.inspection.md',
        /^clean\.inspection\.md: This is the report itself\. Name another file with --out\.\n$/,
      ],
      [
        'export clean.inspection.md --out empty.md/a.docx',
        /^empty\.md.a\.docx: There is a file where a folder is needed\. Name another place\.\n$/,
      ],
    ] as const) {
      const { status, err } = await run(command)
      assert.match(err, message)
      assert.equal(status, 2)
    }
    assert.equal(
      readFileSync(path.join(cwd, 'clean.inspection.md'), 'utf8'),
      sample('westmarch.inspection.md'),
    )
  })
})
