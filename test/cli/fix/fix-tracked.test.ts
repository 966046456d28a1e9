import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../../server/src/cli/arguments'
import { exportReport } from '../../../server/src/export/export'
import { parseReport } from '../../../server/src/report/parse'
import { opened } from '../../import/copy/copied'

const clean = readFileSync(
  path.resolve(import.meta.dirname, '../samples/westmarch.inspection.md'),
  'utf8',
)
const wrong = clean
  .replace('Published:', 'Publsihed:')
  .replace('improvement is good.', 'improvement is adequate.')

describe('inspection-reports fix --tracked', () => {
  let cwd: string
  before(async () => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    for (const [name, text] of Object.entries({ clean, wrong })) {
      const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
      writeFileSync(path.join(cwd, `${name}.docx`), bytes)
    }
    writeFileSync(path.join(cwd, 'wrong.md'), wrong)
  })
  after(() => rmSync(cwd, { recursive: true }))

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

  it('writes a copy with the safe fixes, and says what would be left', async () => {
    const before = readFileSync(path.join(cwd, 'wrong.docx'))
    const { out, err, status } = await run('fix wrong.docx --tracked copy.docx')
    assert.equal(err, 'Written: copy.docx, with tracked changes.\n')
    assert.match(
      out,
      /^wrong\.docx\n {2}suggested {2}Write "Published" {2}missing-field\n\n1 change suggested\. Left in 1 report: 1 problem \(1 to be put right first\)\./,
    )
    assert.equal(status, 1)
    const xml = opened(readFileSync(path.join(cwd, 'copy.docx'))).xml('word/document.xml')
    assert.match(xml, /<w:del [^>]*>.*Publsihed.*<\/w:del><w:ins [^>]*>.*Published.*<\/w:ins>/)
    assert.deepEqual(readFileSync(path.join(cwd, 'wrong.docx')), before)
    assert.match(
      (await run('fix wrong.docx --tracked copy.docx')).err,
      /^copy\.docx: There is such a file already\. .* with --tracked\.$/m,
    )
  })

  it('names the fixes that no change of words can express', async () => {
    const [first = '', second = ''] = clean.match(/^\| (?:Quality|Leadership) .*\n/gm) ?? []
    const text = clean.replace(first, '').replace(second, second + first)
    const { bytes } = await exportReport(parseReport(text)!, { pages: 'none' })
    writeFileSync(path.join(cwd, 'moved.docx'), bytes)
    const { out } = await run('fix moved.docx --tracked none.docx')
    assert.match(
      out,
      /^moved\.docx\n {2}by hand {2}Update the contents .* misplaced-contents-entry$/m,
    )
    assert.match(out, /^Nothing suggested\. Left in 1 report: /m)
  })

  it('writes none where there is nothing to suggest, or to suggest it in', async () => {
    const before = readdirSync(cwd)
    const nothing = await run('fix clean.docx --tracked none.docx')
    assert.equal(nothing.err, 'There is nothing to suggest, so no copy was written.\n')
    assert.equal(nothing.status, 0)
    const text = await run('fix wrong.md --tracked none.docx')
    assert.match(text.err, /^wrong\.md: This is not a Word document \(\.docx\)\./)
    const both = await run('fix wrong.docx --dry-run --tracked none.docx')
    assert.match(both.err, /cannot be used with/)
    assert.deepEqual([text.status, both.status], [2, 2])
    assert.deepEqual(readdirSync(cwd), before)
  })

  it('suggests only the fixes of the rules that are named', async () => {
    const both = clean
      .replace('Published:', 'Publsihed:')
      .replaceAll('## Capacity for improvement', '## Capacity for imprvoement')
    const { bytes } = await exportReport(parseReport(both)!, { pages: 'none' })
    writeFileSync(path.join(cwd, 'both.docx'), bytes)
    const { out } = await run('fix both.docx --only missing-field --tracked one.docx')
    assert.match(out, /^1 change suggested\./m)
    assert.doesNotMatch(out, /misspelt-heading/)
    writeFileSync(path.join(cwd, 'both.md'), both)
    const text = await run('fix both.md --dry-run --only misspelt-heading --only open-note')
    assert.match(text.out, /^2 problems would be fixed\./m)
    assert.doesNotMatch(text.out, /^\+.*Published/m)
    const unknown = await run('fix both.docx --only missing-feild --tracked two.docx')
    assert.match(unknown.err, /There is no rule "missing-feild"\. Did you mean missing-field\?/)
    assert.equal(unknown.status, 2)
  })
})
