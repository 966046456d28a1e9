import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'
import { exportReport } from '../../server/src/export/export'
import type { JudgementsFile } from '../../server/src/features/lists/judgements'
import { readWord } from '../../server/src/import/import'
import { parseReport } from '../../server/src/report/parse'
import { pdfFile } from '../import/pdf/pdf-file'

const samples = path.resolve(import.meta.dirname, '../samples')
const names = [
  'westmarch.inspection.md',
  'westmarch-with-problems.inspection.md',
  'ilacs-westmarch.inspection.md',
]

let cwd: string

async function run(command: string, input = '') {
  let out = ''
  let err = ''
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

describe('lists in a terminal', () => {
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const name of names) copyFileSync(path.join(samples, name), path.join(cwd, name))
    writeFileSync(path.join(cwd, 'shopping.md'), '# Shopping\n\nEggs\n')
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  describe('inspection-reports judgements', () => {
    it('prints a table of all reports among the files, and names what is not one', async () => {
      const { out, err, status } = await run('judgements .')
      assert.match(out, /^\ufeffAuthority,Type,Inspected from,/)
      for (const name of names) assert.ok(out.includes(`,${name}\r\n`), name)
      assert.equal(err, 'shopping.md: no report of a known type, left out\n')
      assert.equal(status, 0)
    })

    it('prints JSON, and reads Word documents', async () => {
      const report = parseReport(text(names[0]!))!
      const { bytes } = await exportReport(report, { pages: 'none' })
      writeFileSync(path.join(cwd, 'final.docx'), bytes)
      const { out } = await run('judgements --format json final.docx')
      const { version, reports } = JSON.parse(out) as JudgementsFile
      assert.deepEqual([version, reports.length], [1, 1])
      assert.equal(reports[0]?.judgements.length, report.judgements.length)
    })

    it('writes a file, but never over one that is there, nor over a report', async () => {
      assert.equal((await run('judgements . --out lists/all.csv')).status, 0)
      assert.ok(text('lists/all.csv').startsWith('\ufeff'))
      const again = await run('judgements . --out lists/all.csv')
      assert.match(again.err, /all\.csv already exists\. Nothing was written\..*--force/)
      assert.equal(again.status, 1)
      assert.equal((await run('judgements . --out lists/all.csv --force')).status, 0)
      const over = await run(`judgements ${names[0]} --force --out ${names[0]}`)
      assert.match(over.err, /the report itself/)
      assert.equal(over.status, 2)
    })

    it('lists what can be read where something cannot', async () => {
      const { out, err, status } = await run(`judgements none.md ${names[0]}`)
      assert.match(out, /Overall effectiveness/)
      assert.match(err, /none\.md: There is no such file/)
      assert.equal(status, 2)
    })
  })

  describe('inspection-reports points', () => {
    it('prints the points in Markdown, without the notes', async () => {
      const { out, status } = await run(`points ${names[1]}`)
      assert.match(out, /^# Points for the author: Westmarch\n/)
      assert.match(out, /^- \[ \] \*\*Paragraph 11\*\* \(to be put right\): /m)
      assert.doesNotMatch(out, /Notes from colleagues/)
      assert.equal(status, 0)
    })

    it('adds the notes where they are asked for', async () => {
      assert.match((await run(`points ${names[1]} --notes`)).out, /^## Notes from colleagues$/m)
    })

    it('writes HTML into a file', async () => {
      const { err, status } = await run(`points ${names[1]} --format html --out points.html`)
      assert.equal(err, 'Written: points.html\n')
      assert.equal(status, 0)
      assert.match(text('points.html'), /^<!doctype html>/)
    })

    it('writes a Word document with boxes to tick, but does not print one', async () => {
      const { status, err } = await run(`points ${names[1]} --format docx`)
      assert.equal(status, 2)
      assert.match(err, /Name the file with --out\./)
      assert.equal((await run(`points ${names[1]} --format docx --out points.docx`)).status, 0)
      const { text: made } = readWord(readFileSync(path.join(cwd, 'points.docx')))
      assert.match(made, /^# Points for the author: Westmarch$|^Points for the author: Westmarch$/m)
      assert.match(made, /☐\s+\**Paragraph 11\** \(to be put right\): /)
    })

    it('reads a PDF', async () => {
      const lines = text(names[0]!)
        .split('\n')
        .slice(0, 60)
        .map(line => `(${line.replace(/[#*()\\]|[^\x20-\x7e]/g, '')}) Tj T*`)
      const content = `BT /F1 8 Tf 12 TL 60 800 Td ${lines.join(' ')} ET`
      writeFileSync(path.join(cwd, 'final.pdf'), pdfFile({ content }))
      assert.match((await run('points final.pdf')).out, /^# Points for the author/)
      assert.match((await run('check final.pdf')).out, /^final\.pdf\n/)
    })

    it('reads a Word document and standard input', async () => {
      const { bytes } = await exportReport(parseReport(text(names[0]!))!, { pages: 'none' })
      writeFileSync(path.join(cwd, 'final.docx'), bytes)
      for (const { out } of [
        await run('points final.docx'),
        await run('points -', text(names[0]!)),
      ])
        assert.match(out, /^\*\*Nothing was found that has to be put right\.\*\*$/m)
    })

    it('uses the severities of the settings beside the report', async () => {
      const settings = path.join(cwd, '.vscode')
      mkdirSync(settings)
      writeFileSync(
        path.join(settings, 'settings.json'),
        '{ "inspectionReports.rules.unresolved-paragraph-reference": "off" }',
      )
      const { out } = await run(`points ${names[1]}`)
      assert.doesNotMatch(out, /There is no paragraph/)
    })

    it('says what is wrong with what it was given', async () => {
      const several = await run('points .')
      assert.match(several.err, /These are 4 files\. Name one at a time\./)
      const none = await run('points shopping.md --out points.md')
      assert.match(none.err, /shopping\.md: This is not a report of a known type/)
      assert.deepEqual([several.status, none.status], [2, 2])
      assert.ok(!existsSync(path.join(cwd, 'points.md')))
    })
  })
})
