import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAll,
  noProblem,
  openSample,
  problem,
  rangeOf,
  samples,
  write,
} from '../support/reports'
import { waitFor } from '../support/waiting'

describe('writing a report', () => {
  afterEach(closeAll)

  it('puts a missing section into its place, with tab stops, as one step', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const section = rangeOf(document, '### Partnership working\n')
    const next = rangeOf(document, '## Services for looked after children\n')
    await write(editor, new vscode.Range(section.start, next.start), '')
    await problem(document, 'missing-section')
    const before = document.getText()
    editor.selection = new vscode.Selection(0, 0, 0, 0)

    await vscode.commands.executeCommand(
      'inspectionReports.insertSection',
      document.uri,
      'safeguarding.partnership',
    )
    await noProblem(document, 'missing-section')
    const place = rangeOf(document, '### Partnership working\n')
    assert.equal(place.start.line, section.start.line)
    assert.ok(editor.selection.active.line > place.start.line)
    const first = editor.selection
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    await waitFor('the next tab stop', () => !editor.selection.isEqual(first))
    await vscode.commands.executeCommand('undo')
    await waitFor('the text as it was', () => document.getText() === before)
  })

  it('goes to a section that is there', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const { version } = document
    await vscode.commands.executeCommand(
      'inspectionReports.insertSection',
      document.uri.toString(),
      'safeguarding.partnership',
    )
    const { start } = rangeOf(document, 'Partnership working', { after: '### ' })
    const heading = rangeOf(document, '### Partnership working\n')
    await waitFor('the cursor', () => editor.selection.active.line === heading.start.line)
    assert.ok(start.line <= heading.start.line)
    assert.equal(document.version, version)
  })

  it('marks a report as a draft and as finished, each one step', async () => {
    const { document } = await openSample(samples.clean)
    const finished = document.getText()
    await waitFor('the report to be known', async () => {
      await vscode.commands.executeCommand('inspectionReports.markDraft')
      return document.getText() !== finished
    })
    assert.match(document.getText(), /\n\nStatus: draft\n\n/)
    await waitFor('nothing to be left', async () => {
      await vscode.commands.executeCommand('inspectionReports.markFinished')
      return document.getText() === finished
    })
    await vscode.commands.executeCommand('undo')
    await waitFor('the draft', () => /\n\nStatus: draft\n\n/.test(document.getText()))
  })
})
