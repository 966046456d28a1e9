/** Reports in VS Code: opening them, finding words in them, and what the extension says about them. */

import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { waitFor } from './waiting'

/** The samples by what they are. */
export const samples = {
  clean: 'westmarch.inspection.md',
  faulty: 'westmarch-with-problems.inspection.md',
  draft: 'westmarch-draft.inspection.md',
  extracted: 'westmarch-extracted.txt',
} as const

export function sampleUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  assert(folder, 'the tests run in a copy of the samples')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Opens a sample and shows it. */
export async function openSample(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(sampleUri(name), { preview: false })
}

export async function textOfSample(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(name)))
}

/** Pastes text into a new untitled document of a language. */
export async function paste(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language })
  const editor = await vscode.window.showTextDocument(document, { preview: false })
  await editor.edit(edit => edit.insert(new vscode.Position(0, 0), content))
  return editor
}

/** Closes every editor and throws away what was changed in it. */
export async function closeAll(): Promise<void> {
  for (const { uri, isDirty, isUntitled } of vscode.workspace.textDocuments) {
    if (!isDirty) continue
    await vscode.window.showTextDocument(uri)
    const revert = isUntitled ? 'revertAndCloseActiveEditor' : 'files.revert'
    await vscode.commands.executeCommand(`workbench.action.${revert}`)
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}

/** The first place of `words` in a document; with `after`, the first after those words. */
export function rangeOf(
  document: vscode.TextDocument,
  words: string,
  { after = '' }: { readonly after?: string } = {},
): vscode.Range {
  const text = document.getText()
  const from = text.indexOf(after)
  assert(from >= 0, `"${after}" is not in ${document.uri}`)
  const start = text.indexOf(words, from + after.length)
  assert(start >= 0, `"${words}" is not in ${document.uri} behind "${after}"`)
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length))
}

/** Writes `words` over a range, as one change. */
export async function write(
  editor: vscode.TextEditor,
  range: vscode.Range,
  words: string,
): Promise<void> {
  assert(await editor.edit(edit => edit.replace(range, words)), 'the change was not accepted')
}

/** What the extension says about a document, in the order of the text. */
export function problemsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(
      ({ code }) => typeof code === 'object' && code.target.scheme === 'inspection-reports-page',
    )
    .sort((a, b) => a.range.start.compareTo(b.range.start))
}

/** The id of the rule that a problem belongs to. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** Waits for a problem of a rule, on exactly `words` if they are given. */
export function problem(
  document: vscode.TextDocument,
  rule: string,
  words?: string,
): Promise<vscode.Diagnostic> {
  return waitFor(`${rule}${words === undefined ? '' : ` on "${words}"`}`, () =>
    problemsOf(document).find(
      found =>
        ruleOf(found) === rule && (words === undefined || document.getText(found.range) === words),
    ),
  )
}

/** Waits until no problem of a rule is left, or none at all. */
export async function noProblem(document: vscode.TextDocument, rule?: string): Promise<void> {
  await waitFor(`the end of ${rule ?? 'every problem'}`, () =>
    problemsOf(document).every(found => rule !== undefined && ruleOf(found) !== rule),
  )
}

/**
 * The quick fixes that the light bulb offers for a problem, once it is there: while a text has just changed, VS Code
 * takes a question about it back and shows none.
 */
export async function fixesFor(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  return waitFor('the light bulb of a problem', async () => {
    const fixes = await codeActions(document, range, vscode.CodeActionKind.QuickFix)
    return fixes.length > 0 ? fixes : undefined
  })
}

/** What can be done in a range, with the edits worked out. */
export async function codeActions(
  { uri }: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const most = 50
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    most,
  )
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert(action.edit, `"${action.title}" has no edit`)
  assert(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was not accepted`)
}
