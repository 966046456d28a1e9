/** Offers to open a report again in its own encoding, where some of its characters could not be read. */

import { CodeAction, CodeActionKind, type Disposable, l10n, languages } from 'vscode'
import { selector } from '../server/client'

const rule = 'unreadable-characters'

/** The command is VS Code’s own: it asks for the encoding, and warns where something was changed. */
export function registerReopening(): Disposable {
  return languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions: (document, _range, { diagnostics }) => {
        const found = diagnostics.filter(each => codeOf(each.code) === rule)
        // A text that is not saved yet, or is not a file, has no bytes that could be read again.
        if (found.length === 0 || document.isUntitled) return []
        const title = l10n.t('Reopen with encoding…')
        const action = new CodeAction(title, CodeActionKind.QuickFix)
        action.command = { title, command: 'workbench.action.editor.changeEncoding' }
        action.diagnostics = found
        return [action]
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  )
}

const codeOf = (code: unknown) =>
  typeof code === 'object' && code !== null ? (code as { readonly value?: unknown }).value : code
