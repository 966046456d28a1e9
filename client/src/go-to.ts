/** The command that goes to a place of a report: lenses, trees and pages call it. */

import { commands, type Disposable, Location, window } from 'vscode'
import type { BaseLanguageClient as LanguageClient, Range } from 'vscode-languageclient'
import { goToCommand } from '../../server/src/lsp/protocol'
import { showText } from './active-report'
import { registerCommand } from './messages/saying'

/** Goes there by VS Code's own way, so that *Go Back* returns. */
export function registerGoTo(client: LanguageClient): Disposable {
  return registerCommand(goToCommand, async (address: string, range: Range) => {
    const uri = client.protocol2CodeConverter.asUri(address)
    const target = new Location(uri, client.protocol2CodeConverter.asRange(range))
    // With the focus in a preview, VS Code would open the text a second time in the preview's place.
    const editor = window.activeTextEditor ?? (await showText(uri))
    const isHere = editor.document.uri.toString() === uri.toString()
    const from = isHere ? editor.selection.active : target.range.start
    await commands.executeCommand('editor.action.goToLocations', uri, from, [target], 'goto')
  })
}
