/** The texts of Word documents and PDFs, as VS Code shows them: they can be read and checked, not changed. */

import { Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode'
import { fileTextScheme as scheme, textOf } from '../pages/page-schemes'

export interface FileTexts extends Disposable {
  /** The document that holds the text of a file, once VS Code shows this text in it. */
  open(file: Uri, text: string): Promise<TextDocument>
  /** Keeps the text of a file, even while VS Code has closed it, until this is disposed. */
  hold(file: Uri): Disposable
}

export function serveFileTexts(): FileTexts {
  const texts = new Map<string, string>()
  const held = new Set<string>()
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '',
  })
  // No text of a report is kept longer than somebody looks at it.
  const closing = workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === scheme && !held.has(uri.toString())) texts.delete(uri.toString())
  })
  return {
    async open(file, text) {
      const uri = textOf(file)
      const before = texts.get(uri.toString())
      texts.set(uri.toString(), text)
      if (before !== undefined && before !== text) await refreshed(uri, () => changed.fire(uri))
      return workspace.openTextDocument(uri)
    },
    hold(file) {
      const key = textOf(file).toString()
      held.add(key)
      return new Disposable(() => {
        held.delete(key)
        if (!isOpen(key)) texts.delete(key)
      })
    },
    dispose: () => Disposable.from(changed, provider, closing).dispose(),
  }
}

/** VS Code takes a moment to read a text again that is open; where it is not open, nothing happens. */
async function refreshed(uri: Uri, refresh: () => void): Promise<void> {
  const key = uri.toString()
  if (!isOpen(key)) return
  await new Promise<void>(resolve => {
    const waiting = setTimeout(end, patience)
    const listening = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === key) end()
    })
    function end(): void {
      clearTimeout(waiting)
      listening.dispose()
      resolve()
    }
    refresh()
  })
}

function isOpen(key: string): boolean {
  return workspace.textDocuments.some(document => document.uri.toString() === key)
}

/** How long VS Code may take, in milliseconds. Where only line ends differ, it changes nothing. */
const patience = 2_000
