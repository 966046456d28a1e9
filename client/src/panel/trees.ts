/** The side panel *Inspection Report*: judgements, sections, and what is open, of the report at the cursor. */

import {
  commands,
  type DataTransfer,
  Disposable,
  EventEmitter,
  l10n,
  type Position,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  Uri,
  type ViewBadge,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient, Range } from 'vscode-languageclient'
import {
  type OverviewParams,
  type OverviewResult,
  overviewMethod,
  type PlacedJudgement,
  type PlacedOpen,
  type PlacedOverview,
  type PlacedPart,
  type PlacedSection,
} from '../../../server/src/lsp/protocol'
import { activeUri, isInTab } from '../active-report'
import { quietly, registerCommand } from '../messages/saying'
import { fileTextScheme } from '../pages/page-schemes'
import { checkFileCommand } from '../problems/check-command'
import type { CheckedFiles } from '../problems/checked-files'
import type { Reports } from '../reports'
import type { StartServer } from '../server/starting'
import { registerGradeBadges } from './grade-badges'
import {
  judgementItem,
  openItem,
  type PlacedPlace,
  partItem,
  placeItem,
  sectionItem,
} from './tree-items'

/** The report that the trees show. */
interface Shown {
  readonly uri: Uri
  readonly overview: PlacedOverview
}

type JudgementTreeNode =
  | PlacedPart
  | PlacedJudgement
  | { readonly kind: 'place'; readonly of: PlacedJudgement; readonly at: number }

/** How long, in milliseconds, a cursor must rest before the trees follow it. */
const rest = 150

/** The server is started once one of the trees can be seen. */
export function showTrees(
  client: LanguageClient,
  reports: Reports,
  { remembered, settledIn }: CheckedFiles,
  start: StartServer,
): Disposable {
  let shown: Shown | undefined
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const judgements = new Tree<JudgementTreeNode>(
    () => shown?.overview.judgements ?? [],
    childrenInJudgements,
    node => (shown === undefined ? undefined : itemInJudgements(shown.uri, node)),
  )
  const sections = new Tree<PlacedSection>(
    () => shown?.overview.sections ?? [],
    ({ children }) => children,
    node => (shown === undefined ? undefined : sectionItem(shown.uri, node)),
  )
  const open = new Tree<PlacedOpen>(
    () => shown?.overview.open ?? [],
    () => [],
    node =>
      shown === undefined
        ? undefined
        : openItem(shown.uri, shown.overview.open.indexOf(node), node),
  )
  const judgementView = window.createTreeView('inspectionReports.judgements', {
    treeDataProvider: judgements,
    showCollapseAll: true,
    dragAndDropController: checkingDropped,
  })
  const sectionView = window.createTreeView('inspectionReports.sections', {
    treeDataProvider: sections,
    showCollapseAll: true,
    dragAndDropController: checkingDropped,
  })
  const openView = window.createTreeView('inspectionReports.open', {
    treeDataProvider: open,
    dragAndDropController: checkingDropped,
  })
  const views = [judgementView, sectionView, openView]

  /** Moves the trees' selection to what the cursor is in. */
  const follow = (): void => {
    const editor = window.activeTextEditor
    if (shown === undefined || editor?.document.uri.toString() !== shown.uri.toString()) return
    const { active } = editor.selection
    select(judgementView, judgementAt(shown.overview.judgements, active))
    select(sectionView, sectionAt(shown.overview.sections, active))
  }
  const show = (next: Shown | 'none' | 'not known yet'): void => {
    shown = typeof next === 'string' ? undefined : next
    // What the trees say when they are empty depends on it, even while a preview has the focus. As long as it is not
    // known, they say nothing: it would be wrong, and would take away the focus when it is replaced by a tree.
    setKey('shown', typeof next !== 'string' ? 'report' : next === 'none' ? next : undefined)
    setKey('isWithoutJudgements', shown?.overview.judgements.length === 0)
    setKey('isNothingOpen', shown?.overview.open.length === 0)
    for (const tree of [judgements, sections, open]) tree.changed()
    follow()
  }
  let badged: Uri | undefined
  /** What is open is counted beside the panel's icon, whether the panel is open or not. */
  const count = (): void => {
    const uri = activeUri()
    // While another page has the focus, no report is active: the badge stays until its report is closed.
    if (uri === undefined && badged !== undefined && isInTab(badged)) return
    const check = reports.active()
    badged = check && uri
    openView.badge = badgeOf(check?.open ?? 0)
    // What an empty list says: "nothing is left" would be false beside problems.
    const { error, warning, information } = check?.problems ?? none
    const hasProblems = error + warning + information > 0
    setKey('hasProblems', hasProblems)
  }
  const update = (): Promise<void> => {
    count()
    return quietly(bringUpToDate)
  }
  const bringUpToDate = async (): Promise<void> => {
    if (views.every(({ visible }) => !visible)) return
    await start()
    const uri = activeUri()
    const turn = ++asked
    if (uri === undefined) {
      // While another page has the focus, no report is active: the trees stay until theirs is closed.
      if (shown === undefined || !isInTab(shown.uri)) show('none')
      return
    }
    if (reports.active() === undefined) {
      show(reports.isActiveUnchecked() ? 'not known yet' : 'none')
      return
    }
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) }
    const settled =
      uri.scheme === fileTextScheme
        ? await settledIn(await workspace.openTextDocument(uri))
        : undefined
    const params: OverviewParams = { textDocument, ...(settled && { settled }) }
    const overview = await client.sendRequest<OverviewResult>(overviewMethod, params)
    // If it was asked again in the meantime, the later answer counts.
    if (turn === asked) show(overview === null ? 'none' : { uri, overview })
  }
  const place = (node: unknown, kind: 'row' | 'section'): PlacedPlace | undefined =>
    isJudgement(node)
      ? node.places.find(each => (kind === 'row') === (each.kind === 'row'))
      : undefined
  const goTo = (range: Range | undefined): Thenable<unknown> | undefined =>
    shown && range && commands.executeCommand('inspectionReports.goTo', shown.uri.toString(), range)

  return Disposable.from(
    registerGradeBadges(),
    ...views,
    ...views.map(view => view.onDidChangeVisibility(update)),
    reports.onDidChangeActive(update),
    remembered.onDidChange(update),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0 && activeUri() === undefined) void update()
    }),
    window.onDidChangeTextEditorSelection(() => {
      clearTimeout(timer)
      timer = setTimeout(follow, rest)
    }),
    registerCommand('inspectionReports.judgement.goToRow', (node: unknown) =>
      goTo(place(node, 'row')?.target),
    ),
    registerCommand('inspectionReports.judgement.goToSection', (node: unknown) =>
      goTo(isJudgement(node) ? node.target : undefined),
    ),
    registerCommand('inspectionReports.judgement.setGrade', (node: unknown) =>
      shown !== undefined && isJudgement(node)
        ? commands.executeCommand('inspectionReports.setGrade', shown.uri, node.target)
        : undefined,
    ),
    registerCommand('inspectionReports.note.resolve', (node: unknown) =>
      shown !== undefined && isOpen(node)
        ? commands.executeCommand('inspectionReports.resolveNote', shown.uri, node.target)
        : undefined,
    ),
    new Disposable(() => clearTimeout(timer)),
  )
}

