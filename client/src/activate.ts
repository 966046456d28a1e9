/**
 * The extension, wherever it runs: the parts of the product that are in VS Code itself. The language server is started
 * when one of them needs it.
 */

import type { ExtensionContext } from 'vscode'
import { registerCommands } from './commands'
import { registerComparing } from './compare/compare'
import { registerDraftStatus } from './edit/draft-status'
import { registerInsertSection } from './edit/insert-section'
import { registerNewReport } from './edit/new-report'
import { registerSetGrade } from './edit/set-grade'
import { registerUpdates } from './edit/updates'
import { registerImport } from './files/import'
import { registerReopening } from './files/reopening'
import { type Host, runIn } from './host/host'
import { registerLeaving } from './leaving/leaving'
import { registerJudgements } from './lists/judgements'
import { registerNotes } from './lists/notes'
import { registerPoints } from './lists/points'
import { registerPreview } from './pages/preview'
import { servePages } from './pages/rule-pages'
import { showStatus, showTypesFailure } from './panel/status'
import { showTrees } from './panel/trees'
import { registerFileChecks } from './problems/check-files'
import { checkedFiles } from './problems/checked-files'
import { registerFolderProblems } from './problems/folder-problems'
import { followReports } from './reports'
import { registerSample } from './sample'
import { createClient } from './server/client'
import { serveFolderSettings } from './server/folder-settings'
import { startWhenNeeded } from './server/starting'
import { followTypeFiles } from './server/type-files'
import { registerFilling } from './typing/filling'
import { followTyping } from './typing/typing'
import { wrapLongLines } from './typing/wrapping'

export function activateIn(context: ExtensionContext, host: Host): void {
  runIn(host)
  const { printed } = host
  const client = createClient(context)
  const starting = startWhenNeeded(client)
  const reports = followReports(client)
  const files = checkedFiles(client, context.globalState)
  const typing = followTyping(client, reports)
  context.subscriptions.push(
    reports,
    servePages(context),
    registerSample(context),
    showStatus(reports),
    wrapLongLines(reports),
    starting,
    serveFolderSettings(client, starting.start),
    showTrees(client, reports, files, starting.start),
    ...(printed === undefined ? [] : [printed]),
    registerPreview(context, client, reports, printed),
    registerSetGrade(client),
    registerNewReport(client),
    registerInsertSection(client),
    registerDraftStatus(client),
    ...registerNotes(client),
    ...registerCommands(client),
    registerUpdates(client),
    registerReopening(),
    typing,
    ...registerFilling(client, reports, typing),
    registerComparing(context, client),
    registerJudgements(client),
    registerFolderProblems(client),
    files,
    registerPoints(client, files),
    ...registerImport(client),
    ...registerFileChecks(context, client, files, printed),
    registerLeaving(context, client, files),
  )
  const typeFiles = followTypeFiles(client, starting.start)
  context.subscriptions.push(typeFiles, showTypesFailure(typeFiles))
}
