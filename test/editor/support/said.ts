/** What is said to the user in messages, and the process of the server, in the tests in VS Code. */

import * as vscode from 'vscode'
import { waitFor } from './waiting'

/** What was said in messages, with the buttons; and progress that was shown, with a way to stop it. */
export class Said {
  readonly messages: string[] = []
  readonly progress: { readonly title: string; readonly stop: () => void }[] = []
  /** The button that somebody presses in each message. */
  answer: string | undefined
  private readonly before = new Map<string, unknown>()

  listen(): void {
    for (const name of ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'])
      this.put(name, async (words: string, ...buttons: unknown[]) => {
        this.messages.push([words, ...buttons.filter(each => typeof each === 'string')].join(' | '))
        return buttons.find(each => each === this.answer)
      })
    this.put(
      'withProgress',
      (
        { title = '' }: vscode.ProgressOptions,
        task: (...given: unknown[]) => Thenable<unknown>,
      ) => {
        const source = new vscode.CancellationTokenSource()
        this.progress.push({ title, stop: () => source.cancel() })
        return task({ report: () => {} }, source.token)
      },
    )
  }

  end(): void {
    for (const [name, value] of this.before) this.window[name] = value
  }

  private readonly window = vscode.window as unknown as Record<string, unknown>

  private put(name: string, value: unknown): void {
    this.before.set(name, this.window[name])
    this.window[name] = value
  }
}

/** The server, a process of the extension's. */
export function server(): { kill(signal: string): void; readonly pid: number } | undefined {
  const handles = (process as unknown as { _getActiveHandles(): object[] })._getActiveHandles()
  return handles.find(
    (each): each is { kill(): void; readonly pid: number } & { readonly spawnargs: string[] } =>
      'spawnargs' in each &&
      Array.isArray(each.spawnargs) &&
      each.spawnargs.some(word => String(word).endsWith('server.js')),
  )
}

/** Waits until the server has read the report. */
export async function known(document: vscode.TextDocument): Promise<void> {
  await waitFor('the report to be known', async () => {
    const found = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )
    return found !== undefined && found.length > 0
  })
}
