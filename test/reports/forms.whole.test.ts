/**
 * Every published report in every form in which texts of reports reach people (`test/corpus/forms.ts`), if their folder
 * is there: the judgements are the same, and nothing more is reported at warning or above.
 */

import assert from 'node:assert/strict'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { forms } from '../corpus/forms'
import { publishedReports } from '../support/published'

/** What is known to differ, by report and form, and why; the list may only shrink. */
const known: readonly (readonly [name: string, form: string, why: string])[] = [
  [
    'sif-2014-08-08-buckinghamshire',
    'with a blank line after each line',
    'the sentence on the board is cut in two by a blank line',
  ],
  [
    'sif-2015-08-03-kingston-upon-thames',
    'with a blank line after each line',
    'the sentence on the cover is cut in two by a blank line',
  ],
  [
    'sif-2015-02-10-kingston-upon-hull',
    'without blank lines between paragraphs',
    'a page header is run into the paragraph before a number',
  ],
  [
    'sif-2016-09-20-wirral',
    'without blank lines between paragraphs',
    'a bracket ends the paragraph before a page number',
  ],
]

/** One fault has one name, whichever of its causes is supposed: a number that is left out, or lost. */
const causes: Readonly<Record<string, string>> = {
  'missing-paragraph-number': 'skipped-paragraph-number',
}

function readingOf(report: Report | undefined) {
  if (report === undefined) return undefined
  const grave = checkReport(report).filter(
    ({ severity, toDo }) => toDo !== true && (severity === 'error' || severity === 'warning'),
  )
  return {
    judgements: report.judgements.map(
      ({ definition, title, grade }) => `${definition.id ?? title}: ${grade?.word}`,
    ),
    problems: grave.map(({ rule }) => causes[rule.id] ?? rule.id),
  }
}

/** The problems of a copy that its original does not have. */
function added(copy: readonly string[], original: readonly string[]): readonly string[] {
  const left = [...original]
  return copy.filter(each => {
    const at = left.indexOf(each)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

describe('a published report in other forms', () => {
  for (const { name, text } of publishedReports())
    it(`is read alike: ${name}`, () => {
      const report = parseReport(text)
      const original = readingOf(report)
      if (report === undefined || original === undefined) return
      const differing = Object.entries(forms).flatMap(([form, write]) => {
        const written = write(report)
        const copy = written === undefined ? original : readingOf(parseReport(written))
        const isSame =
          copy !== undefined &&
          [...copy.judgements].sort().join() === [...original.judgements].sort().join()
        const more = added(copy?.problems ?? [], original.problems)
        return isSame && more.length === 0 ? [] : [`${form} ${more}`.trim()]
      })
      const expected = known.filter(([each]) => name === `${each}.txt`).map(([, form]) => form)
      assert.deepEqual(
        differing.map(each => expected.find(form => each.startsWith(form)) ?? each),
        expected,
      )
    })
})
