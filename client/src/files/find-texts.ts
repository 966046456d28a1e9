/** Finds texts that may be reports in the open folders. */

import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode'
import { host } from '../host/host'

/** How the names of reports may end; the same as in the server and in a terminal. */
const isText = /\.(?:inspection|md|txt)$/i
const pattern = '**/*.{inspection,md,txt}'
const packages = '**/node_modules/**'

/** No more folders than these are read one by one. */
const mostFolders = 1_000

interface Search {
  /** How many are enough. */
  readonly most?: number
  /** Where to look, with all folders below it, in place of the open folders. */
  readonly folder?: Uri
  /** Ends the search; what was found by then is returned. */
  readonly token?: CancellationToken
}

/** The texts in the open folders, in no order. */
export async function findTexts({ most, folder, token }: Search = {}): Promise<readonly Uri[]> {
  const found = await workspace.findFiles(
    folder === undefined ? pattern : new RelativePattern(folder, pattern),
    packages,
    most,
    token,
  )
  // Not every place that a browser works on can be searched, and VS Code does not say so.
  if (found.length > 0 || host().disk !== undefined) return found
  const folders =
    folder === undefined ? (workspace.workspaceFolders ?? []).map(({ uri }) => uri) : [folder]
  return (await textsBelow(folders, most, token)).slice(0, most)
}

async function textsBelow(
  folders: readonly Uri[],
  most = Number.MAX_SAFE_INTEGER,
  token?: CancellationToken,
): Promise<readonly Uri[]> {
  const found: Uri[] = []
  const waiting = [...folders]
  for (let read = 0; read < mostFolders && found.length < most; read++) {
    const folder = waiting.shift()
    if (folder === undefined || token?.isCancellationRequested === true) break
    for (const [name, type] of await entriesOf(folder)) {
      // Hidden folders and those of programs hold no reports.
      if (name.startsWith('.') || name === 'node_modules') continue
      const uri = Uri.joinPath(folder, name)
      if (type === FileType.Directory) waiting.push(uri)
      else if (type === FileType.File && isText.test(name)) found.push(uri)
    }
  }
  return found
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}
