/** Users' own report types on the command line. */

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'

const visit = (title: string) => `id: visit
name: Visit
recognise: { titles: ['${title}'], with: [Dear colleague] }
sections:
  - { id: findings, title: What we found }
`
const report = 'Report of a visit\n\nDear colleague\n\nText.\n'

describe('the command line reads report types', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    mkdirSync(path.join(cwd, 'reports/deep'), { recursive: true })
    writeFileSync(path.join(cwd, 'reports/deep/visit.md'), report)
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  const put = (folder: string, text: string) => {
    mkdirSync(path.join(cwd, folder), { recursive: true })
    writeFileSync(path.join(cwd, folder, 'visit.yaml'), text)
  }

  async function run(command: string) {
    let [out, err] = ['', '']
    const status = await runCommand(command.split(' '), {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from(report),
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }
  const unknown = /no report of a known type/

  it('from the folder beside the report, or above', async () => {
    assert.match((await run('check reports')).out, unknown)
    put('.inspection-reports/types', visit('Report of a visit'))
    assert.match((await run('check reports')).out, /missing-section/)
    assert.match((await run('check -')).out, /missing-section/)
    put('reports/.inspection-reports/types', visit('Report of nothing'))
    assert.match((await run('check reports')).out, unknown)
  })

  it('from a folder that is named, below those beside the report', async () => {
    put('shared', visit('Report of a visit'))
    assert.match((await run('check reports --types shared')).out, /missing-section/)
    assert.match((await run('fix reports --types shared')).out, /1 report/)
    put('reports/.inspection-reports/types', visit('Report of nothing'))
    assert.match((await run('check reports --types shared')).out, unknown)
  })

  it('for an import too', async () => {
    put('shared', visit('Report of a visit'))
    const { out, status } = await run('import reports/deep/visit.md --types shared --out drafts')
    assert.equal(status, 0, out)
    const draft = readFileSync(path.join(cwd, 'drafts/visit.inspection.md'), 'utf8')
    assert.match(draft, /^# Report of a visit$/m)
  })

  it('and says what is wrong in one, once, at its place', async () => {
    put('.inspection-reports/types', 'id: visit\nnam: Visit\n')
    writeFileSync(path.join(cwd, 'reports/other.md'), report)
    const { err, status } = await run('check reports')
    assert.equal(
      err,
      '.inspection-reports/types/visit.yaml:1:1: "name" is missing here. Add it: What the user reads.\n' +
        '.inspection-reports/types/visit.yaml:2:1: There is no key "nam" here. Did you mean "name"?\n',
    )
    assert.equal(status, 2)
  })

  it('and says that a folder holds none', async () => {
    mkdirSync(path.join(cwd, 'empty'))
    const { err, status } = await run('check reports --types empty')
    assert.match(err, /^empty: No file with a report type \(\.yaml\) is in this folder\./)
    assert.equal(status, 2)
  })

  it('and says that a folder is not there', async () => {
    const { err, status } = await run('check reports --types nowhere')
    assert.match(err, /^nowhere: There is no such folder of report types/)
    assert.equal(status, 2)
  })
})
