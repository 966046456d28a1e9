import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, samples } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('Check a Word document…', () => {
  afterEach(closeAll)

  it('shows the problems of the document as a page, and writes nothing', async () => {
    const { document } = await openSample(samples.clean)
    const file = document.uri.with({ path: `${document.uri.path}.checked.docx` })
    await vscode.commands.executeCommand('inspectionReports.export', file)
    const before = await vscode.workspace.fs.readFile(file)
    await vscode.commands.executeCommand('inspectionReports.checkWordDocument', file)
    await waitFor('the page', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('checked.docx'),
    )
    const after = await vscode.workspace.fs.readFile(file)
    await vscode.workspace.fs.delete(file)
    assert.deepEqual(after, before)
  })
})
