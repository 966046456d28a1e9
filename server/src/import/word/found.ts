/** What a paragraph of a Word document holds besides its text. */

import type { Change } from '../text/change'
import type { Node } from './xml'

export interface FoundFootnote {
  readonly mark: string
  readonly text: string
  /** The reference to it. */
  readonly node: Node
}

/** What is found inside paragraphs, but belongs after them. */
export interface Found {
  /** Footnotes by their number: `[^1]`. */
  readonly footnotes: FoundFootnote[]
  /** Contents of text boxes. */
  readonly boxes: Node[]
  readonly changes: Change[]
}
