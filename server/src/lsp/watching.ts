/** Deals with handlers that fail: the log says what failed and where, and the server carries on. */

import { ErrorCodes, ResponseError } from 'vscode-languageserver'
import { traceOf } from '../host/failure-trace'

type Handler = (...given: unknown[]) => unknown
type Log = (words: string) => void

/** Parts of a connection that take handlers of their own. */
const parts: ReadonlySet<string> = new Set([
  'client',
  'diagnostics',
  'languages',
  'semanticTokens',
  'window',
  'workspace',
])

/**
 * The same connection, except that what a handler throws goes into the log without quoting it, and to the client as an
 * error that says only that something failed. An error that was made for the client is passed on as it is.
 */
export function watched<Connection extends object>(connection: Connection, log: Log): Connection {
  return withHandlers(connection, (run, name) => async (...given) => {
    try {
      return await run(...given)
    } catch (error) {
      if (error instanceof ResponseError) throw error
      log(`${name} failed, ${traceOf(error)}`)
      throw new ResponseError(ErrorCodes.InternalError, `${name} failed`)
    }
  })
}

/** The same source of events, except that a listener that fails is logged and does not stop the others. */
export function watchedEvents<Events extends object>(events: Events, log: Log): Events {
  return withHandlers(events, (run, name) => async (...given) => {
    try {
      await run(...given)
    } catch (error) {
      // Work that was given up because the text has since changed.
      if (error instanceof ResponseError) return
      log(`${name} failed, ${traceOf(error)}`)
    }
  })
}

function withHandlers<Of extends object>(
  of: Of,
  careful: (run: Handler, name: string) => Handler,
): Of {
  return new Proxy(of, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target)
      const name = String(key)
      if (typeof value === 'object' && value !== null && parts.has(name))
        return withHandlers(value, careful)
      if (typeof value !== 'function') return value
      if (!/^on(?:[A-Z]|$)/.test(name)) return value.bind(target)
      return (...given: unknown[]) => {
        const what = nameOf(given[0]) ?? name
        return value.apply(
          target,
          given.map(each => (typeof each === 'function' ? careful(each as Handler, what) : each)),
        )
      }
    },
  })
}

/** `textDocument/hover`, from its name or its type. */
function nameOf(type: unknown): string | undefined {
  if (typeof type === 'string') return type
  const method = (type as { readonly method?: unknown } | undefined)?.method
  return typeof method === 'string' ? method : undefined
}
