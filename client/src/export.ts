/** The command *Export to Word…*. */

import { commands, ProgressLocation, Range, type TextEditor, Uri, window, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type ExportParams,
  type ExportResult,
  exportMethod,
  type OpenPlacesParams,
  type OpenPlacesResult,
  openPlacesMethod,
} from '../../server/src/lsp/protocol'

export const exportCommand = 'inspectionReports.export'

/**
 * Shows what is still open, asks where to, and writes the report in the active editor as a Word document.
 * `to` is where to, for those who call the command from a keybinding or another extension.
 */
export async function exportToWord(client: LanguageClient, to?: Uri): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const { document } = editor
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const asked: OpenPlacesParams = { textDocument }
  const open = await client.sendRequest<OpenPlacesResult>(openPlacesMethod, asked)
  if (open.error !== undefined) {
    void window.showErrorMessage(open.error)
    return
  }
  if (!(await wantsAnyway(editor, open.places))) return
  const target =
    to ??
    (await window.showSaveDialog({
      defaultUri: wordUri(document.uri),
      filters: { 'Word document': ['docx'] },
      title: 'Export to Word',
      saveLabel: 'Export',
    }))
  if (target === undefined) return
  try {
    const remarks = await window.withProgress(
      { location: ProgressLocation.Notification, title: 'Exporting to Word…' },
      async () => {
        const template = await readTemplate()
        const params: ExportParams = { textDocument, ...(template && { template }) }
        const made = await client.sendRequest<ExportResult>(exportMethod, params)
        if (made.error !== undefined) throw new ExportError(made.error)
        await replace(target, Buffer.from(made.document, 'base64'))
        return made.remarks
      },
    )
    void tell(target, remarks)
  } catch (error) {
    void window.showErrorMessage(reason(error, target))
  }
}

class ExportError extends Error {}

type Places = Extract<OpenPlacesResult, { readonly error?: undefined }>['places']

/** Lists what is open; true where nothing is, or the user exports anyway. */
async function wantsAnyway(editor: TextEditor, places: Places): Promise<boolean> {
  const first = places[0]
  if (first === undefined) return true
  const lines = places.slice(0, 12).map(({ kind, line, text }) => {
    return `Line ${line + 1}: ${kind === 'note' ? `note, left out: ${text}` : text}`
  })
  if (places.length > lines.length) lines.push(`… and ${places.length - lines.length} more`)
  const count = places.length === 1 ? 'One place is' : `${places.length} places are`
  const anyway = 'Export anyway'
  const show = 'Go to the first'
  const answer = await window.showWarningMessage(
    `${count} still open in this report.`,
    { modal: true, detail: lines.join('\n') },
    anyway,
    show,
  )
  if (answer === show) {
    const { range } = editor.document.lineAt(first.line)
    const at = new Range(range.start, range.start)
    await window.showTextDocument(editor.document, { selection: at })
  }
  return answer === anyway
}

/** Beside the draft; for a document that has no file yet, where the dialog likes. */
function wordUri(draft: Uri): Uri {
  const name = draft.path.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection))?$/i, '')
  if (draft.scheme !== 'untitled') return draft.with({ path: `${name}.docx` })
  const folder = workspace.workspaceFolders?.[0]?.uri
  return folder === undefined ? Uri.file('report.docx') : Uri.joinPath(folder, 'report.docx')
}

async function readTemplate(): Promise<string | undefined> {
  const file = workspace.getConfiguration('inspectionReports').get<string>('exportTemplate', '')
  if (file === '') return undefined
  try {
    return Buffer.from(await workspace.fs.readFile(Uri.file(file))).toString('base64')
  } catch {
    throw new ExportError(
      `The template ${file} could not be read. Check the setting "Export Template", or leave it empty.`,
    )
  }
}

/** Writes beside the target first, so that a failure leaves what was there. */
async function replace(target: Uri, bytes: Uint8Array): Promise<void> {
  const fresh = target.with({ path: `${target.path}.${Date.now()}.tmp` })
  try {
    await workspace.fs.writeFile(fresh, bytes)
    await workspace.fs.rename(fresh, target, { overwrite: true })
  } catch (error) {
    await workspace.fs.delete(fresh).then(undefined, () => {})
    throw error
  }
}

async function tell(target: Uri, remarks: readonly string[]): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1)
  const message = [`The report is in ${name}.`, ...remarks].join(' ')
  const show = 'Show in folder'
  const actions = target.scheme === 'file' ? [show] : []
  const answer =
    remarks.length > 0
      ? await window.showWarningMessage(message, ...actions)
      : await window.showInformationMessage(message, ...actions)
  if (answer === show) await commands.executeCommand('revealFileInOS', target)
}

function reason(error: unknown, target: Uri): string {
  if (error instanceof ExportError) return error.message
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  const where = target.scheme === 'file' ? target.fsPath : target.path
  if (code === 'NoPermissions' || /EBUSY|EPERM|EACCES/.test(message ?? ''))
    return `${where} could not be written. If it is open in Word, close it there; else choose another folder.`
  return `The report could not be exported: ${message ?? String(error)}`
}
