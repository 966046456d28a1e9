import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, samples } from './support/reports'
import { waitFor } from './support/waiting'

describe('the preview', () => {
  afterEach(closeAll)

  it('opens beside the report, once, and follows the report in the editor', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    await show()
    await waitFor('the preview', () => previews().length === 1)
    assert.equal(previews()[0]?.group.viewColumn, vscode.ViewColumn.Two)
    await show()
    assert.deepEqual(
      previews().map(({ label }) => label),
      [`Preview of ${samples.faulty}`],
    )
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One)
    await openSample(samples.clean)
    await waitFor('the other report', () => previews()[0]?.label === `Preview of ${samples.clean}`)
  })

  it('is saved as a page that needs nothing else', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    const folder = vscode.workspace.workspaceFolders?.[0]
    assert(folder)
    const to = vscode.Uri.joinPath(folder.uri, 'preview.html')
    await vscode.commands.executeCommand('inspectionReports.savePreview', to)
    const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(to))
    await vscode.workspace.fs.delete(to)
    assert.match(html, /^<!DOCTYPE html>[\s\S]*default-src 'none'[\s\S]*<h1 /)
    assert.doesNotMatch(html, /<script|https?:\/\/(?!www\.w3\.org)|class="problem/)
    // Notes among colleagues are not for the public.
    assert.doesNotMatch(html, /Note ET/)
  })
})

async function show(): Promise<void> {
  await vscode.commands.executeCommand('inspectionReports.showPreview')
}

function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview &&
        input.viewType.endsWith('inspectionReports.preview'),
    )
}
