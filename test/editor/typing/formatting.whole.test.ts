import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, rangeOf, samples, write } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('Format Document', () => {
  afterEach(closeAll)

  it('tidies a report, as one step, and changes no word', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    // The sample's tables have columns that are not in line.
    const before = document.getText()
    await waitFor('the sample to be tidied', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument')
      return document.getText() !== before
    })
    const tidy = document.getText()
    const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)
    assert.deepEqual(words(tidy), words(before))
    await write(editor, rangeOf(document, '\n\n## '), '  \n\n\n\n## ')
    await waitFor('the report to be tidied', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument')
      return document.getText() === tidy
    })
  })

  it('tidies only what is selected, where something is', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    // Not in a table or in the contents, which are a table too.
    const first = rangeOf(document, '\n\n### Ambition and prioritisation')
    await write(editor, first, '  \n\n\n\n### Ambition and prioritisation')
    const second = rangeOf(document, '\n\n### Partnership working')
    await write(editor, second, '  \n\n\n\n### Partnership working')
    const place = rangeOf(document, '  \n\n\n\n### Partnership working')
    editor.selection = new vscode.Selection(place.start, place.end)
    await waitFor('the selection to be tidied', async () => {
      await vscode.commands.executeCommand('editor.action.formatSelection')
      return !document.getText().includes('  \n\n\n\n### Partnership working')
    })
    rangeOf(document, '.\n\n### Partnership working')
    rangeOf(document, '  \n\n\n\n### Ambition and prioritisation')
  })

  it('leaves a text that is not a report to others', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Notes  \n\n\n\n1.  One\n',
    })
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
    )
    assert.ok(edits === undefined || edits.length === 0)
  })
})
