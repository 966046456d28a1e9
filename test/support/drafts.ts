/** Drafts of every kind that there is, for tests that try something on each of them. */

import { type Tidied, tidy } from '../../server/src/import/text/tidy'
import { sample, sampleNames } from '../reports/samples'
import { publishedReports } from './published'

/** A draft; its text is made when somebody first asks for it. */
export interface Draft {
  readonly name: string
  readonly text: string
}

/** The samples, and the published reports of this run; what is not a draft yet is imported, once in a run. */
export function drafts(): readonly Draft[] {
  return [...sampleNames.map(name => ({ name, text: sample(name) })), ...publishedReports()].map(
    ({ name, text }) => ({
      name,
      get text() {
        return name.endsWith('.txt') ? tidiedOnce(text).text : text
      },
    }),
  )
}

const tidied = new Map<string, Tidied>()

/** What tidying makes of a whole report, which is tidied once in a run. */
export function tidiedOnce(text: string): Tidied {
  const known = tidied.get(text) ?? tidy(text)
  tidied.set(text, known)
  return known
}
