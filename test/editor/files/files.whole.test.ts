/** Files that the extension reads and writes: links stay, nothing is left beside, odd ones are skipped. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, problemsOf, samples } from '../support/reports'
import { waitFor } from '../support/waiting'

const isUnix = process.platform !== 'win32'
const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand(`inspectionReports.${command}`, ...given)

describe('files of the computer', () => {
  let folder: string
  const at = (name: string) => path.join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'files-'))
  })
  afterEach(async () => {
    await closeAll()
    rmSync(folder, { recursive: true })
  })

  const writers: Readonly<Record<string, (to: vscode.Uri) => Thenable<unknown>>> = {
    'points for the author': to => run('pointsForAuthor', 'html', false, to),
    'a list of judgements': to => run('exportJudgements', 'report', 'csv', to),
    'a web page': to => run('savePreview', to),
    'a Word document': to => run('export', to),
  }
  for (const [what, write] of Object.entries(writers))
    it(`are written whole, through links of both kinds: ${what}`, async function () {
      if (!isUnix) return this.skip()
      const { document } = await openSample(samples.clean)
      await waitFor('the report to be known', async () => {
        const found = await vscode.commands.executeCommand<unknown[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        )
        return (found ?? []).length > 0
      })
      writeFileSync(at('old'), 'old')
      linkSync(at('old'), at('twin'))
      symlinkSync('old', at('link'))
      await write(vscode.Uri.file(at('link')))
      const written = readFileSync(at('twin'))
      assert.ok(written.length > 100)
      assert.deepEqual(readFileSync(at('old')), written)
      assert.ok(lstatSync(at('link')).isSymbolicLink())
      assert.deepEqual(readdirSync(folder), ['link', 'old', 'twin'])
    })

  it('among report types that are not ordinary are skipped, and nothing waits', async function () {
    if (!isUnix) return this.skip()
    const settings = vscode.workspace.getConfiguration('inspectionReports')
    const { Global } = vscode.ConfigurationTarget
    mkdirSync(at('folder.yaml'))
    spawnSync('mkfifo', [at('pipe.yaml')])
    symlinkSync('pipe.yaml', at('to-pipe.yaml'))
    symlinkSync('round.yaml', at('round.yaml'))
    symlinkSync('nowhere.yaml', at('nothing.yaml'))
    symlinkSync('/dev/zero', at('device.yaml'))
    writeFileSync(at('large.yaml'), 'a'.repeat(10_000_000))
    writeFileSync(
      at('visit.yaml'),
      'id: visit\nname: Visit\nrecognise: { titles: [Report of a ferry], with: [Dear colleague] }\nsections:\n  - { id: findings, title: What we found }\n',
    )
    try {
      await settings.update('typesFolder', folder, Global)
      const content = 'Report of a ferry\n\nDear colleague\n\nText.\n'
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content })
      await vscode.window.showTextDocument(document)
      await problem(document, 'missing-section')
      assert.ok(problemsOf(document).some(({ message }) => message.includes('What we found')))
    } finally {
      await settings.update('typesFolder', undefined, Global)
    }
  })

  it('that are a pipe or a device are not imported, and nothing waits', async function () {
    if (!isUnix) return this.skip()
    spawnSync('mkfifo', [at('pipe.txt')])
    const before = vscode.workspace.textDocuments.length
    for (const file of [at('pipe.txt'), '/dev/zero']) await run('import', vscode.Uri.file(file))
    assert.equal(vscode.workspace.textDocuments.length, before)
  })
})
