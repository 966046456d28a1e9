/** Finds references to paragraphs: "see paragraph 14", "paragraphs 12 and 15". */

import type { Numbering, Reference } from './model'

/** The references to paragraphs of this report, in the order of the text. */
export function readReferences(_text: string, _numbering: Numbering): readonly Reference[] {
  return []
}
