import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, problemsOf, samples, textOfSample } from '../support/reports'
import { waitFor } from '../support/waiting'

const rule = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code)

describe('problems of one kind', () => {
  afterEach(closeAll)

  /** The clean sample with three misspelt titles, and the lines of these. */
  async function open(): Promise<{ editor: vscode.TextEditor; lines: readonly number[] }> {
    const clean = await textOfSample(samples.clean)
    const content = clean
      .replace('### Capacity for improvement', '### Capacity for improvment')
      .replace('#### Being healthy', '#### Being helthy')
      .replace('#### Staying safe', '#### Staying saef')
    const document = await vscode.workspace.openTextDocument({
      language: 'inspection-report',
      content,
    })
    const editor = await vscode.window.showTextDocument(document)
    const found = await waitFor('three misspelt titles', () => {
      const misspelt = problemsOf(document).filter(each => rule(each) === 'misspelt-heading')
      return misspelt.length === 3 ? misspelt : undefined
    })
    return { editor, lines: found.map(({ range }) => range.start.line).sort((a, b) => a - b) }
  }

  const at = (editor: vscode.TextEditor, line: number) => {
    const { range } = editor.document.lineAt(line)
    editor.selection = new vscode.Selection(range.end, range.end)
  }

  it('are gone through one after the other, and back', async () => {
    const { editor, lines } = await open()
    const visited: number[] = []
    at(editor, lines[0] ?? 0)
    for (const command of ['nextOfKind', 'nextOfKind', 'nextOfKind', 'previousOfKind']) {
      await vscode.commands.executeCommand(`inspectionReports.${command}`)
      visited.push(lines.indexOf(editor.selection.active.line))
    }
    assert.deepEqual(visited, [1, 2, 0, 2])
  })

  it('are fixed together, and brought back by one Undo', async () => {
    const { editor, lines } = await open()
    const before = editor.document.getText()
    at(editor, lines[1] ?? 0)
    await vscode.commands.executeCommand('inspectionReports.fixKind')
    await waitFor('no misspelt title', () =>
      problemsOf(editor.document).every(each => rule(each) !== 'misspelt-heading'),
    )
    assert.equal(editor.document.getText(), await textOfSample(samples.clean))
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), before)
  })
})
