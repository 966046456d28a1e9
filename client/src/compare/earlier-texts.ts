/** Texts that a report is compared with, as documents to look at: earlier versions, and other reports. */

import { Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode'

/** Documents that are shown and never saved. */
export const earlierScheme = 'inspection-reports-earlier'

export interface EarlierTexts extends Disposable {
  /** Keeps a text under a name, and says where it can be opened. */
  keep(name: string, text: string): Uri
}

export function serveEarlierTexts(): EarlierTexts {
  const texts = new Map<string, string>()
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(earlierScheme, {
    onDidChange: changed.event,
    // After a restart an open tab asks for a text that is no longer kept.
    provideTextDocumentContent: uri =>
      texts.get(uri.toString()) ??
      l10n.t('This text was kept only until VS Code was closed. Compare again to see it.'),
  })
  return Object.assign(Disposable.from(changed, provider), {
    keep(name: string, text: string): Uri {
      const path = `/${name.replace(/[\\/]+/g, ' ')}.inspection.md`
      const uri = Uri.from({ scheme: earlierScheme, path })
      texts.set(uri.toString(), text)
      changed.fire(uri)
      return uri
    },
  })
}
