/** What happens when the server hangs: it is ended, starts again with what was open, and this is said once. */

import { commands, Disposable, l10n, type TextDocument, Uri, workspace } from 'vscode'
import {
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  type BaseLanguageClient as LanguageClient,
  type Middleware,
  State,
} from 'vscode-languageclient'
import { pingMethod } from '../../../server/src/lsp/protocol'
import { fileName } from '../files/file-name'
import { leftUnchecked } from '../messages/reasons'
import { registerCommand, warn } from '../messages/saying'
import { Hangs, Watchdog } from './watchdog'

/** Has a document checked again that was left unchecked; its address is the argument. */
const checkAgainCommand = 'inspectionReports.checkAgain'

/** The part of the middleware that sees what is asked, and what it keeps from the server. */
export interface HangGuard {
  readonly sendRequest: NonNullable<Middleware['sendRequest']>
  /** Is the document kept from the server, because the server has hung on it again and again? */
  isLeft(uri: Uri): boolean
  changed(uri: Uri): void
  closed(uri: Uri): void
  /** Begins to watch the server of this client. */
  follow(client: LanguageClient): Disposable
}

/** `endServer` ends a server that hears nothing; another is then started. */
export function guardAgainstHangs(endServer: () => void): HangGuard {
  const hangs = new Hangs()
  let client: LanguageClient | undefined
  /** Said once the server runs again. */
  let say: (() => void) | undefined

  const onHang = (document: string | undefined): void => {
    const what = hangs.after(document)
    if (what === 'say') say = sayStarted
    if (what === 'leave' && document !== undefined) say = () => sayLeft(document)
    client?.error('No answer for ten seconds; ending it.')
    endServer()
  }
  const watchdog = new Watchdog({
    everySecond: tick => {
      const timer = setInterval(tick, 1000)
      return () => clearInterval(timer)
    },
    ping: async () => client?.sendRequest(pingMethod),
    onHang,
  })
  const checkAgain = async (document: string): Promise<void> => {
    hangs.forgive(document)
    const opened = workspace.textDocuments.find(({ uri }) => uri.toString() === document)
    if (opened !== undefined && client !== undefined) await show(client, opened)
  }

  return {
    sendRequest: async (type, params, token, next) => {
      const method = typeof type === 'string' ? type : type.method
      if (method === pingMethod) return next(type, params, token)
      const document = documentOf(params)
      if (document !== undefined && hangs.isLeft(document)) {
        if (method.startsWith('inspectionReports/')) throw new Error(leftUnchecked)
        // For what VS Code asks of its own accord there is nothing to show.
        return null as Awaited<ReturnType<typeof next>>
      }
      return watchdog.watch(document, () => next(type, params, token))
    },
    isLeft: uri => hangs.isLeft(uri.toString()),
    changed: uri => watchdog.changed(uri.toString()),
    closed: uri => hangs.forgive(uri.toString()),
    follow: started => {
      client = started
      return Disposable.from(
        registerCommand(checkAgainCommand, checkAgain),
        started.onDidChangeState(({ newState }) => {
          if (newState !== State.Running) {
            watchdog.forget()
            return
          }
          say?.()
          say = undefined
        }),
      )
    },
  }
}

/** The document that a request is about. */
function documentOf(params: unknown): string | undefined {
  const { textDocument, uri } = (params ?? {}) as {
    readonly textDocument?: { readonly uri?: unknown }
    readonly uri?: unknown
  }
  const document = textDocument?.uri ?? uri
  return typeof document === 'string' ? document : undefined
}

/** Shows the server a document that was kept from it, and has its problems asked for. */
async function show(client: LanguageClient, document: TextDocument): Promise<void> {
  const opening = client.getFeature(DidOpenTextDocumentNotification.method).getProvider(document)
  await opening?.send(document)
  const problems = client.getFeature(DocumentDiagnosticRequest.method).getProvider(document)
  problems?.onDidChangeDiagnosticsEmitter.fire()
}

function sayStarted(): void {
  const log = l10n.t('Show log')
  void warn(
    l10n.t('The checks stopped responding, so they were started again. Your text is unchanged.'),
    log,
  ).then(answer => answer === log && commands.executeCommand('inspectionReports.showLog'))
}

function sayLeft(document: string): void {
  const name = fileName(Uri.parse(document))
  const again = l10n.t('Check it again')
  void warn(
    l10n.t(
      'Checking {0} failed three times, so it is no longer checked. Your text is unchanged. To try again, close it and open it.',
      name,
    ),
    again,
  ).then(answer => {
    if (answer === again) void commands.executeCommand(checkAgainCommand, document)
  })
}
