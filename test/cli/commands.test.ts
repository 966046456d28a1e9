import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'
import type { JsonFile, JsonOutput } from '../../server/src/cli/check/forms/json'
import { applyEdits } from '../../server/src/text/edits'

const samples = path.resolve(import.meta.dirname, '../samples')
const clean = readFileSync(path.join(samples, 'westmarch.inspection.md'), 'utf8')
const misspelt = clean.replace('#### Staying safe', '#### Stayng safe')

const line = misspelt.slice(0, misspelt.indexOf('Stayng')).split('\n').length

describe('the command line', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    writeFileSync(path.join(cwd, 'clean.md'), clean)
    writeFileSync(path.join(cwd, 'misspelt.md'), misspelt)
    writeFileSync(path.join(cwd, 'shopping.md'), 'Two pints of milk.\n')
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  async function run(command: string, stdin: string | Uint8Array = '') {
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

  async function json(command: string, stdin?: string | Uint8Array): Promise<JsonOutput> {
    return JSON.parse((await run(`check --format json ${command}`, stdin)).out)
  }

  describe('check', () => {
    it('gives only the total for a report that is right', async () => {
      assert.deepEqual(await run('check clean.md'), {
        out: '1 report: no problems. 22 judgements: 22 with the same grade throughout. Facts, evidence and fairness are not checked.\n',
        err: '',
        status: 0,
      })
    })

    it('prints place, what is to be done, message and rule under the name of the file', async () => {
      const { out, status } = await run('check misspelt.md clean.md')
      const { 0: report = '', 1: sum = '' } = out.split('\n\n')
      assert.match(
        report,
        new RegExp(
          `^misspelt\\.md\n {2}${line}:6 {2}put right {2}The title .* {2}misspelt-heading$`,
        ),
      )
      assert.match(sum, /^2 reports: 1 problem \(1 to be put right\)\./)
      assert.equal(status, 0)
    })

    it('fails from the severity that is asked for', async () => {
      assert.equal((await run('check misspelt.md --fail-on warning')).status, 1)
      assert.equal((await run('check misspelt.md --fail-on information')).status, 1)
      assert.equal((await run('check misspelt.md --rule misspelt-heading=error')).status, 1)
      const milder = '--rule misspelt-heading=error --rule misspelt-heading=hint'
      assert.equal((await run(`check misspelt.md --fail-on information ${milder}`)).status, 0)
    })

    it('names a text that is not a report, and finds nothing in it', async () => {
      const { out, status } = await run('check shopping.md')
      assert.match(out, /^shopping\.md: no report of a known type, not checked\n0 reports/)
      assert.equal(status, 0)
    })

    it('says what it could not read, and checks the rest', async () => {
      writeFileSync(path.join(cwd, 'report.pdf'), '%PDF-1.7')
      const { out, err, status } = await run('check lost.md report.pdf misspelt.md')
      assert.match(err, /^lost\.md: There is no such file\..*\nreport\.pdf: This PDF is damaged\./)
      assert.match(out, /misspelt-heading\n\n1 report: .* 2 files could not be read\.\n$/)
      assert.equal(status, 2)
    })

    it('says that a draft has to be made of a PDF or Word document first', async () => {
      writeFileSync(path.join(cwd, 'report.pdf'), '%PDF-1.7')
      writeFileSync(path.join(cwd, 'report.docx'), 'PK\x03\x04')
      for (const command of ['fix report.pdf', 'fix report.docx'])
        assert.match((await run(command)).err, /not text\. .* with the command "import"\.\n$/)
    })

    it('explains a mistake in the arguments', async () => {
      const cases: Readonly<Record<string, RegExp>> = {
        check: /missing required argument 'file'/,
        'check clean.md --fail-on bad': /Allowed choices are error, warning/,
        'check clean.md --rule misspelt-headings=off': /Did you mean misspelt-heading\?/,
        'check clean.md --rule misspelt-heading': /Write it as rule=level/,
        'look clean.md': /unknown command 'look'/,
      }
      for (const [command, message] of Object.entries(cases)) {
        const { err, status } = await run(command)
        assert.match(err, message)
        assert.equal(status, 2, command)
      }
    })
  })

  describe('check --format json', () => {
    it('has the promised shape', async () => {
      const { version, files } = await json('misspelt.md')
      assert.equal(version, 1)
      const [file] = files
      assert.ok(file !== undefined && !('error' in file))
      assert.deepEqual(Object.keys(file), [
        'path',
        'reportType',
        'status',
        'findings',
        'judgements',
        'paragraphs',
      ])
      const { message, related, fixes, ...finding } = file.findings[0] ?? assert.fail()
      const offset = misspelt.indexOf('Stayng safe')
      const start = { line, column: 6, offset }
      const end = { line, column: 17, offset: offset + 11 }
      assert.deepEqual(finding, {
        rule: 'misspelt-heading',
        severity: 'warning',
        toDo: false,
        start,
        end,
      })
      assert.ok(message.length > 0 && Array.isArray(related))
      assert.deepEqual(
        fixes.map(({ title, safe, edits }) => ({ title, safe, text: after(misspelt, edits) })),
        [{ title: 'Write "Staying safe"', safe: true, text: clean }],
      )
      const { mentions, ...judgement } = file.judgements[0] ?? assert.fail()
      assert.deepEqual(judgement, {
        title: 'Overall effectiveness',
        part: ['Safeguarding services'],
        grade: 'adequate',
      })
      assert.deepEqual(
        mentions.filter(({ grade }) => grade !== null).map(({ kind, grade }) => `${kind} ${grade}`),
        ['grade adequate', 'opening adequate', 'row adequate'],
      )
      assert.deepEqual(file.paragraphs.map(({ number }) => number).slice(0, 3), ['1', '2', '3'])
    })

    it('lists a fix that settles all findings of a rule once', async () => {
      const gaps = [1, 3, 5, 7].map(number => `${number}. Visits are made when due.\n\n`)
      const [file] = (await json('-', `# Safeguarding\n\n${clean}\n${gaps.join('')}`)).files
      assert.ok(file !== undefined && !('error' in file))
      const titles = file.findings.flatMap(({ fixes }) => fixes.map(({ title }) => title))
      assert.ok(titles.includes('Renumber all paragraphs'))
      for (const title of ['Renumber all paragraphs', 'Renumber from here'])
        assert.ok(titles.filter(each => each === title).length <= 2, title)
    })

    it('gives the same for every encoding', async () => {
      const { files } = await json('-', misspelt)
      const marked = `\ufeff${misspelt}`
      for (const bytes of [
        marked,
        Buffer.from(marked, 'utf16le'),
        Buffer.from(marked, 'utf16le').swap16(),
      ]) {
        assert.deepEqual((await json('-', bytes)).files, files)
      }
    })

    it('gives fixes the line ends of the text', async () => {
      const crlf = clean
        .replace('#### Staying safe\n\nGrade 2 (good)\n', '#### Staying safe\n')
        .replaceAll('\n', '\r\n')
      const [file] = (await json('-', crlf)).files
      assert.ok(file !== undefined && !('error' in file))
      for (const { newText } of file.findings
        .flatMap(({ fixes }) => fixes)
        .flatMap(({ edits }) => edits)) {
        assert.doesNotMatch(newText, /(?<!\r)\n/)
      }
    })

    it('has an error in place of the rest, and nothing for what is not a report', async () => {
      const { files } = await json('lost.md shopping.md')
      assert.deepEqual(files, [
        { path: 'lost.md', error: 'There is no such file. Check the name and the folder.' },
        {
          path: 'shopping.md',
          reportType: null,
          status: 'finished',
          findings: [],
          judgements: [],
          paragraphs: [],
        },
      ] satisfies JsonFile[])
    })
  })

  describe('fix', () => {
    it('mends the file and says what it did', async () => {
      const { out, status } = await run('fix misspelt.md clean.md')
      assert.match(
        out,
        /^misspelt\.md\n {2}fixed {2}Write "Staying safe" {2}misspelt-heading\n\n1 problem fixed\. Left in 2 reports: no problems\./,
      )
      assert.equal(status, 0)
      assert.equal(readFileSync(path.join(cwd, 'misspelt.md'), 'utf8'), clean)
    })

    it('keeps encoding and line ends', async () => {
      const bytes = (text: string) =>
        Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le')
      writeFileSync(path.join(cwd, 'misspelt.md'), bytes(misspelt))
      await run('fix misspelt.md')
      assert.deepEqual(readFileSync(path.join(cwd, 'misspelt.md')), bytes(clean))
    })

    it('writes standard input to standard output, and the rest elsewhere', async () => {
      const { out, err } = await run('fix -', misspelt)
      assert.equal(out, clean)
      assert.match(err, /^standard input\n {2}fixed/)
    })

    it('shows the difference, and changes nothing, in a dry run', async () => {
      const { out, status } = await run('fix --dry-run misspelt.md')
      assert.match(out, /\n-#### Stayng safe\n\+#### Staying safe\n/)
      assert.match(out, /\n1 problem would be fixed\. Left in 1 report: no problems\./)
      assert.equal(status, 0)
      assert.equal(readFileSync(path.join(cwd, 'misspelt.md'), 'utf8'), misspelt)
    })

    it('says what it could not read', async () => {
      const { err, status } = await run('fix lost.md')
      assert.match(err, /^lost\.md: There is no such file\./)
      assert.equal(status, 2)
    })
  })
})

type JsonEdits = Extract<
  JsonFile,
  { findings: unknown }
>['findings'][number]['fixes'][number]['edits']

function after(text: string, edits: JsonEdits): string {
  return applyEdits(
    text,
    edits.map(({ start, end, newText }) => ({
      span: { start: start.offset, end: end.offset },
      newText,
    })),
  )
}
