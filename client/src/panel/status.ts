/** The language status: what the active report is, what is left to do in it, and when it was checked. */

import {
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
} from 'vscode'
import { messageText } from '../../../server/src/text/escape'
import { showToDosCommand, useLanguageCommand } from '../commands'
import { chooseTypeCommand } from '../edit/choose-type'
import { markDraftCommand, markFinishedCommand } from '../edit/draft-status'
import type { LastCheck, Reports } from '../reports'
import { selector } from '../server/client'
import { type TypeFiles, typesFolderSetting } from '../server/type-files'

/** Shows a few short lines while the active editor holds a report; one long line would be cut off. */
export function showStatus(reports: Reports): Disposable {
  const items = new Map<string, Item>()
  const hide = (): void => {
    for (const item of items.values()) item.dispose()
    items.clear()
  }
  const show = (id: string, describe: ((item: Item) => void) | undefined): void => {
    const item = items.get(id) ?? (describe && create(id))
    if (item === undefined) return
    if (describe === undefined) {
      item.dispose()
      items.delete(id)
    } else {
      items.set(id, item)
      describe(item)
    }
  }
  const update = (): void => {
    const check = reports.active()
    if (check === undefined) {
      hide()
      return
    }
    // VS Code shows them in the order of their ids.
    show('report', item => describeType(item, check))
    const language = window.activeTextEditor?.document.languageId
    const isOther = language !== undefined && language !== 'inspection-report'
    show('report-language', isOther ? item => describeLanguage(item, language) : undefined)
    show('report-status', item => describeStatus(item, check))
    show('standing', item => describeProblems(item, check))
    const left = leftToDo(check)
    show('standing-to-do', left === '' ? undefined : item => describeToDos(item, left))
    show('time', item => describeTime(item, check))
  }
  update()
  const subscription = reports.onDidChangeActive(update)
  return {
    dispose: () => {
      subscription.dispose()
      hide()
    },
  }
}

/** Says in the status, and nowhere else, that report types cannot be read. */
export function showTypesFailure(files: TypeFiles): Disposable {
  let item: LanguageStatusItem | undefined
  const update = (): void => {
    item?.dispose()
    item = undefined
    const failure = files.failure()
    if (failure === undefined) return
    item = create('types')
    item.text = l10n.t('Report types are missing')
    item.detail = messageText(failure)
    item.severity = LanguageStatusSeverity.Warning
    item.command = {
      title: l10n.t('Settings'),
      command: 'workbench.action.openSettings',
      arguments: [typesFolderSetting],
    }
  }
  update()
  const subscription = files.onDidChange(update)
  return {
    dispose: () => {
      subscription.dispose()
      item?.dispose()
    },
  }
}

type Item = LanguageStatusItem

function create(id: string): Item {
  const item = languages.createLanguageStatusItem(`inspectionReports.${id}`, selector)
  item.name = l10n.t('Inspection Report')
  return item
}

function describeType(item: Item, { type, edition, recognised }: LastCheck): void {
  item.text = messageText(edition === undefined ? type : `${type} (${edition})`)
  item.detail = messageText(recognised)
  item.command = {
    title: l10n.t('Choose'),
    tooltip: l10n.t('Choose the type of this report'),
    command: chooseTypeCommand,
  }
}

function describeStatus(item: Item, check: LastCheck): void {
  const { status } = check
  item.text = status === 'draft' ? l10n.t('Draft') : l10n.t('Not a draft')
  // Nobody should read that a report is finished beside what is left to do in it.
  if (status === 'finished')
    item.detail = hasLeft(check)
      ? l10n.t('what is missing counts as a problem')
      : l10n.t('nothing is left to do')
  item.command =
    status === 'draft'
      ? { title: l10n.t('Ready to send'), command: markFinishedCommand }
      : { title: l10n.t('Mark as draft'), command: markDraftCommand }
}

/** In a report that is open as plain text or Markdown: the way to the settings of the language. */
function describeLanguage(item: Item, language: string): void {
  item.text = language === 'markdown' ? l10n.t('Open as Markdown') : l10n.t('Open as plain text')
  item.command = {
    title: l10n.t('Use report language'),
    command: useLanguageCommand,
    tooltip: l10n.t('Use the inspection report language for this document'),
  }
}

function describeProblems(item: Item, { judgements, problems }: LastCheck): void {
  // What the list of problems shows, which leaves hints out.
  const found = problems.error + problems.warning + problems.information
  item.text = judgements === 1 ? l10n.t('1 judgement') : l10n.t('{0} judgements', judgements)
  item.detail =
    found === 0
      ? l10n.t('no problems')
      : [...putRight(problems), ...lookAt(problems.information)].join(', ')
  item.severity = severity(problems)
  item.command = { title: l10n.t('Show problems'), command: 'workbench.actions.view.problems' }
}

function hasLeft({ toDos, open, problems }: LastCheck): boolean {
  const { error, warning, information, hint } = problems
  return toDos + open + error + warning + information + hint > 0
}

function leftToDo({ toDos, problems }: LastCheck): string {
  return [
    ...(toDos === 0 ? [] : [l10n.t('{0} still to be written', toDos)]),
    ...lookAt(problems.hint),
  ].join(', ')
}

function putRight({ error, warning }: LastCheck['problems']): readonly string[] {
  return error + warning === 0 ? [] : [l10n.t('{0} to be put right', error + warning)]
}

function lookAt(count: number): readonly string[] {
  return count === 0 ? [] : [l10n.t('{0} to be looked at', count)]
}

function describeToDos(item: Item, left: string): void {
  item.text = left
  item.command = { title: l10n.t('Show them'), command: showToDosCommand }
}

function severity({ error, warning }: LastCheck['problems']): LanguageStatusSeverity {
  if (error > 0) return LanguageStatusSeverity.Error
  return warning > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
}

function describeTime(item: Item, { at, milliseconds }: LastCheck): void {
  item.text = l10n.t('Checked at {0}', at.toLocaleTimeString())
  item.detail = l10n.t('in {0} ms', Math.max(1, Math.round(milliseconds)))
}
