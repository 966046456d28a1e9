/** The pages of the rules and of the report types, which ship with the extension and open without a network. */

import {
  commands,
  type Diagnostic,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileSystemError,
  type Position,
  Uri,
  workspace,
} from 'vscode'
import { pagePath } from './page-path'
import { docsScheme } from './page-schemes'

export const openRulePageCommand = 'inspectionReports.openRulePage'
export const openTypesPageCommand = 'inspectionReports.openTypesPage'

/**
 * The documentation under a scheme of our own: `inspection-reports-page:/rules/mismatched-grade.md`.
 *
 * The pop-up of a problem opens such a link, but no link to a command; a link to the file itself would
 * show the source of the page. package.json associates the scheme with the Markdown preview.
 */
const scheme = docsScheme

/** What the server puts before `/rules/mismatched-grade.md`. */
export const docsUri = `${scheme}:`

/** Serves the pages; a file system, not only their text, so that links from page to page work. */
export function servePages({ extensionUri }: ExtensionContext): Disposable {
  const changed = new EventEmitter<FileChangeEvent[]>()
  const file = (uri: Uri): Uri => {
    const path = uri.authority === '' ? pagePath(uri.path) : undefined
    // Any page, and any extension, may ask for an address of this scheme.
    if (path === undefined) throw FileSystemError.FileNotFound(uri)
    return Uri.joinPath(extensionUri, 'docs', path)
  }
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri)
  }
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: (uri: Uri) => workspace.fs.stat(file(uri)),
    readFile: (uri: Uri) => workspace.fs.readFile(file(uri)),
    readDirectory: (uri: Uri) => workspace.fs.readDirectory(file(uri)),
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  }
  return Disposable.from(
    changed,
    workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true }),
  )
}

/** Opens the page of a rule as a preview; does nothing for a name that cannot be a rule's. */
export async function openRulePage(rule: string): Promise<void> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(rule)) return
  await commands.executeCommand('vscode.open', Uri.parse(`${docsUri}/rules/${rule}.md`))
}

/** Opens the page that explains how a report type is written. */
export async function openTypesPage(): Promise<void> {
  await commands.executeCommand('vscode.open', Uri.parse(`${docsUri}/report-types.md`))
}

/** Is the problem one of this extension's checks? Its code leads to the page of a rule. */
export function isOfReport({ code }: Diagnostic): boolean {
  return typeof code === 'object' && code.target.scheme === scheme
}

/** The rule of the first problem at the cursor, otherwise of the first one on its line. */
export function ruleAt(problems: readonly Diagnostic[], cursor: Position): string | undefined {
  const own = problems.filter(isOfReport)
  const problem =
    own.find(({ range }) => range.contains(cursor)) ??
    own.find(({ range }) => range.start.line === cursor.line)
  return problem && ruleOf(problem)
}

/** The rule that found the problem; undefined for a problem of another extension. */
export function ruleOf({ code }: Diagnostic): string | undefined {
  return typeof code === 'object' ? String(code.value) : undefined
}
