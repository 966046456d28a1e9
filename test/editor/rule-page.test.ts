import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, samples } from './reports'
import { waitFor } from './waiting'

describe('the page of a rule', () => {
  afterEach(closeAll)

  it('opens from the link of the problem', async () => {
    const { document } = await openSample(samples.faulty)
    const { code } = await problem(document, 'misspelt-heading')
    assert(typeof code === 'object')
    const { scheme, path, query } = code.target
    assert.equal(scheme, 'command')
    await vscode.commands.executeCommand(path, ...JSON.parse(query))
    await waitFor('the page', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('misspelt-heading'),
    )
  })
})
