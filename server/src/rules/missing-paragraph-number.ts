/** Paragraphs without a number where their neighbours leave one for them. */

import * as l10n from '@vscode/l10n'
import type { Block, Report } from '../report/model'
import { type GarbledNumber, garbledNumber } from '../report/numbering/garbled-numbers'
import { numberText } from '../report/numbering/paragraph-number'
import { replace } from '../text/edits'
import { firstWord } from './fixes/first-word'
import { lacksSection } from './fixes/lost-numbers'
import { labelEdits } from './fixes/paragraph-labels'
import { renumberAll } from './fixes/renumber'
import type { Finding, Fix, Rule } from './rule'

export const missingParagraphNumber: Rule = {
  id: 'missing-paragraph-number',
  summary: 'A paragraph has no number, or a mistyped one, where the numbers around it leave a gap',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const fault of report.numbering.faults) {
      if (fault.kind !== 'missing') continue
      const { block, others, expected } = fault
      const garbled = garbledNumber(report.text, block)
      if (garbled?.number === expected) {
        yield misspelt(garbled, expected)
        continue
      }
      const { before, after } = around(report, block)
      if (lacksSection(report, before, after)) continue
      yield {
        span: firstWord(report, block.content),
        message: l10n.t('This paragraph has no number. It should be {0}.', numberText(expected)),
        ...(others.length > 0 && {
          related: others.map(({ content }) => ({
            span: firstWord(report, content),
            message: l10n.t('Or this paragraph should be {0}.', numberText(expected)),
          })),
        }),
        fixes: () => [
          {
            title: l10n.t('Number this paragraph {0}', numberText(expected)),
            safe: false,
            preferred: others.length === 0,
            edits: labelEdits(report, block, expected),
          },
          ...others.map(other => numberOther(report, other, expected)),
          renumberAll(report),
        ],
      }
    }
  },
}

/** The number for another paragraph that may have had it, named by its first words. */
function numberOther(report: Report, block: Block, expected: number): Fix {
  const { start, end } = block.content
  const words = report.text.slice(start, end).split(/\s+/, shownWords).join(' ')
  return {
    title: l10n.t('Number the one that begins "{0} …" {1}', words, numberText(expected)),
    safe: false,
    edits: labelEdits(report, block, expected),
  }
}

/** As many words as say which paragraph is meant. */
const shownWords = 4

/** The places of the numbered paragraphs before and after the block. */
function around({ numbering, text }: Report, { start }: Block) {
  const places = numbering.paragraphs.map(({ digits }) => digits.start)
  return {
    before: places.findLast(place => place < start),
    after: places.find(place => place > start) ?? text.length,
  }
}

function misspelt({ label }: GarbledNumber, expected: number): Finding {
  return {
    span: label,
    message: l10n.t('"{0}" is mistyped. Write "{1}."', label.text, expected),
    fixes: () => [
      {
        title: l10n.t('Write "{0}."', expected),
        safe: false,
        preferred: true,
        edits: [replace(label, `${expected}.`)],
      },
    ],
  }
}
