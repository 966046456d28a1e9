/** Asks VS Code what it would offer to write. */

import * as vscode from 'vscode'

/** What is offered at a place, worked out as for the list that opens there. */
export async function completions(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  )
  return items
}

export function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label
}
