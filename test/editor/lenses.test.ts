import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, openSample, rangeOf, samples } from './support/reports'
import { waitFor } from './support/waiting'

describe('what is shown above the lines', () => {
  afterEach(async () => {
    await set(undefined)
    await closeAll()
  })

  it('is what the table says of a judgement; a click goes there', async () => {
    const { document } = await openSample(samples.clean)
    const heading = rangeOf(document, '### Capacity for improvement')
    const lens = await waitFor('the lens of a judgement', async () =>
      (await lensesOf(document)).find(({ range }) => range.start.line === heading.start.line),
    )
    assert.equal(lens.command?.title, 'Record of main findings: good · agrees')
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []))
    const row = rangeOf(document, 'Capacity for improvement', {
      after: 'Record of main findings\n',
    })
    await waitFor(
      'the cursor to be in the row',
      () => vscode.window.activeTextEditor?.selection.active.line === row.start.line,
    )
  })

  it('is which paragraphs and grade belong to a row, and how many actions to a timescale', async () => {
    const { document } = await openSample(samples.clean)
    const titles = await waitFor('the lenses', async () => {
      const lenses = await lensesOf(document)
      return lenses.length > 0 && new Map(lenses.map(each => [each.range.start.line, each]))
    })
    const titleAt = ({ start }: vscode.Range): string | undefined =>
      titles.get(start.line)?.command?.title
    assert.equal(titleAt(rangeOf(document, 'Immediately:')), '2 actions')
    const row = rangeOf(document, '| Capacity for improvement | Good |')
    assert.match(titleAt(row) ?? '', /^Paragraphs 12–\d+ · grade 2$/)
  })

  it('goes away at once where the setting says so', async () => {
    const { document } = await openSample(samples.clean)
    await waitFor('lenses', async () => (await lensesOf(document)).length > 0)
    await set(false)
    await waitFor('no lenses', async () => (await lensesOf(document)).length === 0)
    await set(undefined)
    await waitFor('lenses again', async () => (await lensesOf(document)).length > 0)
  })
})

describe('Expand Selection in a report', () => {
  after(closeAll)

  it('takes a word, its sentence, its paragraph, its section, its part', async () => {
    const editor = await openSample(samples.clean)
    const { document } = editor
    const word = rangeOf(document, 'visitor', { after: '\n### Partnership working\n' })
    editor.selection = new vscode.Selection(word.start.translate(0, 2), word.start.translate(0, 2))
    await waitFor('the first lenses', async () => (await lensesOf(document)).length > 0)
    const whole = document.getText().trim()
    const steps: string[] = []
    while (steps.at(-1)?.trim() !== whole) {
      const before = editor.selection
      await vscode.commands.executeCommand('editor.action.smartSelect.expand')
      await waitFor('a wider selection', () => !editor.selection.isEqual(before))
      steps.push(document.getText(editor.selection))
    }
    const expected = [
      /^visitor$/,
      /^Police officers[^.]*\.$/,
      /^Police officers[^\n]*on the child\.$/,
      /^### Partnership working\n(?:(?!\n#)[\s\S])*$/,
      /^## Safeguarding services\n(?:(?!\n## )[\s\S])*$/,
    ]
    const found = expected.map(each => steps.findIndex(step => each.test(step.trim())))
    assert.ok(
      found.every((at, place) => at > (found[place - 1] ?? -1)),
      JSON.stringify(steps.map(step => [step.slice(0, 60), step.slice(-30)])),
    )
  })
})

async function lensesOf({ uri }: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[] | undefined>(
    'vscode.executeCodeLensProvider',
    uri,
  )
  return lenses ?? []
}

async function set(value: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('inspectionReports')
    .update('codeLens', value, vscode.ConfigurationTarget.Workspace)
}
