/** What is so in a window before a report is opened in it; the file's name makes it the first to run. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { closeAll, problem } from './support/reports'
import { waitFor } from './support/waiting'

/** The processes of language servers that this window has started. */
async function servers(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'ppid=,args='])
  return stdout
    .split('\n')
    .filter(line => Number.parseInt(line, 10) === process.pid && /\bserver\.js\b/.test(line))
}

const notes = 'Shopping\n\n- milk\n- candles\n\nThe report of the surveyor is good.\n'
const plan = '# Garden plan\n\n## Contents\n\n## Recommendations\n\nWater the **beans**.\n'
const report =
  'Inspection of safeguarding and looked after children services\n\nWestmarch\n\nInspection dates: 8–19 March 2010\n'

describe('a window at first', () => {
  afterEach(closeAll)

  it('has no server with a plain text and a Markdown document, until a report is pasted', async function () {
    if (process.platform === 'win32') this.skip()
    const text = await vscode.workspace.openTextDocument({ language: 'plaintext', content: notes })
    await vscode.workspace.openTextDocument({ language: 'markdown', content: plan })
    await vscode.extensions.getExtension('inspection-reports.inspection-reports')?.activate()
    const editor = await vscode.window.showTextDocument(text)
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'Overall it is adequate.\n'))
    assert.deepEqual(await servers(), [])

    await editor.edit(edit => edit.insert(new vscode.Position(6, 0), report))
    await waitFor('a server', async () => (await servers()).length === 1)
    await problem(text, 'missing-section')
  })
})
