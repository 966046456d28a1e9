/** What is too much for a message: a list of sentences, beside what is open. */

import { ViewColumn, window, workspace } from 'vscode'

/** Opens them as a text of their own, which nobody needs to save. */
export async function showLines(lines: readonly string[]): Promise<void> {
  const content = lines.map(each => `- ${each}`).join('\n')
  const list = await workspace.openTextDocument({ language: 'plaintext', content: `${content}\n` })
  await window.showTextDocument(list, { preview: false, viewColumn: ViewColumn.Beside })
}
