/** The built server, and what is sent to it byte by byte, including what no client would send. */

import { type ChildProcess, spawn } from 'node:child_process'
import { builtServer } from './session'

export interface Answer {
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: { readonly message?: string }
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

export class RawServer {
  /** All that the server has sent, in its order. */
  readonly received: Answer[] = []
  stderr = ''
  readonly ended: Promise<number | null>
  private readonly process: ChildProcess
  private waiting = Buffer.alloc(0)
  private wake = (): void => {}
  private count = 0

  constructor(args: readonly string[] = ['--stdio'], env: NodeJS.ProcessEnv = {}) {
    this.process = spawn(process.execPath, [builtServer, ...args], {
      env: { ...process.env, ...env },
    })
    this.process.stdout?.on('data', (chunk: Buffer) => this.take(chunk))
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk
    })
    this.process.stdin?.on('error', () => {})
    this.ended = new Promise(resolve => this.process.once('close', resolve))
  }

  private take(chunk: Buffer): void {
    this.waiting = Buffer.concat([this.waiting, chunk])
    for (;;) {
      const end = this.waiting.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(
        /Content-Length: (\d+)/.exec(this.waiting.toString('latin1', 0, end))?.[1],
      )
      if (this.waiting.length < end + 4 + length) return
      this.received.push(JSON.parse(this.waiting.toString('utf8', end + 4, end + 4 + length)))
      this.waiting = this.waiting.subarray(end + 4 + length)
      this.wake()
    }
  }

  write(bytes: string | Uint8Array): void {
    this.process.stdin?.write(bytes)
  }

  /** Sends a value as the body of a message, whatever it is. */
  send(value: unknown): void {
    this.write(framed(value))
  }

  notify(method: string, params?: unknown): void {
    this.send({ jsonrpc: '2.0', method, params })
  }

  /** The answer to a request; mocha's time limit ends the wait. */
  async ask(method: string, params?: unknown): Promise<Answer> {
    const id = ++this.count
    this.send({ jsonrpc: '2.0', id, method, params })
    return this.until(each => each.id === id && each.method === undefined)
  }

  async until(isIt: (answer: Answer) => boolean): Promise<Answer> {
    for (;;) {
      const found = this.received.find(isIt)
      if (found !== undefined) return found
      await new Promise<void>(resolve => {
        this.wake = resolve
      })
    }
  }

  async initialize(capabilities: object = {}, more: object = {}): Promise<void> {
    await this.ask('initialize', { processId: null, rootUri: null, capabilities, ...more })
    this.notify('initialized', {})
  }

  open(uri: string, text: string, version = 1): void {
    const textDocument = { uri, languageId: 'inspection-report', version, text }
    this.notify('textDocument/didOpen', { textDocument })
  }

  /** What the server has logged. */
  get logged(): readonly string[] {
    return this.received
      .filter(({ method }) => method === 'window/logMessage')
      .map(({ params }) => params?.message ?? '')
  }

  async stop(): Promise<number | null> {
    await this.ask('shutdown')
    this.notify('exit')
    return this.ended
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }
}

/** A value as the body of a message: `Content-Length: 4`, an empty line, `null`. */
export function framed(value: unknown): string {
  const body = JSON.stringify(value) ?? ''
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}
