/**
 * The list of what is still to be written or looked at in a report and is not in VS Code's own list of
 * problems.
 */

import {
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  type QuickPickItem,
  type Range,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode'
import { activeEditor, goTo } from '../active-report'
import { say } from '../messages/saying'
import { isOfReport } from '../pages/rule-pages'

interface ToDo extends QuickPickItem {
  readonly range: Range
}

/** Lists what VS Code's list of problems leaves out; picking one goes there. */
export async function showToDos(): Promise<void> {
  const editor = await activeEditor()
  if (editor === undefined) return
  const toDos = toDosOf(editor.document.uri)
  if (toDos.length === 0) {
    say(
      problemsOf(editor.document.uri).length === 0
        ? l10n.t('Nothing is left to do in this report.')
        : l10n.t(
            'Nothing is left to be written. What is to be put right is in the list of problems.',
          ),
    )
    return
  }
  const picked = await window.showQuickPick(toDos, {
    title: l10n.t('Still to be written, or to be looked at'),
    placeHolder: l10n.t('Pick one to go there'),
    onDidSelectItem: (item: ToDo) => editor.revealRange(item.range, reveal),
  })
  if (picked !== undefined) await goTo(editor, picked.range)
}

function problemsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(isOfReport)
}

/** In the order of the text, each with its line. */
function toDosOf(uri: Uri): readonly ToDo[] {
  return problemsOf(uri)
    .filter(({ severity }) => severity === DiagnosticSeverity.Hint)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ message, range }) => ({
      label: l10n.t('Line {0}: {1}', range.start.line + 1, message),
      range,
    }))
}

const reveal = TextEditorRevealType.InCenterIfOutsideViewport
