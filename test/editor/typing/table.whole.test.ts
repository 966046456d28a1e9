import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, problemsOf } from '../support/reports'
import { waitFor } from '../support/waiting'

const text = `# Inspection of Westmarch local authority children’s services

Inspection dates: 2 to 13 June 2025

Lead inspector: Eleanor Thripp, His Majesty’s Inspector

| Judgement                                                                | Grade       |
| ------------------------------------------------------------------------ | ----------- |
| The impact of leaders on social work practice with children and families | Outstanding |
| The experiences and progress of children who need help and protection    | Good        |

## What needs to improve?

- The plans.
`

describe('a table', () => {
  afterEach(closeAll)

  async function open(): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({
      language: 'inspection-report',
      content: text,
    })
    const editor = await vscode.window.showTextDocument(document)
    await waitFor('the problems', () => problemsOf(document).length > 0)
    return editor
  }

  const tab = (by?: string) => vscode.commands.executeCommand('inspectionReports.tab', by)
  const selected = ({ document, selection }: vscode.TextEditor) => document.getText(selection)
  const at = (editor: vscode.TextEditor, words: string) => {
    const place = editor.document.positionAt(editor.document.getText().indexOf(words) + 2)
    editor.selection = new vscode.Selection(place, place)
  }

  it('is gone through cell by cell with Tab, and back with Shift+Tab', async () => {
    const editor = await open()
    at(editor, 'The impact')
    const seen: string[] = []
    for (const by of [undefined, undefined, undefined, 'inspectionReports.previousPlace']) {
      const before = editor.selection
      await tab(by)
      await waitFor('the cursor to move', () => !editor.selection.isEqual(before))
      seen.push(selected(editor))
    }
    assert.deepEqual(seen, [
      'Outstanding',
      'The experiences and progress of children who need help and protection',
      'Good',
      'The experiences and progress of children who need help and protection',
    ])
    assert.equal(editor.document.getText(), text)
  })

  it('has straight columns again once its cell is left', async () => {
    const editor = await open()
    at(editor, 'Outstanding')
    const word = editor.document.getWordRangeAtPosition(editor.selection.active)
    assert(word)
    await editor.edit(edit => edit.replace(word, 'Inadequate'))
    await tab()
    const rows = () =>
      editor.document
        .getText()
        .split('\n')
        .filter(line => line.startsWith('|'))
    await waitFor('straight columns', () => new Set(rows().map(({ length }) => length)).size === 1)
    assert.match(rows()[2] ?? '', /families \| Inadequate \|$/)
  })

  it('lets Tab write white space in its line of dashes', async () => {
    const editor = await open()
    const line = editor.document.lineAt(editor.document.positionAt(text.indexOf('| ---')))
    editor.selection = new vscode.Selection(line.range.end, line.range.end)
    await tab()
    const now = () => editor.document.lineAt(line.lineNumber).text
    await waitFor('the white space', () => now() !== line.text)
    assert.equal(now().trimEnd(), line.text)
  })
})
