/** What is said to the user: in the status bar what nobody asked for, in a message what has failed. */

import { CancellationError, commands, type Disposable, l10n, window } from 'vscode'

/** Says it for five seconds. */
export function say(message: string): void {
  window.setStatusBarMessage(message, 5000)
}

/**
 * Says once what has failed, in a sentence that tells what to do, if anything can be done; the log is a click
 * away. `error` is what was thrown, whose own words follow.
 */
export function failed(message: string, error?: unknown): void {
  const reason = error === undefined ? '' : error instanceof Error ? error.message : String(error)
  const words = reason === '' ? message : `${message} ${sentence(reason)}`
  const log = l10n.t('Show log')
  void window.showErrorMessage(words, log).then(answer => {
    if (answer === log) void commands.executeCommand('inspectionReports.showLog')
  })
}

/** Registers a command of which nobody else says why it failed: VS Code would, in words of programs. */
export function registerCommand<Given extends unknown[]>(
  command: string,
  run: (...given: Given) => unknown,
): Disposable {
  return commands.registerCommand(command, async (...given: Given) => {
    try {
      return await run(...given)
    } catch (error) {
      if (!(error instanceof CancellationError))
        failed(
          l10n.t('This did not work. Try again; if it happens again, the log says more.'),
          error,
        )
      return undefined
    }
  })
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}
