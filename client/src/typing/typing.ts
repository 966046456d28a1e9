/** Follows what is typed in the reports that are open, so that numbers and list marks come and go with their text. */

import { Disposable, type TextDocument, type TextEditor, window, workspace } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { type KeepNumbersResult, keepNumbersMethod } from '../../../server/src/lsp/protocol'
import type { Reports } from '../reports'
import { settingOf } from '../server/set-by-user'
import { FollowedKeys } from './following-keys'
import type { AskNumbers } from './keeping-numbers'
import { registerMoves } from './move-paragraph'

export interface Typing extends Disposable {
  /** What is typed in the editor; undefined if it holds no report. */
  in(editor: TextEditor | undefined): FollowedKeys | undefined
}

export function followTyping(client: LanguageClient, reports: Reports): Typing {
  const followed = new Map<TextDocument, FollowedKeys>()
  const renumbers = (): boolean => isRenumbered(reports)
  const ask: AskNumbers = (document, question) =>
    client.sendRequest<KeepNumbersResult>(keepNumbersMethod, {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      version: document.version,
      ...question,
    })
  const leave = (document: TextDocument): void => {
    followed.get(document)?.close()
    followed.delete(document)
  }
  const look = (): void => {
    const document = window.activeTextEditor?.document
    const isReport = document !== undefined && reports.active() !== undefined
    for (const [each, keys] of followed)
      if (each === document ? !isReport : keys.isIdle) leave(each)
    if (!isReport) return
    const keys = followed.get(document) ?? new FollowedKeys(document, ask, renumbers)
    followed.set(document, keys)
    keys.goOn()
  }
  look()
  const subscriptions = Disposable.from(
    reports.onDidChangeActive(look),
    workspace.onDidCloseTextDocument(leave),
    workspace.onDidChangeTextDocument(event => {
      const keys = followed.get(event.document)
      if (event.contentChanges.length > 0) keys?.changed(event)
      else keys?.refreshed()
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) =>
      followed.get(textEditor.document)?.moved(textEditor),
    ),
    registerMoves(client, renumbers),
  )
  return {
    in: editor => {
      look()
      return editor && followed.get(editor.document)
    },
    dispose: () => subscriptions.dispose(),
  }
}

/** Do the numbers of the report in the active editor follow by themselves? */
function isRenumbered(reports: Reports): boolean {
  const report = reports.active()
  const document = window.activeTextEditor?.document
  if (report === undefined || document === undefined) return false
  const ofFolder = report.folder.automaticRenumbering
  const when = settingOf<string>('automaticRenumbering', document, ofFolder, 'drafts')
  return when === 'always' || (when === 'drafts' && report.status === 'draft')
}
