import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, problemsOf, samples } from './support/reports'
import { waitFor } from './support/waiting'

const extension = () => {
  const found = vscode.extensions.getExtension('inspection-reports.inspection-reports')
  assert(found)
  return found
}

describe('first steps', () => {
  afterEach(closeAll)

  it('has every command that it offers, under a title in words', async () => {
    await extension().activate()
    const there = new Set(await vscode.commands.getCommands(true))
    for (const { command, title, category } of extension().packageJSON.contributes.commands) {
      assert(there.has(command), command)
      assert.doesNotMatch(title, /%/)
      assert.equal(category, 'Inspection Reports')
    }
  })

  it('opens the sample as a document of its own, with a few problems to mend', async () => {
    await vscode.commands.executeCommand('inspectionReports.openSample')
    const document = vscode.window.activeTextEditor?.document
    assert(document)
    assert.equal(document.uri.scheme, 'untitled')
    assert.equal(document.languageId, 'inspection-report')
    await waitFor('its five problems', () => problemsOf(document).length === 5)
  })

  it('does a step of the walkthrough on the sample, wherever the focus is', async () => {
    await vscode.commands.executeCommand('inspectionReports.openSample')
    const sample = vscode.window.activeTextEditor?.document
    await openSample(samples.clean)
    await vscode.commands.executeCommand('inspectionReports.firstSteps.places')
    await waitFor('the row', () => {
      const editor = vscode.window.activeTextEditor
      if (editor?.document !== sample || editor === undefined) return false
      const { text } = editor.document.lineAt(editor.selection.active)
      return text.startsWith('| The experiences and progress of children who need help')
    })
  })

  it('finds judgements in all reports of the folder', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'unknown-grade')
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'staying safe westmarch 2011',
    )
    const files = found.map(({ location }) => location.uri.path.split('/').at(-1))
    assert(files.includes(samples.clean) && files.includes(samples.faulty), files.join(', '))
    assert(found.every(({ name }) => /Westmarch, 2011/.test(name)))
  })
})
