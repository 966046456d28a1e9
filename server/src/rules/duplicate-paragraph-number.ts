/** Paragraph numbers that are used twice. */

import type { NumberingFault, Paragraph, Report } from '../report/model'
import { numberText } from '../report/paragraph-number'
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
      // Of a section that stands twice the numbers do too: that is one fault.
      if (isInDouble(report, paragraph)) continue
      const advice =
        expected === undefined ? 'Renumber from here.' : `This should be ${numberText(expected)}.`
      yield {
        span: paragraph.digits,
        message: `Paragraph number ${numberText(paragraph.number)} is used twice. ${advice}`,
        related: [
          { span: first.digits, message: `The other paragraph ${numberText(first.number)}.` },
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
