/** Percentages that are not what the two numbers beside them give. */

import { applyEdits, insert } from '../../server/src/text/edits'
import { chosen } from './choose'
import { defect, expected, type Generator } from './defect'
import { textPlaces } from './places'

/** What is wrong between bars, and what is right. */
const sentences = [
  ['Reviews were on time for 18 of 58 children (|41|%).', '31'],
  ['Visits were late for 7 out of 20 children (|25|%).', '35'],
  ['In all, |52|% (12 of 24) of plans were good.', '50'],
  ['Of the children, 45 of 90 (|55|%) had a plan.', '50'],
] as const

/** A percentage is some points off. */
export const mismatchedPercentage: Generator = function* (report) {
  for (const [index, { of, sentenceEnd }] of textPlaces(report).entries()) {
    const [sentence = '', right = ''] = chosen(sentences, index) ?? []
    const [before = '', wrong = '', after = ''] = sentence.split('|')
    const put = (number: string) => [insert(sentenceEnd, ` ${before}${number}${after}`)]
    yield defect(`a wrong percentage in its ${of}`, put(expected(wrong)), {
      restored: applyEdits(report.text, put(right)),
    })
  }
}
