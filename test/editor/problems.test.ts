import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAll,
  noProblem,
  openSample,
  paste,
  problem,
  problemsOf,
  rangeOf,
  ruleOf,
  samples,
  sampleUri,
  textOfSample,
  write,
} from './support/reports'

describe('problems', () => {
  afterEach(closeAll)

  it('appear in a report that is opened', async () => {
    const { document } = await openSample(samples.faulty)
    assert.equal(document.languageId, 'inspection-report')
    const found = await problem(document, 'misspelt-heading', 'Enjoying and acheiving')
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning)
    await problem(document, 'mismatched-grade-number')
  })

  it('appear in a plain text file', async () => {
    const editor = await openSample(samples.extracted)
    const { document } = editor
    assert.equal(document.languageId, 'plaintext')
    await write(editor, rangeOf(document, 'Grade 3 (adequate)'), 'Grade 3 (good)')
    await problem(document, 'mismatched-grade-number', 'good')
  })

  it('appear in a report that is pasted into a new document', async () => {
    const text = await textOfSample(samples.faulty)
    const { document } = await paste(text)
    assert(document.isUntitled)
    await problem(document, 'misspelt-heading', 'Enjoying and acheiving')
  })

  it('are not in a finished report without faults', async () => {
    const faulty = await openSample(samples.faulty)
    const { document } = await openSample(samples.clean)
    await problem(faulty.document, 'misspelt-heading')
    assert.deepEqual(problemsOf(document).map(ruleOf), [])
  })

  it('come and go as the report is written', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const word = rangeOf(document, 'adequate', { after: '### Overall effectiveness\n\nGrade 3 (' })
    await write(editor, word, 'good')
    await problem(document, 'mismatched-grade-number', 'good')
    await write(editor, rangeOf(document, 'good', { after: 'Grade 3 (' }), 'adequate')
    await noProblem(document)
  })

  it('are not shown a second time on the old side of a comparison', async () => {
    const text = await textOfSample(samples.faulty)
    const provider = vscode.workspace.registerTextDocumentContentProvider('test-old-version', {
      provideTextDocumentContent: () => text,
    })
    try {
      const old = vscode.Uri.parse('test-old-version:/before.inspection.md')
      const present = sampleUri(samples.faulty)
      await vscode.commands.executeCommand('vscode.diff', old, present, 'Before and now')
      const shown = () => vscode.window.visibleTextEditors.map(({ document }) => document)
      const right = shown().find(({ uri }) => uri.toString() === present.toString())
      const left = shown().find(({ uri }) => uri.toString() === old.toString())
      assert(left !== undefined && right !== undefined)
      await problem(right, 'misspelt-heading')
      // By the time that a report opened later has its problems, the old side would have them too.
      const later = await vscode.workspace.openTextDocument({ content: text })
      await vscode.window.showTextDocument(later, vscode.ViewColumn.Beside)
      await problem(later, 'misspelt-heading')
      assert.deepEqual(problemsOf(left), [])
    } finally {
      provider.dispose()
    }
  })

  it('name the other place of the judgement', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const row = { after: '## Record of main findings' }
    const cell = rangeOf(document, 'Adequate', row)
    await write(editor, cell, 'Good')
    const found = await problem(document, 'mismatched-grade', 'Good')
    const related = found.relatedInformation?.map(({ location }) =>
      document.getText(location.range),
    )
    assert(
      related?.some(words => words.includes('adequate')),
      `links to ${JSON.stringify(related)}`,
    )
  })

  it('are shown once each', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    const all = problemsOf(document).map(
      found => `${ruleOf(found)} ${JSON.stringify(found.range)} ${found.message}`,
    )
    assert.deepEqual(all, [...new Set(all)])
  })
})
