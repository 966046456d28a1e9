import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, noProblem, openSample, problem, samples } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('settings', () => {
  afterEach(closeAll)

  it('switch a check off, and on again, at once', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    await set('misspelt-heading', 'off')
    try {
      await noProblem(document, 'misspelt-heading')
      await problem(document, 'unknown-grade')
    } finally {
      await set('misspelt-heading', undefined)
    }
    await problem(document, 'misspelt-heading')
  })

  it('change how serious a problem is', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    await set('misspelt-heading', 'error')
    try {
      await waitFor('an error', async () => {
        const { severity } = await problem(document, 'misspelt-heading')
        return severity === vscode.DiagnosticSeverity.Error
      })
    } finally {
      await set('misspelt-heading', undefined)
    }
  })

  it('of a folder hold there, below those of the user, and are followed while they are typed', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri
    assert(folder)
    const file = vscode.Uri.joinPath(folder, '.inspection-reports', 'settings.yaml')
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    try {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(file, '..'))
      const settings = 'rules: { misspelt-heading: off }\n'
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(settings))
      await noProblem(document, 'misspelt-heading')

      await set('misspelt-heading', 'error')
      await problem(document, 'misspelt-heading')
      await set('misspelt-heading', undefined)
      await noProblem(document, 'misspelt-heading')

      const editor = await vscode.window.showTextDocument(file)
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), 'colour: red\n'))
      await problem(document, 'misspelt-heading')
      await waitFor('the fault in the file', () =>
        vscode.languages
          .getDiagnostics(file)
          .some(({ message }) => message.startsWith('There is no key "colour"')),
      )
    } finally {
      await set('misspelt-heading', undefined)
      await vscode.commands.executeCommand('workbench.action.files.revert')
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.inspection-reports'), {
        recursive: true,
      })
    }
  })

  it('are written for long lines of prose', () => {
    const settings = vscode.workspace.getConfiguration('editor', {
      languageId: 'inspection-report',
    })
    assert.equal(settings.get('wordWrap'), 'on')
    assert.equal(settings.get('wordBasedSuggestions'), 'off')
    assert.equal(settings.get('acceptSuggestionOnEnter'), 'off')
  })
})

async function set(rule: string, severity: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('inspectionReports.rules')
    .update(rule, severity, vscode.ConfigurationTarget.Workspace)
}
