/**
 * What is found in published reports, which are no part of this project: compared with the list in
 * corpus.findings.txt, where their folder is there. `UPDATE=1 npm run test:unit corpus` writes the list
 * anew; each kind of finding in it is to be reviewed, and explained in the table.
 */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tidy } from '../../server/src/import/text/tidy'
import { documentsIn } from '../corpus/documents'
import { findingLines, finished, measure } from '../corpus/measure'

const folder = path.join(import.meta.dirname, '../../shared/reports')
const file = path.join(import.meta.dirname, 'reports/corpus.findings.txt')

/** Why each kind of finding stays: what is wrong in those reports, or that it is a matter of style. */
const stays: Readonly<Record<string, string>> = {
  'duplicate-paragraph-number':
    'published so: one report numbers the paragraphs of its last part from 1 again, where others go on',
  'mismatched-footer': 'published so: one footer has the inspection begin four days late',
  'mismatched-standard-sentence':
    'published so: the second part asks for action in the words of the first',
  'misplaced-grade': 'extraction has put the grade of one section inside a paragraph',
  'misplaced-group':
    'published so: the group titles of two tables stand over rows of another group',
  'misplaced-paragraph-number': 'extraction has put three numbers inside their paragraphs',
  'missing-opening-grade':
    'published so: two sections open with a finding, not with the judgement (style, so information)',
  'missing-paragraph-number': 'extraction has lost the number of one lead sentence',
  'skipped-paragraph-number': 'published so: one report goes from 14 to 16',
  'split-paragraph': 'extraction has cut sentences at page ends (a hint; import joins them)',
}

describe('the findings in published reports', () => {
  it('are those of the list', async function () {
    if (!existsSync(folder)) return this.skip()
    this.timeout(60_000)
    const found: string[] = []
    for await (const document of documentsIn(folder, async () => '')) {
      assert.ok(!('error' in document), document.name)
      const { name, text } = document
      found.push(...findingLines(measure(name, text), 'as it is'))
      found.push(...findingLines(measure(name, finished(tidy(text).text)), 'imported'))
    }
    const list = `${found.join('\n')}\n`
    if (process.env.UPDATE === '1') writeFileSync(file, list)
    assert.deepEqual(list.split('\n'), readFileSync(file, 'utf8').split('\n'))
  })

  it('are explained, each kind of them, and nothing else is', () => {
    const lines = readFileSync(file, 'utf8').split('\n')
    const kinds = new Set(lines.flatMap(line => /^\d+ (?:to do|\w+) (\S+)$/.exec(line)?.[1] ?? []))
    assert.deepEqual(Object.keys(stays).sort(), [...kinds].sort())
  })
})
