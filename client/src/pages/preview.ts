/** The preview beside the editor: the report as it will be published. */

import {
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  Position,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type PreviewParams,
  type PreviewResult,
  previewMethod,
} from '../../../server/src/lsp/protocol'
import { htmlText } from '../../../server/src/text/escape'
import { activeUri, setPreviewed, showText } from '../active-report'
import { fileName } from '../files/file-name'
import { writeFile } from '../files/files'
import { isOnThisComputer, sayWritten } from '../files/written'
import type { PrintedPage } from '../host/host'
import { reasonFor } from '../messages/reasons'
import { attempt, failed, quietly, registerCommand } from '../messages/saying'
import type { Reports } from '../reports'
import type { FromPage, ToPage } from './preview-messages'
import { webPage } from './web-page'

const viewType = 'inspectionReports.preview'

/** How long, in milliseconds, typing must pause before the preview is updated. */
const rest = 150

/** The commands, and the one preview there is. */
export function registerPreview(
  context: ExtensionContext,
  client: LanguageClient,
  reports: Reports,
  printed: PrintedPage | undefined,
): Disposable {
  let preview: Preview | undefined
  const open = (panel: WebviewPanel, uri: Uri): void => {
    const opened = new Preview(context, client, reports, printed, panel, uri)
    preview = opened
    panel.onDidDispose(() => {
      opened.dispose()
      if (preview === opened) preview = undefined
    })
  }
  const show = (): void => {
    const uri = activeUri()
    if (uri === undefined) return
    if (preview === undefined)
      open(
        window.createWebviewPanel(
          viewType,
          titleOf(uri),
          { viewColumn: ViewColumn.Beside, preserveFocus: true },
          { enableFindWidget: true },
        ),
        uri,
      )
    else preview.reveal(uri)
  }
  return Disposable.from(
    registerCommand('inspectionReports.showPreview', show),
    registerCommand('inspectionReports.showText', async () => {
      if (preview !== undefined) await showText(preview.report)
    }),
    registerCommand('inspectionReports.savePreview', async (to?: unknown) => {
      const uri = activeUri()
      if (uri !== undefined)
        await savePage(context, client, uri, to instanceof Uri ? to : undefined)
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const document = (state as { readonly document?: string } | undefined)?.document
        if (document === undefined) panel.dispose()
        else open(panel, Uri.parse(document, true))
      },
    }),
    new Disposable(() => preview?.close()),
  )
}

const titleOf = (uri: Uri): string => l10n.t('Preview of {0}', fileName(uri))

class Preview {
  private readonly subscriptions: Disposable[]
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked = 0
  private shown: string | undefined

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: LanguageClient,
    private readonly reports: Reports,
    private readonly printed: PrintedPage | undefined,
    private readonly panel: WebviewPanel,
    private uri: Uri,
  ) {
    const { webview } = panel
    const dist = Uri.joinPath(context.extensionUri, 'dist')
    webview.options = { enableScripts: true, localResourceRoots: [dist] }
    this.name()
    webview.html = shell(webview, dist)
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => attempt(() => this.hear(message))),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.isOf(document)) this.updateSoon()
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const [selection] = selections
        if (selection !== undefined && this.isOf(textEditor.document))
          this.post({ kind: 'cursor', line: selection.active.line })
      }),
      // After a while VS Code closes a text that is in no tab, but what is done in the preview needs it.
      workspace.onDidCloseTextDocument(document => {
        if (this.isOf(document) && panel.active) this.updateSoon()
      }),
      // The problems are known once the report is checked.
      reports.onDidChangeActive(() => {
        const active = activeUri()
        if (active === undefined || reports.active() === undefined) return
        if (active.toString() !== this.uri.toString()) this.take(active)
        this.updateSoon()
      }),
      panel.onDidChangeViewState(() => {
        this.tellActive()
        if (panel.visible) this.updateSoon()
      }),
    ]
    this.tellActive()
  }

  /** The report that is shown. */
  get report(): Uri {
    return this.uri
  }

  /** Brings the preview into view; if the report can be seen in it already, it is given the focus. */
  reveal(uri: Uri): void {
    const isSeen = this.panel.visible && uri.toString() === this.uri.toString()
    this.panel.reveal(undefined, !isSeen)
    if (uri.toString() !== this.uri.toString()) this.take(uri)
    this.updateSoon()
  }

  private tellActive(): void {
    setPreviewed(this, this.panel.active ? this.uri : undefined)
  }

  close(): void {
    this.panel.dispose()
  }

  dispose(): void {
    clearTimeout(this.timer)
    setPreviewed(this, undefined)
    for (const subscription of this.subscriptions) subscription.dispose()
  }

  private take(uri: Uri): void {
    this.uri = uri
    this.shown = undefined
    this.name()
  }

  private name(): void {
    this.panel.title = titleOf(this.uri)
  }

  private isOf({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString()
  }

  private async hear(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.shown = undefined
        await this.update()
        return
      case 'go-to':
        await this.goTo(message.line)
        return
      case 'print':
        await print(this.context, this.client, this.printed, this.uri)
        return
    }
  }

  private updateSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void quietly(() => this.update()), rest)
  }

  private async update(): Promise<void> {
    if (!this.panel.visible) return
    const { uri } = this
    const turn = ++this.asked
    // After a window has been reloaded, the document may not be open yet.
    const document = await workspace.openTextDocument(uri).then(
      found => found,
      () => undefined,
    )
    if (turn !== this.asked) return
    if (document === undefined) {
      this.post({ kind: 'say', words: l10n.t('This report is no longer there.') })
      return
    }
    await this.checkIfUnknown(document)
    const result = await ask(this.client, uri, true).catch(
      (error): PreviewResult => ({
        error: `${l10n.t('The preview could not be made.')} ${reasonFor(error) ?? l10n.t('The log says more.')}`,
      }),
    )
    if (turn !== this.asked) return
    if (result.error !== undefined) {
      this.shown = undefined
      this.post({ kind: 'say', words: result.error })
      return
    }
    if (result.html !== this.shown) {
      this.post({ kind: 'show', html: result.html, document: uri.toString() })
      if (this.shown === undefined) this.followCursor()
      this.shown = result.html
    }
  }

  /** VS Code does not have a text checked that is in no tab, and no command would be offered for it. */
  private async checkIfUnknown({ uri }: TextDocument): Promise<void> {
    if (activeUri()?.toString() !== uri.toString() || this.reports.active() !== undefined) return
    const textDocument = { uri: this.client.code2ProtocolConverter.asUri(uri) }
    await quietly(() => this.client.sendRequest('textDocument/diagnostic', { textDocument }))
  }

  private followCursor(): void {
    const editor = window.visibleTextEditors.find(({ document }) => this.isOf(document))
    if (editor !== undefined) this.post({ kind: 'cursor', line: editor.selection.active.line })
  }

  private async goTo(line: number): Promise<void> {
    const editor = await showText(this.uri)
    const place = new Position(line, 0)
    editor.selection = new Selection(place, place)
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message)
  }
}

