/** The list of what is still to be done in a report: VS Code's own list of problems leaves hints out. */

import {
  DiagnosticSeverity,
  l10n,
  languages,
  type QuickPickItem,
  type Range,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode'
import { activeEditor, goTo } from './active-report'
import { say } from './saying'

interface ToDo extends QuickPickItem {
  readonly range: Range
}

/** Lists the to-dos and hints of the active report; picking one goes there. */
export async function showToDos(): Promise<void> {
  const editor = await activeEditor()
  if (editor === undefined) return
  const toDos = toDosOf(editor.document.uri)
  if (toDos.length === 0) {
    say(l10n.t('Nothing is left to do in this report.'))
    return
  }
  const picked = await window.showQuickPick(toDos, {
    title: l10n.t('To-dos and hints of this report'),
    placeHolder: l10n.t('Pick one to go there'),
    onDidSelectItem: (item: ToDo) => editor.revealRange(item.range, reveal),
  })
  if (picked !== undefined) await goTo(editor, picked.range)
}

/** In the order of the text, each with its line. */
function toDosOf(uri: Uri): readonly ToDo[] {
  return languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity }) =>
        source === 'Inspection Reports' && severity === DiagnosticSeverity.Hint,
    )
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ message, range }) => ({
      label: l10n.t('Line {0}: {1}', range.start.line + 1, message),
      range,
    }))
}

const reveal = TextEditorRevealType.InCenterIfOutsideViewport
