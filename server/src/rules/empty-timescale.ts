/** Timescales under which nothing stands. */

import { timescaleStretches } from '../report/timescale-order'
import { remove } from '../text/edits'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const emptyTimescale: Rule = {
  id: 'empty-timescale',
  summary: 'A timescale under which nothing is to be done',
  severity: 'warning',
  fixable: 'always',
  *check(report) {
    for (const section of report.sections) {
      if (section.timescales.length === 0) continue
      for (const { timescale, hasText, extent } of timescaleStretches(report, section)) {
        if (hasText) continue
        const { text } = timescale.heading
        yield {
          span: onOneLine(report, timescale.heading),
          message: `Nothing stands under "${text}". Write what is to be done, or take it out.`,
          ...(report.status === 'draft' ? { toDo: true } : {}),
          fixes: () => [{ title: `Remove "${text}"`, safe: false, edits: [remove(extent)] }],
        }
      }
    }
  },
}
