/** What a copy of a Word document needs to know of it, and what is said where it cannot be copied. */

import * as l10n from '@vscode/l10n'
import type { Steps } from '../../text/steps'
import { Budget } from '../budget'
import { ImportError } from '../import-error'
import { wordRefusal } from '../refusals'
import { ArchiveError } from '../word/archive'
import { opened, packageRelations, relationsOf } from '../word/package'
import type { WordOrigins } from '../word-origins'
import type { Surroundings } from './package-parts'

/** Does the work of copying; throws an `ImportError` where a part is missing or damaged. */
export function* copying<Copy>(work: Steps<Copy>): Steps<Copy> {
  try {
    return yield* work
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    throw new ImportError(
      l10n.t(
        'A part of this Word document is missing or damaged, so it cannot be copied. Open it in Word, save it again, and use that.',
      ),
      { cause: error },
    )
  }
}

/** The file around the part that has the text. */
export function* surroundingsOf(bytes: Uint8Array, main: string): Steps<Surroundings> {
  const archive = opened(bytes)
  const budget = new Budget(wordRefusal)
  budget.enter(packageRelations)
  const whole = yield* relationsOf(archive, '', budget)
  const kind = whole.find(({ type }) => type === 'officeDocument')?.kind ?? usualKind
  const relations = yield* relationsOf(archive, main, budget)
  return { archive, budget, main, relations, kinds: kind.slice(0, kind.lastIndexOf('/') + 1) }
}

const usualKind =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** The document's namespace, and how marks name it where the document does not call it `w`. */
export function namespaceOf({ root }: WordOrigins): {
  readonly space: string
  readonly declared: string
} {
  const [name, space = usualSpace] =
    Object.entries(root).find(([, value]) => /\/wordprocessingml(?:\/2006)?\/main$/.test(value)) ??
    []
  return { space, declared: name === 'xmlns:w' ? '' : ` xmlns:w="${space}"` }
}

const usualSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
