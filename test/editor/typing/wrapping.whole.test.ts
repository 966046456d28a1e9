import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAll,
  openSample,
  paste,
  problem,
  rangeOf,
  samples,
  textOfSample,
  write,
} from '../support/reports'
import { waitFor } from '../support/waiting'

const long = `The council ${'listens and learns and '.repeat(40)}acts.`
const prose = `# Notes on the visit\n\n${long}\n`

describe('the long lines of a report', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel')
    await closeAll()
  })

  it('are wrapped in a plain text file, and stay so', async () => {
    const editor = await openSample(samples.extracted)
    await wrapped(editor)
    await write(editor, new vscode.Range(0, 0, 0, 0), ' ')
    await openSample(samples.clean)
    assert(await isWrapped(await openSample(samples.extracted)))
  })

  it('are wrapped in a new document when a report is pasted', async () => {
    const editor = await pasteReport()
    await wrapped(editor)
  })

  it('stay unwrapped once the user has unwrapped them', async () => {
    const editor = await pasteReport()
    await wrapped(editor)
    await vscode.commands.executeCommand('editor.action.toggleWordWrap')
    await waitFor('one line', async () => !(await isWrapped(editor)))
    const grade = rangeOf(editor.document, 'Grade 3 (adequate)')
    await write(editor, grade, 'Grade 3 (good)')
    await problem(editor.document, 'mismatched-grade-number')
    assert.equal(await isWrapped(editor), false)
  })

  it('stay wrapped when the language is changed', async () => {
    const editor = await pasteReport()
    await wrapped(editor)
    await vscode.commands.executeCommand('inspectionReports.useLanguage')
    const changed = await waitFor('the language', () => {
      const { activeTextEditor: active } = vscode.window
      return active?.document.languageId === 'inspection-report' ? active : undefined
    })
    await write(changed, rangeOf(changed.document, 'Grade 3 (adequate)'), 'Grade 3 (good)')
    await problem(changed.document, 'mismatched-grade-number')
    assert(await isWrapped(changed))
  })

  it('are left alone where the setting says so', async () => {
    await set(false)
    try {
      const editor = await pasteReport()
      await write(editor, rangeOf(editor.document, 'Grade 3 (adequate)'), 'Grade 3 (good)')
      await problem(editor.document, 'mismatched-grade-number')
      assert.equal(await isWrapped(editor), false)
    } finally {
      await set(undefined)
    }
  })

  it('of another text are left alone', async () => {
    const editor = await paste(prose)
    const report = await openSample(samples.faulty)
    await problem(report.document, 'misspelt-heading')
    assert.equal(await isWrapped(await vscode.window.showTextDocument(editor.document)), false)
  })
})

/** VS Code keeps files open for a while: only a new document has never been wrapped. */
async function pasteReport(): Promise<vscode.TextEditor> {
  return paste(await textOfSample(samples.extracted))
}

function wrapped(editor: vscode.TextEditor): Promise<unknown> {
  return waitFor('wrapped lines', () => isWrapped(editor))
}

/** Does the longest line end, on screen, before its end? */
async function isWrapped(editor: vscode.TextEditor): Promise<boolean> {
  const { document } = editor
  const lines = Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line))
  const [longest] = lines.sort((a, b) => b.text.length - a.text.length)
  assert(longest && longest.text.length > 300)
  const { start } = longest.range
  editor.selection = new vscode.Selection(start, start)
  await vscode.commands.executeCommand('cursorMove', { to: 'wrappedLineEnd' })
  return editor.selection.active.character < longest.text.length - 1
}

async function set(wraps: boolean | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('inspectionReports')
    .update('wrapLongLines', wraps, vscode.ConfigurationTarget.Workspace)
}
