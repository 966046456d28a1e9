/** The language status item: what the active report is, and how it stands. */

import { type Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages } from 'vscode'
import { selector } from './client'
import type { LastCheck, Reports } from './reports'

/** Shows the item while the active editor holds a report. */
export function showStatus(reports: Reports): Disposable {
  let item: LanguageStatusItem | undefined
  const update = (): void => {
    const check = reports.active()
    if (check === undefined) {
      item?.dispose()
      item = undefined
      return
    }
    item ??= languages.createLanguageStatusItem('inspectionReports.status', selector)
    item.name = 'Inspection Report'
    item.text = `${check.type} (${check.status})`
    item.detail = detail(check)
    item.severity =
      check.problems.error > 0
        ? LanguageStatusSeverity.Error
        : check.problems.warning > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information
    item.command = { title: 'Show problems', command: 'workbench.actions.view.problems' }
  }
  update()
  const subscription = reports.onDidChangeActive(update)
  return {
    dispose: () => {
      subscription.dispose()
      item?.dispose()
    },
  }
}

function detail({ judgements, toDos, problems, at, milliseconds }: LastCheck): string {
  const found = problems.error + problems.warning + problems.information + problems.hint
  return [
    count(judgements, 'judgement'),
    ...(toDos > 0 ? [count(toDos, 'to-do')] : []),
    found === 0 ? 'no problems' : count(found, 'problem'),
    `checked at ${at.toLocaleTimeString()} in ${Math.max(1, Math.round(milliseconds))} ms`,
  ].join(', ')
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
