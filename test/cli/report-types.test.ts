/** Users' own report types on the command line. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'
import { asOther } from '../support/as-other'

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

  const oddities: Readonly<Record<string, readonly [make: (file: string) => void, says: RegExp]>> =
    {
      'a folder': [file => mkdirSync(file), /This is a folder, not a report type/],
      'a pipe': [file => spawnSync('mkfifo', [file]), /This is not an ordinary file, but a pipe/],
      'a link to a pipe': [
        file => {
          spawnSync('mkfifo', [`${file}.pipe`])
          symlinkSync(`${file}.pipe`, file)
        },
        /This is not an ordinary file, but a pipe/,
      ],
      'a link to a device': [
        file => symlinkSync('/dev/zero', file),
        /This is not an ordinary file/,
      ],
      'a link that leads to itself': [
        file => symlinkSync(path.basename(file), file),
        /This link is broken/,
      ],
      'a link to nothing': [file => symlinkSync('nowhere.yaml', file), /This link is broken/],
      'a file of 10 MB': [
        file => writeFileSync(file, 'a'.repeat(10_000_000)),
        /This file is too large for a report type \(more than 1 MB\)/,
      ],
      'a file that may not be read': [
        file => {
          writeFileSync(file, visit('Report of a visit'))
          chmodSync(file, 0)
        },
        /This report type was skipped\. You do not have permission to open/,
      ],
    }
  for (const [what, [make, says]] of Object.entries(oddities))
    it(`and skips ${what} with a word, and reads the others`, async function () {
      if (process.platform === 'win32') return this.skip()
      put('shared', visit('Report of a visit'))
      make(path.join(cwd, 'shared/odd.yaml'))
      chmodSync(cwd, 0o755)
      await asOther(async () => {
        const { out, err, status } = await run('check reports --types shared')
        assert.match(out, /missing-section/)
        assert.match(err, new RegExp(`^shared/odd\\.yaml: ${says.source}.*\n$`))
        assert.equal(status, 2)
        const points = await run('points reports/deep/visit.md --types shared')
        assert.match(points.out, /What we found/)
        assert.equal(points.status, 2)
      })
    })

  it('and says that the folder beside the reports cannot be read', async function () {
    if (process.platform === 'win32') return this.skip()
    mkdirSync(path.join(cwd, '.inspection-reports'))
    symlinkSync('types', path.join(cwd, '.inspection-reports/types'))
    const { out, err, status } = await run('check reports')
    assert.match(out, unknown)
    assert.match(err, /^\.inspection-reports\/types: This folder of report types could not be read/)
    assert.equal(status, 2)
  })

  it('and says that a folder holds none', async () => {
    mkdirSync(path.join(cwd, 'empty'))
    const { err, status } = await run('check reports --types empty')
    assert.match(err, /^empty: There is no file with a report type \(\.yaml\) in this folder\./)
    assert.equal(status, 2)
  })

  it('and says that a folder is not there', async () => {
    const { err, status } = await run('check reports --types nowhere')
    assert.match(err, /^nowhere: There is no such folder of report types/)
    assert.equal(status, 2)
  })
})
