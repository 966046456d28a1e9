/** Pages of our own that VS Code shows beside texts. */

import { Uri, type Webview } from 'vscode'
import { htmlText } from '../../../server/src/text/escape'
import { nonce as freshNonce } from './nonce'

export interface WebPage {
  /** Of its script and its looks: `preview` for `preview-page.js` and `preview-look.css`. */
  readonly name: string
  readonly title: string
  /** HTML. */
  readonly body: string
}

/** The whole page; nothing is loaded but our own style and script from `dist`, nothing is sent anywhere. */
export function webPage(webview: Webview, dist: Uri, { name, title, body }: WebPage): string {
  const nonce = freshNonce()
  const look = webview.asWebviewUri(Uri.joinPath(dist, `${name}-look.css`))
  const script = webview.asWebviewUri(Uri.joinPath(dist, `${name}-page.js`))
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)}</title>
<link rel="stylesheet" href="${look}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
}
