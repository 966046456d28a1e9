/** What headers, footers and watermarks of a file say of a draft. */

import * as l10n from '@vscode/l10n'
import type { FileTrace } from '../../features/leaving/file-traces'
import { isDraftMark } from '../../report/marks/draft-marks'
import type { Change } from '../text/change'

/** Do the words at the head, at the foot or across a page say that it is a draft? They are no sentences. */
export function saysDraft(words: string): boolean {
  return isDraftMark(words) || /\bdrafts?\b/i.test(words)
}

/** Of what was left out of the text as no part of it, whatever says that it is a draft, each once. */
export function furnitureMarks(changes: readonly Change[]): readonly FileTrace[] {
  const words = changes.flatMap(({ kind, before = '' }) =>
    kind === 'page-furniture' && saysDraft(before) ? [before] : [],
  )
  return [...new Set(words)].map(each => ({
    kind: 'draft-marks',
    what: '',
    words: each,
    at: undefined,
    where: l10n.t('Page header or footer'),
  }))
}
