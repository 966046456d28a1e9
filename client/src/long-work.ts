/** Work that may last: told to whoever waits for it, and stopped by them. */

import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from 'vscode'

export interface LongWork {
  /** Is set when the user stops it. */
  readonly token: CancellationToken
  /** Tells how far it is; `done` of `all`, in any unit. */
  readonly tell: (message: string, done: number, all: number) => void
}

/** How long, in milliseconds, work is not worth telling of. */
const patience = 500

/**
 * What the work answers; undefined as soon as the user has stopped it, whether or not it has stopped by then.
 * It is only told of where it lasts.
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
      // What was stopped may fail as it likes.
      if (token.isCancellationRequested) return undefined
      throw error
    },
  )
  const timer = setTimeout(() => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true }
    void window.withProgress(options, async (progress, stop) => {
      stop.onCancellationRequested(() => source.cancel())
      let told = 0
      show = () => {
        if (last === undefined) return
        progress.report({ message: last.message, increment: last.percent - told })
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
