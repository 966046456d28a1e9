/** Drafts that have a name and a place before they are saved. */

import { type TextDocument, Uri, window, workspace } from 'vscode'
import { host } from '../host/host'
import { fileOf, fileTextScheme } from '../pages/page-schemes'

/**
 * An unsaved document that will be saved as `base` with the ending of reports, under a name that is not taken:
 * with a number after it if such a file exists or is open already.
 */
export async function openDraftFile(base: Uri): Promise<TextDocument> {
  for (let count = 1; ; count++) {
    const counted = count === 1 ? base.path : `${base.path} (${count})`
    const target = base.with({ path: `${counted}.inspection.md` })
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === target.path)
    if (isOpen || (await exists(target))) continue
    return workspace.openTextDocument(target.with({ scheme: 'untitled' }))
  }
}

/** The scheme under which VS Code saves a text that has a path but no file yet. */
export function schemeOfSaved(): string {
  return workspace.workspaceFolders?.[0]?.uri.scheme ?? 'file'
}

/**
 * Where a new report goes: into the folder that is open or, if there are several, the one of the editor. Undefined
 * where no folder is open, and the user has none.
 */
export async function folderForDrafts(): Promise<Uri | undefined> {
  const here = window.activeTextEditor?.document.uri
  const folder = (here && workspace.getWorkspaceFolder(here)) ?? workspace.workspaceFolders?.[0]
  if (folder?.uri.scheme === schemeOfSaved()) return folder.uri
  const { home } = host()
  if (home === undefined) return undefined
  const documents = Uri.joinPath(home, 'Documents')
  return (await exists(documents)) ? documents : home
}

/**
 * Where something made from a report goes, under its name with another ending: `westmarch.docx` beside
 * `westmarch.inspection.md`, whether or not that is saved yet. For a text without a name, `name` in the folder
 * that is open.
 */
export function besideReport(report: Uri, ending: string, name: string): Uri {
  if (report.scheme === fileTextScheme) {
    const file = fileOf(report)
    return file.with({ path: `${file.path.replace(/\.(?:(?:doc|dot)[xm]|pdf)$/i, '')}${ending}` })
  }
  const isUnsaved = report.scheme === 'untitled'
  if (!isUnsaved || report.path.startsWith('/')) {
    const bare = report.path.replace(/(?:\.inspection)?(?:\.(?:md|txt|inspection))?$/i, '')
    return report.with({
      scheme: isUnsaved ? schemeOfSaved() : report.scheme,
      path: `${bare}${ending}`,
    })
  }
  const folder = workspace.workspaceFolders?.[0]?.uri
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name)
}

function exists(uri: Uri): Promise<boolean> {
  return Promise.resolve(
    workspace.fs.stat(uri).then(
      () => true,
      () => false,
    ),
  )
}
