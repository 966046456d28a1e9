import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAll,
  paste,
  problemsOf,
  rangeOf,
  samples,
  sampleUri,
  textOfSample,
} from '../support/reports'
import { waitFor } from '../support/waiting'

const importReport = (...args: readonly unknown[]) =>
  vscode.commands.executeCommand('inspectionReports.import', ...args)

const openDocument = (end: string) =>
  vscode.workspace.textDocuments.find(({ uri, isClosed }) => !isClosed && uri.path.endsWith(end))

describe('importing', () => {
  afterEach(closeAll)

  it('opens an unsaved draft and the list of what was changed, and leaves the file alone', async () => {
    const before = await textOfSample(samples.extracted)
    await importReport(sampleUri(samples.extracted))
    const name = '/westmarch-extracted.inspection.md'
    await waitFor('the draft', () => openDocument(name) !== undefined)
    const draft = openDocument(name) as vscode.TextDocument
    assert(draft.isUntitled && draft.languageId === 'inspection-report')
    assert.match(draft.getText(), /^# Inspection of safeguarding.*\n\nWestmarch\n\nStatus: draft\n/)
    await waitFor('the list', () =>
      vscode.workspace.textDocuments.some(document =>
        document.getText().startsWith('# What was changed in westmarch-extracted.txt'),
      ),
    )
    assert.equal(vscode.window.activeTextEditor?.document, draft)
    assert.equal(await textOfSample(samples.extracted), before)
  })

  it('leads from each place of the list to its line in the draft, wherever that is by now', async () => {
    await importReport(sampleUri(samples.extracted))
    const list = await waitFor('the list', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'inspection-reports-changes'),
    )
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      list.uri,
    )
    const items = list
      .getText()
      .split('\n')
      .filter(each => /^- line \d/.test(each))
    assert.equal(links.length, items.length)
    const link = links.find(({ range }) =>
      list.lineAt(range.start.line).text.includes('Reporting inspector'),
    )
    assert(link?.target !== undefined, list.getText())
    assert.match(list.getText(link.range), /^line \d+$/)
    const draft = openDocument('/westmarch-extracted.inspection.md') as vscode.TextDocument
    const edit = new vscode.WorkspaceEdit()
    edit.insert(draft.uri, new vscode.Position(0, 0), 'A new line.\n')
    await vscode.workspace.applyEdit(edit)
    const [uri, line] = JSON.parse(decodeURIComponent(link.target.query))
    await vscode.commands.executeCommand('inspectionReports.goToImported', uri, line)
    const editor = vscode.window.activeTextEditor
    assert.equal(editor?.document, draft)
    assert.match(draft.lineAt(editor.selection.active.line).text, /Reporting inspector/)
    assert.deepEqual(problemsOf(list), [])
  })

  it('takes another name where there is a draft already', async () => {
    await importReport(sampleUri(samples.clean))
    await waitFor('the draft', () => openDocument('/westmarch (2).inspection.md') !== undefined)
  })

  it('stays in two columns, wherever the cursor is when the next report is imported', async () => {
    const columns = () => vscode.window.tabGroups.all
    await importReport(sampleUri(samples.clean))
    await waitFor('the list', () => columns().length === 2)
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup')
    await importReport(sampleUri(samples.extracted))
    const name = '/westmarch-extracted.inspection.md'
    await waitFor('the draft', () => openDocument(name) !== undefined)
    await waitFor('its list', () =>
      vscode.window.visibleTextEditors.some(
        ({ document, viewColumn }) =>
          viewColumn === vscode.ViewColumn.Two &&
          document.getText().includes('westmarch-extracted'),
      ),
    )
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One)
    assert.equal(columns().length, 2)
  })

  it('tidies the selection, and one undo takes it back', async () => {
    const { document } = await paste('Before.\n\n• One\n• Two\n\nAfter.\n')
    const editor = vscode.window.activeTextEditor as vscode.TextEditor
    const range = rangeOf(document, '• One\n• Two')
    editor.selection = new vscode.Selection(range.start, range.end)
    await vscode.commands.executeCommand('inspectionReports.tidy')
    assert.equal(document.getText(), 'Before.\n\n- One\n- Two\n\nAfter.\n')
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), 'Before.\n\n• One\n• Two\n\nAfter.\n')
  })

  it('pastes what is on the clipboard as report text', async () => {
    const { document } = await paste('')
    await vscode.env.clipboard.writeText('◼ One\n◼ Two\n')
    await vscode.commands.executeCommand('inspectionReports.paste')
    await waitFor('the text', () => document.getText().includes('- Two'))
    assert.match(document.getText(), /^- One\n- Two\n?$/)
  })
})
