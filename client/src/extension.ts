/** Starts the language server, and what of the product stands in VS Code itself. */

import type { ExtensionContext } from 'vscode'
import { createClient, start } from './client'
import { registerCommands } from './commands'
import { registerComparing } from './compare'
import { registerDraftStatus } from './draft-status'
import { registerFilling } from './filling'
import { registerImport } from './import'
import { registerInsertSection } from './insert-section'
import { registerJudgements } from './judgements'
import { registerNewReport } from './new-report'
import { registerNotes } from './notes'
import { registerPoints } from './points'
import { registerPreview } from './preview'
import { followReports } from './reports'
import { servePages } from './rule-pages'
import { registerSample } from './sample'
import { registerSetGrade } from './set-grade'
import { showStatus, showTypesFailure } from './status'
import { showTrees } from './trees'
import { followTypeFiles } from './type-files'
import { registerTyping } from './typing'
import { registerUpdates } from './updates'
import { wrapLongLines } from './wrapping'

export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(context)
  const reports = followReports(client)
  context.subscriptions.push(
    reports,
    servePages(context),
    registerSample(context),
    showStatus(reports),
    wrapLongLines(reports),
    showTrees(client, reports),
    registerPreview(context, client, reports),
    registerSetGrade(client),
    registerNewReport(client),
    registerInsertSection(client),
    registerDraftStatus(client),
    ...registerNotes(client),
    ...registerCommands(client),
    registerUpdates(client),
    registerTyping(client, reports),
    ...registerFilling(client, reports),
    registerComparing(context, client),
    registerJudgements(client),
    registerPoints(client),
    ...registerImport(client),
  )
  await start(client)
  const typeFiles = followTypeFiles(client)
  context.subscriptions.push(typeFiles, showTypesFailure(typeFiles))
}
