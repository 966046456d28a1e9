/** Published reports carry nothing that must not leave the house, but for what is known to be wrong in them. */

import assert from 'node:assert/strict'
import { leavingSteps } from '../../../server/src/features/leaving/leaving-check'
import { tidy } from '../../../server/src/import/text/tidy'
import { parseReport } from '../../../server/src/report/parse'
import { finish } from '../../../server/src/text/steps'
import { finished } from '../../corpus/measure'
import { publishedReports } from '../../support/published'

/** One letter follows two children, A and B, through its practice studies, where a reader may well ask. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'jtai-2023-11-30-manchester.txt': ['Child A', 'Child B'],
}

describe('published reports before they leave', () => {
  for (const { name, text } of publishedReports())
    it(`carry nothing: ${name}`, () => {
      for (const written of [text, finished(tidy(text).text)]) {
        const check = finish(
          leavingSteps(parseReport(written), { target: 'publication', severities: {} }),
        )
        // What is wrong in them is listed in corpus.findings.txt.
        const parts = check.parts.filter(({ kind }) => kind !== 'to-be-put-right')
        assert.deepEqual(
          parts.flatMap(({ items }) => items.map(({ quote, what }) => quote?.wrong ?? what)),
          asked[name] ?? [],
        )
      }
    })
})
