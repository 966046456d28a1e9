/** The command that lets the user say what kind of report a document is. */

import { l10n, type QuickPickItem, window } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type ChooseTypeParams,
  type ChooseTypeResult,
  chooseTypeMethod,
  type ListTypesParams,
  type ListTypesResult,
  listTypesMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument } from '../active-report'
import { say } from '../messages/saying'

export const chooseTypeCommand = 'inspectionReports.chooseType'

interface TypeItem extends QuickPickItem {
  /** Null withdraws an earlier choice. */
  readonly type: string | null
}

interface KeepItem extends QuickPickItem {
  readonly write: boolean
}

const keepItems = (): readonly KeepItem[] => [
  { label: l10n.t('Until the document is closed'), write: false },
  {
    label: l10n.t('Write it into the report'),
    detail: l10n.t('Its first lines then name the type, for everyone who opens it.'),
    write: true,
  },
]

/**
 * Asks for the type of the document in the active editor, and whether to write it into the text. A
 * key of the user's own may give both as arguments: `["ofsted-slac", true]`.
 */
export async function chooseType(
  client: LanguageClient,
  type?: unknown,
  write?: unknown,
): Promise<void> {
  const document = await activeDocument()
  if (document === undefined) return
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const choice =
    typeof type === 'string'
      ? { type, write: write === true }
      : await askForType(client, { textDocument })
  if (choice === undefined) return
  const params: ChooseTypeParams = { textDocument, ...choice }
  const { done } = await client.sendRequest<ChooseTypeResult>(chooseTypeMethod, params)
  if (!done) say(l10n.t('The document could not be changed.'))
}

async function askForType(
  client: LanguageClient,
  asked: ListTypesParams,
): Promise<Pick<ChooseTypeParams, 'type' | 'write'> | undefined> {
  const { types, chosen } = await client.sendRequest<ListTypesResult>(listTypesMethod, asked)
  const items = types.map(({ id, name, editions }): TypeItem => {
    const detail =
      editions.length > 1
        ? l10n.t('In the wording of its date: {0}', editions.join('; '))
        : undefined
    const description = id === chosen ? l10n.t('{0}, chosen by you', id) : id
    return { label: name, description, ...(detail && { detail }), type: id }
  })
  if (chosen !== null)
    items.unshift({
      label: l10n.t('As the text says'),
      description: l10n.t('undo the choice'),
      type: null,
    })
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Choose the type of this report'),
    placeHolder: l10n.t('What type of report is it?'),
    matchOnDescription: true,
    matchOnDetail: true,
  })
  if (picked === undefined) return undefined
  if (picked.type === null) return { type: null }
  const kept = await pickKeep(picked.label)
  return kept && { type: picked.type, write: kept.write }
}

function pickKeep(name: string): Thenable<KeepItem | undefined> {
  return window.showQuickPick(keepItems(), {
    title: l10n.t('Read it as {0}', name),
    placeHolder: l10n.t('For how long?'),
  })
}
