import assert from 'node:assert/strict'
import { compareVersions } from '../../../server/src/features/compare/versions'
import { parseReport } from '../../../server/src/report/parse'
import { clean } from '../../reports/samples'
import { growthOf } from '../../support/doubling'
import { itTimed } from '../../support/tier'

describe('comparing two versions of a long report', () => {
  itTimed('takes time in proportion to the text', () => {
    const grown = (count: number) => {
      const extra = Array.from({ length: count }, (_, at) => {
        const words = Array.from({ length: 120 }, (_, word) => `w${(at * 31 + word * 7) % 997}`)
        return `${64 + at}. ${words.join(' ')}.\n\n`
      })
      return clean.replace(
        '## Record of main findings',
        `${extra.join('')}## Record of main findings`,
      )
    }
    const growth = growthOf(
      count => {
        const then = parseReport(grown(count))!
        const now = parseReport(grown(count).replaceAll(' w3 ', ' other '))!
        return () => compareVersions(then, now)
      },
      { from: 100, to: 800 },
    )
    assert.ok(growth.isLinear, growth.shown)
  })
})
