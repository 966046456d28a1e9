/** The command *Export to Word…*. */

import {
  l10n,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { base64Of, bytesOf } from '../../../server/src/host/base64'
import {
  type ExportParams,
  type ExportResult,
  exportMethod,
  type LeftToDoParams,
  type LeftToDoResult,
  leftToDoMethod,
  type NamedTemplate,
  type PlacedLeft,
} from '../../../server/src/lsp/protocol'
import { activeDocument, showText } from '../active-report'
import { host } from '../host/host'
import { longWork } from '../messages/long-work'
import { reasonFor } from '../messages/reasons'
import { ask, failed } from '../messages/saying'
import { besideReport } from './draft-file'
import { readFile, writeFile } from './files'
import { sayWritten } from './written'

export const exportCommand = 'inspectionReports.export'

/**
 * Shows what is still open, asks where to save it, and writes the report in the active editor as a Word
 * document. A keybinding or another extension may say where with `to`.
 */
export async function exportToWord(client: LanguageClient, to?: Uri): Promise<void> {
  const document = await activeDocument()
  if (document === undefined) return
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const asked: LeftToDoParams = { textDocument }
  const open = await client.sendRequest<LeftToDoResult>(leftToDoMethod, asked)
  if (open.error !== undefined) {
    failed(open.error)
    return
  }
  const wish = await wishFor(document, open.left)
  if (wish === undefined) return
  const target =
    to ??
    (await window.showSaveDialog({
      defaultUri: besideReport(document.uri, '.docx', 'report.docx'),
      filters: { [l10n.t('Word document')]: ['docx'] },
      title: l10n.t('Export to Word'),
      saveLabel: l10n.t('Export'),
    }))
  if (target === undefined) return
  try {
    const remarks = await longWork(l10n.t('Exporting to Word…'), async ({ token }) => {
      const template = await readTemplate(document, open.exportTemplate)
      const comments = wish === 'with comments'
      const params: ExportParams = { textDocument, comments, ...(template && { template }) }
      const made = await client.sendRequest<ExportResult>(exportMethod, params, token)
      if (made.error !== undefined) throw new ExportError(made.error)
      // If it is stopped, an earlier file of that name is kept.
      if (!token.isCancellationRequested) await writeFile(target, bytesOf(made.document))
      return made.remarks
    })
    if (remarks !== undefined) {
      const name = target.path.slice(target.path.lastIndexOf('/') + 1)
      sayWritten(l10n.t('The report was saved as {0}.', name), target, 'document', remarks)
    }
  } catch (error) {
    if (error instanceof ExportError) failed(error.message)
    else failed(l10n.t('{0} could not be written.', placeOf(target)), error)
  }
}

class ExportError extends Error {}

/** More would push the buttons out of a small window. */
const mostLines = 6

/** Lists what is still open; how it is to be exported, or undefined where it is not. */
async function wishFor(
  document: TextDocument,
  places: readonly PlacedLeft[],
): Promise<'anyway' | 'with comments' | undefined> {
  const first = places[0]
  if (first === undefined) return 'anyway'
  const lines = places.slice(0, mostLines).map(({ kind, name, author, place, target }) => {
    const line = target.start.line + 1
    if (kind !== 'note') return l10n.t('Line {0} ({1}): {2}', line, place, name)
    const text = author === '' ? name : `${author}: ${name}`
    return l10n.t('Line {0} ({1}): note: {2}', line, place, text)
  })
  if (places.length > lines.length) lines.push(l10n.t('and {0} more', places.length - lines.length))
  const count =
    places.length === 1
      ? l10n.t('One thing is still open in this report.')
      : l10n.t('{0} things are still open in this report.', places.length)
  const hasNotes = places.some(({ kind }) => kind === 'note')
  const anyway = hasNotes ? l10n.t('Export without notes') : l10n.t('Export anyway')
  const comments = l10n.t('Export with notes as comments')
  const show = l10n.t('Go to the first')
  const buttons = hasNotes ? [show, anyway, comments] : [show, anyway]
  const answer = await ask(count, lines.map(line => `• ${line}`).join('\n'), ...buttons)
  if (answer === show) {
    const editor = await showText(document.uri)
    const { start } = document.lineAt(first.target.start.line).range
    editor.selection = new Selection(start, start)
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
  }
  if (answer === comments) return 'with comments'
  return answer === anyway ? 'anyway' : undefined
}

/**
 * The template that the user has set, otherwise that of the report's folder. Folders above those that are open may have
 * settings too, but nobody has been asked whether they are trusted.
 */
async function readTemplate(
  document: TextDocument,
  ofFolder: NamedTemplate | undefined,
): Promise<string | undefined> {
  const set = workspace
    .getConfiguration('inspectionReports', document)
    .get<string>('exportTemplate', '')
  if (set !== '') {
    if (host().disk === undefined)
      throw new ExportError(
        l10n.t(
          'The template {0} is on a computer, and VS Code in a browser cannot read it. Leave the setting "Export Template" empty here.',
          set,
        ),
      )
    const fault = l10n.t(
      'The template {0} could not be read. Check the setting "Export Template", or leave it empty.',
      set,
    )
    return templateIn(Uri.file(set), fault)
  }
  if (ofFolder === undefined || !workspace.isTrusted) return undefined
  if (workspace.getWorkspaceFolder(Uri.parse(ofFolder.folder, true)) === undefined) return undefined
  const file = Uri.parse(ofFolder.file, true)
  const fault = l10n.t(
    'The template {0} could not be read. Check what the settings of the folder (.inspection-reports/settings.yaml) say, or remove it there.',
    placeOf(file),
  )
  return templateIn(file, fault)
}

async function templateIn(file: Uri, fault: string): Promise<string> {
  try {
    return base64Of(await readFile(file))
  } catch (error) {
    throw new ExportError(`${fault} ${reasonFor(error) ?? ''}`.trim())
  }
}

function placeOf(target: Uri): string {
  return target.scheme === 'file' ? target.fsPath : target.path
}
