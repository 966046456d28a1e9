/** Ignoring problems, with a reason that is asked for, and switching off all of a kind. */

import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Disposable,
  l10n,
  languages,
  Range,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { BaseLanguageClient as LanguageClient } from 'vscode-languageclient'
import {
  type IgnoreArgument,
  ignoreHereCommand,
  ignoreInReportCommand,
  switchOffCommand,
} from '../../../server/src/lsp/protocol'
import { activeEditor, editableEditor } from '../active-report'
import { registerCommand, say } from '../messages/saying'
import { ruleAt } from '../pages/rule-pages'
import { switchOff, switchOnAgain, undoCommand } from './switching-off'

/**
 * The light bulb gives the commands what to ignore; the palette gives nothing, and they ignore what is at the
 * cursor. A keybinding may give the reason as the second argument.
 */
export function registerIgnoring(client: LanguageClient): Disposable[] {
  const register = (command: string): Disposable =>
    registerCommand(command, async (given?: unknown, reason?: unknown) => {
      const argument = isArgument(given) ? given : await ignorableAtCursor(command)
      if (argument === undefined) return
      const words = typeof reason === 'string' ? reason : await askReason(argument)
      if (words !== undefined) await ignore(client, argument, words)
    })
  return [
    register(ignoreHereCommand),
    register(ignoreInReportCommand),
    registerCommand(switchOffCommand, async (given?: unknown) => {
      const rule = typeof given === 'string' ? given : await ruleAtCursor()
      if (rule === undefined) say(l10n.t('There is no problem at the cursor.'))
      else await switchOff(rule)
    }),
    registerCommand(undoCommand, switchOnAgain),
  ]
}

/** The rule of the problem at the cursor; undefined where there is none. */
export async function ruleAtCursor(): Promise<string | undefined> {
  const editor = await activeEditor()
  if (editor === undefined) return undefined
  return ruleAt(languages.getDiagnostics(editor.document.uri), editor.selection.active)
}

/** What the light bulb would ignore at the cursor, by one of the two commands. */
async function ignorableAtCursor(command: string): Promise<IgnoreArgument | undefined> {
  const editor = await editableEditor()
  if (editor === undefined) return undefined
  const { document, selection } = editor
  const problems = languages.getDiagnostics(document.uri)
  const onLine = problems.find(({ range }) => range.start.line === selection.active.line)
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problems.some(({ range }) => range.contains(selection.active))
      ? new Range(selection.active, selection.active)
      : (onLine?.range ?? selection),
    CodeActionKind.QuickFix.value,
  )
  const found = actions.flatMap(action => {
    const argument: unknown = action.command?.arguments?.[0]
    return action.command?.command === command && isArgument(argument) ? [argument] : []
  })
  if (found.length === 0) say(l10n.t('There is no problem at the cursor that can be ignored.'))
  if (found.length < 2) return found[0]
  const items = found.map(argument => ({ label: argument.rule, argument }))
  const placeHolder = l10n.t('Which of the problems here?')
  return (await window.showQuickPick(items, { placeHolder }))?.argument
}

/** Undefined where the user leaves the box; then nothing is written. */
async function askReason({ rule, scope }: IgnoreArgument): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title:
      scope === 'ignore'
        ? l10n.t('Ignore here: {0}', rule)
        : l10n.t('Ignore in this report: {0}', rule),
    prompt: l10n.t('Why can it stay as it is? The reason is written into the report.'),
    placeHolder: l10n.t('agreed with the reader'),
    validateInput: value => {
      if (value.trim() === '')
        return l10n.t('Write a reason, or press Escape to leave it as it is.')
      return /--/.test(value) ? l10n.t('A reason cannot contain "--".') : undefined
    },
  })
  return reason?.trim()
}

async function ignore(
  client: LanguageClient,
  { uri, version, rule, scope, position }: IgnoreArgument,
  reason: string,
): Promise<void> {
  const address = client.protocol2CodeConverter.asUri(uri).toString()
  const document = workspace.textDocuments.find(open => open.uri.toString() === address)
  if (document?.version !== version) {
    say(l10n.t('The text has changed in the meantime. Please try again.'))
    return
  }
  const edit = new WorkspaceEdit()
  const comment = `<!-- inspection-reports ${scope} ${rule}: ${reason} -->\n`
  edit.insert(document.uri, client.protocol2CodeConverter.asPosition(position), comment)
  if (!(await workspace.applyEdit(edit))) say(l10n.t('The document could not be changed.'))
}

function isArgument(given: unknown): given is IgnoreArgument {
  return typeof given === 'object' && given !== null && 'rule' in given && 'scope' in given
}
