/** The command *Save a copy with suggested changes…*: fixes that the user chooses, as tracked changes in a copy. */

import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode'
import { bytesOf } from '../../../server/src/host/base64'
import {
  type CopyParams,
  type OfferedChange,
  type SuggestedCopyParams,
  type SuggestedCopyResult,
  type SuggestionsResult,
  suggestedCopyMethod,
  suggestionsMethod,
} from '../../../server/src/lsp/protocol'
import { writeBeside } from '../files/write-beside'
import { sayWritten } from '../files/written'
import { showLines } from '../messages/lines'
import { type LongWork, longWork } from '../messages/long-work'
import { failed, inform } from '../messages/saying'
import { isWordDocument } from './ask-file'
import { type CopyTools, readForCopy } from './save-comments'

/**
 * Asks which changes to suggest, writes the copy beside the document, under a name that is not taken, and says so.
 * `choice` is `unasked` where all that cannot change what the report says are wanted, and nobody is to be asked.
 */
export async function saveWithSuggestions(
  tools: CopyTools,
  file: Uri,
  choice?: unknown,
): Promise<void> {
  const name = nameOf(file)
  if (!isWordDocument(file)) {
    failed(l10n.t('{0} is not a Word document. Changes can be suggested only in one.', name))
    return
  }
  try {
    const title = l10n.t('Looking for changes to suggest in {0}…', name)
    const found = await longWork(title, work => suggestionsIn(tools, file, work))
    if (found === undefined) return
    if (found.error !== undefined) failed(`${name}: ${found.error}`)
    else if (found.offered.length === 0) await sayNothing(name, found.byHand)
    else await choose(tools, file, found, choice)
  } catch (error) {
    failed(l10n.t('{0} could not be copied.', name), error)
  }
}

interface Found extends Extract<SuggestionsResult, { readonly error?: undefined }> {
  /** What was asked: the copy is made of the same bytes. */
  readonly params: CopyParams
}

/** Reads and checks the document as it is now, without what has been dealt with on its page. */
async function suggestionsIn(
  tools: CopyTools,
  file: Uri,
  work: LongWork,
): Promise<Found | { readonly error: string }> {
  const params = await readForCopy(tools, file, work)
  if (params.error !== undefined) return params
  const found = await tools.client.sendRequest<SuggestionsResult>(
    suggestionsMethod,
    params,
    work.token,
  )
  return found.error === undefined ? { ...found, params } : found
}

async function choose(
  tools: CopyTools,
  file: Uri,
  { offered, byHand, params }: Found,
  choice: unknown,
): Promise<void> {
  const name = nameOf(file)
  const safe = offered.filter(({ isSafe }) => isSafe)
  const chosen = choice === 'unasked' ? safe : await askWhich(name, offered, byHand.length)
  if (chosen === undefined || chosen.length === 0) return
  const all: SuggestedCopyParams = { ...params, chosen: chosen.map(({ id }) => id) }
  const made = await longWork(l10n.t('Putting changes into a copy of {0}…', name), work =>
    tools.client.sendRequest<SuggestedCopyResult>(suggestedCopyMethod, all, work.token),
  )
  if (made === undefined) return
  if (made.error !== undefined) failed(`${name}: ${made.error}`)
  else if (made.copy === null) await sayNothing(name, byHand)
  else await write(file, bytesOf(made.copy), made, byHand)
}

interface Choice extends QuickPickItem {
  readonly change?: OfferedChange
}

/** Undefined where the user does not want a copy after all. */
async function askWhich(
  name: string,
  offered: readonly OfferedChange[],
  byHand: number,
): Promise<readonly OfferedChange[] | undefined> {
  const choiceOf = (change: OfferedChange): Choice => ({
    label: change.title,
    description: change.place,
    detail: change.changes.join('; '),
    picked: change.isSafe,
    change,
  })
  const part = (label: string, changes: readonly OfferedChange[]): readonly Choice[] =>
    changes.length === 0
      ? []
      : [{ label, kind: QuickPickItemKind.Separator }, ...changes.map(choiceOf)]
  const choices = [
    ...part(
      l10n.t('safe'),
      offered.filter(({ isSafe }) => isSafe),
    ),
    ...part(
      l10n.t('to be read first'),
      offered.filter(({ isSafe }) => !isSafe),
    ),
  ]
  const title = l10n.t('Suggested changes in a copy of {0}', name)
  const others =
    byHand === 1
      ? l10n.t('one more is to be made by hand')
      : l10n.t('{0} more are to be made by hand', byHand)
  const picked = await window.showQuickPick(choices, {
    title: byHand === 0 ? title : `${title} (${others})`,
    placeHolder: l10n.t('Tick what to suggest. No grade is changed.'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  })
  return picked?.flatMap(({ change }) => change ?? [])
}

async function write(
  file: Uri,
  bytes: Uint8Array,
  { suggested, missed }: Extract<SuggestedCopyResult, { readonly error?: undefined }>,
  byHand: readonly string[],
): Promise<void> {
  const target = await writeBeside(file, l10n.t('(with suggested changes)'), bytes)
  if (target === undefined) return
  const name = nameOf(target)
  const written =
    suggested === 1
      ? l10n.t('{0} was saved with one suggested change.', name)
      : l10n.t('{0} was saved with {1} suggested changes.', name, suggested)
  const remarks: string[] = []
  if (missed === 1)
    remarks.push(l10n.t('One change is not in it: it needs another that was not ticked.'))
  if (missed > 1)
    remarks.push(
      l10n.t('{0} changes are not in it: they need others that were not ticked.', missed),
    )
  sayWritten(written, target, 'document', [...remarks, ...wordsByHand(byHand)])
  await listByHand(byHand)
}

async function sayNothing(name: string, byHand: readonly string[]): Promise<void> {
  const nothing = l10n.t('There is nothing to suggest in {0}, so no copy was written.', name)
  void inform([nothing, ...wordsByHand(byHand)].join(' '))
  await listByHand(byHand)
}

/** More than these are opened as a list of their own. */
const mostSaid = 3

/** What Word has no tracked change for is said, so that nobody takes it for done. */
function wordsByHand(byHand: readonly string[]): readonly string[] {
  if (byHand.length === 0) return []
  return byHand.length > mostSaid
    ? [l10n.t('What has to be made by hand is listed beside it.')]
    : [l10n.t('To be made by hand: {0}.', byHand.join('; '))]
}

async function listByHand(byHand: readonly string[]): Promise<void> {
  if (byHand.length > mostSaid) await showLines(byHand)
}

const nameOf = ({ path }: Uri) => path.slice(path.lastIndexOf('/') + 1)
