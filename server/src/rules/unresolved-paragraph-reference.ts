/** References to paragraphs that are not there, and of a paragraph to itself. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../report/model'
import { numberText } from '../report/numbering/paragraph-number'
import { replace } from '../text/edits'
import type { Rule } from './rule'

export const unresolvedParagraphReference: Rule = {
  id: 'unresolved-paragraph-reference',
  summary: 'A reference names a paragraph that is not there, or the one that it is in',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    const { paragraphs } = report.numbering
    if (paragraphs.length === 0) return
    const last = paragraphs.reduce((highest, { number }) => Math.max(highest, number), 0)
    for (const { number, digits, leads } of report.references) {
      if (leads === 'there' || leads === 'expected') continue
      const isOwn = leads === 'itself'
      yield {
        span: digits,
        message: isOwn
          ? l10n.t(
              'This is paragraph {0} itself. Write the number that is meant.',
              numberText(number),
            )
          : number > last
            ? l10n.t(
                'There is no paragraph {0}. The last is {1}.',
                numberText(number),
                numberText(last),
              )
            : l10n.t(
                'There is no paragraph {0}. Write the number that is meant.',
                numberText(number),
              ),
        ...(report.status === 'draft' && number > last ? { toDo: true } : {}),
        fixes: () =>
          nearestNumbers(report, number, isOwn).map(near => ({
            title: l10n.t('Write {0}', numberText(near)),
            safe: false,
            edits: [replace(digits, numberText(near))],
          })),
      }
    }
  },
}

/** Up to four numbers that may be meant: the two nearest, then those with one digit fewer. */
function nearestNumbers({ numbering }: Report, number: number, isOwn: boolean): readonly number[] {
  const numbers = new Set(numbering.paragraphs.map(paragraph => paragraph.number))
  if (isOwn) numbers.delete(number)
  const there = [...numbers]
  const digits = String(number)
  const slips = [...digits].map((_, at) => Number(digits.slice(0, at) + digits.slice(at + 1)))
  const near = there.sort((a, b) => Math.abs(a - number) - Math.abs(b - number)).slice(0, 2)
  const known = new Set(there)
  return [...new Set([...near, ...slips.filter(slip => known.has(slip))])].slice(0, 4)
}
