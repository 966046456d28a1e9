/** What happens when the server stops by itself: it is started again, and this is said only if it does not help. */

import { Disposable, l10n } from 'vscode'
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type BaseLanguageClient as LanguageClient,
  State,
} from 'vscode-languageclient'
import { failed } from '../messages/saying'

/** After this many stops, within this many milliseconds, it is not started once more. */
const most = 5
const within = 3 * 60_000

/** After this many milliseconds without a server, none is about to start. */
const longest = 5_000

export interface Stops {
  readonly errorHandler: ErrorHandler
  /** Also says so where the server stays away for any other reason: silence would look as if all were well. */
  follow(client: LanguageClient): Disposable
}

export function followStops(): Stops {
  let stops: readonly number[] = []
  /** Has it run, and has nobody been told since that it is gone? */
  let isMissed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (): void => {
    if (isMissed) sayStopped()
    isMissed = false
  }
  const errorHandler: ErrorHandler = {
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
      setTimeout(say)
      return { action: CloseAction.DoNotRestart, message: 'Stopped too often.', handled: true }
    },
  }
  const follow = (client: LanguageClient): Disposable => {
    const following = client.onDidChangeState(({ newState }) => {
      clearTimeout(timer)
      if (newState === State.Running) isMissed = true
      else if (newState !== State.Starting) timer = setTimeout(say, longest)
    })
    return Disposable.from(following, new Disposable(() => clearTimeout(timer)))
  }
  return { errorHandler, follow }
}

/** Says that the server did not even start; only starting VS Code again will start it. */
export function sayNotStarted(): void {
  failed(
    l10n.t(
      'Inspection Reports could not start, so reports are not checked. Close VS Code and open it again; if that does not help, reinstall the extension.',
    ),
  )
}

function sayStopped(): void {
  const words = l10n.t('The checks have stopped several times within a few minutes.')
  failed(words, new Error('Client is not running'))
}
