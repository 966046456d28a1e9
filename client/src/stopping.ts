/** What happens where the server stops by itself: it is started again, and said only where that does not help. */

import { commands, l10n, window } from 'vscode'
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node'

/** So many stops, within so many milliseconds, are too many to start it once more. */
const most = 5
const within = 3 * 60_000

export interface Stopping extends ErrorHandler {
  /** Told once it has stopped too often; then it stays so until `startAgain`. */
  onStopped(startAgain: () => void): void
}

export function followStops(): Stopping {
  let stops: readonly number[] = []
  let start = (): void => {}
  return {
    onStopped: startAgain => {
      start = startAgain
    },
    error: (_error, _message, count = 0) => ({
      action: count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      const now = Date.now()
      stops = [...stops.filter(at => now - at < within), now]
      // The log has what the server said last.
      if (stops.length < most)
        return { action: CloseAction.Restart, message: 'Stopped; starting again.', handled: true }
      stops = []
      sayStopped(start)
      return { action: CloseAction.DoNotRestart, message: 'Stopped too often.', handled: true }
    },
  }
}

function sayStopped(startAgain: () => void): void {
  const again = l10n.t('Start it again')
  const log = l10n.t('Show log')
  const words = l10n.t(
    'Inspection Reports has stopped several times, and checks no reports now. Your texts are as they were. Start it again; if it stops again, close the report that you opened last.',
  )
  void window.showErrorMessage(words, again, log).then(answer => {
    if (answer === again) startAgain()
    else if (answer === log) void commands.executeCommand('inspectionReports.showLog')
  })
}
