import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, rangeOf, samples, write } from './reports'
import { waitFor } from './waiting'

describe('Format Document', () => {
  afterEach(closeAll)

  it('tidies a report, as one step, and changes no word', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    await vscode.commands.executeCommand('editor.action.formatDocument')
    const tidy = document.getText()
    await write(editor, rangeOf(document, '\n\n## '), '  \n\n\n\n## ')
    await waitFor('the report to be tidied', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument')
      return document.getText() === tidy
    })
  })

  it('leaves a text that is no report to others', async () => {
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
