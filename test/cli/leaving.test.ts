import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'
import { readWord } from '../../server/src/import/import'
import { core, planted } from '../import/leaving/planted'
import { pdfFile } from '../import/pdf/pdf-file'
import { paragraph, run as words } from '../import/word/word-file'

const samples = path.resolve(import.meta.dirname, '../samples')
let cwd: string

async function run(command: string, input = '') {
  let [out, err] = ['', '']
  const status = await runCommand(command.split(' '), {
    cwd,
    colour: false,
    readStdin: async () => Buffer.from(input),
    out: text => {
      out += text
    },
    err: text => {
      err += text
    },
  })
  return { out, err, status }
}

const text = (name: string) => readFileSync(path.join(cwd, name), 'utf8')
const write = (name: string, bytes: Uint8Array | string) =>
  writeFileSync(path.join(cwd, name), bytes)

const document = () =>
  planted({
    body: `${paragraph('Inspection of safeguarding and looked after children services')}<w:p>${words('It is ')}<w:ins w:id="1" w:author="Ann Quill">${words('new')}</w:ins></w:p>`,
    comments: `<w:comment w:id="0" w:author="Ann Quill"><w:p>${words('Sure?')}</w:p></w:comment>`,
    parts: { 'docProps/core.xml': core('<dc:creator>Ann Quill</dc:creator>') },
    ofPackage: [
      {
        type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target: 'docProps/core.xml',
      },
    ],
  })

describe('inspection-reports leaving', () => {
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const name of ['westmarch.inspection.md', 'westmarch-with-problems.inspection.md'])
      copyFileSync(path.join(samples, name), path.join(cwd, name))
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  it('prints a page for each file, and says whether something has to come out', async () => {
    const fine = await run('leaving westmarch.inspection.md')
    assert.match(fine.out, /^# Before it leaves, to publication: westmarch\.inspection\.md\n/)
    assert.equal(fine.status, 0)
    const both = await run(
      'leaving westmarch.inspection.md westmarch-with-problems.inspection.md --to council',
    )
    assert.match(both.out, /to the council: westmarch-with-problems/)
    assert.equal(both.status, 1)
  })

  it('looks at Word documents and PDFs', async () => {
    write('a.docx', document())
    const { out, status } = await run('leaving a.docx')
    assert.match(out, /### Tracked changes\n\n[^\n]+\n\n- \[ \] [^\n]*Inserted: “\*\*new\*\*”/)
    assert.match(out, /Comment by Ann Quill: “\*\*Sure\?\*\*”/)
    assert.match(out, /Author: “\*\*Ann Quill\*\*”/)
    assert.equal(status, 1)
    write(
      'a.pdf',
      pdfFile({ content: 'BT /F1 11 Tf 70 700 Td (Nothing is in it but these words.) Tj ET' }),
    )
    assert.match((await run('leaving a.pdf')).out, /Its text is not a report of a known type/)
  })

  it('makes a clean copy of a Word document, and lists what it did', async () => {
    const original = document()
    write('a.docx', original)
    const { err } = await run('leaving a.docx --clean b.docx')
    assert.equal(
      err,
      'Took out one comment.\nTook out the properties: creator.\nLeft the tracked changes, with the names of whoever made them.\nWritten: b.docx\n',
    )
    assert.match(readWord(readFileSync(path.join(cwd, 'b.docx'))).text, /It is new/)
    assert.deepEqual(readFileSync(path.join(cwd, 'a.docx')), Buffer.from(original))
  })

  it('makes a clean copy of a draft', async () => {
    const name = 'westmarch-with-problems.inspection.md'
    const { err } = await run(`leaving ${name} --clean clean.md`)
    assert.match(
      err,
      /^Took out a note by ET .*\nTook out a line that ignores problems .*\nWritten: clean\.md\n$/,
    )
    assert.doesNotMatch(text('clean.md'), /\[Note|<!--/)
    assert.match(text('clean.md'), /\[TBC\]/)
  })

  it('writes no copy where there is nothing to take out', async () => {
    const { err } = await run('leaving westmarch.inspection.md --clean b.md')
    assert.equal(err, 'There is nothing to take out, so no copy was written.\n')
    assert.ok(!existsSync(path.join(cwd, 'b.md')))
  })

  it('writes a record of the check with what stands for the file', async () => {
    const { err } = await run('leaving westmarch.inspection.md --record record.md')
    assert.equal(err, 'Written: record.md\n')
    const bytes = readFileSync(path.join(cwd, 'westmarch.inspection.md'))
    assert.ok(text('record.md').includes(createHash('sha256').update(bytes).digest('hex')))
    await run('leaving westmarch.inspection.md --record record.html')
    assert.match(text('record.html'), /^<!doctype html>/)
  })

  it('never replaces a file', async () => {
    write('there.md', 'there')
    for (const option of ['--clean', '--record']) {
      const { err, status } = await run(
        `leaving westmarch-with-problems.inspection.md ${option} there.md`,
      )
      assert.match(err, /There is such a file already\. Nothing was written\./)
      assert.equal(status, 2)
      const own = await run(
        `leaving westmarch-with-problems.inspection.md ${option} westmarch-with-problems.inspection.md`,
      )
      assert.match(own.err, /This is the document itself\./)
    }
    assert.equal(text('there.md'), 'there')
  })

  it('makes a copy and a record of one file at a time, and no copy of a PDF', async () => {
    const two = await run('leaving . --record r.md')
    assert.match(two.err, /these are 2\. Name one at a time\./)
    write(
      'a.pdf',
      pdfFile({ content: 'BT /F1 11 Tf 70 700 Td (Nothing is in it but these words.) Tj ET' }),
    )
    const pdf = await run('leaving a.pdf --clean b.pdf')
    assert.match(pdf.err, /A clean copy is made of a Word document or a draft\./)
    assert.equal(pdf.status, 2)
  })

  it('refuses a text that is not a report', async () => {
    write('shopping.md', '# Shopping\n\nEggs\n')
    const { out, err, status } = await run('leaving shopping.md')
    assert.match(err, /This is not a report of a known type\./)
    assert.deepEqual([out, status], ['', 2])
  })

  it('says what it cannot read, and looks at the rest', async () => {
    const { out, err, status } = await run('leaving lost.md westmarch.inspection.md')
    assert.match(err, /lost\.md: There is no such file\./)
    assert.match(out, /Before it leaves/)
    assert.equal(status, 2)
  })
})
