/** The lines of the summary table. */

import type { Heading } from '../model'

export interface SummaryZone {
  /** Line of the heading; the table's first line where it is on the cover. */
  readonly heading: number
  readonly first: number
  readonly last: number
  /** The line after a sentence below the table that states one of its judgements. */
  readonly below?: number
  /** What serves as the heading of a table that has none. */
  readonly instead: Heading | undefined
}
