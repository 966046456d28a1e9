import assert from 'node:assert/strict'
import { keepNumbers } from '../../../server/src/features/edit/keep-numbers'
import { moveParagraph } from '../../../server/src/features/edit/move-paragraph'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { applyEdits, insert, inverse, remove, type TextEdit } from '../../../server/src/text/edits'
import { combined, following } from '../../../server/src/text/follow'
import { drafts } from '../../support/drafts'
import { partOf } from '../../support/tier'

describe('keeping numbers in order, in whole reports', () => {
  it('has some that begin in order', () => {
    assert.ok(drafts().filter(({ text }) => isInOrder(parseReport(text))).length >= 4)
  })

  for (const draft of partOf(drafts()))
    it(`of ${draft.name}, wherever paragraphs are deleted, pasted and moved`, () => {
      const { text } = draft
      const report = parseReport(text)
      if (!isInOrder(report)) return
      const { paragraphs } = report.numbering
      // Places are drawn by a fixed rule, so that a failure can be looked at.
      for (let draw = 0; draw < 6; draw++) {
        const index = (draw * 7919 + 13) % paragraphs.length
        const other = (draw * 104729 + 5) % paragraphs.length
        const here = lineOf(report, index)
        const there = lineOf(report, other)
        if (here === there) continue
        const words = 'New words of nobody’s.\n\n'
        checkWhole(report, [insert(there, `77. ${words}`)], 1)
        for (const to of ['up', 'down'] as const) {
          const moved = moveParagraph(report, { start: here, end: here }, to)
          if ('edits' in moved) checkWhole(report, moved.edits, 0)
        }
        const next = paragraphs[index + 1]
        if (next === undefined) continue
        checkWhole(report, [remove({ start: here, end: lineOf(report, index + 1) })], -1)
      }
    })
})

function lineOf({ numbering, lines }: Report, index: number): number {
  const { start } = numbering.paragraphs[index]?.digits ?? { start: 0 }
  return lines.start(lines.lineAt(start))
}

/**
 * Numbers count on by one through the whole text, there are `more` than before, each reference leads to the
 * words that it led to, and undoing the edits gives the old text.
 */
function checkWhole(report: Report, edits: readonly TextEdit[], more: number): void {
  const kept = keepNumbers(report, edits, text => parseReport(text))
  const text = applyEdits(report.text, edits)
  const after = applyEdits(text, kept.edits)
  const now = parseReport(after) as Report
  const numbers = now.numbering.paragraphs.map(({ number }) => number)
  const start = report.numbering.paragraphs[0]?.number ?? 1
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => start + index),
  )
  assert.equal(numbers.length, report.numbering.paragraphs.length + more)
  const words = (from: Report, reference: Report['references'][number]) =>
    reference.paragraph &&
    from.text.slice(reference.paragraph.span.start, reference.paragraph.span.start + 40)
  const { follow } = following(report.text, edits)
  const gone = report.references.filter(
    ({ digits, paragraph }) =>
      typeof follow(digits) === 'string' || (paragraph && follow(paragraph.digits) === 'gone'),
  )
  const led = report.references
    .filter(each => !gone.includes(each))
    .map(each => words(report, each))
  assert.deepEqual(now.references.map(each => words(now, each)).sort(), led.sort())
  const all = combined(edits, kept.edits)
  assert.equal(applyEdits(report.text, all), after)
  assert.equal(applyEdits(after, inverse(report.text, all)), report.text)
}

/** Only numbers without a fault, one after the other, are kept in order. */
function isInOrder(report: Report | undefined): report is Report {
  const { paragraphs = [], faults = [] } = report?.numbering ?? {}
  return (
    faults.length === 0 &&
    paragraphs.length > 1 &&
    paragraphs.every(
      ({ number }, index, { [index - 1]: previous }) =>
        previous === undefined || number === previous.number + 1,
    )
  )
}
