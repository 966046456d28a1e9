/** Old versions that are shown beside a report: from git, from VS Code's Timeline, from other extensions. */

import { TabInputTextDiff, type Uri, window, workspace } from 'vscode'
import { oldVersionSchemes } from '../../../server/src/lsp/protocol'

/**
 * Is it an old version, or the left side of a comparison that nobody can write in? Its problems are shown
 * beside it already, or have been put right.
 */
export function isOldVersion(uri: Uri): boolean {
  const { scheme } = uri
  if (oldVersionSchemes.has(scheme)) return true
  const isWritten = scheme === 'untitled' || workspace.fs.isWritableFileSystem(scheme) === true
  return !isWritten && isLeftSide(uri)
}

function isLeftSide(uri: Uri): boolean {
  const asked = uri.toString()
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input))
  return inputs.some(
    input => input instanceof TabInputTextDiff && input.original.toString() === asked,
  )
}
