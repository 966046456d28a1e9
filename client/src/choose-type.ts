/** The command that lets the user say what kind of report a document is. */

import { type QuickPickItem, window } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type ChooseTypeParams,
  type ChooseTypeResult,
  chooseTypeMethod,
  type ListTypesParams,
  type ListTypesResult,
  listTypesMethod,
} from '../../server/src/lsp/protocol'

export const chooseTypeCommand = 'inspectionReports.chooseType'

interface TypeItem extends QuickPickItem {
  /** Null takes an earlier choice back. */
  readonly type: string | null
}

interface KeepItem extends QuickPickItem {
  readonly write: boolean
}

const keepItems: readonly KeepItem[] = [
  { label: 'Until the document is closed', write: false },
  {
    label: 'Write it into the report',
    detail: 'Its first lines then name the type, for everyone who opens it.',
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
  const document = window.activeTextEditor?.document
  if (document === undefined) return
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const choice =
    typeof type === 'string'
      ? { type, write: write === true }
      : await askForType(client, { textDocument })
  if (choice === undefined) return
  const params: ChooseTypeParams = { textDocument, ...choice }
  const { done } = await client.sendRequest<ChooseTypeResult>(chooseTypeMethod, params)
  if (!done) window.setStatusBarMessage('The document could not be changed.', 5000)
}

async function askForType(
  client: LanguageClient,
  asked: ListTypesParams,
): Promise<Pick<ChooseTypeParams, 'type' | 'write'> | undefined> {
  const { types, chosen } = await client.sendRequest<ListTypesResult>(listTypesMethod, asked)
  const items = types.map(({ id, name, editions }): TypeItem => {
    const detail = editions.length > 1 ? `By its date: ${editions.join('; ')}` : undefined
    const description = id === chosen ? `${id}, chosen by you` : id
    return { label: name, description, ...(detail && { detail }), type: id }
  })
  if (chosen !== null)
    items.unshift({ label: 'As the text says', description: 'take the choice back', type: null })
  const picked = await window.showQuickPick(items, {
    title: 'Choose the type of this report',
    placeHolder: 'What kind of report is it?',
    matchOnDescription: true,
    matchOnDetail: true,
  })
  if (picked === undefined) return undefined
  if (picked.type === null) return { type: null }
  const kept = await pickKeep(picked.label)
  return kept && { type: picked.type, write: kept.write }
}

function pickKeep(name: string): Thenable<KeepItem | undefined> {
  return window.showQuickPick(keepItems, {
    title: `Read it as ${name}`,
    placeHolder: 'For how long?',
  })
}
