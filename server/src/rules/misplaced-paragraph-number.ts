/** Paragraph numbers out of order, and numbers that are inside the running text. */

import * as l10n from '@vscode/l10n'
import type { NumberingFault, Paragraph, Report } from '../report/model'
import { numberText } from '../report/numbering/paragraph-number'
import { moveParagraphs, putBackEdits } from './fixes/paragraph-labels'
import { numberThis, renumberAll, renumberFrom } from './fixes/renumber'
import type { Finding, Fix, Rule } from './rule'

type Displaced = NumberingFault & { readonly kind: 'displaced' }
type OutOfOrder = NumberingFault & { readonly kind: 'out-of-order' }

export const misplacedParagraphNumber: Rule = {
  id: 'misplaced-paragraph-number',
  summary: 'A paragraph number is out of order, or is inside the text',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const fault of report.numbering.faults) {
      if (fault.kind === 'displaced') yield displaced(report, fault)
      else if (fault.kind === 'out-of-order') yield outOfOrder(report, fault)
    }
  },
}

function displaced(report: Report, fault: Displaced): Finding {
  const { paragraph, at } = fault
  const number = numberText(paragraph.number)
  const begins = at === paragraph.digits.start
  return {
    span: paragraph.digits,
    message: begins
      ? l10n.t('Paragraph {0} begins inside another. Start it on a line of its own.', number)
      : l10n.t('The number {0} is inside the text. Put it at the start of its paragraph.', number),
    fixes: () => [
      {
        title: begins
          ? l10n.t('Start a new paragraph here')
          : l10n.t('Put {0} at the start of the paragraph', number),
        safe: false,
        preferred: true,
        edits: putBackEdits(report, fault, paragraph.number),
      },
    ],
  }
}

function outOfOrder(report: Report, fault: OutOfOrder): Finding {
  const { paragraph, previous, expected } = fault
  const number = numberText(paragraph.number)
  const found =
    previous === undefined
      ? l10n.t('Paragraph number {0} is out of order.', number)
      : l10n.t('Paragraph {0} comes after paragraph {1}.', number, numberText(previous.number))
  const advice =
    expected === undefined
      ? l10n.t('Move or renumber it.')
      : l10n.t('It should be {0}.', numberText(expected))
  return {
    span: paragraph.digits,
    message: `${found} ${advice}`,
    ...(previous === undefined
      ? {}
      : { related: [{ span: previous.digits, message: l10n.t('The paragraph before.') }] }),
    fixes: () => orderFixes(report, fault),
  }
}

function orderFixes(report: Report, { paragraph, previous, expected }: OutOfOrder): readonly Fix[] {
  const onwards = renumberFrom(report, paragraph, expected ?? (previous?.number ?? 0) + 1)
  const all = renumberAll(report)
  if (expected !== undefined) return [numberThis(report, paragraph, expected), onwards, all]
  const fixes: Fix[] = [{ ...all, preferred: true }, onwards]
  return [...fixes, ...moves(report, paragraph)]
}

/** Moves the paragraph, and those whose numbers continue from its own, next to the neighbours of its number. */
function moves(report: Report, paragraph: Paragraph): readonly Fix[] {
  const { paragraphs } = report.numbering
  let last = paragraphs.indexOf(paragraph)
  while (paragraphs[last + 1]?.number === (paragraphs[last] as Paragraph).number + 1) last++
  const run = { first: paragraph, last: paragraphs[last] as Paragraph }
  const before = paragraphs.find(({ number }) => number === run.first.number - 1)
  const after = paragraphs.find(({ number }) => number === run.last.number + 1)
  const later = before === undefined ? [] : moveParagraphs(report, run, { after: before })
  const ahead = after === undefined ? [] : moveParagraphs(report, run, { before: after })
  const fixes: Fix[] = []
  if (later.length > 0 && before !== undefined)
    fixes.push({
      title: l10n.t('Move after paragraph {0}', numberText(before.number)),
      safe: false,
      edits: later,
    })
  // Both places are the same unless a heading or a list is between them.
  const isSame = ahead[0]?.span.start === later[0]?.span.start
  if (ahead.length > 0 && after !== undefined && !isSame)
    fixes.push({
      title: l10n.t('Move before paragraph {0}', numberText(after.number)),
      safe: false,
      edits: ahead,
    })
  return fixes
}
