/** Leads from one place of a draft that is still to be filled in to the next. */

import {
  commands,
  Disposable,
  l10n,
  Position,
  Range,
  Selection,
  SnippetString,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type PlacesToFillParams,
  type PlacesToFillResult,
  placesToFillMethod,
} from '../../server/src/lsp/protocol'
import { editableEditor } from './active-report'
import { editsMade } from './keeping'
import { isEmptyItem } from './next-line'
import { nextPlace, type OpenWords, placesNow } from './next-place'
import type { Reports } from './reports'
import { registerCommand, say } from './saying'

export function registerFilling(client: LanguageClient, reports: Reports): Disposable[] {
  const filling = new Filling(client, reports)
  return [
    filling,
    tellKeys(reports),
    registerCommand('inspectionReports.nextPlace', by => filling.goOn('next', by)),
    registerCommand('inspectionReports.previousPlace', by => filling.goOn('previous', by)),
  ]
}

/** Tells the key bindings where Tab leads on: behind the text of a line, while something is left to fill in. */
function tellKeys(reports: Reports): Disposable {
  let told = false
  const update = (): void => {
    const report = reports.active()
    const isOpen = report?.status === 'draft' && report.toDos > 0
    const leadsOn = isOpen && isBehindText(window.activeTextEditor)
    if (leadsOn === told) return
    told = leadsOn
    void commands.executeCommand('setContext', 'inspectionReports.leadsOn', leadsOn)
  }
  return Disposable.from(
    reports.onDidChangeActive(update),
    window.onDidChangeTextEditorSelection(update),
  )
}

/** Does nothing stand behind the cursor but the bars of a table, or is a place selected? */
function isBehindText(editor: TextEditor | undefined): boolean {
  if (editor === undefined || editor.selections.length > 1) return false
  const { document, selection } = editor
  if (!selection.isEmpty) return /^\[[^[\]\n]*\]$/.test(document.getText(selection))
  const { text } = document.lineAt(selection.active.line)
  return /^[\s|]*$/.test(text.slice(selection.active.character))
}

type Direction = Parameters<typeof nextPlace>[2]
type Places = NonNullable<PlacesToFillResult>

/**
 * Goes from place to place. What was open at the last check is at hand, so that no letter that is typed behind
 * the key overtakes it; the server is asked only where nothing of that is left.
 */
class Filling implements Disposable {
  private last: { readonly document: TextDocument; readonly found: Places } | undefined
  private readonly following: Disposable

  constructor(
    private readonly client: LanguageClient,
    reports: Reports,
  ) {
    const look = (): void => {
      const document = window.activeTextEditor?.document
      const report = reports.active()
      if (document !== undefined && report?.status === 'draft' && report.toDos > 0)
        this.ask(document).catch(() => {})
    }
    this.following = reports.onDidChangeActive(look)
  }

  dispose(): void {
    this.following.dispose()
  }

  /** `by` is the key of a binding. */
  async goOn(direction: Direction, by?: unknown): Promise<void> {
    const editor = await editableEditor()
    if (editor === undefined) return
    await editsMade()
    const { document, selection } = editor
    const { text } = document.lineAt(selection.active.line)
    // Tab was faster than what tells VS Code that the cursor is on an empty item now, which it nests.
    if (by === 'tab' && selection.isEmpty && isEmptyItem(text)) {
      await commands.executeCommand(
        `editor.action.${direction === 'next' ? 'indent' : 'outdent'}Lines`,
      )
      return
    }
    const places = this.placesAtHand(document) ?? (await this.ask(document))
    if (places === undefined || document.isClosed) return
    const selected = {
      start: document.offsetAt(selection.start),
      end: document.offsetAt(selection.end),
    }
    const place = nextPlace(places, selected, direction)
    if (place === undefined) say(l10n.t('Nothing is left to fill in.'))
    else await show(editor, place)
  }

  /** Undefined where nothing is known, or all that was is filled in. */
  private placesAtHand(document: TextDocument): readonly OpenWords[] | undefined {
    if (this.last?.document !== document) return undefined
    const { version, places } = this.last.found
    if (version === document.version)
      return places.length === 0 ? undefined : wordsOf(document, places)
    // Empty cells are found by the table around them.
    if (places.some(({ words }) => words === '')) return undefined
    const now = placesNow(document.getText(), wordsOf(document, places))
    return now.length === 0 ? undefined : now
  }

  /** Undefined where something was typed before the answer came: the places are those of another text. */
  private async ask(document: TextDocument): Promise<readonly OpenWords[] | undefined> {
    const params: PlacesToFillParams = {
      textDocument: this.client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    }
    const found = await this.client.sendRequest<PlacesToFillResult>(placesToFillMethod, params)
    this.last = found === null ? undefined : { document, found }
    if (found === null) return []
    return found.version === document.version ? wordsOf(document, found.places) : undefined
  }
}

function wordsOf(document: TextDocument, places: Places['places']): readonly OpenWords[] {
  return places.map(({ range: { start, end }, words, choices }) => ({
    words,
    choices,
    start: document.offsetAt(new Position(start.line, start.character)),
    end: document.offsetAt(new Position(end.line, end.character)),
  }))
}

async function show(editor: TextEditor, { start, end, choices }: OpenWords): Promise<void> {
  const { document } = editor
  const range = new Range(document.positionAt(start), document.positionAt(end))
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
  if (choices.length > 0)
    await editor.insertSnippet(new SnippetString().appendChoice([...choices]), range)
  // An empty cell: the grade that the section states is offered.
  else if (range.isEmpty) await commands.executeCommand('editor.action.triggerSuggest')
}
