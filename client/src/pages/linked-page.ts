/** Pages that the server makes, shown beside texts: their links lead to places in these, and buttons are above them. */

import { htmlText } from '../../../server/src/text/escape'
import { nonce as freshNonce } from './nonce'

export interface LinkedPage {
  readonly title: string
  /** HTML in which every text is escaped; a link has no address, only `data-document` and `data-offset`. */
  readonly body: string
  /** What the buttons above it are for, for those who hear it. */
  readonly about: string
  /** Words by what a button's message is called. */
  readonly buttons: Readonly<Record<string, string>>
}

/** What the page says when somebody clicks on a link or a button. */
export type LinkedMessage<Button extends string> =
  | { readonly kind: 'open'; readonly document: 'earlier' | 'present'; readonly offset: number }
  | { readonly kind: Button }

/** The whole page; nothing is loaded from elsewhere, and nothing but its own script runs. */
export function linkedPage({ title, body, about, buttons }: LinkedPage): string {
  const nonce = freshNonce()
  const shown = Object.entries(buttons).map(
    ([kind, words]) =>
      `<button type="button" data-kind="${htmlText(kind)}">${htmlText(words)}</button>`,
  )
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${htmlText(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<nav aria-label="${htmlText(about)}">
${shown.join('\n')}
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
h3 { font-size: 1em; margin: 1.2em 0 .3em }
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

/** Where the line at an offset of the text that a page is about is now: the nearest line that begins in the same way. */
export function foundAgain(before: string, text: string, offset: number): number {
  if (before === text) return offset
  const line = before.slice(offset, offset + 60).split('\n', 1)[0] ?? ''
  const above = text.lastIndexOf(line, offset)
  const below = text.indexOf(line, offset)
  if (above === -1 || below === -1) return Math.max(above, below, 0) || offset
  return offset - above <= below - offset ? above : below
}
