/** Paragraph numbers that are used twice. */

import * as l10n from '@vscode/l10n'
import type { NumberingFault, Paragraph, Report } from '../report/model'
import { numberText } from '../report/numbering/paragraph-number'
import { contains } from '../text/span'
import { numberThis, renumberAll, renumberFrom } from './fixes/renumber'
import type { Fix, Rule } from './rule'

type Duplicate = NumberingFault & { readonly kind: 'duplicate' }

export const duplicateParagraphNumber: Rule = {
  id: 'duplicate-paragraph-number',
  summary: 'Two paragraphs have the same number',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const fault of report.numbering.faults) {
      if (fault.kind !== 'duplicate') continue
      const { paragraph, first, expected } = fault
      // Where a section appears twice, so do its numbers: that is one fault.
      if (isInDouble(report, paragraph)) continue
      const number = numberText(paragraph.number)
      yield {
        span: paragraph.digits,
        message:
          expected === undefined
            ? l10n.t('Paragraph number {0} is used twice. Renumber from here.', number)
            : l10n.t(
                'Paragraph number {0} is used twice. This should be {1}.',
                number,
                numberText(expected),
              ),
        related: [
          {
            span: first.digits,
            message: l10n.t('The other paragraph {0}.', numberText(first.number)),
          },
        ],
        fixes: () => fixes(report, fault),
      }
    }
  },
}

function isInDouble({ sections }: Report, { digits }: Paragraph): boolean {
  return sections.some(
    ({ placement, extent }) => placement === 'duplicate' && contains(extent, digits),
  )
}

function fixes(report: Report, { paragraph, expected }: Duplicate): readonly Fix[] {
  const { paragraphs } = report.numbering
  const previous = paragraphs[paragraphs.indexOf(paragraph) - 1]
  const onwards = renumberFrom(report, paragraph, expected ?? (previous?.number ?? 0) + 1)
  const all = renumberAll(report)
  if (expected === undefined) return [{ ...onwards, preferred: true }, all]
  return [numberThis(report, paragraph, expected), onwards, all]
}
