/** *Paste as report text*: text from Word or a PDF goes in in the form that drafts have. */

import * as vscode from 'vscode'
import { commands, type Disposable, env, l10n, type TextDocument, UIKind } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { type TidyParams, type TidyResult, tidyMethod } from '../../../server/src/lsp/protocol'
import { editableEditor } from '../active-report'
import { failed, registerCommand } from '../messages/saying'
import { selector } from '../server/client'

// What VS Code has since 1.97, while the extension promises to run from 1.91 on.
interface PasteKind {
  readonly value: string
  append(...parts: string[]): PasteKind
}
interface PasteEdit {
  yieldTo?: readonly PasteKind[]
}
interface PasteApi {
  readonly DocumentPasteEdit: new (text: string, title: string, kind: PasteKind) => PasteEdit
  readonly DocumentDropOrPasteEditKind: { readonly Text: PasteKind }
  readonly languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: object,
      metadata: object,
    ): Disposable
  }
}

const api = vscode as unknown as PasteApi

const title = l10n.t('Paste as report text')

export function registerPaste(client: LanguageClient): Disposable[] {
  const provider = registerProvider(client)
  // In a browser, VS Code itself pastes what a command asks for, and passes over every provider.
  const isByProvider = provider !== undefined && env.uiKind === UIKind.Desktop
  return [
    registerCommand('inspectionReports.paste', async () => {
      if (isByProvider)
        await commands.executeCommand('editor.action.pasteAs', { kind: kindOf().value })
      else await pasteText(client)
    }),
    ...(provider === undefined ? [] : [provider]),
  ]
}

const kindOf = () => api.DocumentDropOrPasteEditKind.Text.append('inspectionReport')

function registerProvider(client: LanguageClient): Disposable | undefined {
  if (api.DocumentPasteEdit === undefined) return undefined
  try {
    return api.languages.registerDocumentPasteEditProvider?.(
      selector,
      {
        provideDocumentPasteEdits: (
          _: TextDocument,
          __: readonly vscode.Range[],
          data: vscode.DataTransfer,
          context: { readonly only?: PasteKind; readonly triggerKind?: number },
          token: vscode.CancellationToken,
        ) => editsFor(client, data, context.only !== undefined, token),
      },
      { providedPasteEditKinds: [kindOf()], pasteMimeTypes: ['text/plain', 'text/html'] },
    )
  } catch {
    // Versions in which the interface was still a proposal refuse it.
    return undefined
  }
}

/** The edit, if it was asked for by name, or would differ from what is pasted anyway. */
async function editsFor(
  client: LanguageClient,
  data: vscode.DataTransfer,
  isAsked: boolean,
  token: vscode.CancellationToken,
): Promise<readonly PasteEdit[] | undefined> {
  const text = (await data.get('text/plain')?.asString()) ?? ''
  const html = await data.get('text/html')?.asString()
  // Words within a line are pasted as they are.
  if (!isAsked && html === undefined && !text.trim().includes('\n')) return undefined
  const tidied = await tidy(client, { text, isPart: true, ...(html && { html }) }, token)
  if (tidied === undefined || (!isAsked && tidied.trimEnd() === text.trimEnd())) return undefined
  const edit = new api.DocumentPasteEdit(tidied, title, kindOf())
  // Plain pasting stays the first choice, so that nobody wonders why a text has changed.
  edit.yieldTo = [api.DocumentDropOrPasteEditKind.Text]
  return [edit]
}

async function tidy(
  client: LanguageClient,
  params: TidyParams,
  token?: vscode.CancellationToken,
): Promise<string | undefined> {
  const tidied = await client.sendRequest<TidyResult>(tidyMethod, params, token)
  if (tidied.error === undefined) return tidied.text
  failed(tidied.error)
  return undefined
}

/** For browsers, and versions without paste providers: without the clipboard's HTML. */
async function pasteText(client: LanguageClient): Promise<void> {
  const editor = await editableEditor()
  if (editor === undefined) return
  const text = await env.clipboard.readText()
  const tidied = await tidy(client, { text, isPart: true })
  if (tidied === undefined) return
  await editor.edit(edit => {
    for (const selection of editor.selections) edit.replace(selection, tidied)
  })
}
