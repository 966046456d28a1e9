/** The command *Forget everything about this report…*, also where its file is gone or cannot be read. */

import { type Disposable, l10n, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode'
import { removeLeftoversBeside } from '../files/files'
import type { PrintedPage } from '../host/host'
import { ask, failed, registerCommand, say } from '../messages/saying'
import { askFile } from './ask-file'
import type { CheckedFiles } from './checked-files'
import type { KnownReport } from './remembered'
import { removeEach } from './remove-each'

/** What is to be forgotten: a file's report, one of which only fingerprints are known, or everything. */
type Meant = Uri | KnownReport | 'all'

export function registerForgetting(
  { remembered, reportIn }: CheckedFiles,
  printed: PrintedPage | undefined,
  inFront: () => Uri | undefined,
): Disposable {
  const forget = async (meant: Meant): Promise<boolean> => {
    if (meant === 'all') return remembered.forgetAll()
    if (!(meant instanceof Uri)) return remembered.forget(meant.report)
    const report = await reportIn(meant)
    // Other reports may have been in this file before; only where it is gone nothing else tells which is meant.
    return report === undefined
      ? remembered.forgetFile(meant.toString())
      : remembered.forget(report)
  }
  return registerCommand('inspectionReports.forgetReport', async (given?: unknown) => {
    const file = given instanceof Uri ? given : inFront()
    const meant = file ?? (await askReport(remembered.all()))
    if (meant === undefined) return
    const { wasAny, errors } = await removeEach([
      () => forget(meant),
      () => meant instanceof Uri && removeLeftoversBeside(meant),
      () => printed?.remove() ?? false,
    ])
    if (errors.length > 0)
      failed(
        meant === 'all'
          ? l10n.t('Not everything about all reports could be forgotten.')
          : l10n.t('Not everything about this report could be forgotten.'),
        errors[0],
      )
    else if (!wasAny) say(l10n.t('Nothing was kept about this report.'))
    else if (meant === 'all') say(l10n.t('What was kept about all reports is forgotten.'))
    else say(l10n.t('What was kept about this report is forgotten.'))
  })
}

/**
 * The report to forget. Of those whose files are gone, nothing but fingerprints is kept: one is found by the name of
 * its file, which is typed, or told by its day and by the reasons that were given in it.
 */
async function askReport(known: readonly KnownReport[]): Promise<Meant | undefined> {
  const picked = await pick(known)
  if (picked === undefined) return undefined
  switch (picked.meant) {
    case undefined:
      return undefined
    case 'file':
      return askFile(l10n.t('Forget everything about a report'), l10n.t('Forget'))
    case 'all':
      return (await isSure(
        l10n.t('Forget everything about all reports?'),
        l10n.t('What was ticked and ignored in every Word document and PDF is removed.'),
      ))
        ? 'all'
        : undefined
    default:
      // Without a name, two reports are easily taken for each other.
      return picked.isNamed === true ||
        (await isSure(
          l10n.t('Forget everything about this report?'),
          [picked.label, picked.description, picked.detail].filter(Boolean).join('\n'),
        ))
        ? picked.meant
        : undefined
  }
}

async function isSure(question: string, detail: string): Promise<boolean> {
  const forget = l10n.t('Forget')
  return (await ask(question, detail, forget)) === forget
}

interface Choice extends QuickPickItem {
  readonly meant?: KnownReport | 'file' | 'all'
  /** Does the name that was typed tell which report it is? */
  readonly isNamed?: boolean
}

function pick(known: readonly KnownReport[]): Promise<Choice | undefined> {
  const list = window.createQuickPick<Choice>()
  list.title = l10n.t('Forget everything about a report')
  list.placeholder = l10n.t('Choose the report, or type the name of its file if that is gone')
  list.matchOnDescription = true
  list.matchOnDetail = true
  const show = (): void => {
    list.items = [
      { label: l10n.t('Choose the file…'), meant: 'file', alwaysShow: true },
      ...(known.length === 0
        ? []
        : [
            { label: l10n.t('remembered on this computer'), kind: QuickPickItemKind.Separator },
            ...known.map(each => choiceOf(each, list.value.trim())),
            { label: '', kind: QuickPickItemKind.Separator },
            { label: l10n.t('Everything about all reports…'), meant: 'all' as const },
          ]),
    ]
  }
  show()
  return new Promise(resolve => {
    list.onDidChangeValue(show)
    list.onDidAccept(() => {
      resolve(list.activeItems[0])
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}

/** `12 done, 1 ignored`, `last changed on 3 March 2026`; after the name of its file where that was typed. */
function choiceOf(known: KnownReport, typed: string): Choice {
  const { ticked, reasons, changed, isNamed } = known
  const counts = l10n.t('{0} done, {1} ignored', ticked, reasons.length)
  const day = changed === undefined ? undefined : new Date(`${changed}T12:00`)
  return {
    label: isNamed(typed) ? `${typed}: ${counts}` : counts,
    meant: known,
    isNamed: isNamed(typed),
    ...(day && {
      description: l10n.t(
        'last changed on {0}',
        day.toLocaleDateString('en-GB', { dateStyle: 'long' }),
      ),
    }),
    ...(reasons.length > 0 && { detail: reasons.join('; ') }),
  }
}
