/** What happens where the server stops by itself: it is started again, and said only where that does not help. */

import { l10n } from 'vscode'
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient/node'
import { failed } from './saying'

/** So many stops, within so many milliseconds, are too many to start it once more. */
const most = 5
const within = 3 * 60_000

export function followStops(): ErrorHandler {
  let stops: readonly number[] = []
  return {
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
      // The client knows that it has stopped once this has answered.
      setTimeout(sayStopped)
      return { action: CloseAction.DoNotRestart, message: 'Stopped too often.', handled: true }
    },
  }
}

/** That the server did not even start; nothing starts it again but VS Code. */
export function sayNotStarted(): void {
  failed(
    l10n.t(
      'Inspection Reports could not start, so reports are not checked. Close VS Code and open it again; if that does not help, install the extension once more.',
    ),
  )
}

function sayStopped(): void {
  const words = l10n.t('The checks have stopped several times within a few minutes.')
  failed(words, new Error('Client is not running'))
}
