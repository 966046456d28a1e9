/** Remarks for the user about the numbers that Word gives, where they differ from the draft’s. */

import * as l10n from '@vscode/l10n'
import { beforeFirst, numberText } from '../report/numbering/paragraph-number'

/** A number that Word gives, as the draft has it. */
export interface DraftNumber {
  readonly number: number
  /** It is nowhere in the draft, but the numbers around it leave it free. */
  readonly isMissing: boolean
}

/**
 * What there is to say about the numbers, in sentences for the user; nothing where those of the
 * draft run from 1 without a gap.
 */
export function numberRemarks(numbers: readonly DraftNumber[]): readonly string[] {
  const remarks: string[] = []
  const missing = numbers.filter(({ isMissing }) => isMissing).map(({ number }) => number)
  if (missing.length > 0)
    remarks.push(
      missing.length === 1
        ? l10n.t(
            'One paragraph has no number in the draft, where {0} should be. Word will number it.',
            listed(missing),
          )
        : l10n.t(
            '{0} paragraphs have no number in the draft, where {1} should be. Word will number them.',
            missing.length,
            listed(missing),
          ),
    )
  const jumps = numbers.filter(({ number }, at) => {
    const before = numbers[at - 1]?.number ?? 0
    return number !== Math.max(before, beforeFirst(number)) + 1
  })
  const [first] = jumps
  if (first !== undefined)
    remarks.push(
      jumps.length === 1
        ? l10n.t(
            'The paragraph numbers of the draft are not in order at {0}. Word shows them as they are.',
            numberText(first.number),
          )
        : l10n.t(
            'The paragraph numbers of the draft are not in order, first at {0}. Word shows them as they are.',
            numberText(first.number),
          ),
    )
  return remarks
}

/** `46`, `46 and 51`, `46, 51 and 60`. */
function listed(numbers: readonly number[]): string {
  const [last = '', ...others] = numbers.map(numberText).reverse()
  return others.length === 0 ? last : l10n.t('{0} and {1}', others.reverse().join(', '), last)
}
