/**
 * What is found in published reports, which are not part of this project: compared with the list in
 * corpus.findings.txt, if their folder is there. Each finding in it has a verdict: true, false or debatable; a report
 * with a false one is in known-failures.ts until the cause is removed.
 *
 * `UPDATE=1 TEST_TIER=whole node scripts/test-unit.mjs corpus` writes the list again, keeping the verdicts. A new
 * finding has a question mark, until somebody who has read it there puts a verdict in its place; each new kind is
 * explained in the table. A report that is put into the folder is compared from then on: before, there is nothing to
 * compare it with.
 */

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tidy } from '../../server/src/import/text/tidy'
import { findingLines, finished, measure } from '../corpus/measure'
import { type JudgedFindings, judgedAs, readJudged, writeJudged } from '../corpus/verdicts'
import { publishedReports } from '../support/published'
import { knownFailures, mostKnownFailures } from './known-failures'

const file = path.join(import.meta.dirname, 'reports/corpus.findings.txt')

/** Why each kind of finding stays: what is wrong in those reports, or that it is a matter of style. */
const stays: Readonly<Record<string, string>> = {
  'identifying-detail':
    'published so: one letter follows two children, A and B, through its practice studies, where a reader may well ask (information)',
  'invalid-date': 'published so: one report gives a figure for the year up to 31 September',
  'misplaced-row':
    'published so: one early report has the judgement on leaders as the third row, not the first',
  'misplaced-section':
    'published so: one letter has its strengths after what is to be improved (style, so information)',
  'missing-section':
    'published so: two reports leave out what nearly every report has (information)',
  'mismatched-footer': 'published so: one footer has the inspection begin four days late',
  'mismatched-percentage': 'published so: one report gives 38% for 137 of 398 (information)',
  'mismatched-standard-sentence':
    'published so: the second part asks for action in the words of the first',
  'misplaced-grade': 'extraction has put the grade of one section inside a paragraph',
  'misplaced-group':
    'published so: the group titles of two tables stand over rows of another group',
  'misplaced-paragraph-number': 'extraction has put three numbers inside their paragraphs',
  'misspelt-heading': 'published so: one heading lacks the words “of the” (information)',
  'missing-opening-grade':
    'published so: two sections open with a finding, not with the judgement (style, so information)',
  'missing-paragraph-number': 'extraction has lost the number of one lead sentence',
  'skipped-paragraph-number': 'published so: one report goes from 14 to 16',
  'split-paragraph': 'extraction has cut sentences at page ends (a hint; import joins them)',
}

function foundIn(name: string, text: string, kept: readonly JudgedFindings[]) {
  return [
    findingLines(measure(name, text), 'as it is'),
    findingLines(measure(name, finished(tidy(text).text)), 'imported'),
  ].map(([title = '', ...lines]) => judgedAs(title.slice(3), lines, kept))
}

/** `000_x.txt` of `000_x.txt, as it is: ofsted-slac`. */
const fileOf = (title: string) => title.slice(0, title.indexOf(','))

describe('the findings in published reports', () => {
  const kept = readJudged(readFileSync(file, 'utf8'))
  const published = publishedReports()

  if (process.env.UPDATE === '1')
    it('are written again', () => {
      const found = published.flatMap(({ name, text }) => foundIn(name, text, kept))
      writeFileSync(file, writeJudged(found))
    })
  else
    for (const { name, text } of published) {
      const own = kept.filter(({ title }) => fileOf(title) === name)
      if (own.length === 0) continue
      it(`are those of the list: ${name}`, () => {
        assert.deepEqual(foundIn(name, text, kept), own)
      })
    }

  it('have each been read', () => {
    const unread = kept.flatMap(({ title, findings }) =>
      findings
        .filter(({ verdict }) => verdict === undefined)
        .map(({ line }) => `${title}: ${line}`),
    )
    assert.deepEqual(unread, [])
  })

  it('are explained, each kind of them, and nothing else is', () => {
    const right = kept.flatMap(({ findings }) => findings).filter(each => each.verdict !== 'false')
    const kinds = new Set(
      right.flatMap(({ line }) => /^\d+ (?:to do|\w+) (\S+)$/.exec(line)?.[1] ?? []),
    )
    assert.deepEqual(Object.keys(stays).sort(), [...kinds].sort())
  })

  it('are in a list of known failures that has not grown', () => {
    assert.ok(knownFailures.length <= mostKnownFailures)
  })

  it('are known failures where they are false, and only there', () => {
    const reports = kept.filter(({ findings }) => findings.some(each => each.verdict === 'false'))
    const known = knownFailures.filter(({ test }) => test === 'false findings')
    assert.deepEqual(
      known.map(each => each.file).sort(),
      [...new Set(reports.map(({ title }) => fileOf(title)))].sort(),
    )
  })
})
