/** The command *Check a Word document…*. */

import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type CheckWordParams,
  type CheckWordResult,
  checkWordMethod,
} from '../../../server/src/lsp/protocol'
import { longWork } from '../messages/long-work'
import { failed, registerCommand } from '../messages/saying'
import { problemsScheme as scheme } from '../pages/page-schemes'
import { readFile } from './files'

export function registerWordCheck(client: LanguageClient): Disposable[] {
  const pages = new Map<string, string>()
  const changed = new EventEmitter<Uri>()
  return [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => pages.get(uri.toString()) ?? '',
    }),
    registerCommand('inspectionReports.checkWordDocument', async (file?: unknown) => {
      const asked = file instanceof Uri ? file : await ask()
      if (asked === undefined) return
      const page = await check(client, asked)
      if (page === undefined) return
      const uri = Uri.from({ scheme, path: `${asked.path}.md`, query: asked.scheme })
      pages.set(uri.toString(), page)
      changed.fire(uri)
      await commands.executeCommand('markdown.showPreview', uri)
    }),
  ]
}

async function ask(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    filters: { [l10n.t('Word document')]: ['docx', 'docm', 'dotx', 'dotm'] },
    title: l10n.t('Check a Word document'),
    openLabel: l10n.t('Check'),
  })
  return files?.[0]
}

/** The page of the document's problems; undefined where it was stopped, or failed and said so. */
async function check(client: LanguageClient, file: Uri): Promise<string | undefined> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  try {
    const result = await longWork(l10n.t('Checking {0}…', name), async ({ token }) => {
      const bytes = Buffer.from(await readFile(file)).toString('base64')
      const params: CheckWordParams = { name, bytes }
      return client.sendRequest<CheckWordResult>(checkWordMethod, params, token)
    })
    if (result?.error === undefined) return result?.page
    failed(`${name}: ${result.error}`)
  } catch (error) {
    failed(l10n.t('{0} could not be checked.', name), error)
  }
  return undefined
}
