import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, noProblem, openSample, rangeOf, samples, write } from '../support/reports'
import { waitFor } from '../support/waiting'

const isReport = () =>
  vscode.commands
    .executeCommand<unknown[] | undefined>('vscode.executeDocumentSymbolProvider', activeUri())
    .then(symbols => symbols !== undefined && symbols.length > 0)

function activeUri(): vscode.Uri {
  const uri = vscode.window.activeTextEditor?.document.uri
  assert(uri)
  return uri
}

async function openReport(): Promise<vscode.TextEditor> {
  const editor = await openSample(samples.clean)
  await waitFor('the report to be read', isReport)
  return editor
}

function goTo(editor: vscode.TextEditor, words: string, after = ''): vscode.Position {
  const { start } = rangeOf(editor.document, words, { after })
  editor.selection = new vscode.Selection(start, start)
  return start
}

describe('grades', () => {
  afterEach(closeAll)

  it('are set everywhere by a command, in one step that can be undone', async () => {
    const { document } = await openReport()
    const before = document.getText()
    const at = rangeOf(document, '### Partnership working').end
    await vscode.commands.executeCommand(
      'inspectionReports.setGrade',
      document.uri,
      document.offsetAt(at),
      'adequate',
    )
    const text = document.getText()
    assert.match(text, /### Partnership working\n\nGrade 3 \(adequate\)/)
    assert.match(text, /^36\. Partnership working is adequate\./m)
    assert.match(text, /\| Partnership working \| Adequate \|/)
    await noProblem(document)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('stay as they are where the report changes while the list of changes is open', async () => {
    const editor = await openReport()
    const { document } = editor
    const words = 'Partnership working is good overall. '
    await write(editor, new vscode.Range(96, 4, 96, 4), words)
    const at = document.offsetAt(rangeOf(document, '### Partnership working').end)
    let isOver = false
    const over = vscode.commands
      .executeCommand('inspectionReports.setGrade', document.uri, at, 'adequate')
      .then(() => {
        isOver = true
      })
    await write(editor, new vscode.Range(96, 4, 96, 4), 'Besides, ')
    const changed = document.getText()
    await waitFor('the list of changes to close', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return isOver
    })
    await over
    assert.equal(document.getText(), changed)
  })

  it('are taken for the judgement of a range, as trees and lenses give it', async () => {
    const { document } = await openReport()
    const { start, end } = rangeOf(document, '| Being healthy |', {
      after: '## Record of main findings',
    })
    const plain = (at: vscode.Position) => ({ line: at.line, character: at.character + 2 })
    const range = { start: plain(start), end: plain(end) }
    const grade = 'inadequate'
    await vscode.commands.executeCommand('inspectionReports.setGrade', document.uri, range, grade)
    assert.match(document.getText(), /\| Being healthy \| Inadequate \|/)
  })

  it('are changed by renaming', async () => {
    const editor = await openReport()
    const { document } = editor
    const at = goTo(editor, 'good)', '### Partnership working')
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      '1',
    )
    assert(await vscode.workspace.applyEdit(edit))
    assert.match(document.getText(), /^36\. Partnership working is outstanding\./m)
    await noProblem(document)
  })
})

describe('notes', () => {
  const setting = 'inspectionReports.initials'
  const setInitials = (initials: string | undefined) =>
    vscode.workspace.getConfiguration().update(setting, initials, vscode.ConfigurationTarget.Global)
  before(() => setInitials('AB'))
  after(() => setInitials(undefined))
  afterEach(closeAll)

  it('are after the word at the cursor, to be written at once', async () => {
    const editor = await openReport()
    const { document } = editor
    goTo(editor, 'nership working is', '36. Part')
    await vscode.commands.executeCommand('inspectionReports.addNote')
    await vscode.commands.executeCommand('type', { text: 'all of it?' })
    assert.match(
      document.getText(),
      /^36\. Partnership \[Note AB: all of it\?\] working is good\./m,
    )
  })

  for (const { where, line, written } of [
    {
      where: 'behind a heading',
      line: '### Partnership working',
      written: '### Partnership working [Note AB: why?]',
    },
    {
      where: 'behind the first word of a paragraph',
      line: '36. Partnership working is',
      written: '36. Partnership [Note AB: why?] working is',
    },
    {
      where: 'behind the first word of a row',
      line: '| Partnership working | Good |',
      written: '| Partnership [Note AB: why?] working | Good |',
    },
  ])
    it(`are ${where} whose line the cursor is at the beginning of`, async () => {
      const editor = await openReport()
      const { document } = editor
      const { start } = rangeOf(document, `\n${line}`)
      editor.selection = new vscode.Selection(start.line + 1, 0, start.line + 1, 0)
      await vscode.commands.executeCommand('inspectionReports.addNote')
      await vscode.commands.executeCommand('type', { text: 'why?' })
      assert.equal(document.lineAt(start.line + 1).text.slice(0, written.length), written)
    })

  it('are after the words that are selected, and leave no trace when resolved', async () => {
    const editor = await openReport()
    const { document } = editor
    const before = document.getText()
    const { start, end } = rangeOf(document, 'Partnership working ', { after: '36. ' })
    editor.selection = new vscode.Selection(start, end)
    await vscode.commands.executeCommand('inspectionReports.addNote')
    await vscode.commands.executeCommand('type', { text: 'sure' })
    assert.match(document.getText(), /^36\. Partnership working \[Note AB: sure\] is good\./m)
    const note = rangeOf(document, '[Note AB: sure]')
    const resolve = await waitFor('the note to be seen', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        note,
      )
      return actions.find(({ title }) => title === 'Resolve this note')
    })
    assert(resolve.edit && (await vscode.workspace.applyEdit(resolve.edit)))
    assert.equal(document.getText(), before)
  })
})
