/** Addresses of what VS Code shows as texts, though no file holds it. */

import { Uri } from 'vscode'
import { fileTextScheme } from '../../../server/src/lsp/protocol'

export { fileTextScheme }

/** What an import has changed. */
export const changesScheme = 'inspection-reports-changes'

/** The documentation. */
export const docsScheme = 'inspection-reports-page'

const schemes: ReadonlySet<string> = new Set([changesScheme, docsScheme])

/** The address of a file's text; it says which file it is, wherever that is. */
export function textOf(file: Uri): Uri {
  return Uri.from({
    scheme: fileTextScheme,
    path: `${file.path}.inspection.md`,
    query: file.toString(),
  })
}

/** The file whose text it is. */
export function fileOf({ query }: Uri): Uri {
  return Uri.parse(query, true)
}

export function isPage({ scheme }: Uri): boolean {
  return schemes.has(scheme)
}
