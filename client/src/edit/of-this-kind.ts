/** *Next problem of this kind*, *Previous problem of this kind* and *Fix all of this kind*. */

import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  Range,
  type TextEditor,
  workspace,
} from 'vscode'
import {
  fixKindCommand,
  fixKindOf,
  nextOfKindCommand,
  previousOfKindCommand,
} from '../../../server/src/lsp/protocol'
import { activeEditor, editableEditor, goTo } from '../active-report'
import { registerCommand, say } from '../messages/saying'
import { isOfReport, ruleAt, ruleOf } from '../pages/rule-pages'

export function registerOfThisKind(): Disposable {
  /** What was last gone to, so that one can go on from a place whose problem has been put right. */
  let last: string | undefined
  const move = (by: 1 | -1) => async (given?: unknown) => {
    const editor = await activeEditor()
    if (editor === undefined) return
    const all = languages.getDiagnostics(editor.document.uri).filter(isOfReport)
    const rule = typeof given === 'string' ? given : (ruleAt(all, editor.selection.active) ?? last)
    if (rule === undefined) {
      say(l10n.t('There is no problem at the cursor.'))
      return
    }
    last = rule
    await goToNext(
      editor,
      all.filter(each => ruleOf(each) === rule),
      rule,
      by,
    )
  }
  return Disposable.from(
    registerCommand(nextOfKindCommand, move(1)),
    registerCommand(previousOfKindCommand, move(-1)),
    registerCommand(fixKindCommand, fixAllOfKind),
  )
}

/** Goes to the next one after the cursor, or the one before; round at the end of the report. */
async function goToNext(
  editor: TextEditor,
  problems: readonly Diagnostic[],
  rule: string,
  by: 1 | -1,
): Promise<void> {
  const { active } = editor.selection
  const inOrder = [...problems].sort((a, b) => by * a.range.start.compareTo(b.range.start))
  const isPast = ({ range }: Diagnostic) =>
    by * range.start.compareTo(active) > 0 && !range.contains(active)
  const next = inOrder.find(isPast) ?? inOrder[0]
  if (next === undefined) {
    say(l10n.t('No problem of this kind is left ({0}).', rule))
    return
  }
  await goTo(editor, next.range)
  const at = [...problems].sort((a, b) => a.range.start.compareTo(b.range.start)).indexOf(next)
  say(l10n.t('{0} of {1} ({2}): {3}', at + 1, problems.length, rule, next.message))
}

/** Makes the correction that is safe at every place of the problem's kind, as one step that can be undone. */
async function fixAllOfKind(): Promise<void> {
  const editor = await editableEditor()
  if (editor === undefined) return
  const { document, selection } = editor
  const problems = languages.getDiagnostics(document.uri).filter(isOfReport)
  const rule = ruleAt(problems, selection.active)
  const here = problems.find(
    each =>
      ruleOf(each) === rule &&
      each.range.start.line <= selection.active.line &&
      selection.active.line <= each.range.end.line,
  )
  if (rule === undefined || here === undefined) {
    say(l10n.t('There is no problem at the cursor.'))
    return
  }
  const { version } = document
  const found = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(here.range.start, here.range.end),
    CodeActionKind.QuickFix.value,
  )
  // VS Code leaves out which problems an action is about, so the server tells their rule by the action's kind.
  const action = found.find(({ kind }) => kind?.value === fixKindOf(rule))
  if (action?.edit === undefined || document.version !== version) {
    say(
      l10n.t(
        'No correction is safe to make in every place of this kind ({0}). The light bulb has those for this place.',
        rule,
      ),
    )
    return
  }
  if (await workspace.applyEdit(action.edit)) say(action.title)
}
