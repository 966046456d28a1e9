/** The command `import` in a folder of its own. */

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'
import { paragraph, wordFile } from '../import/word/word-file'
import { sample } from '../reports/samples'

const extracted = sample('westmarch-extracted.txt')

describe('inspection-reports import', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'import-'))
    writeFileSync(path.join(folder, 'old.txt'), extracted)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function run(...args: readonly string[]) {
    const said = { out: '', err: '' }
    const status = await runCommand(['import', ...args], {
      cwd: folder,
      colour: false,
      readStdin: async () => new TextEncoder().encode('One line\nand the rest of it.\n'),
      out: text => {
        said.out += text
      },
      err: text => {
        said.err += text
      },
    })
    return { status, ...said }
  }

  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')

  it('writes a draft beside the source, says what was changed, and leaves the source alone', async () => {
    const { status, out } = await run('old.txt')
    assert.equal(status, 0)
    assert.match(
      read('old.inspection.md'),
      /^# Inspection of safeguarding.*\n\nWestmarch\n\nStatus: draft\n/,
    )
    assert.match(out, /changed {2}line 3: Put the name of the authority on a line of its own/)
    assert.match(out, /changes, 0 for you to decide\.\n$/)
    assert.equal(read('old.txt'), extracted)
  })

  it('takes Word documents with macros and templates too, but not the marks of open ones', async () => {
    const file = wordFile({ body: paragraph('The harbour office keeps a book.') })
    for (const name of ['a.docx', 'b.docm', 'c.dotx', '~$a.docx'])
      writeFileSync(path.join(folder, name), name.startsWith('~') ? 'Anne' : file)
    const { status, err } = await run('.', '--out', 'drafts')
    assert.deepEqual([status, err], [0, ''])
    for (const name of ['a', 'b', 'c'])
      assert.match(read(`drafts/${name}.inspection.md`), /harbour/)
    assert.match(
      (await run('~$a.docx')).err,
      /temporary file that Word keeps while a document is open\. Name the document/,
    )
  })

  it('says first that a file is not a report, and tidies it only if that is wanted', async () => {
    const { out } = await run('-')
    assert.equal(out, 'One line\nand the rest of it.\n')
    const { err } = await run('-')
    assert.match(err, /^standard input\n {2}No report was recognised in this file.* add --tidy\.\n/)
    assert.match(
      (await run('-', '--tidy')).err,
      /^standard input\n {2}No report was recognised in this file, so it is not marked as a draft\.\n/,
    )
  })

  it('never overwrites a draft unless told to', async () => {
    writeFileSync(path.join(folder, 'old.inspection.md'), 'mine')
    const { status, err } = await run('old.txt')
    assert.equal(status, 2)
    assert.match(err, /old\.inspection\.md already exists\. Nothing was written/)
    assert.equal(read('old.inspection.md'), 'mine')
    assert.equal((await run('old.txt', '--force')).status, 0)
    assert.match(read('old.inspection.md'), /^# Inspection/)
  })

  it('writes into another folder, and goes on after a file that cannot be read', async () => {
    writeFileSync(path.join(folder, 'new.docx'), wordFile({ body: paragraph('Text.') }))
    const { status, err } = await run('nothing.pdf', '*.docx', '--out', 'drafts')
    assert.equal(status, 2)
    assert.match(err, /nothing\.pdf.*There is no such file/)
    assert.equal(read('drafts/new.inspection.md'), '\nText.\n')
  })

  it('reads standard input and writes the draft to standard output', async () => {
    const { out, err } = await run('-', '--tidy')
    assert.equal(out, 'One line and the rest of it.\n')
    assert.match(err, /standard input/)
  })

  it('says what is wrong with a file or a folder, and what to do', async () => {
    writeFileSync(path.join(folder, 'empty.txt'), '')
    writeFileSync(path.join(folder, 'letter.pdf'), 'Dear all')
    writeFileSync(path.join(folder, 'letter.docx'), 'Dear all')
    for (const [args, message] of [
      [['empty.txt'], /^empty\.txt: This file is empty\. Save it again from the program/],
      [['letter.pdf'], /^letter\.pdf: This is not a PDF, whatever its name says\./],
      [['letter.docx'], /^letter\.docx: This is not a Word document, whatever its name says\./],
      [
        ['old.txt', '--out', 'empty.txt'],
        /^empty\.txt: This is a file\. After --out, name a folder\.\n$/,
      ],
    ] as const) {
      const { status, err } = await run(...args)
      assert.match(err, message)
      assert.equal(status, 2)
    }
  })

  it('never writes two drafts of one name, even when told to replace', async () => {
    writeFileSync(path.join(folder, 'old.docx'), wordFile({ body: paragraph('Text.') }))
    const { status, err } = await run('old.txt', 'old.docx', 'old.txt', '--force')
    assert.equal(
      err,
      'old.docx: Its draft would have the same name as that of old.txt. Import it into another folder with --out.\n',
    )
    assert.equal(status, 2)
    assert.match(read('old.inspection.md'), /^# Inspection/)
  })
})
