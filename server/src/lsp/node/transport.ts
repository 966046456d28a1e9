/** How a client reaches the server, as the arguments say: over IPC, standard input and output, a pipe or a socket. */

import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Transport } from '../guarding'
import { ResumingReader } from './reader'

/** What is said where the arguments do not name a way. */
export const howToStart =
  'This is the language server of Inspection Reports: start it with --stdio, --node-ipc, --pipe=NAME or --socket=PORT, so that an editor can talk to it.'

/** Undefined where the arguments do not name a way, or name an impossible one. */
export function transportFor(args: readonly string[]): Transport | undefined {
  for (const [at, argument] of args.entries()) {
    const [name, value = args[at + 1] ?? ''] = split(argument)
    if (name === '--node-ipc') {
      if (process.send === undefined) return undefined
      return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) }
    }
    if (name === '--stdio')
      return {
        reader: new ResumingReader(process.stdin),
        writer: new StreamMessageWriter(process.stdout),
      }
    if (name === '--pipe' && value !== '') return over(createServerPipeTransport(value))
    const port = Number(value)
    if (name === '--socket' && Number.isInteger(port) && port > 0 && port < 65_536)
      return over(createServerSocketTransport(port))
  }
  return undefined
}

function over([reader, writer]: ReturnType<typeof createServerPipeTransport>): Transport {
  return { reader, writer }
}

/** `--pipe=name` in two; the value of `--pipe name` is the next argument. */
function split(argument: string): readonly [name: string, value?: string] {
  const at = argument.indexOf('=')
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)]
}
