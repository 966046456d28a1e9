/** A heading that is in a report twice is one problem, at the second. */

import assert from 'node:assert/strict'
import { isRepeatable } from '../../../server/src/report/sections/sections'
import { checkReport } from '../../../server/src/rules/run'
import { finishedReports, read } from '../../support/finished-reports'

describe('a heading that is there twice is a problem, at the second', () => {
  for (const { name, text } of finishedReports())
    it(name, () => {
      for (const { heading, definition, span } of read(text).sections) {
        // Without its table, the second heading of a table is another problem.
        if (definition.kind === 'summary' || isRepeatable(definition)) continue
        const own = text.slice(heading.line.start, heading.line.end)
        for (const at of [span.end, text.length]) {
          const above = text.slice(0, at)
          const lead = above.endsWith('\n\n') ? above : `${above}\n`
          const copy = `${lead}${own}\nMuch of what inspectors saw is told here.\n\n${text.slice(at)}`
          const doubles = checkReport(read(copy)).filter(
            ({ rule }) => rule.id === 'duplicate-section',
          )
          assert.deepEqual(
            doubles.map(each => each.span.start >= lead.length),
            [true],
            `${definition.title} at ${at}`,
          )
        }
      }
    })
})
