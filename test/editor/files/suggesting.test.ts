import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { opened } from '../../import/copy/copied'
import { samples } from '../support/reports'
import { wordFiles } from '../support/word-files'

describe('Save a copy with suggested changes…', () => {
  const { made, wordOf } = wordFiles()

  it('writes tracked changes into a copy beside the document', async () => {
    const file = await wordOf(samples.faulty, 'suggested.docx')
    const before = await vscode.workspace.fs.readFile(file)
    const copy = vscode.Uri.joinPath(file, '..', 'suggested (with suggested changes).docx')
    await vscode.commands.executeCommand('inspectionReports.saveWithSuggestions', file, 'unasked')
    made.push(copy)
    const xml = opened(await vscode.workspace.fs.readFile(copy)).xml('word/document.xml')
    assert.match(xml, /<w:del [^>]*"Inspection Reports \(automatic\)"/)
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before)
  })
})
