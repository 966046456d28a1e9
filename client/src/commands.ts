/** The commands. */

import { commands, type Disposable, l10n, languages, Uri } from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import { activeDocument } from './active-report'
import { chooseType, chooseTypeCommand } from './edit/choose-type'
import { registerIgnoring, ruleAtCursor } from './edit/ignoring'
import { registerOfThisKind } from './edit/of-this-kind'
import { exportCommand, exportToWord } from './files/export'
import { registerGoTo } from './go-to'
import { showToDos } from './lists/to-dos'
import { registerCommand, say } from './messages/saying'
import { goToOtherPlace } from './other-place'
import {
  openRulePage,
  openRulePageCommand,
  openTypesPage,
  openTypesPageCommand,
} from './pages/rule-pages'

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
    ...registerIgnoring(client),
    registerOfThisKind(),
    registerCommand('inspectionReports.openSettings', () =>
      commands.executeCommand(
        'workbench.action.openSettings',
        '@ext:inspection-reports.inspection-reports',
      ),
    ),
    registerCommand('inspectionReports.showLog', () => client.outputChannel.show()),
  ]
}

/**
 * With the language come its settings: Enter takes no suggestion unless words are selected, and words of the text are
 * not suggested.
 */
async function useLanguage(): Promise<void> {
  const document = await activeDocument()
  if (document !== undefined) await languages.setTextDocumentLanguage(document, 'inspection-report')
}
