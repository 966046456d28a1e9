/** Tries what must hold for any text on random texts, the same in each run; `npm run fuzz` tries more. */

import { tier } from '../support/tier'
import { properties } from './properties'
import { fuzz, printed } from './run'
import { samples } from './texts'

/** How many texts are tried for each property. */
const runs = tier === 'whole' ? 60 : 30

describe('in texts made from the samples, and in characters of any kind', () => {
  for (const property of properties)
    it(property.name, () => {
      const found = fuzz(property, { sources: samples, seed: 1, runs, longest: 6_000 })
      if (found !== undefined) throw new Error(printed(found))
    })
})
