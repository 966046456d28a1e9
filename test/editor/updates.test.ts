import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, problem, rangeOf, samples, write } from './reports'
import { waitFor } from './waiting'

describe('bringing parts of a report in line', () => {
  afterEach(closeAll)

  it('renumbers all paragraphs, as one step that can be undone', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'skipped-paragraph-number')
    const before = document.getText()
    await run('renumber', () => document.getText() !== before)
    const numbers = [...document.getText().matchAll(/^(\d+)\. /gm)].map(([, number]) =>
      Number(number),
    )
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
    )
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('writes the grade of a section into its row', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const row = rangeOf(document, '| Capacity for improvement | Good |')
    await write(editor, row, '| Capacity for improvement | Inadequate |')
    await problem(document, 'mismatched-grade')
    await run(
      'updateSummaryTable',
      () => document.getText(row) === '| Capacity for improvement | Good |',
    )
  })

  it('changes nothing where all is in order', async () => {
    const { document } = await openSample(samples.clean)
    await waitFor('the report to be known', async () => (await symbolsOf(document)).length > 0)
    const before = document.getText()
    await vscode.commands.executeCommand('inspectionReports.renumber')
    assert.equal(document.getText(), before)
  })
})

/** Runs the command, and agrees to what it shows until it is done. */
async function run(command: string, isDone: () => boolean): Promise<void> {
  const running = vscode.commands.executeCommand(`inspectionReports.${command}`)
  await waitFor(`the changes of ${command}`, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    return isDone()
  })
  await running
}

async function symbolsOf({ uri }: vscode.TextDocument): Promise<readonly unknown[]> {
  const found = await vscode.commands.executeCommand<readonly unknown[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  )
  return found ?? []
}
