/** The page of a file's problems: kept up to date while it is open, with what the user ticked and ignored. */

import {
  type Diagnostic,
  type DiagnosticCollection,
  type Disposable,
  l10n,
  Selection,
  TextEditorRevealType,
  type Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type PlacedProblem,
  type ProblemListParams,
  type ProblemListResult,
  problemListMethod,
} from '../../../server/src/lsp/protocol'
import { setPreviewed, showText } from '../active-report'
import { fileName } from '../files/file-name'
import { attempt, quietly } from '../messages/saying'
import { textOf } from '../pages/page-schemes'
import { openRulePage } from '../pages/rule-pages'
import { webPage } from '../pages/web-page'
import { isWordDocument } from './ask-file'
import { askingAgain } from './asking-again'
import type { CheckedFiles } from './checked-files'
import type { FileReader, ReadText } from './file-reader'
import type { FileTexts } from './file-texts'
import type { FromPage, ShownProblem, ToPage } from './page-messages'
import { kindInWords, pageWords } from './page-words'
import type { Remembered } from './remembered'
import { watchFile } from './watched-file'

/** What the pages have in common. */
export interface PageTools {
  readonly client: LanguageClient
  readonly dist: Uri
  readonly reader: FileReader
  readonly texts: FileTexts
  readonly remembered: Remembered
  readonly settledIn: CheckedFiles['settledIn']
  /** Shows what was read of a file on its page, if that is open. */
  readonly show: (file: Uri, read: ReadText) => Promise<void>
  readonly diagnostics: DiagnosticCollection
  /** Asks for an earlier version, and lists the points; both say what they do. */
  readonly compare: (page: ProblemPage) => Promise<void>
  readonly points: () => unknown
  readonly comments: (page: ProblemPage) => Promise<void>
  readonly suggestions: (page: ProblemPage) => Promise<void>
}

/** The problems, and the name of the earlier version that they were compared with. */
type List = Extract<ProblemListResult, { readonly error?: undefined }> & {
  readonly earlier: string | undefined
}

/** What an earlier version said. */
export interface EarlierVersion {
  readonly name: string
  readonly text: string
}

export class ProblemPage {
  private readonly subscriptions: Disposable[]
  private list: List | undefined
  private remarks: readonly string[] = []
  private earlier: EarlierVersion | undefined
  private checked: Date | undefined
  private isReady = false
  private said: string | undefined
  /** Counts what was begun: an answer that comes after the next was asked for does not count. */
  private runs = 0
  /** Counts the texts that were read, in the same way. */
  private turns = 0

  constructor(
    private readonly tools: PageTools,
    private readonly panel: WebviewPanel,
    readonly file: Uri,
    stamp: string | undefined,
  ) {
    const { webview } = panel
    const { dist } = tools
    webview.options = { enableScripts: true, localResourceRoots: [dist] }
    webview.html = webPage(webview, dist, {
      name: 'problems',
      title: panel.title,
      body: `<div id="message" role="status" hidden></div>
<div id="told" role="status"></div>
<main id="list"></main>`,
    })
    this.subscriptions = [
      webview.onDidReceiveMessage((message: FromPage) => attempt(() => this.hear(message))),
      panel.onDidChangeViewState(() => {
        this.tellActive()
        // VS Code closes a text after a while that is in no tab, and the panel needs it.
        if (panel.active) void quietly(() => this.check())
      }),
      tools.remembered.onDidChange(() => void quietly(() => this.refresh())),
      tools.texts.hold(file),
      watchFile(file, {
        known: stamp,
        isWanted: () => panel.visible,
        saved: () => this.read(),
      }),
    ]
    this.tellActive()
  }

  get name(): string {
    return fileName(this.file)
  }

  private get uri(): Uri {
    return textOf(this.file)
  }

  get isInFront(): boolean {
    return this.panel.active
  }

  reveal(): void {
    this.panel.reveal()
  }

  step(by: 1 | -1): void {
    this.post({ kind: 'step', by })
  }

  dispose(): void {
    this.runs++
    this.turns++
    this.isReady = false
    setPreviewed(this, undefined)
    this.tools.diagnostics.delete(this.uri)
    for (const subscription of this.subscriptions) subscription.dispose()
  }

  /** Reads the file again, and checks it; false where that is not possible at the moment, which changes nothing. */
  private async read(): Promise<boolean> {
    const turn = ++this.turns
    const read = await this.tools.reader.readQuietly(this.file)
    if (read === undefined) return false
    if (turn !== this.turns) return true
    if (read.error !== undefined) {
      this.say(read.error)
      return true
    }
    let isShown = false
    await quietly(async () => {
      await this.take(read.text, read.remarks)
      isShown = true
    })
    return isShown
  }

  /** Shows the problems of this text. */
  async take(text: string, remarks: readonly string[]): Promise<void> {
    const turn = ++this.turns
    this.remarks = remarks
    this.checked = new Date()
    await this.tools.texts.open(this.file, text)
    // A check may have begun in the meantime, of the text as it was before.
    if (turn === this.turns) await this.check()
  }

  async compareWith(earlier: EarlierVersion): Promise<void> {
    this.earlier = earlier
    await this.check()
  }

  /** Shows the problems again, after something was ticked, ignored or forgotten. */
  async refresh(): Promise<void> {
    if (this.list === undefined) return
    this.show()
    await this.fillProblems()
  }