function setKey(key: string, value: string | boolean | undefined): void {
  void commands.executeCommand('setContext', `inspectionReports.${key}`, value)
}

const none = { error: 0, warning: 0, information: 0 } as const

function badgeOf(value: number): ViewBadge | undefined {
  if (value === 0) return undefined
  const tooltip = value === 1 ? l10n.t('1 note or to-do') : l10n.t('{0} notes and to-dos', value)
  return { value, tooltip }
}

/** A Word document or PDF that is dropped on a tree is checked. */
const checkingDropped = {
  dropMimeTypes: ['text/uri-list'],
  dragMimeTypes: [],
  async handleDrop(_target: unknown, dropped: DataTransfer): Promise<void> {
    const list = (await dropped.get('text/uri-list')?.asString()) ?? ''
    const files = list
      .split(/\r?\n/)
      .filter(line => /\.(?:(?:doc|dot)[xm]|pdf)$/i.test(line))
      .map(line => Uri.parse(line))
    if (files.length > 0) await commands.executeCommand(checkFileCommand, files[0], files)
  },
}

/** A tree whose nodes are data of the last answer; the parent of a node is found by looking for it. */
class Tree<Node extends object> implements TreeDataProvider<Node> {
  private readonly emitter = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.emitter.event
  private parents = new WeakMap<Node, Node>()

  constructor(
    private readonly roots: () => readonly Node[],
    private readonly childrenOf: (node: Node) => readonly Node[],
    private readonly itemOf: (node: Node) => TreeItem | undefined,
  ) {}

  changed(): void {
    this.parents = new WeakMap()
    for (const root of this.roots()) this.remember(root)
    this.emitter.fire(undefined)
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return [...this.roots()]
    const children = [...this.childrenOf(node)]
    for (const child of children) this.parents.set(child, node)
    return children
  }

  getParent(node: Node): Node | undefined {
    return this.parents.get(node)
  }

  getTreeItem(node: Node): TreeItem {
    const item = this.itemOf(node)
    if (item === undefined) throw new Error('The report is no longer shown.')
    return item
  }

  private remember(node: Node): void {
    for (const child of this.childrenOf(node)) {
      this.parents.set(child, node)
      this.remember(child)
    }
  }
}

function childrenInJudgements(node: JudgementTreeNode): readonly JudgementTreeNode[] {
  if (node.kind === 'part') return node.children
  if (node.kind === 'judgement')
    return node.places.map((_, at) => ({ kind: 'place' as const, of: node, at }))
  return []
}

function itemInJudgements(uri: Uri, node: JudgementTreeNode): TreeItem | undefined {
  switch (node.kind) {
    case 'part':
      return partItem(node)
    case 'judgement':
      return judgementItem(uri, node)
    case 'place': {
      const place = node.of.places[node.at]
      return place && placeItem(uri, node.of.id, node.at, place)
    }
  }
}

function isJudgement(node: unknown): node is PlacedJudgement {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'judgement'
}

function isOpen(node: unknown): node is PlacedOpen {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'note'
}

function judgementAt(
  nodes: readonly (PlacedPart | PlacedJudgement)[],
  at: Position,
): PlacedJudgement | undefined {
  for (const node of nodes) {
    if (node.kind === 'judgement') {
      if (node.around.some(range => holds(range, at))) return node
    } else {
      const found = judgementAt(node.children, at)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function sectionAt(nodes: readonly PlacedSection[], at: Position): PlacedSection | undefined {
  for (const node of nodes) {
    if (node.span !== undefined && holds(node.span, at)) return node
    const found = sectionAt(node.children, at)
    if (found !== undefined) return found
  }
  return undefined
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character)
  const beforeEnd = line < end.line || (line === end.line && character < end.character)
  return afterStart && beforeEnd
}

/** Selects only in a view that is open, since revealing would open it. */
function select<Node>(view: TreeView<Node>, node: Node | undefined): void {
  if (node === undefined || !view.visible || view.selection[0] === node) return
  // A tree that is being drawn again may not know the node yet; the next move of the cursor comes soon.
  view.reveal(node, { select: true, focus: false }).then(undefined, () => {})
}