function ask(client: LanguageClient, uri: Uri, problems: boolean): Promise<PreviewResult> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) }
  const params: PreviewParams = { textDocument, problems }
  return client.sendRequest<PreviewResult>(previewMethod, params)
}

/** The page around the report. */
function shell(webview: Webview, dist: Uri): string {
  const button = (id: string, words: string) =>
    `<button type="button" id="${id}">${htmlText(words)}</button>`
  return webPage(webview, dist, {
    name: 'preview',
    title: l10n.t('Report preview'),
    body: `<section id="tools" aria-label="${htmlText(l10n.t('How the preview looks'))}">
${button('paper', l10n.t('White paper'))}
${button('problems', l10n.t('Problems'))}
${button('print', l10n.t('Print…'))}
</section>
<div id="message" role="status" hidden></div>
<div id="report"></div>`,
  })
}

// --- Pages to print and keep --------------------------------------------------------------------

/** Opens the report as a page in the browser, which can print it; VS Code's own windows cannot. */
async function print(
  context: ExtensionContext,
  client: LanguageClient,
  printed: PrintedPage | undefined,
  uri: Uri,
): Promise<void> {
  if (printed === undefined || !isOnThisComputer()) {
    // The browser cannot open a file of the other machine, nor one that is nowhere.
    await savePage(context, client, uri, undefined)
    return
  }
  const html = await pageOf(context, client, uri)
  if (html === undefined) return
  if (!(await env.openExternal(Uri.file(printed.put(html)))))
    failed(
      l10n.t(
        'The browser could not be opened. Choose "Save the preview as a web page…" instead, and open that page.',
      ),
    )
}

async function savePage(
  context: ExtensionContext,
  client: LanguageClient,
  uri: Uri,
  to: Uri | undefined,
): Promise<void> {
  const html = await pageOf(context, client, uri)
  if (html === undefined) return
  const name = fileName(uri).replace(/(\.inspection)?\.[^.]*$/, '')
  const folder =
    uri.scheme === 'file' ? Uri.joinPath(uri, '..') : workspace.workspaceFolders?.[0]?.uri
  const target =
    to ??
    (await window.showSaveDialog({
      title: l10n.t('Save the preview as a web page, to be printed or sent'),
      filters: { [l10n.t('Web page')]: ['html'] },
      ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.html`) }),
    }))
  if (target === undefined) return
  try {
    await writeFile(target, new TextEncoder().encode(html))
  } catch (error) {
    failed(l10n.t('{0} could not be written.', fileName(target)), error)
    return
  }
  sayWritten(l10n.t('The page was saved as {0}.', fileName(target)), target, 'page')
}

/** The report with its style sheet, in one file that needs nothing else; undefined if it is not a report. */
async function pageOf(
  { extensionUri }: ExtensionContext,
  client: LanguageClient,
  uri: Uri,
): Promise<string | undefined> {
  // Where only the preview is open, VS Code has closed the text after a while.
  await workspace.openTextDocument(uri).then(undefined, () => undefined)
  const result = await ask(client, uri, false)
  if (result.error !== undefined) {
    failed(result.error)
    return undefined
  }
  const look = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'preview-look.css'))
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(result.title)}</title>
<style>${new TextDecoder().decode(look)}</style>
</head>
<body class="with-paper"><div id="report">${result.html}</div></body>
</html>
`
}
