import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { runCommand } from '../../../server/src/cli/arguments'
import type { JsonFile, JsonOutput } from '../../../server/src/cli/check/forms/json'
import { exportReport } from '../../../server/src/export/export'
import { parseReport } from '../../../server/src/report/parse'

const samples = path.resolve(import.meta.dirname, '../samples')
const clean = readFileSync(path.join(samples, 'westmarch.inspection.md'), 'utf8')
const wrong = clean
  .replace(
    '12. The capacity for improvement is good.',
    '12. The capacity for improvement is adequate.',
  )
  .replace('(see paragraph 5)', '(see paragraph 95)')

describe('inspection-reports check for Word documents', () => {
  let cwd: string
  beforeEach(async () => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const [name, text] of Object.entries({ clean, wrong })) {
      const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
      writeFileSync(path.join(cwd, `${name}.docx`), bytes)
    }
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  async function run(command: string) {
    let out = ''
    let err = ''
    const status = await runCommand(command.split(' '), {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from(''),
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }

  it('gives only the total for one that is right, and writes nothing', async () => {
    const before = readdirSync(cwd)
    assert.deepEqual(await run('check clean.docx'), {
      out: '1 report: no problems. 22 judgements: 22 with the same grade throughout. Facts, evidence and fairness are not checked.\n',
      err: '',
      status: 0,
    })
    assert.deepEqual(readdirSync(cwd), before)
  })

  it('lists what is wrong by section and the paragraph number that Word shows', async () => {
    const { out, status } = await run('check wrong.docx')
    const [name, ...lines] = out.split('\n')
    assert.equal(name, 'wrong.docx')
    assert.equal(lines[0], '  Capacity for improvement (Safeguarding services)')
    assert.match(lines[1] ?? '', /^ {4}put right first {2}paragraph 12: .*mismatched-opening$/)
    assert.equal(lines[2], '  Ambition and prioritisation (Safeguarding services)')
    assert.match(
      lines[3] ?? '',
      /^ {4}put right {8}paragraph 29: .*unresolved-paragraph-reference$/,
    )
    assert.equal(status, 1)
  })

  it('says what became of the problems of an earlier version', async () => {
    const { out } = await run('check clean.docx --earlier wrong.docx')
    assert.match(out, /^Compared with wrong\.docx: 0 new, 0 still there, [1-9]\d* put right\.$/m)
    assert.match(out, /^ {2}Put right\n {4}\S/m)
    const again = (await run('check wrong.docx --earlier clean.docx')).out
    assert.match(again, /^Compared with clean\.docx: [1-9]\d* new, 0 still there, 0 put right\.$/m)
    assert.equal((await run('check clean.docx --earlier gone.docx')).status, 2)
  })

  it('gives the same as JSON, without fixes, since the text is in no file', async () => {
    const { files } = JSON.parse((await run('check --format json wrong.docx')).out) as JsonOutput
    const { findings } = files[0] as Extract<JsonFile, { findings: unknown }>
    assert.deepEqual(
      findings.map(({ place, fixes }) => [place, fixes]),
      [
        [
          { section: 'Capacity for improvement (Safeguarding services)', within: 'paragraph 12' },
          [],
        ],
        [
          {
            section: 'Ambition and prioritisation (Safeguarding services)',
            within: 'paragraph 29',
          },
          [],
        ],
      ],
    )
  })

  it('says what to do about a file that is not one', async () => {
    writeFileSync(path.join(cwd, 'broken.docx'), 'PK\u0003\u0004 and no more')
    const { err, status } = await run('check broken.docx')
    assert.match(err, /damaged, or not a Word document/)
    assert.equal(status, 2)
  })

  for (const [name, bytes] of [
    ['empty', ''],
    ['a text', 'Dear all'],
    ['a web page', '<!doctype html><p>Dear all</p>'],
    ['a PDF', '%PDF-1.7'],
    ['Rich Text', '{\\rtf1 Dear all}'],
    ['a broken one', 'PK\x03\x04 and no more'],
    ['one of Word 97', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['another archive', Buffer.from(zipSync({ 'a.txt': strToU8('a') })).toString('latin1')],
    ['cut off', '\x00\x01\x02'],
  ] as const)
    it(`says the same as an import of a file that is not a Word document: ${name}`, async () => {
      writeFileSync(path.join(cwd, 'fake.docx'), Buffer.from(bytes, 'latin1'))
      const said = (await run('import fake.docx')).err
      assert.match(said, /^fake\.docx: This \w.*\. (?:Save|Open|Choose) .*\.\n$/)
      for (const command of ['check', 'judgements', 'points']) {
        const { err, status } = await run(`${command} fake.docx`)
        assert.deepEqual([err, status], [said, 2])
      }
    })
})
