/** Copies of a file, written beside it under names that are not taken. */

import { l10n, Uri, window, workspace } from 'vscode'
import { host } from '../host/host'
import { copyNames } from '../problems/copy-names'
import { createFile, writeFile } from './files'

/** What says that nothing can be written in a folder. */
const refusals: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'NoPermissions'])

/**
 * Writes a new file beside another one, with `addition` after its name, or where the user chooses if its folder cannot
 * be written to; returns where, undefined where the user did not choose.
 */
export async function writeBeside(
  file: Uri,
  addition: string,
  bytes: Uint8Array,
): Promise<Uri | undefined> {
  for (const name of copyNames(file.path.slice(file.path.lastIndexOf('/') + 1), addition)) {
    const target = Uri.joinPath(file, '..', name)
    try {
      await createFile(target, bytes)
      return target
    } catch (error) {
      const code = (error as { readonly code?: string }).code ?? ''
      if (refusals.has(code)) return writeElsewhere(name, bytes)
      if (code !== 'EEXIST') throw error
    }
  }
  throw new Error('no name is free')
}

async function writeElsewhere(name: string, bytes: Uint8Array): Promise<Uri | undefined> {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const folder = host().home ?? workspace.workspaceFolders?.[0]?.uri
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    filters: { [/^md$/i.test(ending) ? 'Markdown' : l10n.t('Word document')]: [ending] },
    title: l10n.t('This folder cannot be written to. Where should the copy go?'),
    saveLabel: l10n.t('Save a copy'),
  })
  if (target !== undefined) await writeFile(target, bytes)
  return target
}
