/** Says where something has been written, with a button that leads there from where the user is. */

import { commands, env, l10n, UIKind, type Uri, workspace } from 'vscode'
import { attempt, inform, warn } from '../messages/saying'

/** What was written: a text that VS Code shows, or a page or document that other programs show. */
export type Written = 'text' | 'page' | 'document'

/**
 * Does VS Code run on the computer that the files are on? In a browser, and where it works on another
 * computer, no other program can be asked to show a file.
 */
export function isOnThisComputer(): boolean {
  return env.uiKind === UIKind.Desktop && env.remoteName === undefined
}

/** Does not wait for an answer. `remarks` are whole sentences; with them it is a warning. */
export function sayWritten(
  message: string,
  target: Uri,
  written: Written,
  remarks: readonly string[] = [],
): void {
  void attempt(async () => {
    const way = wayTo(target, written)
    const words = [message, ...remarks].join(' ')
    const labels = way === undefined ? [] : [way.label]
    const say = remarks.length > 0 ? warn : inform
    const answer = await say(words, ...labels)
    if (answer !== undefined) await way?.go()
  })
}

interface Way {
  readonly label: string
  readonly go: () => Thenable<unknown>
}

/** Undefined where nothing can show it. */
function wayTo(target: Uri, written: Written): Way | undefined {
  const open = l10n.t('Open')
  if (written === 'text')
    return { label: open, go: () => commands.executeCommand('vscode.open', target) }
  const isReachable = target.scheme === 'file' && isOnThisComputer()
  if (written === 'page' && isReachable) return { label: open, go: () => env.openExternal(target) }
  const inFolder = isReachable
    ? 'revealFileInOS'
    : workspace.getWorkspaceFolder(target) && 'revealInExplorer'
  if (inFolder === undefined) return undefined
  return {
    label: l10n.t('Show in folder'),
    go: () => commands.executeCommand(inFolder, target),
  }
}
