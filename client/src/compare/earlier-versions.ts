/** The list from which somebody picks what a report is compared with. */

import {
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import { base64Of } from '../../../server/src/host/base64'
import type { ComparedFile } from '../../../server/src/lsp/protocol'
import { readFile as readBytes } from '../files/files'
import { isPage } from '../pages/page-schemes'
import { earlierScheme } from './earlier-texts'
import { gitVersions } from './git-history'
import { keptVersions } from './local-history'
import { reportName, titleOf, toldApart } from './report-names'

/** Something to compare with, read when it is picked. */
export interface Source {
  readonly read: () => Promise<ComparedFile | undefined>
}

export type Choice = QuickPickItem & Partial<Source>

/** Earlier versions of a document: files, what was last saved, other documents, git, VS Code's own history. */
export async function earlierVersions(
  context: ExtensionContext,
  document: TextDocument,
): Promise<readonly Choice[]> {
  const [git, kept] = await Promise.all([
    gitVersions(document.uri),
    keptVersions(context, document.uri),
  ])
  const saved: Choice[] = document.isDirty && !document.isUntitled ? [lastSaved(document)] : []
  return [
    chooseFile(),
    ...saved,
    ...group(l10n.t('Open documents'), openDocuments(document)),
    ...group(
      l10n.t('Versions in git'),
      git.map(({ date, author, message, text }) => {
        const day = date === undefined ? '' : written(date)
        const name = l10n.t('the version of {0}', day === '' ? message : day)
        return {
          label: message,
          description: [day, author].filter(each => each !== '').join(', '),
          read: async () => ({ name, text: await text() }),
        }
      }),
    ),
    ...group(
      l10n.t('Versions that VS Code has kept'),
      kept.map(({ date, uri }) => ({
        label: written(date),
        description: l10n.t('as it was saved then'),
        read: () => readFile(uri, l10n.t('the version of {0}', written(date))),
      })),
    ),
  ]
}

/** The choice of any file, which comes first in each list. */
export function chooseFile(): Choice {
  return {
    label: l10n.t('Choose a file…'),
    detail: l10n.t('A draft, a Word document, a PDF or a text'),
    read: async () => {
      const files = await window.showOpenDialog({
        filters: {
          [l10n.t('Reports')]: ['md', 'txt', 'inspection', 'docx', 'docm', 'dotx', 'dotm', 'pdf'],
          [l10n.t('All files')]: ['*'],
        },
        title: l10n.t('Compare with'),
        openLabel: l10n.t('Compare'),
      })
      return files?.[0] && readFile(files[0])
    },
  }
}

/**
 * Other texts that have a tab, including those that the Timeline shows beside the present one. Those with the
 * document's own name come first: it was imported from one of them. `offered` holds the addresses that are in
 * the list already.
 */
export function openDocuments(
  document: TextDocument,
  offered: ReadonlySet<string> = new Set(),
): readonly Choice[] {
  const own = reportName(nameOf(document.uri))
  const isOwn = ({ uri }: TextDocument): number => Number(reportName(nameOf(uri)) === own)
  return otherTexts(document)
    .filter(({ uri }) => !offered.has(uri.toString()))
    .toSorted((a, b) => isOwn(b) - isOwn(a))
    .map(each => {
      const name = nameBeside(each)
      return {
        label: name,
        description: descriptionOf(each),
        read: async () => ({ name, text: each.getText(), uri: each.uri.toString() }),
      }
    })
}

function otherTexts(document: TextDocument): readonly TextDocument[] {
  const shown = new Set(tabUris().map(uri => uri.toString()))
  return workspace.textDocuments.filter(
    each => each !== document && shown.has(each.uri.toString()) && isText(each),
  )
}

/** What a document is called among those that are open: one without a file goes by its title. */
export function nameBeside(document: TextDocument): string {
  const others = otherTexts(document).map(named)
  return toldApart([named(document), ...others])[0] as string
}

function named(document: TextDocument) {
  const file = nameOf(document.uri)
  return { name: (isUnnamed(document.uri) && titleOf(document.getText())) || file, file }
}

/** Is its only name the one that VS Code gave it? */
function isUnnamed({ scheme, path }: Uri): boolean {
  return scheme === 'untitled' && !path.includes('/')
}

function tabUris(): readonly Uri[] {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input))
  return inputs.flatMap(input => {
    if (input instanceof TabInputText) return [input.uri]
    return input instanceof TabInputTextDiff ? [input.original, input.modified] : []
  })
}

export function group(title: string, choices: readonly Choice[]): readonly Choice[] {
  if (choices.length === 0) return []
  return [{ label: title, kind: QuickPickItemKind.Separator }, ...choices]
}

/** The text in the editor, with changes that are not saved yet, if it is open; otherwise the file. */
export async function readOpenOrFile(uri: Uri): Promise<ComparedFile> {
  const open = workspace.textDocuments.find(each => each.uri.toString() === uri.toString())
  if (open === undefined) return readFile(uri)
  return { name: nameOf(uri), text: open.getText(), uri: uri.toString() }
}

/** A file as it is on the disk; the server finds out what kind of file it is. */
export async function readFile(uri: Uri, name = nameOf(uri)): Promise<ComparedFile> {
  const bytes = await readBytes(uri)
  return { name, bytes: base64Of(bytes), uri: uri.toString() }
}

export function nameOf({ path, scheme }: Uri): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return scheme === 'git' ? name.replace(/\.git$/, '') : name
}

function lastSaved({ uri }: TextDocument): Choice {
  return {
    label: l10n.t('The last saved version'),
    detail: l10n.t('What you have changed since you last saved'),
    read: () => readFile(uri, l10n.t('the last saved version')),
  }
}

const languages: ReadonlySet<string> = new Set(['inspection-report', 'plaintext', 'markdown'])
const hidden: ReadonlySet<string> = new Set([earlierScheme, 'output'])

function isText({ languageId, uri }: TextDocument): boolean {
  return languages.has(languageId) && !hidden.has(uri.scheme) && !isPage(uri)
}

function descriptionOf({ uri }: TextDocument): string {
  switch (uri.scheme) {
    case 'git':
      return l10n.t('from git')
    case 'vscode-local-history':
      return l10n.t('from the Timeline')
    case 'untitled':
      return isUnnamed(uri) ? l10n.t('{0}, not saved yet', nameOf(uri)) : l10n.t('not saved yet')
    default:
      return workspace.asRelativePath(Uri.joinPath(uri, '..'))
  }
}

function written(date: Date): string {
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}