  private async check(): Promise<void> {
    const { client } = this.tools
    const run = ++this.runs
    const { earlier } = this
    const document = await workspace.openTextDocument(this.uri)
    const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
    const params: ProblemListParams = {
      textDocument,
      ...(earlier && { earlier: earlier.text }),
    }
    const list = await askingAgain(() =>
      client.sendRequest<ProblemListResult>(problemListMethod, params),
    )
    if (run !== this.runs) return
    if (list.error !== undefined) {
      this.list = undefined
      this.tools.diagnostics.delete(this.uri)
      this.say(list.error)
      return
    }
    this.list = { ...list, earlier: earlier?.name }
    await this.tools.remembered.seenIn(this.report, this.file.toString())
    await this.refresh()
  }

  /** Fills *Problems*, but for what has been dealt with. Asking for them also tells the panel of the report. */
  private async fillProblems(): Promise<void> {
    const { client, diagnostics } = this.tools
    const run = this.runs
    const textDocument = { uri: client.code2ProtocolConverter.asUri(this.uri) }
    const answer = await askingAgain(() =>
      client.sendRequest<{ readonly items?: readonly object[] }>('textDocument/diagnostic', {
        textDocument,
      }),
    )
    const all = await client.protocol2CodeConverter.asDiagnostics([
      ...(answer.items ?? []),
    ] as never)
    if (run !== this.runs) return
    const settled = new Set(
      (this.list?.problems ?? [])
        .filter(({ identity }) => this.tools.remembered.isSettled(this.report, identity))
        .map(({ rule, target }) => `${rule} ${target.start.line} ${target.start.character}`),
    )
    diagnostics.set(
      this.uri,
      all.filter(each => !settled.has(keyOf(each))),
    )
  }

  /** What stands for the report that is shown. */
  get report(): string {
    return this.tools.remembered.reportOf(this.list?.subject ?? null, this.file.toString())
  }

  private async hear(message: FromPage): Promise<void> {
    const { remembered } = this.tools
    const address = this.file.toString()
    switch (message.kind) {
      case 'ready':
        this.isReady = true
        if (this.said !== undefined) this.say(this.said)
        else this.show()
        return
      case 'go-to':
        await this.goTo(message.id)
        return
      case 'why':
        await openRulePage(message.rule)
        return
      case 'tick':
        await remembered.tick(this.report, message.id, message.isTicked, address)
        break
      case 'ignore': {
        const reason = await askReason()
        if (reason === undefined) return
        await remembered.ignore(this.report, message.id, reason, address)
        break
      }
      case 'heed':
        await remembered.ignore(this.report, message.id, undefined, address)
        break
      case 'compare':
        await this.tools.compare(this)
        return
      case 'points':
        await this.tools.points()
        return
      case 'comments':
        await this.tools.comments(this)
        return
      case 'suggestions':
        await this.tools.suggestions(this)
        return
    }
  }

  private async goTo(id: string): Promise<void> {
    const { remembered } = this.tools
    const problem = this.list?.problems.find(
      ({ identity }) => remembered.fingerprint(identity) === id,
    )
    if (problem === undefined) return
    const editor = await showText(this.uri)
    const range = this.tools.client.protocol2CodeConverter.asRange(problem.target)
    editor.selection = new Selection(range.start, range.end)
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
  }

  private show(): void {
    const { list } = this
    if (list === undefined) return
    const { sum, type, problems, putRight } = list
    const time = this.checked?.toLocaleTimeString('en-GB', { timeStyle: 'short' }) ?? ''
    this.said = undefined
    this.post({
      kind: 'show',
      list: {
        title: l10n.t('Problems in {0}', this.name),
        about: [
          sum,
          l10n.t('Read as: {0}. The file itself is not changed.', type),
          l10n.t('Checked at {0}, and again whenever the file is saved.', time),
          ...(list.earlier === undefined
            ? []
            : [
                l10n.t(
                  'Compared with {0}: {1} new, {2} still there, {3} put right.',
                  list.earlier,
                  problems.filter(({ isKnown }) => isKnown === false).length,
                  problems.filter(({ isKnown }) => isKnown === true).length,
                  putRight.length,
                ),
              ]),
        ],
        remarks: this.remarks,
        problems: problems.map(each => this.shown(each, each.isKnown)),
        putRight: putRight.map(each => this.shown(each, null)),
        canBeCopied: isWordDocument(this.file),
        words: pageWords(),
      },
    })
  }

  private shown(
    problem: Omit<PlacedProblem, 'target' | 'isKnown'>,
    isKnown: boolean | null,
  ): ShownProblem {
    const { remembered } = this.tools
    const { rule, about, kind, section, within, message, quote, others, identity } = problem
    const { ticked, ignored } = remembered.of(this.report)
    const id = remembered.fingerprint(identity)
    const reason = ignored[id]
    return {
      id,
      rule,
      about,
      kind,
      kindInWords: kindInWords(kind),
      section,
      place: `${within.charAt(0).toUpperCase()}${within.slice(1)}`,
      message,
      quote,
      others,
      since: isKnown === null ? '' : isKnown ? l10n.t('Still there') : l10n.t('New'),
      isTicked: ticked.includes(id),
      ...(reason !== undefined && { ignored: reason }),
    }
  }

  private say(words: string): void {
    this.said = words
    this.post({ kind: 'say', words })
  }

  private tellActive(): void {
    setPreviewed(this, this.panel.active ? this.uri : undefined)
  }

  private post(message: ToPage): void {
    if (this.isReady) void this.panel.webview.postMessage(message)
  }
}

function keyOf({ code, range }: Diagnostic): string {
  const rule = typeof code === 'object' ? code.value : code
  return `${rule} ${range.start.line} ${range.start.character}`
}

function askReason(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Ignore this problem'),
    prompt: l10n.t(
      'Why is it right as it is? The reason is kept on this computer, with no word of the report.',
    ),
    validateInput: words =>
      words.trim() === '' ? l10n.t('Please give a reason, in a few words.') : undefined,
  })
}
