/** As `fuzz.every.test.ts`, on more texts, made from every report there is. */

import { publishedReports } from '../support/published'
import { properties } from './properties'
import { fuzz, printed } from './run'
import { type Source, samples } from './texts'

const reports = publishedReports('whole')

function tryAll(sources: readonly Source[], seed: number, runs: number): void {
  for (const property of properties)
    it(property.name, function () {
      this.timeout(0)
      const found = fuzz(property, { sources, seed, runs, longest: 6_000 })
      if (found !== undefined) throw new Error(printed(found))
    })
}

describe('in more texts', () => tryAll([...samples, ...reports], 3, 100))

describe('in texts made from published reports', () => {
  if (reports.length > 0) tryAll(reports, 2, 60)
})
