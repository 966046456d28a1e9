/** Starts the language server, and what of the product stands in VS Code itself. */

import type { ExtensionContext } from 'vscode'
import { startClient } from './client'
import { registerCommands } from './commands'
import { registerImport } from './import'
import { followReports } from './reports'
import { servePages } from './rule-pages'
import { showStatus, showTypesFailure } from './status'
import { registerSetGrade } from './set-grade'
import { showTrees } from './trees'
import { followTypeFiles } from './type-files'
import { wrapLongLines } from './wrapping'

export async function activate(context: ExtensionContext): Promise<void> {
  const client = startClient(context)
  const reports = followReports(client)
  context.subscriptions.push(
    reports,
    servePages(context),
    showStatus(reports),
    wrapLongLines(reports),
    showTrees(client, reports),
    ...registerCommands(client),
    registerSetGrade(client),
    ...registerImport(client),
  )
  await client.start()
  const typeFiles = followTypeFiles(client)
  context.subscriptions.push(typeFiles, showTypesFailure(typeFiles))
}
