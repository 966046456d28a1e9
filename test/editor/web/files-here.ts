/** The files of the tests, in the folder that is open in VS Code for the web. */

import * as vscode from 'vscode'

const names = [
  'first-steps.inspection.md',
  'ilacs-westmarch.inspection.md',
  'westmarch-draft.inspection.md',
  'westmarch-extracted.txt',
  'westmarch-with-problems.inspection.md',
  'westmarch.inspection.md',
  'letter.docx',
  'paper.pdf',
]

/** Where the page comes from, and the tests with it. */
function served(name: string): vscode.Uri {
  const extension = vscode.extensions.getExtension('inspection-reports.inspection-reports')
  if (extension === undefined) throw new Error('The extension is not there.')
  return extension.extensionUri.with({ path: `/files/${name}` })
}

/** The bytes of a file that the tests bring. */
export async function bytesOfFile(name: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(served(name))
}

export async function textOfFile(name: string): Promise<string> {
  return new TextDecoder().decode(await bytesOfFile(name))
}

/** A file in the folder that is open. */
export function here(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (folder === undefined) throw new Error('No folder is open.')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Puts the samples, a Word document and a PDF into the folder that is open. */
export async function copyFiles(): Promise<void> {
  await vscode.workspace.fs.createDirectory(here(''))
  for (const name of names) await vscode.workspace.fs.writeFile(here(name), await bytesOfFile(name))
}
