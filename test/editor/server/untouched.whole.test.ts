import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, paste, problem, problemsOf, samples } from '../support/reports'

const notes = `# Notes on the visit

The food was good. Grade 2 (adequate) cheese, see paragraph 140.

1. Milk
3. Bread

`

const byVsCode: ReadonlySet<vscode.CompletionItemKind | undefined> = new Set([
  vscode.CompletionItemKind.Text,
  vscode.CompletionItemKind.Snippet,
])

describe('a document that is not a report', () => {
  afterEach(closeAll)

  for (const language of ['markdown', 'plaintext'])
    it(`stays as it is in ${language}`, async () => {
      const { document } = await paste(notes, language)
      const { uri } = document
      // By the time that a report opened later has its problems, this one would have them too.
      const report = await openSample(samples.faulty)
      await problem(report.document, 'misspelt-heading')
      await vscode.window.showTextDocument(document)

      assert.deepEqual(problemsOf(document), [])
      const place = new vscode.Position(document.lineCount - 1, 0)
      const ask = <Answer>(provider: string) =>
        vscode.commands.executeCommand<Answer>(`vscode.execute${provider}Provider`, uri, place)
      const { items } = await ask<vscode.CompletionList>('CompletionItem')
      // VS Code itself offers the words of the text, and snippets for Markdown.
      const ours = items.filter(({ kind }) => !byVsCode.has(kind))
      assert.deepEqual(ours, [])
      assert.deepEqual(await ask('Hover'), [])
      assert.deepEqual(await ask('Definition'), [])
      assert.equal(document.getText(), notes)
    })
})
