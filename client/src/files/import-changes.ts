/** The list of what an import has changed: a page to read, whose places lead to the lines of the draft. */

import {
  Disposable,
  DocumentLink,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode'
import type { ImportResult } from '../../../server/src/lsp/protocol'
import { registerCommand, say } from '../messages/saying'
import { changesScheme } from '../pages/page-schemes'
import { schemeOfSaved } from './draft-file'

type Imported = Extract<ImportResult, { readonly error?: undefined }>

interface Kept {
  readonly list: string
  readonly places: Imported['places']
  readonly draft: Uri
  /** The draft as it was imported. */
  readonly lines: readonly string[]
}

const goCommand = 'inspectionReports.goToImported'

export interface ImportChanges extends Disposable {
  /** Shows the list for a draft, beside it. */
  show(draft: TextDocument, imported: Imported): Promise<void>
}

export function serveImportChanges(): ImportChanges {
  const kept = new Map<string, Kept>()
  const changed = new EventEmitter<Uri>()
  const subscriptions = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(changesScheme, {
      onDidChange: changed.event,
      // After a restart an open tab asks for a list that is no longer kept.
      provideTextDocumentContent: uri =>
        kept.get(uri.path)?.list ??
        l10n.t(
          'This list was kept only until VS Code was closed. Import the file again to see it.',
        ),
    }),
    languages.registerDocumentLinkProvider(
      { scheme: changesScheme },
      {
        provideDocumentLinks: ({ uri }) =>
          (kept.get(uri.path)?.places ?? []).map(({ line, start, end, draftLine }) => {
            const to = encodeURIComponent(JSON.stringify([uri.path, draftLine]))
            const link = new DocumentLink(
              new Range(line, start, line, end),
              Uri.parse(`command:${goCommand}?${to}`),
            )
            link.tooltip = l10n.t('Go to the line in the draft')
            return link
          }),
      },
    ),
    // From a key, it goes to the place that the line at the cursor names.
    registerCommand(goCommand, async (path?: string, line?: number) => {
      const editor = window.activeTextEditor
      const known = kept.get(path ?? editor?.document.uri.path ?? '')
      const to =
        line ?? known?.places.find(each => each.line === editor?.selection.active.line)?.draftLine
      if (known !== undefined && to !== undefined) await goTo(known, to)
    }),
  )
  return Object.assign(subscriptions, {
    async show(draft: TextDocument, { text, changes, places }: Imported) {
      // VS Code decodes the arguments of a link once more than it encodes them.
      const name = draft.uri.path.replace(/^\/?/, '/').replaceAll('%', ' ')
      const path = `${name} - changes.md`
      const uri = Uri.from({ scheme: changesScheme, path })
      kept.set(uri.path, { list: changes, places, draft: draft.uri, lines: text.split('\n') })
      changed.fire(uri)
      await window.showTextDocument(uri, {
        preview: false,
        preserveFocus: true,
        viewColumn: ViewColumn.Two,
      })
    },
  })
}

async function goTo({ draft, lines }: Kept, line: number): Promise<void> {
  const document = openDraft(draft)
  if (document === undefined) {
    say(l10n.t('The draft that this list is about is no longer open.'))
    return
  }
  const now = foundAgain(lines, document.getText().split(/\r?\n/), line)
  const selection = new Range(now, 0, now, 0)
  const editor = await window.showTextDocument(document, {
    viewColumn: columnOf(document),
    selection,
  })
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport)
}

/** Once it is saved under the name that was proposed, it has another address. */
function openDraft(draft: Uri): TextDocument | undefined {
  const open = workspace.textDocuments.filter(({ isClosed }) => !isClosed)
  return (
    open.find(({ uri }) => uri.toString() === draft.toString()) ??
    open.find(({ uri }) => uri.path === draft.path && uri.scheme === schemeOfSaved())
  )
}

function columnOf(document: TextDocument): ViewColumn {
  const shown = window.visibleTextEditors.find(each => each.document === document)
  return shown?.viewColumn ?? ViewColumn.One
}

/** Where a line is now: the nearest of the lines with the same words. */
function foundAgain(before: readonly string[], now: readonly string[], line: number): number {
  const words = before[line]
  let nearest: number | undefined
  for (const [at, text] of now.entries())
    if (text === words && (nearest === undefined || Math.abs(at - line) < Math.abs(nearest - line)))
      nearest = at
  return nearest ?? Math.min(line, now.length - 1)
}
