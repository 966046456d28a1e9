/** The other place of a judgement: the command that goes there, and what is said if there is not one. */

import {
  commands,
  type Definition,
  type DefinitionLink,
  Location,
  l10n,
  type Position,
  type TextDocument,
  window,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type OtherPlaceParams,
  type OtherPlaceResult,
  otherPlaceMethod,
} from '../../server/src/lsp/protocol'
import { activeEditor } from './active-report'
import { say } from './messages/saying'

/** Goes from the judgement at the cursor to the other place that states it. */
export async function goToOtherPlace(client: LanguageClient): Promise<void> {
  const editor = await activeEditor()
  if (editor === undefined) return
  const { document, selection } = editor
  const found = await otherPlace(client, document, selection.active)
  if (found === null || 'message' in found) {
    say(
      found?.message ??
        l10n.t('There is no judgement at the cursor, or it is stated in one place only.'),
    )
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

/**
 * Says why *Go to Definition* at the cursor stays where it is. Asked about another position, such as the one
 * under the pointer, it says nothing.
 */
export async function tellIfAlone(
  client: LanguageClient,
  document: TextDocument,
  position: Position,
  found: Definition | DefinitionLink[] | undefined,
): Promise<void> {
  if (window.activeTextEditor?.selection.active.isEqual(position) !== true) return
  const [target, ...others] = [found ?? []].flat()
  if (target === undefined || others.length > 0) return
  const range = 'targetUri' in target ? target.targetRange : target.range
  if (range.start.line > position.line || position.line > range.end.line) return
  const other = await otherPlace(client, document, position)
  if (other !== null && 'message' in other) say(other.message)
}

function otherPlace(
  client: LanguageClient,
  document: TextDocument,
  position: Position,
): Promise<OtherPlaceResult> {
  const params: OtherPlaceParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(position),
  }
  return client.sendRequest<OtherPlaceResult>(otherPlaceMethod, params)
}
