/** Addresses of pages to read, which VS Code shows as texts: none of them is a report. */

import type { Uri } from 'vscode'

/** What is wrong in a Word document. */
export const problemsScheme = 'inspection-reports-problems'

/** What an import has changed. */
export const changesScheme = 'inspection-reports-changes'

/** The documentation. */
export const docsScheme = 'inspection-reports-page'

const schemes: ReadonlySet<string> = new Set([problemsScheme, changesScheme, docsScheme])

export function isPage({ scheme }: Uri): boolean {
  return schemes.has(scheme)
}
