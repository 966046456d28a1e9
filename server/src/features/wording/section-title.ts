/** What sections and other things with a title are called where they are listed. */

import type { Section } from '../../report/model'
import { isUnfinished } from '../../text/sentences'
import { singleSpaced } from '../../text/spaces'

/** `Quality of provision (Safeguarding services)`: titles repeat in the parts of a report. */
export function sectionTitle({ definition, heading }: Section): string {
  const part = definition.path[0]
  const title = plainTitle({ definition, heading })
  return part === undefined ? title : `${title} (${part})`
}

/**
 * The title as it is read in the text; as the type has it where the text has a sentence for it, or breaks off
 * in the middle because the grade is between its lines.
 */
export function plainTitle({
  definition,
  heading,
}: Pick<Section, 'definition' | 'heading'>): string {
  const title = plainLine(heading.title.text)
  return definition.grade === 'sentence' || isUnfinished(title) ? definition.title : title
}

/** The words on one line, without marks of emphasis: a title or a name as it is read. */
export function plainLine(words: string): string {
  return singleSpaced(words.replace(/[*_]+/g, '')).trim()
}
