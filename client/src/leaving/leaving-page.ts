/** The page of what must not leave the house: its links lead to the places, its buttons go on from there. */

import {
  Range,
  Selection,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { LeavingTarget } from '../../../server/src/lsp/protocol'
import { setPreviewed, showText } from '../active-report'
import { attempt } from '../messages/saying'
import { foundAgain, type LinkedMessage, linkedPage } from '../pages/linked-page'
import type { WhatLeaves } from './what-leaves'

export interface ShownLeaving {
  readonly what: WhatLeaves
  readonly to: LeavingTarget
  readonly title: string
  /** HTML in which every text is escaped. */
  readonly body: string
  readonly markdown: string
  /** The text that holds the places, and what it said when it was checked. */
  readonly text: Uri
  readonly checked: string
}

type Button = 'again' | 'other' | 'clean' | 'record' | 'text'

/** What the buttons do. */
export interface LeavingActions {
  readonly check: (what: WhatLeaves, to: LeavingTarget) => Promise<void>
  readonly clean: (what: WhatLeaves) => Promise<void>
  readonly record: (what: WhatLeaves, to: LeavingTarget) => Promise<void>
  /** By their message: which there are, and what they say. */
  readonly words: (shown: ShownLeaving) => Readonly<Partial<Record<Button, string>>>
  readonly about: () => string
}

const viewType = 'inspectionReports.leaving'

export class LeavingPage {
  private panel: WebviewPanel | undefined
  private shown: ShownLeaving | undefined

  constructor(private readonly actions: LeavingActions) {}

  /** What the page is about while it has the focus. */
  get inFront(): ShownLeaving | undefined {
    return this.panel?.active === true ? this.shown : undefined
  }

  show(leaving: ShownLeaving): void {
    this.shown = leaving
    this.panel ??= this.open()
    this.panel.title = leaving.title
    const { title, body } = leaving
    const buttons: Readonly<Record<string, string>> = { ...this.actions.words(leaving) }
    this.panel.webview.html = linkedPage({ title, body, about: this.actions.about(), buttons })
    this.panel.reveal(undefined, false)
    this.tellActive()
  }

  dispose(): void {
    this.panel?.dispose()
  }

  private open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      viewType,
      '',
      { viewColumn: ViewColumn.Beside },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [] },
    )
    panel.webview.onDidReceiveMessage((message: LinkedMessage<Button>) =>
      attempt(() => this.follow(message)),
    )
    panel.onDidChangeViewState(() => this.tellActive())
    panel.onDidDispose(() => {
      setPreviewed(this, undefined)
      this.panel = undefined
      this.shown = undefined
    })
    return panel
  }

  /** Commands are about the report of the page while it has the focus. */
  private tellActive(): void {
    setPreviewed(this, this.inFront?.text)
  }

  private async follow(message: LinkedMessage<Button>): Promise<void> {
    const { shown } = this
    if (shown === undefined) return
    const { what, to, markdown } = shown
    switch (message.kind) {
      case 'open':
        return goTo(shown, message.offset)
      case 'again':
        return this.actions.check(what, to)
      case 'other':
        return this.actions.check(what, to === 'council' ? 'publication' : 'council')
      case 'clean':
        return this.actions.clean(what)
      case 'record':
        return this.actions.record(what, to)
      case 'text': {
        const text = await workspace.openTextDocument({ language: 'markdown', content: markdown })
        await window.showTextDocument(text, { preview: false })
      }
    }
  }
}

async function goTo({ text, checked }: ShownLeaving, offset: number): Promise<void> {
  const editor = await showText(text)
  const { document } = editor
  const at = document.positionAt(foundAgain(checked, document.getText(), offset))
  const range = new Range(at, at)
  editor.selection = new Selection(at, at)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
