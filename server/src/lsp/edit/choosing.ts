/** Choosing the type of a report by hand. */

import * as l10n from '@vscode/l10n'
import { typeLine, typeOptions } from '../../features/drafts/choose-type'
import { LineIndex } from '../../text/lines'
import type { Context } from '../context'
import { editOf } from '../convert'
import {
  type ChooseTypeParams,
  type ChooseTypeResult,
  chooseTypeMethod,
  type ListTypesParams,
  type ListTypesResult,
  listTypesMethod,
} from '../protocol'

/** `showAgain` is called when a document is to be read as another type. */
export function serveChoosing(context: Context, showAgain: () => void): void {
  const { connection, texts, types } = context
  connection.onRequest(listTypesMethod, ({ textDocument }: ListTypesParams): ListTypesResult => {
    const choice = types.choiceFor(textDocument.uri)
    return {
      types: typeOptions(types.catalogue()),
      chosen: choice?.by === 'command' ? choice.id : null,
    }
  })
  connection.onRequest(
    chooseTypeMethod,
    async (params: ChooseTypeParams): Promise<ChooseTypeResult> => {
      const { textDocument, type, write } = params
      const document = texts.get(textDocument.uri)
      if (document === undefined) return { done: false }
      if (type !== null && write === true) {
        const { uri, version } = document
        const text = document.getText()
        const edits = [editOf(new LineIndex(text), typeLine(text, type))]
        const { applied } = await connection.workspace.applyEdit({
          label: l10n.t('Write the type into the report'),
          edit: context.abilities.versionedEdits
            ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
            : { changes: { [uri]: edits } },
        })
        // The report itself now says which type it is.
        if (applied) types.choose(uri, undefined)
        showAgain()
        return { done: applied }
      }
      types.choose(document.uri, type ?? undefined)
      showAgain()
      return { done: true }
    },
  )
  texts.onDidClose(({ document }) => types.choose(document.uri, undefined))
}
