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
