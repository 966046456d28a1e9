/**
 * What is found in published reports, which are not part of this project: compared with the list in
 * corpus.findings.txt, if their folder is there. A finding that is false is marked "(false)" in it, and its
 * report is in known-failures.ts until the cause is removed.
 *
 * `UPDATE=1 TEST_TIER=whole node scripts/test-unit.mjs corpus` writes the list again, keeping the marks; each
 * new kind of finding in it is to be reviewed, and explained in the table.
 */

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tidy } from '../../server/src/import/text/tidy'
import { findingLines, finished, measure } from '../corpus/measure'
import { publishedReports } from '../support/published'
import { knownFailures, mostKnownFailures } from './known-failures'

const file = path.join(import.meta.dirname, 'reports/corpus.findings.txt')
const mark = ' (false)'

/** Why each kind of finding stays: what is wrong in those reports, or that it is a matter of style. */
const stays: Readonly<Record<string, string>> = {
  'identifying-detail':
    'published so: one letter follows two children, A and B, through its practice studies, where a reader may well ask (information)',
  'invalid-date': 'published so: one report gives a figure for the year up to 31 September',
  'duplicate-paragraph-number':
    'published so: one report numbers the paragraphs of its last part from 1 again, where others go on',
  'misplaced-row':
    'published so: one early report has the judgement on leaders as the third row, not the first',
  'misplaced-section':
    'published so: one letter has its strengths after what is to be improved (style, so information)',
  'missing-section':
    'published so: two reports leave out what nearly every report has (information)',
  'mismatched-footer': 'published so: one footer has the inspection begin four days late',
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

/** The list as it is kept, by the name of the report: its lines, with marks. */
function keptLists(): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const name = /^## (\S+),/.exec(line)?.[1]
    if (name !== undefined && !lists.has(name)) lists.set(name, [])
    if (line !== '') [...lists.values()].at(-1)?.push(line)
  }
  return lists
}

function foundIn(name: string, text: string): readonly string[] {
  return [
    ...findingLines(measure(name, text), 'as it is'),
    ...findingLines(measure(name, finished(tidy(text).text)), 'imported'),
  ]
}

const withoutMark = (line: string) => (line.endsWith(mark) ? line.slice(0, -mark.length) : line)

describe('the findings in published reports', () => {
  const kept = keptLists()
  const published = publishedReports()

  if (process.env.UPDATE === '1')
    it('are written again', () => {
      const lists = published.map(({ name, text }) => {
        const marked = (kept.get(name) ?? []).filter(line => line.endsWith(mark)).map(withoutMark)
        return foundIn(name, text).map(line => (marked.includes(line) ? line + mark : line))
      })
      writeFileSync(file, `${lists.flat().join('\n')}\n`)
    })
  else
    for (const { name, text } of published)
      it(`are those of the list: ${name}`, () => {
        assert.deepEqual(foundIn(name, text), (kept.get(name) ?? []).map(withoutMark))
      })

  it('are explained, each kind of them, and nothing else is', () => {
    const lines = [...kept.values()].flat().filter(line => !line.endsWith(mark))
    const kinds = new Set(lines.flatMap(line => /^\d+ (?:to do|\w+) (\S+)$/.exec(line)?.[1] ?? []))
    assert.deepEqual(Object.keys(stays).sort(), [...kinds].sort())
  })

  it('are in a list of known failures that has not grown', () => {
    assert.ok(knownFailures.length <= mostKnownFailures)
  })

  it('are known failures where they are false, and only there', () => {
    const reports = [...kept].filter(([, lines]) => lines.some(line => line.endsWith(mark)))
    const known = knownFailures.filter(({ test }) => test === 'false findings')
    assert.deepEqual(known.map(each => each.file).sort(), reports.map(([name]) => name).sort())
  })
})
