/** The command line reads a report as an editor that has its folder open does. */

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../../server/src/cli/arguments'

const visit = `id: visit
name: Visit
recognise: { titles: [Report of a visit] }
sections:
  - { id: findings, title: What we found }
`

describe('the command line', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'inspection-reports-'))
    put('reports/drafts/monday.md', 'Monday\n\nText.\n')
    put('reports/.inspection-reports/types/visit.yaml', visit)
  })
  afterEach(() => rmSync(cwd, { recursive: true }))

  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true })
    writeFileSync(path.join(cwd, file), text)
  }

  async function run(...args: readonly string[]) {
    let [out, err] = ['', '']
    const status = await runCommand(args, {
      cwd,
      colour: false,
      readStdin: async () => Buffer.from('Monday\n\nText.\n'),
      out: text => {
        out += text
      },
      err: text => {
        err += text
      },
    })
    return { out, err, status }
  }
  const missing = /put right {2}The report has no sections yet.* missing-section/
  const unknown = /no report of a known type/

  it('reads the settings of the folder in which a report is, comments and all', async () => {
    assert.match((await run('check', 'reports')).out, unknown)
    put(
      'reports/.vscode/settings.json',
      `{
        // Which reports are visits.
        "inspectionReports.reportTypes": { "drafts/*.md": "visit", },
      }`,
    )
    assert.match((await run('check', 'reports')).out, missing)
    assert.match((await run('fix', 'reports')).out, /Left in 1 report: 1 problem/)
    // No pattern says what a text without a name is.
    assert.match((await run('check', '-')).out, unknown)
  })

  it('takes over how serious the problems of a rule are, unless it is asked for something else', async () => {
    const settings = (severity: string) =>
      put(
        'reports/.vscode/settings.json',
        `{ "inspectionReports.reportTypes": { "*.md": "visit" },
           "inspectionReports.rules.missing-section": "${severity}" }`,
      )
    settings('error')
    assert.equal((await run('check', 'reports')).status, 1)
    settings('off')
    assert.match((await run('check', 'reports')).out, /1 report: no problems/)
    const asked = await run('check', 'reports', '--rule', 'missing-section=hint')
    assert.match(asked.out, /look at .* missing-section/)
  })

  it('is told the type with --report-type, which takes precedence over the settings', async () => {
    const { out } = await run('check', 'reports', '--report-type', 'drafts/*.md=visit')
    assert.match(out, missing)
    put(
      'reports/.vscode/settings.json',
      '{ "inspectionReports.reportTypes": { "*.md": "nothing" } }',
    )
    const other = await run('check', 'reports', '--report-type', '*.md=visit')
    assert.match(other.out, missing)
    assert.equal(other.err, '')
  })

  it('says once that there is no such type', async () => {
    put('reports/drafts/tuesday.md', 'Tuesday\n')
    const asked = await run('check', 'reports', '--report-type', '*.md=visti')
    assert.match(asked.err, /^--report-type: There is no report type "visti"\. .*visit.*\n$/)
    assert.equal(asked.status, 2)
    put('reports/.vscode/settings.json', '{ "inspectionReports.reportTypes": { "*.md": "visti" } }')
    const set = await run('check', 'reports')
    assert.match(set.err, /^inspectionReports\.reportTypes: There is no report type "visti"\..*\n$/)
    assert.equal(set.status, 0)
    const wrong = await run('check', 'reports', '--report-type', 'visit')
    assert.match(wrong.err, /Write it as pattern=id/)
  })

  it('says where the settings cannot be read, and uses the rest of them, as the editor does', async () => {
    put(
      'reports/.vscode/settings.json',
      '{\n  "inspectionReports.reportTypes": { "*.md": "visit" },\n  "editor": oops\n}',
    )
    const { out, err, status } = await run('check', 'reports')
    assert.equal(status, 2)
    assert.match(err, /^reports\/\.vscode\/settings\.json:3:\d+: These settings cannot all be read/)
    assert.match(out, missing)
  })

  describe('reads the settings that a folder has for its reports', () => {
    const own = 'reports/.inspection-reports/settings.yaml'

    it('where nothing else says otherwise', async () => {
      put(own, 'reportTypes:\n  "*.md": visit\nrules:\n  missing-section: error\n')
      const found = await run('check', 'reports')
      assert.equal(found.status, 1)
      assert.match(found.out, /missing-section/)
      assert.equal(found.err, '')

      put('reports/.vscode/settings.json', '{ "inspectionReports.rules.missing-section": "off" }')
      assert.match((await run('check', 'reports')).out, /1 report: no problems/)
      const asked = await run('check', 'reports', '--rule', 'missing-section=hint')
      assert.match(asked.out, /look at .* missing-section/)
    })

    it('each from the nearest folder that has it', async () => {
      put(own, 'reportTypes:\n  "*.md": visit\nrules:\n  missing-section: error\n')
      put('reports/other/tuesday.md', 'Tuesday\n\nText.\n')
      put('reports/drafts/.inspection-reports/settings.yaml', 'rules:\n  missing-section: off\n')
      const { out } = await run('check', 'reports')
      assert.doesNotMatch(out, /monday/)
      assert.match(out, /tuesday\.md/)
    })

    it('and says where they are wrong, in words that help', async () => {
      put(
        own,
        `rules:
  mising-section: off
  missing-section: high
reportTypes: { '*.md': visit, 'x.md': visitt }
colour: red
`,
      )
      const { err, out, status } = await run('check', 'reports')
      assert.equal(status, 2)
      assert.deepEqual(err.trimEnd().split('\n'), [
        `${own}:2:3: There is no rule "mising-section". Did you mean "missing-section"?`,
        `${own}:3:20: This should be one of these: off, hint, information, warning, error.`,
        `${own}:4:39: There is no report type "visitt". Did you mean "visit"?`,
        `${own}:5:1: There is no key "colour" here. The keys are rules, reportTypes, codeLens, automaticRenumbering, wrapLongLines, exportTemplate.`,
      ])
      // What can be used of them is used.
      assert.match(out, /missing-section/)
    })

    it('in one sentence where they cannot be read at all, and fails', async () => {
      for (const text of ['rules: {', '- a\n- b', 'rules: 3', 'colour: red']) {
        put(own, text)
        for (const command of ['check', 'fix', 'judgements']) {
          const { err, status } = await run(command, 'reports')
          const said = err.split('\n').filter(line => line.startsWith(own))
          assert.equal(said.length, 1, `${text}: ${err}`)
          assert.match(said[0] ?? '', /:\d+:\d+: [A-Z].+\.$/)
          assert.equal(status, 2, command)
        }
      }
    })

    it('which may be empty, or only have remarks', async () => {
      for (const text of ['', '# Nothing yet\n\n', '\uFEFF', 'rules: {}\n']) {
        put(own, text)
        assert.equal((await run('check', 'reports')).err, '', JSON.stringify(text))
      }
    })

    it('once, however many reports there are, and passes over what is no file', async () => {
      put('reports/drafts/tuesday.md', 'Tuesday\n')
      put(own, 'colour: red\n')
      assert.equal((await run('check', 'reports')).err.trimEnd().split('\n').length, 1)
      rmSync(path.join(cwd, own))
      mkdirSync(path.join(cwd, own))
      assert.equal((await run('check', 'reports')).err, '')
    })
  })
})
