/**
 * Guards the way between client and server: whatever comes in is a message at the right time, and no log that
 * goes out quotes a report.
 */

import {
  ErrorCodes,
  LogMessageNotification,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver'

export interface Transport {
  readonly reader: MessageReader
  readonly writer: MessageWriter
}

export interface GuardedTransport extends Transport {
  /** Has the client asked the server to end? */
  readonly isShutDown: () => boolean
}

/** What a message may contain, whoever sent it. */
interface Parts {
  readonly jsonrpc?: unknown
  readonly id?: unknown
  readonly method?: unknown
  readonly params?: unknown
  readonly error?: unknown
}

/**
 * Lets in what the protocol allows at the time: nothing before *initialize* or after *shutdown*, *initialize*
 * only once, and no value that is not a message. Requests that are not allowed are answered with an error, and
 * everything else is dropped. `onMessage` is called for each message, in and out.
 */
export function guarded(
  { reader, writer }: Transport,
  onMessage: () => void = () => {},
): GuardedTransport {
  let state: 'new' | 'running' | 'shut down' = 'new'
  const refuse = (id: unknown, code: number, message: string): void => {
    const answer = { jsonrpc: '2.0', id: isId(id) ? id : null, error: { code, message } }
    void writer.write(answer as Message).catch(() => {})
  }
  const admits = (message: unknown): boolean => {
    if (typeof message !== 'object' || message === null || Array.isArray(message)) {
      refuse(null, ErrorCodes.InvalidRequest, 'This is not a message.')
      return false
    }
    const { id, method, params } = message as Parts
    // An answer to a request of our own.
    if (method === undefined) return isId(id)
    if (typeof method !== 'string' || (id !== undefined && !isId(id))) {
      refuse(id, ErrorCodes.InvalidRequest, 'This is not a request.')
      return false
    }
    if (method === 'exit') return true
    if (id === undefined) return state === 'running' && isComplete(method, params)
    if (method === 'initialize' && state === 'new') {
      state = 'running'
      return true
    }
    if (state === 'running' && method !== 'initialize') {
      if (method === 'shutdown') state = 'shut down'
      return true
    }
    if (state === 'new')
      refuse(id, ErrorCodes.ServerNotInitialized, 'The first request is "initialize".')
    else if (state === 'running')
      refuse(id, ErrorCodes.InvalidRequest, 'The server is initialized already.')
    else refuse(id, ErrorCodes.InvalidRequest, 'The server was asked to end.')
    return false
  }
  return {
    isShutDown: () => state === 'shut down',
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      dispose: () => reader.dispose(),
      listen: callback =>
        reader.listen(message => {
          onMessage()
          if (admits(message)) callback(message)
        }),
    },
    writer: {
      onError: writer.onError,
      onClose: writer.onClose,
      dispose: () => writer.dispose(),
      end: () => writer.end(),
      write: message => {
        onMessage()
        return writer.write(withoutQuotes(message))
      },
    },
  }
}

function isId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number'
}

/** The library itself reads which request is to be cancelled, and takes it for granted that this is given. */
function isComplete(method: string, params: unknown): boolean {
  return method !== '$/cancelRequest' || isId((params as Parts | undefined)?.id)
}

/** The library quotes what was thrown when it describes a failure; logs and answers name only what failed. */
function withoutQuotes(message: Message): Message {
  const { method, params, error } = message as Parts
  if (method === LogMessageNotification.method) {
    const logged = params as { readonly message: string }
    return { ...message, params: { ...logged, message: beginning(logged.message) } } as Message
  }
  const failure = error as { readonly code: number; readonly message: string } | undefined
  if (failure?.code !== ErrorCodes.InternalError) return message
  return {
    ...message,
    error: { code: failure.code, message: beginning(failure.message) },
  } as Message
}

/** `Request textDocument/hover failed`: the words before the first quotation. */
function beginning(words: string): string {
  return (words.split(/: |\n/, 1)[0] ?? '').replace(/ with message$/, '')
}
