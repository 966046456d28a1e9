/** What sections and other things with a title are called where they are listed. */

import type { Section } from '../report/model'

/** `Quality of provision (Safeguarding services)`: titles repeat in the parts of a report. */
export function sectionTitle({ definition, heading }: Section): string {
  const part = definition.path[0]
  const title = plainLine(heading.title.text)
  return part === undefined ? title : `${title} (${part})`
}

/** The words on one line, without marks of emphasis: a title or a name as it is read. */
export function plainLine(words: string): string {
  return words.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim()
}
