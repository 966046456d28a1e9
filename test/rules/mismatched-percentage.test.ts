import assert from 'node:assert/strict'
import { parseReport } from '../../server/src/report/parse'
import { mismatchedPercentage } from '../../server/src/rules/mismatched-percentage'
import { applyEdits } from '../../server/src/text/edits'
import { checkRule, reportOf } from '../support/check-rule'
import { extracted2018 } from '../support/ilacs-texts'

const id = 'mismatched-percentage'

/** What is found in a paragraph: the marked words. */
function foundIn(words: string): readonly string[] {
  const report = reportOf(`\n### Partnership working\n\n1. ${words}\n`)
  return [...mismatchedPercentage.check(report)].map(({ span }) =>
    report.text.slice(span.start, span.end),
  )
}

/** Forms of one statement, from its two numbers and its figure. */
const forms: Readonly<Record<string, (part: string, whole: string, figure: string) => string>> = {
  'after the numbers': (part, whole, figure) =>
    `Visits were made to ${part} of ${whole} (${figure}%).`,
  'after "out of"': (part, whole, figure) =>
    `Of them, ${part} out of ${whole} (${figure}%) had a plan.`,
  'after what is counted': (part, whole, figure) =>
    `Plans were right for ${part} of the ${whole} children in care (${figure}%).`,
  'after a month': (part, whole, figure) =>
    `It rose to ${part} out of ${whole} in June 2015 (${figure}%).`,
  'in words': (part, whole, figure) =>
    `They saw ${part} of these ${whole} files (${figure} per cent).`,
  'with a space': (part, whole, figure) => `They saw ${part} of ${whole} (${figure} %) in time.`,
  'with "or"': (part, whole, figure) => `This is true of ${part} of ${whole} (or ${figure}%).`,
  'before the numbers': (part, whole, figure) =>
    `Only ${figure}% (${part} out of ${whole}) were seen.`,
  'before what is counted': (part, whole, figure) =>
    `For ${figure}% of first visits (${part} of ${whole}) nothing was written.`,
  'over a line end': (part, whole, figure) =>
    `They saw ${part} of\n${whole} children\n(${figure}%).`,
  'in bold': (part, whole, figure) => `They saw **${part}** of **${whole}** (**${figure}%**).`,
}

describe(id, () => {
  it('says what is wrong, and writes the right figure', () => {
    checkRule(
      id,
      `
1. Reviews were on time for 18 of 58 children (41%).
                                               ^^ mismatched-percentage (fix): 18 of 58 is 31%, not 41%. Correct the number that is wrong.
2. In all, 16 of 57 (29.8%) were late, and one out of 12 (20%) was lost.
                     ^^^^ mismatched-percentage (fix): 16 of 57 is 28.1%, not 29.8%. Correct the number that is wrong.
                                                          ^^ mismatched-percentage (fix): 1 of 12 is 8%, not 20%. Correct the number that is wrong.
3. Of 1,250 contacts 1,000 of 1,250 (90%) led to help.
                                     ^^ mismatched-percentage (fix): 1000 of 1250 is 80%, not 90%. Correct the number that is wrong.
`,
    )
  })

  for (const [name, form] of Object.entries(forms))
    it(`reads a figure ${name}, in drafts and in copies of a PDF`, () => {
      assert.deepEqual(foundIn(form('18', '58', '31')), [])
      assert.deepEqual(foundIn(form('18', '58', '41')), ['41'])
      assert.deepEqual(foundIn(form('nine', '12', '75')), [])
      assert.deepEqual(foundIn(form('nine', '12', '57')), ['57'])
      const copy = `${extracted2018.trimEnd()}\n\n${form('18', '58', '41')}\n`
      const report = parseReport(copy) ?? assert.fail()
      const [finding, ...more] = mismatchedPercentage.check(report)
      assert.ok(finding !== undefined && more.length === 0)
      assert.equal(
        applyEdits(copy, finding.fixes?.()[0]?.edits ?? []),
        `${extracted2018.trimEnd()}\n\n${form('18', '58', '31')}\n`,
      )
    })

  it('finds thirty planted sums, and none of the right ones', () => {
    const shapes = Object.values(forms)
    for (let at = 0; at < 30; at++) {
      const [part, whole] = [3 + at * 4, 40 + at * 7]
      const form = shapes[at % shapes.length] ?? assert.fail()
      const right = ((100 * part) / whole).toFixed(at % 2)
      const wrong = (Number(right) + 1 + (at % 9)).toFixed(at % 2)
      assert.deepEqual(foundIn(form(`${part}`, `${whole}`, right)), [])
      assert.deepEqual(foundIn(form(`${part}`, `${whole}`, wrong)), [wrong])
    }
  })

  it('is silent about rounding, and about what is not plainly a share of two numbers', () => {
    for (const sentence of [
      'They saw 17 of 26 (65%) and 17 of 26 (65.5%).',
      'About 18 of 58 (about 40%) were seen.',
      'They saw 18 of 58 (41% in the year before).',
      'They saw 18 of 58, and fewer than others (41%).',
      'They saw 18 of 58. In London it is more (41%).',
      'Of 58 children, 18 of whom are boys, all (100%) were seen.',
      'Between 2013 and 2015, 18 of 2014 (41%) were seen.',
      'A rate of 43 of 10,000 children is lower than elsewhere (52%).',
      'They saw 18 of 58 boys and 20 girls (66%).',
      'They saw 41% in June and 18 of 58 in July.',
      'Figures range from 18 of 58 (31–41%).',
      'Seven of 58 plans were better but others worse (41%).',
      'They saw 60 of 58 (41%).',
      'Nobody was late: none of 12 (0%).',
      'Over 41% (18 children) of 58 were seen.',
    ])
      assert.deepEqual(foundIn(sentence), [], sentence)
  })
})
