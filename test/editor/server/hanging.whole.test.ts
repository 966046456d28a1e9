/**
 * A server that no longer answers is started again, once; a document that hangs it again and again is left
 * alone.
 */

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, noProblem, openSample, problem, samples, write } from '../support/reports'
import { known, Said, server } from '../support/said'
import { waitFor } from '../support/waiting'

describe('a server that hangs', () => {
  let said: Said

  beforeEach(() => {
    said = new Said()
    said.listen()
  })
  afterEach(async () => {
    said.end()
    await closeAll()
  })

  /** Holds the server as an endless loop would, while somebody writes in the report, until another one runs. */
  const hang = async (editor: vscode.TextEditor): Promise<void> => {
    await vscode.window.showTextDocument(editor.document)
    await known(editor.document)
    const held = await waitFor('the server', () => server())
    held.kill('SIGSTOP')
    await write(editor, new vscode.Range(0, 0, 0, 0), '\n')
    await waitFor('another one', () => (server()?.pid ?? held.pid) !== held.pid)
  }

  it('starts again and checks what is open; the third time it leaves the document alone', async function () {
    this.timeout(180_000)
    const other = await openSample(samples.extracted)
    await known(other.document)
    const editor = await openSample(samples.faulty)
    const { document } = editor
    await problem(document, 'mismatched-grade')

    await hang(editor)
    await waitFor('what is said', () => said.messages.length > 0)
    assert.match(
      said.messages[0] ?? '',
      /^The checks stopped responding, so they were started again.* \| Show log$/,
    )
    // By now another server knows what is written.
    await write(editor, new vscode.Range(0, 0, document.lineCount, 0), '# A shopping list\n')
    await noProblem(document)
    await vscode.commands.executeCommand('undo')
    await problem(document, 'mismatched-grade')

    await hang(editor)
    await problem(document, 'mismatched-grade')
    assert.equal(said.messages.length, 1)

    await hang(editor)
    await waitFor('what is said', () => said.messages.length > 1)
    assert.match(
      said.messages[1] ?? '',
      /^Checking westmarch-with-problems\.inspection\.md failed three times.* \| Check it again$/,
    )
    await noProblem(document)
    // Writing goes on, and other documents are checked.
    const before = document.lineCount
    await write(editor, new vscode.Range(0, 0, 0, 0), '\n')
    assert.equal(document.lineCount, before + 1)
    await vscode.window.showTextDocument(other.document)
    await known(other.document)
    assert.deepEqual(
      await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
      undefined,
    )

    // What the button does.
    await vscode.window.showTextDocument(document)
    const address = document.uri.toString()
    await vscode.commands.executeCommand('inspectionReports.checkAgain', address)
    await problem(document, 'mismatched-grade')
    assert.equal(said.messages.length, 2)
  })
})
