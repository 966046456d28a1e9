/** The documents about which everything is asked, and the places in them. */

import { tidy } from '../../server/src/import/text/tidy'
import { sample, sampleNames } from '../reports/samples'
import { publishedReports } from '../support/published'

/** A document that is asked about. */
export interface AskedDocument {
  readonly name: string
  readonly text: string
  /** Offsets in order: every one in a sample; in a report, those where somebody who is typing stops. */
  readonly offsets: readonly number[]
}

/** The samples, and the published reports as they are and as drafts imported from them, one by one. */
export function* askedDocuments(of: 'samples' | 'reports'): Generator<AskedDocument> {
  if (of === 'samples') {
    for (const name of sampleNames) {
      const text = sample(name)
      yield { name, text, offsets: Array.from({ length: text.length + 1 }, (_, at) => at) }
    }
    return
  }
  for (const { name, text } of publishedReports('whole')) {
    yield { name, text, offsets: stops(text) }
    const draft = tidy(text).text
    yield { name: `${name}, imported`, text: draft, offsets: stops(draft) }
  }
}

/** The end of every line, and after every punctuation mark. */
function stops(text: string): readonly number[] {
  const found = [...text.matchAll(/(?=[\r\n])|(?<=\p{P})/gu)].map(({ index }) => index)
  return [...new Set([0, ...found, text.length])]
}

/** One in `oneIn` of the offsets, spread at random and always the same. */
export function someOf(offsets: readonly number[], oneIn: number, seed: number): readonly number[] {
  return offsets.filter(offset => Math.imul(offset + seed, 2654435761) >>> 0 < 2 ** 32 / oneIn)
}
