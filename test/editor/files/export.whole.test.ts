import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, samples } from '../support/reports'

describe('Export to Word…', () => {
  afterEach(closeAll)

  it('writes a Word document beside the draft', async () => {
    const { document } = await openSample(samples.clean)
    const target = document.uri.with({ path: `${document.uri.path}.exported.docx` })
    await vscode.commands.executeCommand('inspectionReports.export', target)
    const bytes = await vscode.workspace.fs.readFile(target)
    await vscode.workspace.fs.delete(target)
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), 'PK')
  })
})
