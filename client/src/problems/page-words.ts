/** The words of the page of a file's problems, in the user's language. */

import { l10n } from 'vscode'
import type { PlacedProblem } from '../../../server/src/lsp/protocol'
import type { PageWords } from './page-messages'

export function kindInWords(kind: PlacedProblem['kind']): string {
  switch (kind) {
    case 'to-be-put-right':
      return l10n.t('To be put right')
    case 'to-be-looked-at':
      return l10n.t('To be looked at')
    case 'still-to-be-written':
      return l10n.t('Still to be written')
  }
}

export function pageWords(): PageWords {
  return {
    remarks: l10n.t('How the file was read'),
    group: l10n.t('In order of'),
    bySection: l10n.t('sections'),
    byKind: l10n.t('kinds of problem'),
    show: l10n.t('Show'),
    allKinds: l10n.t('all kinds of problem'),
    next: l10n.t('Next (F8)'),
    previous: l10n.t('Previous (Shift+F8)'),
    earlier: l10n.t('Check against an earlier version…'),
    points: l10n.t('Points for the author…'),
    comments: l10n.t('Save a copy with comments…'),
    suggestions: l10n.t('Save a copy with suggested changes…'),
    done: l10n.t('Done'),
    goTo: l10n.t('Show in the text'),
    why: l10n.t('Why this matters'),
    ignore: l10n.t('Ignore…'),
    heed: l10n.t('Show again'),
    ignored: l10n.t('Ignored'),
    putRight: l10n.t('Put right since the earlier version'),
    ticked: l10n.t('{0} of {1} done', '{0}', '{1}'),
    tickedAndIgnored: l10n.t('{0} of {1} done, {2} ignored', '{0}', '{1}', '{2}'),
  }
}
