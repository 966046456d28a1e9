import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exportReport } from '../../../server/src/export/export'
import { parseReport } from '../../../server/src/report/parse'
import { closeAll, samples, sampleUri, textOfSample } from '../support/reports'
import { waitFor } from '../support/waiting'

describe('Before it leaves', () => {
  const made: vscode.Uri[] = []
  afterEach(async () => {
    await closeAll()
    for (const file of made.splice(0)) await vscode.workspace.fs.delete(file)
  })

  const run = (command: string, ...given: unknown[]) =>
    vscode.commands.executeCommand(`inspectionReports.${command}`, ...given)

  /** A Word document of the sample with problems. */
  async function wordDocument(name: string): Promise<vscode.Uri> {
    const report = parseReport(await textOfSample(samples.faulty))
    assert.ok(report !== undefined)
    const { bytes } = await exportReport(report, { pages: 'none' })
    const file = vscode.Uri.joinPath(sampleUri(samples.faulty), '..', name)
    await vscode.workspace.fs.writeFile(file, bytes)
    made.push(file)
    return file
  }

  const label = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? ''

  it('opens a page about a Word document, and changes nothing in it', async () => {
    const file = await wordDocument('final.docx')
    const before = await vscode.workspace.fs.readFile(file)
    await run('checkLeaving', file, 'publication')
    await waitFor('the page', () => /leaves/.test(label()))
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before)
  })

  it('opens a page about the draft in front', async () => {
    await vscode.window.showTextDocument(sampleUri(samples.draft))
    await run('checkLeaving', undefined, 'council')
    await waitFor('the page', () => /leaves/.test(label()))
  })

  it('writes a clean copy beside the document', async () => {
    const file = await wordDocument('to clean.docx')
    await run('cleanCopy', file)
    const folder = vscode.Uri.joinPath(file, '..')
    const copy = await waitFor('the copy', async () => {
      const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name)
      return names.find(name => name.startsWith('to clean') && name !== 'to clean.docx')
    })
    made.push(vscode.Uri.joinPath(folder, copy))
  })

  it('writes a record of the check', async () => {
    const file = await wordDocument('to record.docx')
    const record = vscode.Uri.joinPath(file, '..', 'record.md')
    made.push(record)
    await run('leavingRecord', file, 'publication', record)
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(record))
    assert.match(text, /SHA-256/)
    assert.match(text, /Facts, evidence and fairness are not checked\./)
  })
})
