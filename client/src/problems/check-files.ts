/** The commands about Word documents and PDFs that are checked as they are. */

import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  languages,
  Uri,
  ViewColumn,
  window,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { activeUri } from '../active-report'
import type { PrintedPage } from '../host/host'
import { registerCommand } from '../messages/saying'
import { fileOf, fileTextScheme } from '../pages/page-schemes'
import { askFile, askWordDocument } from './ask-file'
import { checkFileCommand } from './check-command'
import type { CheckedFiles } from './checked-files'
import type { FileReader } from './file-reader'
import { registerForgetting } from './forget'
import { type PageTools, ProblemPage } from './problem-page'
import { saveWithComments } from './save-comments'
import { saveWithSuggestions } from './save-suggestions'
import { stampOf } from './watched-file'

const viewType = 'inspectionReports.problems'

export function registerFileChecks(
  { extensionUri }: ExtensionContext,
  client: LanguageClient,
  files: CheckedFiles,
  printed: PrintedPage | undefined,
): Disposable[] {
  const { reader, texts, remembered, settledIn } = files
  const diagnostics = languages.createDiagnosticCollection('inspectionReports.files')
  const pages = new Map<string, ProblemPage>()
  let last: ProblemPage | undefined
  const tools: PageTools = {
    client,
    dist: Uri.joinPath(extensionUri, 'dist'),
    reader,
    texts,
    remembered,
    settledIn,
    show: async (file, { text, remarks }) => pages.get(file.toString())?.take(text, remarks),
    diagnostics,
    compare: page => compare(reader, page),
    points: () => commands.executeCommand('inspectionReports.pointsForAuthor'),
    comments: page => saveWithComments(tools, page.file),
    suggestions: page => saveWithSuggestions(tools, page.file),
  }
  const check = async (file: Uri): Promise<void> => {
    const stamp = await stampOf(file)
    const read = await reader.read(file)
    if (read === undefined) return
    const page = pages.get(file.toString()) ?? open(file, stamp)
    page.reveal()
    await page.take(read.text, read.remarks)
  }
  const open = (file: Uri, stamp: string | undefined): ProblemPage => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1)
    const panel = window.createWebviewPanel(
      viewType,
      l10n.t('Problems in {0}', name),
      { viewColumn: ViewColumn.Active },
      { enableFindWidget: true, retainContextWhenHidden: false },
    )
    const page = new ProblemPage(tools, panel, file, stamp)
    pages.set(file.toString(), page)
    last = page
    panel.onDidChangeViewState(() => {
      if (panel.active) last = page
    })
    panel.onDidDispose(() => {
      pages.delete(file.toString())
      if (last === page) last = undefined
      page.dispose()
    })
    return page
  }
  /** The file whose page or text is in front. */
  const inFront = (): Uri | undefined => {
    const active = activeUri()
    return active?.scheme === fileTextScheme ? fileOf(active) : undefined
  }
  /** The page that a command is about: that of the file in front, otherwise of one to be chosen. */
  const pageFor = async (given: unknown, title: string): Promise<ProblemPage | undefined> => {
    const asked = given instanceof Uri ? given : (inFront() ?? (await askFile(title)))
    if (asked === undefined) return undefined
    if (!pages.has(asked.toString())) await check(asked)
    return pages.get(asked.toString())
  }
  /** The document to be copied: what was given, the one in front, otherwise one to be chosen. */
  const toCopy = async (given: unknown, title: string): Promise<Uri | undefined> =>
    given instanceof Uri
      ? given
      : (inFront() ?? (await askWordDocument(title, l10n.t('Save a copy'))))
  return [
    diagnostics,
    registerCommand(checkFileCommand, async (given?: unknown, all?: unknown) => {
      const several = Array.isArray(all) ? all.filter(each => each instanceof Uri) : []
      const chosen = several.length > 1 ? several : given instanceof Uri ? [given] : []
      const asked = chosen.length > 0 ? chosen : [await askFile(l10n.t('Check a Word document'))]
      for (const file of asked) if (file !== undefined) await check(file)
    }),
    registerCommand(
      'inspectionReports.checkAgainstEarlier',
      async (given?: unknown, earlier?: unknown) => {
        const page = await pageFor(given, l10n.t('Check against an earlier version'))
        if (page !== undefined) await compare(reader, page, earlierAmong(page, earlier))
      },
    ),
    registerCommand('inspectionReports.problems.next', () => last?.step(1)),
    registerCommand('inspectionReports.problems.previous', () => last?.step(-1)),
    registerCommand('inspectionReports.saveWithComments', async (given?: unknown) => {
      const file = await toCopy(given, l10n.t('Save a copy with comments'))
      if (file !== undefined) await saveWithComments(tools, file)
    }),
    registerCommand(
      'inspectionReports.saveWithSuggestions',
      async (given?: unknown, choice?: unknown) => {
        const file = await toCopy(given, l10n.t('Save a copy with suggested changes'))
        if (file !== undefined) await saveWithSuggestions(tools, file, choice)
      },
    ),
    registerForgetting(files, printed, inFront),
  ]
}

/** The earlier version that was named, or the other one of two files that are selected in the explorer. */
function earlierAmong({ file }: ProblemPage, given: unknown): Uri | undefined {
  if (given instanceof Uri) return given
  const others: readonly unknown[] = Array.isArray(given)
    ? given.filter(each => each instanceof Uri && each.toString() !== file.toString())
    : []
  const [other] = others
  return others.length === 1 && other instanceof Uri ? other : undefined
}

async function compare(reader: FileReader, page: ProblemPage, given?: Uri): Promise<void> {
  const file = given ?? (await askEarlier(page))
  if (file === undefined) return
  const read = await reader.read(file)
  if (read === undefined) return
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  await page.compareWith({ name, text: read.text })
}

async function askEarlier(page: ProblemPage): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    filters: {
      [l10n.t('Word, PDF and text')]: ['docx', 'docm', 'dotx', 'dotm', 'pdf', 'txt', 'md'],
    },
    defaultUri: Uri.joinPath(page.file, '..'),
    title: l10n.t('Earlier version of {0}', page.name),
    openLabel: l10n.t('Compare'),
  })
  return files?.[0]
}
