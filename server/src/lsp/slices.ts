/** Runs long work in slices, so that between slices the server sees what else has come in. */

import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Steps } from '../text/steps'

/** How long, in milliseconds, the server works before it looks for messages. */
const sliceLength = 10

export interface Slicing {
  /** Has the text that the work is about changed? */
  readonly isOutdated?: () => boolean
  /** Begins a slice; the function that it returns says after each step whether the slice is over. */
  readonly slice?: () => () => boolean
}

/**
 * The result of the steps. Work that takes no longer than one slice is done at once.
 *
 * Fails with `RequestCancelled` before the next slice once the client has cancelled the request, and with
 * `ContentModified` once the text has changed; no more of the work is done then.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  token: CancellationToken,
  { isOutdated = () => false, slice = timedSlice }: Slicing = {},
): Promise<Result> {
  try {
    for (;;) {
      const isOver = slice()
      do {
        const { done, value } = steps.next()
        if (done) return value
      } while (!isOver())
      await turn()
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
      if (isOutdated())
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.')
    }
  } finally {
    // Unfinished work releases what it holds.
    steps.return(undefined as Result)
  }
}

/** Waits until messages have been read; fails with `RequestCancelled` if one of them cancels the request. */
export function pause(token: CancellationToken): Promise<void> {
  return inSlices(oneStep(), token, { slice: () => () => true })
}

/** The answer, unless the client cancels the request before: then it fails with `RequestCancelled`. */
export function unlessCancelled<Answer>(
  answer: Promise<Answer>,
  token: CancellationToken,
): Promise<Answer> {
  const stopped = new Promise<never>((_, reject) => {
    token.onCancellationRequested(() =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')),
    )
  })
  return Promise.race([answer, stopped])
}

function* oneStep(): Steps<void> {
  yield
}

function timedSlice(): () => boolean {
  const began = performance.now()
  return () => performance.now() - began >= sliceLength
}

const waiting: (() => void)[] = []

/** Waits until messages have been read. Only one piece of work continues in each turn of the event loop. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    waiting.push(resolve)
    if (waiting.length === 1) afterMessages(next)
  })
}

function next(): void {
  waiting.shift()?.()
  if (waiting.length > 0) afterMessages(next)
}

/** A web worker has no `setImmediate`. */
const afterMessages: (action: () => void) => void =
  'setImmediate' in globalThis ? action => setImmediate(action) : action => setTimeout(action)
