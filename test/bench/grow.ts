/** A long report that is still a plausible one: each section says what it says several times. */

import type { Report } from '../../server/src/report/model'

/**
 * The report with the numbered paragraphs of each section repeated `times` times inside it, numbered on
 * from the first to the last. Cover, contents, headings, grades and the summary table stay as they are.
 */
export function grow(report: Report, times: number): string {
  const { text } = report
  const digits = report.numbering.paragraphs.map(paragraph => paragraph.digits)
  let number = (report.numbering.paragraphs[0]?.number ?? 1) - 1
  let result = ''
  let at = 0
  const copy = (end: number) => {
    for (const { start, end: behind } of digits) {
      if (start < at || behind > end) continue
      number++
      result += text.slice(at, start) + number
      at = behind
    }
    result += text.slice(at, end)
    at = end
  }
  for (const { blocks, span } of report.sections) {
    const first = digits.find(({ start }) => start >= span.start && start < span.end)
    const block = first && blocks.find(({ start, end }) => start <= first.start && first.end <= end)
    if (block === undefined) continue
    copy(block.start)
    for (let time = 0; time < times; time++) {
      at = block.start
      copy(span.end)
    }
  }
  copy(text.length)
  return result
}
