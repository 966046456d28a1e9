/** Work that may take a while: shown to the user who waits for it, and can stop it. */

import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode'
import { messageText } from '../../../server/src/text/escape'

export interface LongWork {
  /** Cancelled when the user stops the work. */
  readonly token: CancellationToken
  /** Says how far the work has got: `done` of `all`, in any unit. */
  readonly tell: (message: string, done: number, all: number) => void
}

/** Work that takes less than this, in milliseconds, is not worth showing. */
const patience = 500

/**
 * What the work returns; undefined as soon as the user stops it, whether or not the work itself has ended by
 * then. It is shown only if it takes a while.
 */
export async function longWork<Answer>(
  title: string,
  work: (long: LongWork) => Promise<Answer>,
): Promise<Answer | undefined> {
  const source = new CancellationTokenSource()
  const { token } = source
  let last: { readonly message: string; readonly percent: number } | undefined
  let show = (): void => {}
  const tell: LongWork['tell'] = (message, done, all) => {
    last = { message, percent: (done / all) * 100 }
    show()
  }
  const stopped = new Promise<undefined>(resolve =>
    token.onCancellationRequested(() => resolve(undefined)),
  )
  const done = work({ token, tell }).then(
    answer => (token.isCancellationRequested ? undefined : answer),
    error => {
      // How work fails that was stopped does not matter.
      if (token.isCancellationRequested) return undefined
      throw error
    },
  )
  const timer = setTimeout(() => {
    const options = {
      location: ProgressLocation.Notification,
      title: messageText(title),
      cancellable: true,
    }
    void window.withProgress(options, async (progress, stop) => {
      stop.onCancellationRequested(() => source.cancel())
      let told = 0
      show = () => {
        if (last === undefined) return
        progress.report({ message: messageText(last.message), increment: last.percent - told })
        told = last.percent
      }
      show()
      await Promise.race([done, stopped]).catch(() => {})
    })
  }, patience)
  try {
    return await Promise.race([done, stopped])
  } finally {
    clearTimeout(timer)
  }
}
