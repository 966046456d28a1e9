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

  it('writes the grade of a row into its section, opening sentence and all', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const row = rangeOf(document, '| Capacity for improvement | Good |')
    await write(editor, row, '| Capacity for improvement | Inadequate |')
    await problem(document, 'mismatched-grade')
    const before = document.getText()
    const heading = '### Capacity for improvement\n\n'
    await run('updateSections', () => document.getText() !== before)
    const section = document.getText().split(heading)[1] ?? ''
    assert.match(
      section,
      /^Grade 4 \(inadequate\)\n\n12\. The capacity for improvement is inadequate\. Of/,
    )
    await noProblem(document, 'mismatched-grade')
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  })

  it('writes the contents again, with what is missing there', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const before = document.getText()
    const entry = rangeOf(document, '| Staying safe | 9 |\n')
    await write(editor, entry, '')
    await problem(document, 'missing-contents-entry')
    const inContents = /^\| Staying safe \| *\d* *\|$/m
    await run('updateContents', () => inContents.test(document.getText()))
    // Nobody knows yet which page it will be on.
    const paged = document.getText().replace(inContents, '| Staying safe | 9 |')
    assert.equal(paged, before)
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
