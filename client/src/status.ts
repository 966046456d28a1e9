/** The language status: what the active report is, how it stands, and when it was checked. */

import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages } from 'vscode'
import { chooseTypeCommand } from './choose-type'
import { selector } from './client'
import type { LastCheck, Reports } from './reports'
import { type TypeFiles, typesFolderSetting } from './type-files'

/** Shows three short lines while the active editor holds a report; one long line would be cut off. */
export function showStatus(reports: Reports): Disposable {
  let items: readonly LanguageStatusItem[] = []
  const hide = (): void => {
    for (const item of items) item.dispose()
    items = []
  }
  const update = (): void => {
    const check = reports.active()
    if (check === undefined) {
      hide()
      return
    }
    // VS Code shows them in the order of their ids.
    if (items.length === 0) items = ['report', 'standing', 'time'].map(create)
    const [type, problems, time] = items as [Item, Item, Item]
    describeType(type, check)
    describeProblems(problems, check)
    describeTime(time, check)
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
    item.text = 'Report types are missing'
    item.detail = failure
    item.severity = LanguageStatusSeverity.Warning
    item.command = {
      title: 'Settings',
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
  item.name = 'Inspection Report'
  return item
}

function describeType(item: Item, { type, edition, recognised, status }: LastCheck): void {
  item.text = edition === undefined ? type : `${type} (${edition})`
  item.detail = `${status}, ${recognised}`
  item.command = {
    title: 'Choose',
    tooltip: 'Choose the type of this report',
    command: chooseTypeCommand,
  }
}

function describeProblems(item: Item, { judgements, toDos, problems }: LastCheck): void {
  const found = problems.error + problems.warning + problems.information + problems.hint
  item.text = count(judgements, 'judgement')
  item.detail = [
    ...(toDos > 0 ? [count(toDos, 'to-do')] : []),
    found === 0 ? 'no problems' : count(found, 'problem'),
  ].join(', ')
  item.severity = severity(problems)
  item.command = { title: 'Show problems', command: 'workbench.actions.view.problems' }
}

function severity({ error, warning }: LastCheck['problems']): LanguageStatusSeverity {
  if (error > 0) return LanguageStatusSeverity.Error
  return warning > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information
}

function describeTime(item: Item, { at, milliseconds }: LastCheck): void {
  item.text = `Checked at ${at.toLocaleTimeString()}`
  item.detail = `in ${Math.max(1, Math.round(milliseconds))} ms`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
