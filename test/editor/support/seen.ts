/** What a person would see of a command: what is said or asked, and what has changed. */

import * as vscode from 'vscode'

const asks = [
  'setStatusBarMessage',
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'showQuickPick',
  'showInputBox',
  'showOpenDialog',
  'showSaveDialog',
] as const

/** What is on the screen, as far as an extension can tell. */
function screen(): string {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window
  return JSON.stringify([
    tabGroups.all.map(({ tabs, activeTab }) => [tabs.map(({ label }) => label), activeTab?.label]),
    visibleTextEditors.map(({ document: { uri, version, languageId } }) => [
      uri.toString(),
      version,
      languageId,
    ]),
    activeTextEditor?.document.uri.toString(),
    activeTextEditor?.selection,
  ])
}

/**
 * Runs a command like somebody who answers nothing: every question is recorded and left with Escape. Returns
 * what was said or asked, and "changed" if something has changed; waits for the first of them at most
 * `patience` milliseconds.
 */
export async function seen(command: string, patience: number): Promise<readonly string[]> {
  const found: string[] = []
  const window = vscode.window as unknown as Record<string, unknown>
  const before = new Map<string, unknown>()
  const put = (name: string, value: unknown): void => {
    before.set(name, window[name])
    window[name] = value
  }
  for (const name of asks)
    put(name, (...words: unknown[]) => {
      found.push(`${name}: ${typeof words[0] === 'string' ? words[0] : 'a list'}`)
      return name === 'setStatusBarMessage' ? { dispose: () => {} } : Promise.resolve()
    })
  const { createQuickPick, createStatusBarItem } = vscode.window
  put('createStatusBarItem', (...given: Parameters<typeof createStatusBarItem>) => {
    found.push('createStatusBarItem')
    return createStatusBarItem(...given)
  })
  put('createQuickPick', () => {
    const list = createQuickPick()
    const { show } = list
    list.show = () => {
      found.push(`createQuickPick: ${list.title}`)
      show.call(list)
      setTimeout(() => list.hide(), 0)
    }
    return list
  })
  const old = screen()
  try {
    await vscode.commands.executeCommand(command)
    // What is shown arrives a moment later.
    const end = Date.now() + patience
    while (Date.now() < end && found.length === 0 && screen() === old)
      await new Promise(resolve => setTimeout(resolve, 50))
    return screen() === old ? found : [...found, 'changed']
  } finally {
    for (const [name, value] of before) window[name] = value
  }
}
