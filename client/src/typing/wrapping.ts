/** Wraps the long lines of reports in editors that do not: a pasted paragraph is one line. */

import {
  commands,
  type Disposable,
  TabInputText,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import type { LastCheck, Reports } from '../reports'
import { settingOf } from '../server/set-by-user'

/**
 * Switches word wrap on for the active editor when its document becomes known as a report, once for each
 * document. VS Code does not say whether lines are wrapped, only what the settings ask for, so a second
 * time might switch it off again.
 */
export function wrapLongLines(reports: Reports): Disposable {
  const wrapped = new Set<string>()
  const update = (): void => {
    const document = window.activeTextEditor?.document
    const report = reports.active()
    if (document === undefined || report === undefined) return
    const key = document.uri.toString()
    if (wrapped.has(key) || !isUnwrapped(document, report) || !isShownAlone(document)) return
    wrapped.add(key)
    void commands.executeCommand('editor.action.toggleWordWrap')
  }
  const forget = ({ uri }: TextDocument): void => {
    // A document that changes its language is reported as closed and opened, but stays; so does its wrapping.
    const key = uri.toString()
    if (workspace.textDocuments.every(open => open.uri.toString() !== key)) wrapped.delete(key)
  }
  const subscriptions = [
    reports.onDidChangeActive(update),
    window.tabGroups.onDidChangeTabs(update),
    workspace.onDidCloseTextDocument(forget),
  ]
  return {
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

function isUnwrapped(document: TextDocument, { folder }: LastCheck): boolean {
  if (document.languageId === 'inspection-report') return false
  if (!settingOf('wrapLongLines', document, folder.wrapLongLines, true)) return false
  return workspace.getConfiguration('editor', document).get('wordWrap') === 'off'
}

/** Not as one side of a comparison. */
function isShownAlone({ uri }: TextDocument): boolean {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  return input instanceof TabInputText && input.uri.toString() === uri.toString()
}
