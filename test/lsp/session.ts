/** The built server in a process of its own, and a client that talks to it over standard input and output. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import {
  ApplyWorkspaceEditRequest,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type CheckedParams, checkedMethod } from '../../server/src/lsp/protocol'

export const root = path.resolve(import.meta.dirname, '..')
export const builtServer = path.join(root, 'dist', 'server.js')
export const docsUri = 'file:///extension/docs'

export function sample(name: string): string {
  return readFileSync(path.join(root, 'samples', name), 'utf8')
}

/** Builds the product if its bundle is older than a source. */
export function buildIfStale(): void {
  const built = statSync(builtServer, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(['server/src/**/*.ts', 'server/types/*.yaml'], { cwd: root })
  if (sources.every(file => statSync(path.join(root, file)).mtimeMs < built)) return
  const args = [path.join(root, 'scripts/build.mjs'), '--quiet']
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error('the server could not be built')
}

/** What VS Code can do, as far as the server asks. */
const everything: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      snippetEditSupport: true,
      changeAnnotationSupport: {},
    },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
  },
}

/** What a simple editor can do: no pulling, no settings, no tab stops. */
const little: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, definition: {} },
}

export interface SessionOptions {
  readonly client?: 'vs-code' | 'simple'
  /** By rule id. */
  readonly rules?: Readonly<Record<string, string>>
  /** The same for a document of its own folder; takes precedence. */
  readonly rulesIn?: (uri: string | undefined) => Readonly<Record<string, string>>
  /** Type ids by file pattern. */
  readonly reportTypes?: Readonly<Record<string, string>>
  /** Does the client ask for reasons itself? */
  readonly ignores?: boolean
  /** Can the client follow lenses? */
  readonly goesTo?: boolean
  /** What is said in the user's language, by the English text. */
  readonly translations?: Readonly<Record<string, string>>
  /** Addresses of the open folders. */
  readonly folders?: readonly string[]
}

export class Session {
  readonly pushed: PublishDiagnosticsParams[] = []
  readonly checked: CheckedParams[] = []
  /** How often the server asked for the settings, and for all problems to be pulled again. */
  asked = 0
  refreshed = 0
  result!: InitializeResult
  rules: Readonly<Record<string, string>>
  readonly connection: ProtocolConnection
  private readonly process: ChildProcess
  private readonly documents = new Map<string, TextDocument>()
  private wake = (): void => {}

  private constructor(private readonly options: SessionOptions) {
    this.rules = options.rules ?? {}
    this.process = spawn(process.execPath, [builtServer, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!),
    )
  }

  static async start(options: SessionOptions = {}): Promise<Session> {
    const session = new Session(options)
    await session.handshake()
    return session
  }

  private async handshake(): Promise<void> {
    const { connection } = this
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      this.asked++
      const { reportTypes, rulesIn } = this.options
      return items.map(({ scopeUri }) => ({
        rules: rulesIn?.(scopeUri) ?? this.rules,
        reportTypes,
      }))
    })
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshed++
      this.wake()
    })
    connection.onRequest(RegistrationRequest.type, () => {})
    connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => this.apply(edit))
    connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.pushed.push(params)
      this.wake()
    })
    connection.onNotification(checkedMethod, (params: CheckedParams) => {
      this.checked.push(params)
      this.wake()
    })
    connection.listen()
    const simple = this.options.client === 'simple'
    this.result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: simple ? little : everything,
      initializationOptions: simple
        ? undefined
        : {
            docsUri,
            tellsChecks: true,
            ignores: this.options.ignores === true,
            goesTo: this.options.goesTo === true,
            ...(this.options.translations && { translations: this.options.translations }),
          },
      workspaceFolders: this.options.folders?.map(uri => ({ uri, name: uri })) ?? null,
    })
    await connection.sendNotification(InitializedNotification.type, {})
  }

  /** The number by which the system knows the server's process. */
  get pid(): number {
    return this.process.pid ?? 0
  }

  async open(text: string, languageId = 'plaintext', uri = 'untitled:Untitled-1'): Promise<string> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text))
    const textDocument = { uri, languageId, version: 1, text }
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
    return uri
  }

  /** The text as the client has it. */
  text(uri: string): string {
    return this.document(uri).getText()
  }

  document(uri: string): TextDocument {
    return this.documents.get(uri)!
  }

  /** The first place of `words`, after those of `after`. */
  range(uri: string, words: string, after = ''): Range {
    const document = this.document(uri)
    const text = document.getText()
    const start = text.indexOf(words, text.indexOf(after) + after.length)
    if (start < 0 || !text.includes(after)) throw new Error(`"${words}" is not in the text`)
    return { start: document.positionAt(start), end: document.positionAt(start + words.length) }
  }

  /** Replaces one range, as typing does. */
  async change(uri: string, range: Range, text: string): Promise<void> {
    const version = this.document(uri).version + 1
    const contentChanges = [{ range, text }]
    TextDocument.update(this.document(uri), contentChanges, version)
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    })
  }

  /** Makes an edit that the server asks for, if it is for the present version. */
  private async apply({ documentChanges = [] }: WorkspaceEdit): Promise<{ applied: boolean }> {
    for (const change of documentChanges) {
      if (!('edits' in change)) return { applied: false }
      const { uri, version } = change.textDocument
      if (version !== this.document(uri).version) return { applied: false }
      for (const edit of change.edits)
        if ('newText' in edit) await this.change(uri, edit.range, edit.newText)
    }
    return { applied: true }
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri)
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    })
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    })
  }

  async problems(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri)
    return report.kind === 'full' ? report.items : []
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    })
    return (answer ?? []) as CodeAction[]
  }

  /** Sets the severities of rules, as the settings editor does. */
  async set(rules: Readonly<Record<string, string>>): Promise<void> {
    this.rules = rules
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { inspectionReports: { rules } },
    })
  }

  /** Waits for something that the server sends by itself; mocha's time limit ends the wait. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened())
      await new Promise<void>(resolve => {
        this.wake = resolve
      })
  }

  /** Ends a server that may no longer answer; one that has stopped stays as it is. */
  kill(): void {
    this.process.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.process.once('exit', resolve))
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    await ended
    this.connection.dispose()
  }
}
