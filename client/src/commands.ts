/** The commands. */

import {
  commands,
  type Disposable,
  type ExtensionContext,
  Location,
  languages,
  Uri,
  window,
} from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import {
  type OtherPlaceParams,
  type OtherPlaceResult,
  otherPlaceMethod,
} from '../../server/src/lsp/protocol'
import { registerWordCheck } from './check-word'
import { chooseType, chooseTypeCommand } from './choose-type'
import { exportCommand, exportToWord } from './export'
import {
  openRulePage,
  openRulePageCommand,
  openTypesPage,
  openTypesPageCommand,
  ruleAt,
} from './rule-pages'

export function registerCommands(context: ExtensionContext, client: LanguageClient): Disposable[] {
  return [
    commands.registerCommand('inspectionReports.goToOtherPlace', () => goToOtherPlace(client)),
    commands.registerCommand(openRulePageCommand, async (asked?: unknown) => {
      const rule = typeof asked === 'string' ? asked : ruleAtCursor()
      if (rule === undefined) say('There is no problem at the cursor.')
      else await openRulePage(context, rule)
    }),
    commands.registerCommand(chooseTypeCommand, (type?: unknown, write?: unknown) =>
      chooseType(client, type, write),
    ),
    commands.registerCommand(exportCommand, (to?: unknown) =>
      exportToWord(client, to instanceof Uri ? to : undefined),
    ),
    commands.registerCommand(openTypesPageCommand, () => openTypesPage(context)),
    ...registerWordCheck(client),
    commands.registerCommand('inspectionReports.showLog', () => client.outputChannel.show()),
  ]
}

async function goToOtherPlace(client: LanguageClient): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const { document, selection } = editor
  const params: OtherPlaceParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.active),
  }
  const found = await client.sendRequest<OtherPlaceResult>(otherPlaceMethod, params)
  if (found === null) {
    say('There is no judgement at the cursor, or it stands in one place only.')
    return
  }
  // VS Code's own way to a place, so that *Go Back* returns from it.
  const { range } = client.protocol2CodeConverter.asLocation(found)
  const target = new Location(document.uri, range)
  await commands.executeCommand(
    'editor.action.goToLocations',
    document.uri,
    selection.active,
    [target],
    'goto',
  )
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (editor === undefined) return undefined
  return ruleAt(languages.getDiagnostics(editor.document.uri), editor.selection.active)
}

/** Says it in the status bar: nothing pops up. */
function say(message: string): void {
  window.setStatusBarMessage(message, 5000)
}
