/** The page that shows a comparison: its links lead to the places in both reports. */

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
import { attempt } from '../messages/saying'
import { foundAgain, type LinkedMessage, linkedPage } from '../pages/linked-page'

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
  /** The other text with the numbers that have only followed as they are now; undefined where none has. */
  readonly beside: Uri | undefined
  readonly again: () => Promise<void>
}

type Message = LinkedMessage<'both' | 'again' | 'text'>

const viewType = 'inspectionReports.comparison'

/** Shows the comparison, in the panel of the last one if it is still there. */
export class ComparisonPage {
  private panel: WebviewPanel | undefined
  private shown: Comparison | undefined

  show(comparison: Comparison): void {
    this.shown = comparison
    this.panel ??= this.open()
    this.panel.title = comparison.title
    this.panel.webview.html = linkedPage({
      title: comparison.title,
      body: comparison.body,
      about: l10n.t('Comparison'),
      buttons: {
        again: l10n.t('Compare again'),
        both: l10n.t('Show both texts side by side'),
        text: l10n.t('Open as text, to save or send'),
      },
    })
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
    const { present, other, beside, markdown, title, again } = this.shown
    switch (message.kind) {
      case 'open':
        return goTo(this.shown, message.document, message.offset)
      case 'again':
        return again()
      case 'both':
        await commands.executeCommand(
          'vscode.diff',
          beside ?? other,
          present.uri,
          beside === undefined ? title : l10n.t('{0} (numbers that follow are as now)', title),
        )
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
