import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, samples } from './support/reports'
import { waitFor } from './support/waiting'

describe('the page of a rule', () => {
  afterEach(closeAll)

  it('opens as a page from the link of the problem', async () => {
    const { document } = await openSample(samples.faulty)
    const { code } = await problem(document, 'misspelt-heading')
    assert(typeof code === 'object')
    await vscode.commands.executeCommand('vscode.open', code.target)
    await preview('misspelt-heading')
  })

  it('opens by the command, for the problem at the cursor', async () => {
    const editor = await openSample(samples.faulty)
    const { range } = await problem(editor.document, 'unknown-grade')
    editor.selection = new vscode.Selection(range.start, range.start)
    await vscode.commands.executeCommand('inspectionReports.openRulePage')
    await preview('unknown-grade')
  })

  it('is in docs/, wherever an address leads', async () => {
    for (const address of [
      '/../package.json',
      '/rules/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/rules/..%5c..%5c..%5cpackage.json',
      '/./../package.json',
      '/../../../../../../../../etc/hosts',
      '//etc/hosts',
      '/rules//open-note.md',
    ]) {
      const page = vscode.Uri.parse(`inspection-reports-page:${address}`)
      for (const ask of ['readFile', 'stat', 'readDirectory'] as const)
        await assert.rejects(
          async () => vscode.workspace.fs[ask](page),
          (error: vscode.FileSystemError) => error.code === 'FileNotFound',
          `${ask} ${address}`,
        )
    }
  })

  it('cannot be changed', async () => {
    const page = vscode.Uri.parse('inspection-reports-page:/rules/misspelt-heading.md')
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(page)), /^# /)
    await assert.rejects(async () => vscode.workspace.fs.delete(page))
    await assert.rejects(async () => vscode.workspace.fs.writeFile(page, new Uint8Array()))
  })
})

function preview(rule: string): Promise<unknown> {
  return waitFor(`the page of ${rule}`, () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab
    return (
      tab?.input instanceof vscode.TabInputCustom &&
      tab.input.viewType === 'vscode.markdown.preview.editor' &&
      tab.label.includes(rule)
    )
  })
}
