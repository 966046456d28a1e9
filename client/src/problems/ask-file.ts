/** Asks for a Word document or PDF. */

import { l10n, type Uri, window } from 'vscode'

export async function askFile(title: string): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    filters: { [l10n.t('Word and PDF')]: ['docx', 'docm', 'dotx', 'dotm', 'pdf'] },
    title,
    openLabel: l10n.t('Check'),
  })
  return files?.[0]
}
