/** Each word of a draft leads back to the same word of the text that was imported. */

import assert from 'node:assert/strict'
import { tidy } from '../../../server/src/import/text/tidy'
import { Trail } from '../../../server/src/import/text/trail'
import { sample, sampleNames } from '../../reports/samples'
import { tidiedOnce } from '../../support/drafts'
import { publishedReports } from '../../support/published'

describe('the trail of a draft', () => {
  for (const { name, text } of [
    ...sampleNames.map(name => ({ name, text: sample(name) })),
    ...publishedReports(),
  ])
    it(`leads back from each word: ${name}`, () => {
      const tidied = tidy(text, { trail: new Trail() })
      const { text: draft, origins = new Int32Array(), changes } = tidied
      assert.equal(draft, tidiedOnce(text).text)
      assert.equal(tidiedOnce(text).origins, undefined)
      assert.equal(origins.length, draft.length)
      const made: string[] = []
      const seen = new Set<number>()
      for (const { index, 0: word } of draft.matchAll(/[\p{L}\p{N}]+/gu)) {
        const places = Array.from(word, (_, at) => origins[index + at] ?? -1)
        if (places.includes(-1)) made.push(word)
        else assert.equal(places.map(place => text.charAt(place)).join(''), word)
        for (const place of places)
          assert.ok(place < 0 || !seen.has(place), `"${word}" is not alone`)
        for (const place of places) seen.add(place)
      }
      // What has no place is what tidying says that it has put in.
      const told = changes.map(({ message, after }) => `${message} ${after ?? ''}`).join(' ')
      const untold = made.filter(word => !`Status draft ${told}`.includes(word))
      assert.deepEqual(untold, [])
    })
})
