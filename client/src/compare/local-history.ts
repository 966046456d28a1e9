/**
 * The versions of a file that VS Code keeps each time it is saved. No interface gives them, so they are read
 * from the folder where VS Code keeps them; if that is not as expected, none are found.
 */

import { type ExtensionContext, Uri, workspace } from 'vscode'
import { readFile } from '../files/files'

export interface KeptVersion {
  readonly date: Date
  readonly uri: Uri
}

interface Entries {
  readonly resource: string
  readonly entries: readonly { readonly id: string; readonly timestamp: number }[]
}

/** The latest first. */
export async function keptVersions(
  { globalStorageUri }: ExtensionContext,
  file: Uri,
): Promise<readonly KeptVersion[]> {
  const places = [
    Uri.joinPath(globalStorageUri, '..', '..', 'History'),
    Uri.from({ scheme: 'vscode-userdata', path: '/User/History' }),
  ]
  for (const place of places) {
    const found = await versionsIn(place, file)
    if (found.length > 0) return found
  }
  return []
}

async function versionsIn(place: Uri, file: Uri): Promise<readonly KeptVersion[]> {
  const named = folderName(file.toString())
  const own = await readEntries(Uri.joinPath(place, named), file)
  if (own !== undefined) return own
  // For files on another computer, the name is made from an address that is not known here.
  const folders = await readFolder(place)
  for (const name of folders) {
    const found = await readEntries(Uri.joinPath(place, name), file)
    if (found !== undefined) return found
  }
  return []
}

async function readFolder(place: Uri): Promise<readonly string[]> {
  try {
    return (await workspace.fs.readDirectory(place)).map(([name]) => name)
  } catch {
    return []
  }
}

async function readEntries(folder: Uri, file: Uri): Promise<readonly KeptVersion[] | undefined> {
  try {
    const bytes = await readFile(Uri.joinPath(folder, 'entries.json'))
    const { resource, entries } = JSON.parse(new TextDecoder().decode(bytes)) as Entries
    if (!isSameFile(Uri.parse(resource), file)) return undefined
    return entries
      .map(({ id, timestamp }) => ({ date: new Date(timestamp), uri: Uri.joinPath(folder, id) }))
      .reverse()
  } catch {
    return undefined
  }
}

function isSameFile(kept: Uri, { scheme, path }: Uri): boolean {
  const isRemote = kept.scheme === 'vscode-remote' && scheme === 'file'
  return kept.path === path && (kept.scheme === scheme || isRemote)
}

/** What VS Code calls the folder of a file: a number made of its address. */
function folderName(address: string): string {
  let number = step(149417, 0)
  for (let at = 0; at < address.length; at++) number = step(address.charCodeAt(at), number)
  return number.toString(16)
}

const step = (value: number, number: number): number => ((number << 5) - number + value) | 0
