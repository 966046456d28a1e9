/** Reads messages from a stream, and continues after anything that was not one. */

import type { Readable } from 'node:stream'
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-languageserver/node'

/** In bytes. No message is longer, whatever its header says. */
const longest = 1_000_000_000
/** In bytes. Where this many hold no header, one cannot have begun before the last of them. */
const longestHeader = 4_096

/**
 * A message is a header with `Content-Length: 12`, an empty line, and that many bytes of JSON. Anything that is
 * not a message is skipped: bytes before a header, a body that is not JSON, and one that another header
 * interrupts, since JSON has no line ends within its strings. For everything skipped up to the next message,
 * the callback gets a single `undefined`.
 */
export class ResumingReader extends AbstractMessageReader {
  private chunks: Buffer[] = []
  private size = 0
  /** How many bytes there must be before it is worth looking at them. */
  private needed = 0
  private isLost = false

  constructor(private readonly stream: Readable) {
    super()
  }

  listen(callback: DataCallback): Disposable {
    const take = (chunk: Buffer): void => this.take(chunk, callback)
    this.stream.on('data', take)
    this.stream.on('error', error => this.fireError(error))
    this.stream.on('end', () => this.fireClose())
    this.stream.on('close', () => this.fireClose())
    return { dispose: () => void this.stream.off('data', take) }
  }

  private take(chunk: Buffer, callback: DataCallback): void {
    const before = this.chunks.at(-1)?.subarray(-3) ?? Buffer.alloc(0)
    this.chunks.push(chunk)
    this.size += chunk.length
    const mayInterrupt = Buffer.concat([before, chunk]).includes(emptyLine)
    if (this.size < this.needed && !mayInterrupt) return
    let bytes: Buffer = Buffer.concat(this.chunks)
    for (;;) {
      const step = stepIn(bytes)
      if ('needed' in step) {
        this.needed = step.needed
        break
      }
      bytes = bytes.subarray(step.taken)
      const isMessage = step.message !== undefined
      if (isMessage || !this.isLost) callback(step.message as Message)
      this.isLost = !isMessage
    }
    this.chunks = [bytes]
    this.size = bytes.length
  }
}

/** Either so many bytes are done with, whether they were a message or not, or so many are needed to decide. */
type Step = { readonly taken: number; readonly message: unknown } | { readonly needed: number }

function stepIn(bytes: Buffer): Step {
  const header = headerIn(bytes)
  if (header === undefined) {
    const taken = bytes.length - longestHeader
    return taken > 0 ? { taken, message: undefined } : { needed: bytes.length + 1 }
  }
  if (header.from > 0) return { taken: header.from, message: undefined }
  const end = header.to + header.length
  const body = bytes.subarray(header.to, end)
  const isWhole = bytes.length >= end
  const message = isWhole ? parsed(body) : undefined
  if (message !== undefined) return { taken: end, message }
  const next = headerIn(body)
  if (next !== undefined) return { taken: header.to + next.from, message: undefined }
  return isWhole ? { taken: end, message: undefined } : { needed: end }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

interface Header {
  /** Where it begins (`from`), and where its body does (`to`). */
  readonly from: number
  readonly to: number
  /** Of the body, in bytes. */
  readonly length: number
}

const emptyLine = '\r\n\r\n'
const lengthName = 'content-length:'
const typeName = 'content-type:'

/** The first whole header in the bytes, whatever comes before it. */
function headerIn(bytes: Buffer): Header | undefined {
  let start = 0
  for (;;) {
    const end = bytes.indexOf(emptyLine, start)
    if (end < 0) return undefined
    start = Math.max(start, end - longestHeader)
    const text = bytes.toString('ascii', start, end).toLowerCase()
    const at = text.lastIndexOf(lengthName)
    const [value = ''] = text.slice(at + lengthName.length).split('\r\n', 1)
    const length = /^ *\d{1,10} *$/.test(value) ? Number(value) : Number.NaN
    if (at >= 0 && length <= longest)
      return { from: start + (typeBefore(text, at) ?? at), to: end + emptyLine.length, length }
    start = end + emptyLine.length
  }
}

/** The header may first say what type the body is. */
function typeBefore(text: string, at: number): number | undefined {
  const type = text.lastIndexOf(typeName, at)
  return type >= 0 && text.indexOf('\r\n', type) === at - 2 ? type : undefined
}
