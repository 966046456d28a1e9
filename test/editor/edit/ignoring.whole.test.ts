import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAll, fixesFor, noProblem, openSample, problem, samples } from '../support/reports'

describe('ignoring', () => {
  afterEach(closeAll)

  /** The light bulb's action whose title begins so. */
  async function action(
    document: vscode.TextDocument,
    rule: string,
    title: string,
  ): Promise<vscode.Command> {
    const fixes = await fixesFor(document, await problem(document, rule))
    const found = fixes.find(fix => fix.title.startsWith(title))?.command
    assert(found, fixes.map(fix => fix.title).join(' | '))
    return found
  }

  async function run({ command, arguments: given = [] }: vscode.Command, reason?: string) {
    await vscode.commands.executeCommand(command, ...given, reason)
  }

  it('writes the reason into the report, above the paragraph', async () => {
    const { document } = await openSample(samples.faulty)
    await run(await action(document, 'unknown-grade', 'Ignore here…'), 'agreed with the reader')
    await noProblem(document, 'unknown-grade')
    assert.match(
      document.getText(),
      /^<!-- inspection-reports ignore unknown-grade: agreed with the reader -->$/m,
    )
  })

  it('writes it at the top, for all of a kind', async () => {
    const { document } = await openSample(samples.faulty)
    const all = await action(document, 'misspelt-heading', 'Ignore in this report…')
    await run(all, 'as printed')
    await noProblem(document, 'misspelt-heading')
    assert.match(
      document.getText(),
      /<!-- inspection-reports ignore-file misspelt-heading: as printed -->\n/,
    )
  })

  it('writes nothing without a reason', async () => {
    const { document } = await openSample(samples.faulty)
    const before = document.getText()
    const running = run(await action(document, 'unknown-grade', 'Ignore here…'))
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
    await running
    assert.equal(document.getText(), before)
    await problem(document, 'unknown-grade')
  })

  it('works at the cursor too, from the palette or a key', async () => {
    const editor = await openSample(samples.faulty)
    const { document } = editor
    const { range } = await problem(document, 'unknown-grade')
    editor.selection = new vscode.Selection(range.start, range.start)
    await vscode.commands.executeCommand('inspectionReports.ignoreHere', undefined, 'as agreed')
    await noProblem(document, 'unknown-grade')
  })

  it('switches a kind off for good, and on again', async () => {
    const { document } = await openSample(samples.faulty)
    const rules = () => vscode.workspace.getConfiguration('inspectionReports.rules')
    try {
      await run(await action(document, 'misspelt-heading', 'Do not show this kind again'))
      assert.equal(rules().inspect('misspelt-heading')?.globalValue, 'off')
      await noProblem(document, 'misspelt-heading')
    } finally {
      await vscode.commands.executeCommand('inspectionReports.switchOnAgain', 'misspelt-heading')
    }
    assert.equal(rules().inspect('misspelt-heading')?.globalValue, undefined)
    await problem(document, 'misspelt-heading')
  })

  it('leaves the settings of the folder alone, which take precedence', async () => {
    const { document } = await openSample(samples.faulty)
    await problem(document, 'misspelt-heading')
    const rules = () => vscode.workspace.getConfiguration('inspectionReports.rules')
    const { Workspace } = vscode.ConfigurationTarget
    await rules().update('misspelt-heading', 'error', Workspace)
    try {
      await vscode.commands.executeCommand('inspectionReports.switchOff', 'misspelt-heading')
      const { globalValue, workspaceValue } = rules().inspect('misspelt-heading') ?? {}
      assert.deepEqual([globalValue, workspaceValue], ['off', 'error'])
      await problem(document, 'misspelt-heading')
    } finally {
      await rules().update('misspelt-heading', undefined, Workspace)
      await vscode.commands.executeCommand('inspectionReports.switchOnAgain', 'misspelt-heading')
      await vscode.commands.executeCommand('notifications.clearAll')
    }
  })
})
