import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problemsOf, samples, sampleUri } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('checking all reports of the folders', () => {
  afterEach(closeAll)

  it('lists their problems without opening them, until they are opened', async () => {
    const faulty = sampleUri(samples.faulty)
    assert.deepEqual(vscode.languages.getDiagnostics(faulty), [])
    await vscode.commands.executeCommand('inspectionReports.checkFolders')
    const listed = vscode.languages.getDiagnostics(faulty)
    assert.ok(listed.length > 20, String(listed.length))
    assert.deepEqual(vscode.languages.getDiagnostics(sampleUri(samples.clean)), [])
    assert.ok(
      vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== faulty.toString()),
    )
    const { document } = await openSample(samples.faulty)
    // None is shown twice: the same ones, and the hints that a list leaves out.
    await waitFor('its own problems', () => problemsOf(document).length > 0)
    const own = vscode.languages
      .getDiagnostics(faulty)
      .filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint)
    assert.equal(own.length, listed.length)
  })
})
