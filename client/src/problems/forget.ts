/** The command *Forget everything about this report…*, also where its file is gone or cannot be read. */

import { type Disposable, l10n, type QuickPickItem, QuickPickItemKind, Uri, window } from 'vscode'
import { removeLeftoversBeside } from '../files/files'
import type { PrintedPage } from '../host/host'
import { ask, registerCommand, say } from '../messages/saying'
import { askFile } from './ask-file'
import type { CheckedFiles } from './checked-files'
import type { KnownReport } from './remembered'

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
    // A file that is gone is known by where it was; the next version of a report by what it is about.
    const byFile = await remembered.forgetFile(meant.toString())
    const bySubject = await remembered.forget(await reportIn(meant))
    const wasLeft = await removeLeftoversBeside(meant)
    return byFile || bySubject || wasLeft
  }
  return registerCommand('inspectionReports.forgetReport', async (given?: unknown) => {
    const file = given instanceof Uri ? given : inFront()
    const meant = file ?? (await askReport(remembered.all()))
    if (meant === undefined) return
    const wasKnown = await forget(meant)
    const wasPrinted = printed?.remove() ?? false
    if (!wasKnown && !wasPrinted) say(l10n.t('Nothing was kept about this report.'))
    else if (meant === 'all') say(l10n.t('What was kept about all reports is forgotten.'))
    else say(l10n.t('What was kept about this report is forgotten.'))
  })
}

interface Choice extends QuickPickItem {
  readonly meant?: KnownReport | 'file' | 'all'
}

/**
 * The report to forget. Of those whose files are gone, nothing but fingerprints is kept: one is found by the name of
 * its file, which is typed, or told by its day and by the reasons that were given in it.
 */
async function askReport(known: readonly KnownReport[]): Promise<Meant | undefined> {
  const picked = await pick(known)
  switch (picked) {
    case undefined:
      return undefined
    case 'file':
      return askFile(l10n.t('Forget everything about a report'), l10n.t('Forget'))
    case 'all': {
      const forget = l10n.t('Forget')
      const answer = await ask(
        l10n.t('Forget everything about all reports?'),
        l10n.t('What was ticked and ignored in every Word document and PDF is removed.'),
        forget,
      )
      return answer === forget ? 'all' : undefined
    }
    default:
      return picked
  }
}

function pick(known: readonly KnownReport[]): Promise<Choice['meant']> {
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
      resolve(list.activeItems[0]?.meant)
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
    ...(day && {
      description: l10n.t(
        'last changed on {0}',
        day.toLocaleDateString('en-GB', { dateStyle: 'long' }),
      ),
    }),
    ...(reasons.length > 0 && { detail: reasons.join('; ') }),
  }
}
