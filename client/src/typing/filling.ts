/** Leads from one place of a draft that is still to be filled in to the next. */

import {
  commands,
  type Disposable,
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
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type NextCellParams,
  type NextCellResult,
  nextCellMethod,
  type PlacesToFillParams,
  type PlacesToFillResult,
  placesToFillMethod,
} from '../../../server/src/lsp/protocol'
import { editableEditor } from '../active-report'
import { registerCommand, say } from '../messages/saying'
import type { Reports } from '../reports'
import type { FollowedKeys } from './following-keys'
import type { Place } from './leap'
import { nextPlace, type OpenWords, placesNow } from './next-place'
import { registerTab } from './tab-key'
import type { TextChange } from './text-change'
import type { Typing } from './typing'

export function registerFilling(
  client: LanguageClient,
  reports: Reports,
  typing: Typing,
): Disposable[] {
  const filling = new Filling(client, reports, typing)
  return [
    filling,
    registerTab(typing, filling, reports),
    registerCommand('inspectionReports.nextPlace', () => filling.goOnAnywhere('next')),
    registerCommand('inspectionReports.previousPlace', () => filling.goOnAnywhere('previous')),
  ]
}

type Direction = Parameters<typeof nextPlace>[2]
type Places = NonNullable<PlacesToFillResult>

/** How often the server is asked again about a text in which somebody types in the meantime. */
const attempts = 20

/**
 * Goes from place to place. What was open at the last check is at hand; the server is asked only when none of that
 * is left.
 */
export class Filling implements Disposable {
  private last: { readonly document: TextDocument; readonly found: Places } | undefined
  private readonly following: Disposable

  constructor(
    private readonly client: LanguageClient,
    reports: Reports,
    private readonly typing: Typing,
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

  /** Does the same, from the preview too. */
  async goOnAnywhere(direction: Direction): Promise<void> {
    const editor = await editableEditor()
    if (editor === undefined) return
    // A document that is not known as a report: only the server can say so, and if it is not running, that is said.
    if (this.typing.in(editor) === undefined && (await this.ask(editor.document)) === null)
      say(l10n.t('Nothing is left to fill in.'))
    else await this.goOn(direction, editor)
  }

  /** Takes along what is typed until the cursor is there. */
  async goOn(direction: Direction, editor: TextEditor): Promise<void> {
    const keys = this.typing.in(editor)
    if (keys === undefined) return
    let place: OpenWords | undefined
    const isThere = await keys.leapTo(editor, async () => {
      await keys.settled()
      const places = await this.places(editor.document, keys)
      place = places && nextPlace(places, keys.selected(editor), direction)
      if (places !== undefined && place === undefined) say(l10n.t('Nothing is left to fill in.'))
      return place
    })
    if (isThere && place !== undefined) await show(editor, place.choices)
  }

  /**
   * Goes to the next cell of a table, or the one before, and offers the scale where a grade goes. Once the cursor is
   * there, the columns that were straight before are straight again. Returns whether there is such a cell.
   */
  async toCell(direction: Direction, editor: TextEditor): Promise<boolean> {
    const { document } = editor
    const keys = this.typing.in(editor)
    if (keys === undefined) return false
    let found: NextCellResult = null
    const isThere = await keys.leapTo(editor, async () => {
      await keys.settled()
      const { version } = document
      const text = document.getText()
      const cell = await this.askCell(document, editor.selection.start, direction)
      if (cell === null || cell.version !== version) return undefined
      const place = placeIn(text, cell.range)
      if (document.version === version) {
        found = cell
        return keys.inWanted(place)
      }
      // What is typed in the meantime is taken along, and the text that is wanted stays as it was.
      if (keys.wanted !== text) return undefined
      found = cell
      return place
    })
    const cell = found as NextCellResult
    if (cell === null) return false
    if (!isThere) return true
    if (cell.version === document.version) keys.want(paddingIn(document.getText(), cell.padding))
    if (!cell.isGrade) return true
    await keys.settled()
    // Before the words of the cell all grades are offered; at their end, only those that go on with them.
    const { start, end } = editor.selection
    editor.selection = new Selection(end, start)
    await commands.executeCommand('editor.action.triggerSuggest')
    return true
  }

  private askCell(
    document: TextDocument,
    { line, character }: Position,
    direction: Direction,
  ): Promise<NextCellResult> {
    const params: NextCellParams = {
      textDocument: this.client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: { line, character },
      direction,
    }
    return this.client.sendRequest<NextCellResult>(nextCellMethod, params)
  }

  /** The places in the text as it is once all is written. */
  private async places(
    document: TextDocument,
    keys: FollowedKeys,
  ): Promise<readonly OpenWords[] | undefined> {
    for (let attempt = 0; attempt < attempts && !document.isClosed; attempt++) {
      const places = this.placesAtHand(document, keys.wanted)
      if (places !== undefined) return places
      const found = await this.ask(document)
      if (found === null || found.places.length === 0) return []
    }
    return undefined
  }

  /** Undefined where nothing is known, or all that was known has been filled in. */
  private placesAtHand(document: TextDocument, text: string): readonly OpenWords[] | undefined {
    if (this.last?.document !== document) return undefined
    const { version, places } = this.last.found
    const now =
      version === document.version && text === document.getText()
        ? wordsOf(document, places)
        : // Empty cells are found by the table around them.
          places.some(({ words }) => words === '')
          ? []
          : placesNow(text, wordsOf(document, places))
    return now.length === 0 ? undefined : now
  }

  private async ask(document: TextDocument): Promise<Places | null> {
    const params: PlacesToFillParams = {
      textDocument: this.client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    }
    const found = await this.client.sendRequest<PlacesToFillResult>(placesToFillMethod, params)
    this.last = found === null ? undefined : { document, found }
    return found
  }
}

function placeIn(text: string, { start, end }: NonNullable<NextCellResult>['range']): Place {
  return { start: offsetIn(text, start), end: offsetIn(text, end) }
}

/** Of the text of a document, which has one kind of line end; the document itself may be another by now. */
function offsetIn(text: string, { line, character }: NextCellParams['position']): number {
  let start = 0
  for (let at = 0; at < line; at++) start = text.indexOf('\n', start) + 1
  return start + character
}

/** Last in the text first, so that each applies to the text as those before it leave it. */
function paddingIn(
  text: string,
  padding: NonNullable<NextCellResult>['padding'],
): readonly TextChange[] {
  return padding
    .map(({ range, newText }) => ({ ...placeIn(text, range), text: newText }))
    .sort((a, b) => b.start - a.start)
}

function wordsOf(document: TextDocument, places: Places['places']): readonly OpenWords[] {
  return places.map(({ range: { start, end }, words, choices }) => ({
    words,
    choices,
    start: document.offsetAt(new Position(start.line, start.character)),
    end: document.offsetAt(new Position(end.line, end.character)),
  }))
}

/** Offers what may be written at the place that is selected. */
async function show(editor: TextEditor, choices: readonly string[]): Promise<void> {
  const { start, end, isEmpty } = editor.selection
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
  if (choices.length > 0)
    await editor.insertSnippet(
      new SnippetString().appendChoice([...choices]),
      new Range(start, end),
    )
  // An empty cell: the grade that the section states is offered.
  else if (isEmpty) await commands.executeCommand('editor.action.triggerSuggest')
}
