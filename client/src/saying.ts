/** What is said to the user: in the status bar what nobody asked for, in a message what has failed. */

import { CancellationError, commands, type Disposable, l10n, window } from 'vscode'
import { isStopped, reasonFor } from './reasons'

/** Says it for five seconds. */
export function say(message: string): void {
  window.setStatusBarMessage(message, 5000)
}

let log: (words: string, error?: unknown) => void = () => {}

/** Where failures are written down in full, for who helps to find out why. */
export function logFailuresTo(write: typeof log): void {
  log = write
}

/**
 * Says once what has failed, in a sentence that tells what to do, if anything can be done; the log is a click
 * away. `error` is what was thrown: its own words, which are those of programs, stand in the log only.
 */
export function failed(message: string, error?: unknown): void {
  log(message, error)
  const advice =
    error === undefined
      ? ''
      : ` ${reasonFor(error) ?? l10n.t('Try again; if it happens again, the log says more.')}`
  const buttons = [
    ...(isStopped(error)
      ? [{ label: l10n.t('Start it again'), command: 'inspectionReports.startAgain' }]
      : []),
    { label: l10n.t('Show log'), command: 'inspectionReports.showLog' },
  ]
  const labels = buttons.map(({ label }) => label)
  void window.showErrorMessage(`${message}${advice}`, ...labels).then(answer => {
    const button = buttons.find(({ label }) => label === answer)
    if (button !== undefined) void commands.executeCommand(button.command)
  })
}

/** Does what was asked for; where that fails and nobody else says it, it is said here. */
export async function attempt<Answer>(
  run: () => Answer | Thenable<Answer>,
): Promise<Answer | undefined> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CancellationError)) failed(l10n.t('This did not work.'), error)
    return undefined
  }
}

/** Does what nobody has asked for; where that fails, only the log tells. */
export async function quietly(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    log(l10n.t('This did not work.'), error)
  }
}

/** Registers a command of which nobody else says why it failed: VS Code would, in words of programs. */
export function registerCommand<Given extends unknown[]>(
  command: string,
  run: (...given: Given) => unknown,
): Disposable {
  return commands.registerCommand(command, (...given: Given) => attempt(() => run(...given)))
}
