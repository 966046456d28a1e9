import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, problemsOf, samples } from './support/reports'
import { waitFor } from './support/waiting'

describe('the to-dos of a draft', () => {
  afterEach(closeAll)

  it('are listed by a command that goes to them', async () => {
    const editor = await openSample(samples.draft)
    const { document } = editor
    await problem(document, 'open-placeholder')
    const first = problemsOf(document).find(
      ({ severity }) => severity === vscode.DiagnosticSeverity.Hint,
    )
    assert(first)
    const { end } = document.lineAt(document.lineCount - 1).range
    editor.selection = new vscode.Selection(end, end)
    const done = vscode.commands.executeCommand('inspectionReports.showToDos')
    await waitFor('the list to be taken from', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return editor.selection.start.isEqual(first.range.start)
    })
    await done
  })
})
