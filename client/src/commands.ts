/** The commands. */

import { commands, type Disposable, l10n, languages, Uri } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { activeDocument } from './active-report'
import { registerWordCheck } from './check-word'
import { chooseType, chooseTypeCommand } from './choose-type'
import { exportCommand, exportToWord } from './export'
import { registerGoTo } from './go-to'
import { registerIgnoring, ruleAtCursor } from './ignoring'
import { goToOtherPlace } from './other-place'
import {
  openRulePage,
  openRulePageCommand,
  openTypesPage,
  openTypesPageCommand,
} from './rule-pages'
import { registerCommand, say } from './saying'
import { showToDos } from './to-dos'

export const showToDosCommand = 'inspectionReports.showToDos'
export const useLanguageCommand = 'inspectionReports.useLanguage'

export function registerCommands(client: LanguageClient): Disposable[] {
  return [
    registerCommand('inspectionReports.goToOtherPlace', () => goToOtherPlace(client)),
    registerGoTo(client),
    registerCommand(openRulePageCommand, async (asked?: unknown) => {
      const rule = typeof asked === 'string' ? asked : await ruleAtCursor()
      if (rule === undefined) say(l10n.t('There is no problem at the cursor.'))
      else await openRulePage(rule)
    }),
    registerCommand(chooseTypeCommand, (type?: unknown, write?: unknown) =>
      chooseType(client, type, write),
    ),
    registerCommand(exportCommand, (to?: unknown) =>
      exportToWord(client, to instanceof Uri ? to : undefined),
    ),
    registerCommand(openTypesPageCommand, openTypesPage),
    registerCommand(showToDosCommand, showToDos),
    registerCommand(useLanguageCommand, useLanguage),
    ...registerWordCheck(client),
    ...registerIgnoring(client),
    registerCommand('inspectionReports.openSettings', () =>
      commands.executeCommand(
        'workbench.action.openSettings',
        '@ext:inspection-reports.inspection-reports',
      ),
    ),
    registerCommand('inspectionReports.showLog', () => client.outputChannel.show()),
  ]
}

/** With the language come its settings: Enter never takes a suggestion, and words of the text are none. */
async function useLanguage(): Promise<void> {
  const document = await activeDocument()
  if (document !== undefined) await languages.setTextDocumentLanguage(document, 'inspection-report')
}
