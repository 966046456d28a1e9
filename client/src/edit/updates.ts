/** The commands that bring one part of a report into line with another. */

import { Disposable, l10n } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type EditPlanResult,
  type Update,
  type UpdateParams,
  updateMethod,
} from '../../../server/src/lsp/protocol'
import { activeDocument, isEditable } from '../active-report'
import { registerCommand, say } from '../messages/saying'
import { carryOut } from './edit-plan'

const updates: Readonly<Record<string, Update>> = {
  'inspectionReports.renumber': 'numbers',
  'inspectionReports.updateContents': 'contents',
  'inspectionReports.updateSummaryTable': 'table',
  'inspectionReports.updateSections': 'sections',
}

export function registerUpdates(client: LanguageClient): Disposable {
  return Disposable.from(
    ...Object.entries(updates).map(([command, update]) =>
      registerCommand(command, () => run(client, update)),
    ),
  )
}

async function run(client: LanguageClient, update: Update): Promise<void> {
  const document = await activeDocument()
  if (document === undefined || !isEditable(document)) return
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document)
  const params: UpdateParams = { textDocument, update }
  const plan = await client.sendRequest<EditPlanResult>(updateMethod, params)
  // It is good news that all is in order, but no reason for a message that has to be closed.
  if (plan.error !== undefined) {
    say(plan.error)
    return
  }
  const changed = await carryOut(client, plan)
  if (changed === 1) say(l10n.t('One change was made.'))
  else if (changed > 1) say(l10n.t('{0} changes were made.', changed))
}
