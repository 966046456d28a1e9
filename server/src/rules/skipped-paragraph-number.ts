/** Paragraph numbers that are left out. */

import * as l10n from '@vscode/l10n'
import type { NumberingFault, Report } from '../report/model'
import { numberText, placeInSection } from '../report/numbering/paragraph-number'
import { lacksSection } from './fixes/lost-numbers'
import { numberThis, renumberAll, renumberFrom } from './fixes/renumber'
import type { Fix, Rule } from './rule'

type Skipped = NumberingFault & { readonly kind: 'skipped' }

export const skippedParagraphNumber: Rule = {
  id: 'skipped-paragraph-number',
  summary: 'A number is missing from the sequence of paragraph numbers',
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
        message: `${leftOut(expected, paragraph.number)} ${l10n.t('Renumber, or add what is missing.')}`,
        ...(previous === undefined
          ? {}
          : { related: [{ span: previous.digits, message: l10n.t('The paragraph before.') }] }),
        fixes: () => fixes(report, fault),
      }
    }
  },
}

function leftOut(expected: number, number: number): string {
  const from = numberText(expected)
  if (placeInSection(expected) === 1 && number - expected > 1)
    return l10n.t('The numbers begin with {0}.', numberText(number))
  if (number - expected <= 1) return l10n.t('Paragraph number {0} is left out.', from)
  return l10n.t('Paragraph numbers {0} to {1} are left out.', from, numberText(number - 1))
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
