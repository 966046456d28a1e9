/** What a worker of a browser has, as far as it is used here. */

export interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: unknown): void
  /** Runs the script at this address before it returns. */
  importScripts(address: string): void
  close(): void
  addEventListener(kind: 'error', listener: (event: FailureEvent) => void): void
  addEventListener(kind: 'unhandledrejection', listener: (event: FailureEvent) => void): void
  /** What a CommonJS module expects to find. */
  module?: { exports: unknown }
  exports?: unknown
  require?: (name: string) => unknown
}

/** An error that nobody has caught; `error` or `reason` is what was thrown. */
export interface FailureEvent {
  readonly error?: unknown
  readonly reason?: unknown
  preventDefault(): void
}

declare const self: WorkerScope

export const worker: WorkerScope = self

/** A worker that this one has started. */
export interface StartedWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onerror: ((event: FailureEvent) => void) | null
  postMessage(message: unknown): void
  terminate(): void
}
