/** The page that shows a comparison: its links lead to the places in both reports. */

import { randomBytes } from 'node:crypto'
import {
  commands,
  l10n,
  Range,
  type TextDocument,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import { htmlText } from '../../../server/src/text/escape'
import { attempt } from '../messages/saying'

export interface Comparison {
  readonly title: string
  /** HTML in which every text is escaped. */
  readonly body: string
  readonly markdown: string
  readonly present: TextDocument
  /** The text of `present` that was compared. */
  readonly presentText: string
  /** Where the report is on the screen. */
  readonly column: ViewColumn | undefined
  readonly other: Uri
  readonly again: () => Promise<void>
}

type Message =
  | { readonly kind: 'open'; readonly document: 'earlier' | 'present'; readonly offset: number }
  | { readonly kind: 'both' | 'again' | 'text' }

const viewType = 'inspectionReports.comparison'

/** Shows the comparison, in the panel of the last one if it is still there. */
export class ComparisonPage {
  private panel: WebviewPanel | undefined
  private shown: Comparison | undefined

  show(comparison: Comparison): void {
    this.shown = comparison
    this.panel ??= this.open()
    this.panel.title = comparison.title
    this.panel.webview.html = framed(comparison)
    this.panel.reveal(undefined, false)
  }

  dispose(): void {
    this.panel?.dispose()
  }

  private open(): WebviewPanel {
    const column = { viewColumn: ViewColumn.Beside }
    const panel = window.createWebviewPanel(viewType, '', column, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    })
    panel.webview.onDidReceiveMessage((message: Message) => attempt(() => this.follow(message)))
    panel.onDidDispose(() => {
      this.panel = undefined
      this.shown = undefined
    })
    return panel
  }

  private async follow(message: Message): Promise<void> {
    if (this.shown === undefined) return
    const { present, other, markdown, title, again } = this.shown
    switch (message.kind) {
      case 'open':
        return goTo(this.shown, message.document, message.offset)
      case 'again':
        return again()
      case 'both':
        await commands.executeCommand('vscode.diff', other, present.uri, title)
        return
      case 'text': {
        const text = await workspace.openTextDocument({ language: 'markdown', content: markdown })
        await window.showTextDocument(text, { preview: false })
      }
    }
  }
}

async function goTo(
  { present, presentText, other, column }: Comparison,
  which: 'earlier' | 'present',
  offset: number,
): Promise<void> {
  const document = await workspace.openTextDocument(which === 'present' ? present.uri : other)
  const text = document.getText()
  const at = document.positionAt(
    which === 'present' ? foundAgain(presentText, text, offset) : offset,
  )
  const selection = new Range(at, at)
  const editor = await window.showTextDocument(document, {
    ...(column !== undefined && { viewColumn: column }),
    selection,
    preview: which === 'earlier',
  })
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport)
}

/** Where the line at an offset of the compared text is now: the nearest line that begins in the same way. */
function foundAgain(compared: string, text: string, offset: number): number {
  if (compared === text) return offset
  const line = compared.slice(offset, offset + 60).split('\n', 1)[0] ?? ''
  const before = text.lastIndexOf(line, offset)
  const after = text.indexOf(line, offset)
  if (before === -1 || after === -1) return Math.max(before, after, 0) || offset
  return offset - before <= after - offset ? before : after
}

function framed({ title, body }: Comparison): string {
  const nonce = randomBytes(16).toString('hex')
  const button = (kind: Message['kind'], words: string) =>
    `<button type="button" data-kind="${kind}">${htmlText(words)}</button>`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${htmlText(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<nav aria-label="${htmlText(l10n.t('Comparison'))}">
${button('again', l10n.t('Compare again'))}
${button('both', l10n.t('Show both texts side by side'))}
${button('text', l10n.t('Open as text, to save or send'))}
</nav>
${body}
<script nonce="${nonce}">${script}</script>
</body>
</html>`
}

const style = `
body { font: var(--vscode-font-size)/1.5 var(--vscode-font-family); color: var(--vscode-foreground); max-width: 60rem; padding: 0 1.5rem 3rem }
h1 { font-size: 1.6em; line-height: 1.25 }
h2 { font-size: 1.25em; margin: 1.6em 0 .5em }
nav { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem }
button { font: inherit; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); border: 1px solid var(--vscode-contrastBorder, transparent); padding: .2rem .7rem; cursor: pointer }
button:hover { background: var(--vscode-button-secondaryHoverBackground) }
a { color: var(--vscode-textLink-foreground) }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px }
table { border-collapse: collapse; width: 100% }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td { border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, #888)); padding: .25rem .6rem .25rem 0; text-align: left; vertical-align: top }
li { margin: .5rem 0 }
del { background: var(--vscode-diffEditor-removedTextBackground); text-decoration: line-through }
ins { background: var(--vscode-diffEditor-insertedTextBackground); text-decoration: underline }
`

const script = `
const editor = acquireVsCodeApi()
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-document]')
  const button = event.target.closest('button[data-kind]')
  if (link) {
    event.preventDefault()
    const { document, offset } = link.dataset
    editor.postMessage({ kind: 'open', document, offset: Number(offset) })
  } else if (button) editor.postMessage({ kind: button.dataset.kind })
})
`
