/** What has become of a passage of a report since an earlier version. */

import type { Passage } from './passages'
import type { WordRun } from './words'

export interface PassageChange {
  readonly kind: 'same' | 'reworded' | 'added' | 'removed'
  /** Its place in the order, or its section, has changed. */
  readonly moved: boolean
  /** The number before it has changed. */
  readonly renumbered: boolean
  readonly earlier: Passage | undefined
  readonly present: Passage | undefined
  /** For a reworded passage: what was struck out and added. */
  readonly runs: readonly WordRun[]
  /** For one that was added or removed: the passage of the other version that holds its words. */
  readonly holder: Passage | undefined
}
