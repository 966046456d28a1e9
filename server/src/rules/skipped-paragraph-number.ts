/** Paragraph numbers that are left out. */

import type { NumberingFault, Report } from '../report/model'
import { numberText, placeInSection } from '../report/paragraph-number'
import { lacksSection } from './fixes/lost-numbers'
import { numberThis, renumberAll, renumberFrom } from './fixes/renumber'
import type { Fix, Rule } from './rule'

type Skipped = NumberingFault & { readonly kind: 'skipped' }

export const skippedParagraphNumber: Rule = {
  id: 'skipped-paragraph-number',
  summary: 'A number is left out in the sequence of paragraph numbers',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const fault of report.numbering.faults) {
      if (fault.kind !== 'skipped') continue
      const { paragraph, expected } = fault
      const previous = paragraphBefore(report, fault)
      if (lacksSection(report, previous?.digits.start, paragraph.digits.start)) continue
      yield {
        span: paragraph.digits,
        message: `${leftOut(expected, paragraph.number)} Renumber, or add what is missing.`,
        ...(previous === undefined
          ? {}
          : { related: [{ span: previous.digits, message: 'The paragraph before.' }] }),
        fixes: () => fixes(report, fault),
      }
    }
  },
}

function leftOut(expected: number, number: number): string {
  const from = numberText(expected)
  if (placeInSection(expected) === 1 && number - expected > 1)
    return `The numbers begin with ${numberText(number)}.`
  if (number - expected <= 1) return `Paragraph number ${from} is left out.`
  return `Paragraph numbers ${from} to ${numberText(number - 1)} are left out.`
}

function paragraphBefore({ numbering }: Report, { paragraph }: Skipped) {
  return numbering.paragraphs[numbering.paragraphs.indexOf(paragraph) - 1]
}

function fixes(report: Report, fault: Skipped): readonly Fix[] {
  const { paragraph, expected } = fault
  const { paragraphs } = report.numbering
  const next = paragraphs[paragraphs.indexOf(paragraph) + 1]
  const isGoneOnWith = next !== undefined && next.number === paragraph.number + 1
  const onwards = renumberFrom(report, paragraph, expected)
  const all = renumberAll(report)
  if (isGoneOnWith) return [{ ...onwards, preferred: true }, all]
  return [numberThis(report, paragraph, expected), onwards, all]
}
