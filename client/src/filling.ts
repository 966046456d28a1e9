/** Leads from one place of a draft that is still to be filled in to the next. */

import {
  commands,
  Disposable,
  l10n,
  Range,
  Selection,
  SnippetString,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type NextPlaceParams,
  type NextPlaceResult,
  nextPlaceMethod,
} from '../../server/src/lsp/protocol'
import { editableEditor } from './active-report'
import type { Reports } from './reports'
import { say } from './saying'

export function registerFilling(client: LanguageClient, reports: Reports): Disposable[] {
  return [
    tellKeys(reports),
    commands.registerCommand('inspectionReports.nextPlace', () => goOn(client, 'next')),
    commands.registerCommand('inspectionReports.previousPlace', () => goOn(client, 'previous')),
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

async function goOn(client: LanguageClient, direction: NextPlaceParams['direction']) {
  const editor = await editableEditor()
  if (editor === undefined) return
  const { document, selection } = editor
  const convert = client.code2ProtocolConverter
  const params: NextPlaceParams = {
    textDocument: convert.asTextDocumentIdentifier(document),
    range: convert.asRange(selection),
    direction,
  }
  const place = await client.sendRequest<NextPlaceResult>(nextPlaceMethod, params)
  if (place === null) {
    say(l10n.t('Nothing is left to fill in.'))
    return
  }
  if (document.version !== place.version) return
  const { start, end } = place.range
  const range = new Range(start.line, start.character, end.line, end.character)
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
  if (place.choices.length > 0)
    await editor.insertSnippet(new SnippetString().appendChoice([...place.choices]), range)
  // An empty cell: the grade that the section states is offered.
  else if (range.isEmpty) await commands.executeCommand('editor.action.triggerSuggest')
}
