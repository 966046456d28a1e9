import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { opened } from '../../import/copy/copied'
import { samples } from '../support/reports'
import { waitFor } from '../support/waiting'
import { wordFiles } from '../support/word-files'

describe('Check a Word document…', () => {
  const { made, wordOf } = wordFiles()

  const run = (command: string, ...given: unknown[]) =>
    vscode.commands.executeCommand(`inspectionReports.${command}`, ...given)

  const isPageOpen = (name: string) =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.label === `Problems in ${name}`

  /** What *Problems* has of the file. */
  const problemsIn = (file: vscode.Uri) =>
    vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.scheme === 'inspection-reports-file' && uri.query === `${file}`)
      .flatMap(([, problems]) => problems)

  it('opens a page with the problems of the document, fills *Problems*, and writes nothing', async () => {
    const file = await wordOf(samples.faulty, 'checked.docx')
    const before = await vscode.workspace.fs.readFile(file)
    await run('checkWordDocument', file)
    await waitFor('the page', () => isPageOpen('checked.docx'))
    await waitFor('the problems', () => problemsIn(file).length > 10)
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before)
  })

  it('checks the file again when it is saved', async () => {
    const file = await wordOf(samples.faulty, 'saved.docx')
    const better = await wordOf(samples.clean, 'better.docx')
    await run('checkWordDocument', file)
    await waitFor('the problems', () => problemsIn(file).length > 0)
    await vscode.workspace.fs.copy(better, file, { overwrite: true })
    await waitFor('no problems', () => problemsIn(file).length === 0)
  })

  it('leaves *Problems* as it was once its page is closed', async () => {
    const file = await wordOf(samples.faulty, 'closed.docx')
    await run('checkWordDocument', file)
    await waitFor('the problems', () => problemsIn(file).length > 0)
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
    await waitFor('no problems', () => problemsIn(file).length === 0)
  })

  it('saves a copy with comments beside the document, under a name that is free', async () => {
    const file = await wordOf(samples.faulty, 'commented.docx')
    const before = await vscode.workspace.fs.readFile(file)
    const beside = (name: string) => vscode.Uri.joinPath(file, '..', name)
    for (const name of ['commented (with comments).docx', 'commented (with comments) 2.docx']) {
      await run('saveWithComments', file)
      made.push(beside(name))
      const { comments } = opened(await vscode.workspace.fs.readFile(beside(name)))
      assert.ok(comments.length > 10)
    }
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before)
  })

  it('lists the points for the author of the file whose page is in front', async () => {
    const file = await wordOf(samples.faulty, 'points.docx')
    await run('checkWordDocument', file)
    await waitFor('the problems', () => problemsIn(file).length > 0)
    await run('pointsForAuthor', 'here', false)
    const { document } = await waitFor('the list', () => vscode.window.activeTextEditor)
    assert.match(document.getText(), /^# Points for the author/)
  })
})
