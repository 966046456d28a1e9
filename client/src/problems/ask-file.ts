/** Asks for a Word document or PDF. */

import { l10n, type Uri, window } from 'vscode'

const wordEndings = ['docx', 'docm', 'dotx', 'dotm']

export async function askFile(
  title: string,
  openLabel = l10n.t('Check'),
): Promise<Uri | undefined> {
  const filters = { [l10n.t('Word and PDF')]: [...wordEndings, 'pdf'] }
  const files = await window.showOpenDialog({ filters, title, openLabel })
  return files?.[0]
}

export async function askWordDocument(title: string, openLabel: string): Promise<Uri | undefined> {
  const filters = { [l10n.t('Word document')]: wordEndings }
  return (await window.showOpenDialog({ filters, title, openLabel }))?.[0]
}

export const isWordDocument = ({ path }: Uri): boolean => /\.(?:doc|dot)[xm]$/i.test(path)

/** Is it a Word document or PDF, which is read as a text of its own? */
export const isOtherFile = (file: Uri): boolean => isWordDocument(file) || /\.pdf$/i.test(file.path)
