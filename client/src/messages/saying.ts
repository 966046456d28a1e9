/** What is said to the user: what nobody asked for in the status bar, what has failed in a message. */

import { CancellationError, commands, type Disposable, l10n, window } from 'vscode'
import { messageText } from '../../../server/src/text/escape'
import { isStopped, reasonFor } from './reasons'

/** Says it for five seconds. */
export function say(message: string): void {
  window.setStatusBarMessage(messageText(message), 5000)
}

/** Says in a message what was done; answers with the button that was pressed. */
export function inform(
  message: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  return window.showInformationMessage(messageText(message), ...buttons)
}

/** Says in a message what to look at; answers with the button that was pressed. */
export function warn(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(messageText(message), ...buttons)
}

/** Asks before something is done, in the middle of the window; undefined where it is not to be done. */
export function ask(
  message: string,
  detail: string,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  const options = { modal: true, detail: messageText(detail) }
  return window.showWarningMessage(messageText(message), options, ...buttons)
}

/** The commands that are being carried out: hardly ever more than one. */
const running: string[] = []

let log: (what: string, error?: unknown) => void = () => {}

/**
 * Where failures are recorded, for somebody who helps to find the cause: what failed and where, never a
 * report.
 */
export function logFailuresTo(write: typeof log): void {
  log = write
}

/**
 * Says once what has failed, in a sentence that says what to do, if anything can be done; the log is a click
 * away. `error` is what was thrown: its own words, meant for programmers, are not shown; nor does the message
 * go into the log, since it may name a report.
 */
export function failed(message: string, error?: unknown): void {
  log(
    `${running.length === 0 ? 'Something' : running.join(' or ')} failed`,
    error ?? new Error(message),
  )
  const advice =
    error === undefined
      ? ''
      : ` ${reasonFor(error) ?? l10n.t('Try again. If it happens again, the log says more.')}`
  const buttons = [
    ...(isStopped(error)
      ? [{ label: l10n.t('Start it again'), command: 'inspectionReports.startAgain' }]
      : []),
    { label: l10n.t('Show log'), command: 'inspectionReports.showLog' },
  ]
  const labels = buttons.map(({ label }) => label)
  void window.showErrorMessage(messageText(`${message}${advice}`), ...labels).then(answer => {
    const button = buttons.find(({ label }) => label === answer)
    if (button !== undefined) void commands.executeCommand(button.command)
  })
}

/** Does what was asked for; if that fails and nothing else reports it, it is reported here. */
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

/** Does what nobody has asked for; if that fails, only the log says so. */
export async function quietly(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    log('Something in the background failed', error)
  }
}

/** Registers a command whose failures nothing else reports; VS Code would, in words for programmers. */
export function registerCommand<Given extends unknown[]>(
  command: string,
  run: (...given: Given) => unknown,
): Disposable {
  return commands.registerCommand(command, async (...given: Given) => {
    running.push(command)
    try {
      return await attempt(() => run(...given))
    } finally {
      running.splice(running.indexOf(command), 1)
    }
  })
}
