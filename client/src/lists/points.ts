/** The command *Points for the author…*. */

import {
  Disposable,
  l10n,
  type QuickPickItem,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { bytesOf } from '../../../server/src/host/base64'
import {
  type PointsParams,
  type PointsResult,
  pointsMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument } from '../active-report'
import { besideReport } from '../files/draft-file'
import { writeFile } from '../files/files'
import { sayWritten } from '../files/written'
import { failed, registerCommand } from '../messages/saying'
import { askFile } from '../problems/ask-file'
import type { CheckedFiles } from '../problems/checked-files'

type As = 'html' | 'md' | 'docx' | 'here'

/**
 * The commands: about the report in front, and about a Word document or PDF. `as`, `notes` and `to` are asked for
 * unless they are given, as they may be by a keybinding or another extension.
 */
export function registerPoints(client: LanguageClient, files: CheckedFiles): Disposable {
  const make = async (document: TextDocument | undefined, ...given: unknown[]): Promise<void> => {
    if (document === undefined) return
    const [as, notes, to] = given
    const form = isForm(as) ? as : await askForm()
    if (form === undefined) return
    const withNotes = typeof notes === 'boolean' ? notes : await askNotes(document)
    if (withNotes === undefined) return
    const settled = await files.settledIn(document)
    const asked = { form, notes: withNotes, settled, to: to instanceof Uri ? to : undefined }
    await makePoints(client, document, asked)
  }
  return Disposable.from(
    registerCommand('inspectionReports.pointsForAuthor', async (...given: unknown[]) =>
      make(await activeDocument(), ...given),
    ),
    registerCommand(
      'inspectionReports.pointsForFile',
      async (file?: unknown, ...given: unknown[]) => {
        const asked = file instanceof Uri ? file : await askFile(l10n.t('Points for the author'))
        // A menu also gives the files that are selected.
        const [first, ...others] = given
        if (asked !== undefined)
          await make(await files.open(asked), ...(Array.isArray(first) ? others : given))
      },
    ),
  )
}

const isForm = (as: unknown): as is As =>
  as === 'html' || as === 'md' || as === 'docx' || as === 'here'

async function askForm(): Promise<As | undefined> {
  const choices: (QuickPickItem & { readonly as: As })[] = [
    {
      label: l10n.t('Save as a page…'),
      description: 'HTML',
      detail: l10n.t('Opens in a browser and in Word, to be read, printed and sent'),
      as: 'html',
    },
    {
      label: l10n.t('Save as a Word document…'),
      detail: l10n.t('With boxes to tick'),
      as: 'docx',
    },
    { label: l10n.t('Save as text…'), description: 'Markdown', as: 'md' },
    {
      label: l10n.t('Open here'),
      detail: l10n.t('As a new document, to be edited first'),
      as: 'here',
    },
  ]
  const title = l10n.t('Points for the author')
  return (await window.showQuickPick(choices, { title }))?.as
}

/** Asked only where there are any. */
async function askNotes(document: TextDocument): Promise<boolean | undefined> {
  if (!/\[note\b/i.test(document.getText())) return false
  const choices: (QuickPickItem & { readonly notes: boolean })[] = [
    { label: l10n.t('Without the notes of colleagues'), notes: false },
    { label: l10n.t('With the notes of colleagues'), notes: true },
  ]
  const title = l10n.t('Points for the author')
  return (await window.showQuickPick(choices, { title }))?.notes
}

interface Asked {
  readonly form: As
  readonly notes: boolean
  /** The identities of problems that were ticked or ignored on a file's page. */
  readonly settled: readonly string[]
  readonly to: Uri | undefined
}

async function makePoints(
  client: LanguageClient,
  document: TextDocument,
  { form: as, notes, settled, to: given }: Asked,
): Promise<void> {
  try {
    const params: PointsParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      format: as === 'here' ? 'md' : as,
      notes,
      settled,
      day: today(),
    }
    const made = await client.sendRequest<PointsResult>(pointsMethod, params)
    if (made.error !== undefined) {
      failed(made.error)
      return
    }
    if (as === 'here') {
      const { content } = made
      const opened = await workspace.openTextDocument({ language: 'markdown', content })
      await window.showTextDocument(opened, { viewColumn: ViewColumn.Beside, preview: false })
      return
    }
    const target = given ?? (await askTarget(document.uri, as))
    if (target === undefined) return
    const { content } = made
    await writeFile(target, as === 'docx' ? bytesOf(content) : new TextEncoder().encode(content))
    const name = target.path.slice(target.path.lastIndexOf('/') + 1)
    sayWritten(
      l10n.t('The points were saved as {0}.', name),
      target,
      as === 'html' ? 'page' : as === 'docx' ? 'document' : 'text',
    )
  } catch (error) {
    failed(l10n.t('The points could not be written.'), error)
  }
}

/** The day where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

async function askTarget(report: Uri, as: Exclude<As, 'here'>): Promise<Uri | undefined> {
  const name = l10n.t('points for the author')
  return window.showSaveDialog({
    defaultUri: besideReport(report, ` - ${name}.${as}`, `${name}.${as}`),
    filters: { [as === 'docx' ? l10n.t('Word document') : as.toUpperCase()]: [as] },
    title: l10n.t('Points for the author'),
    saveLabel: l10n.t('Save'),
  })
}
