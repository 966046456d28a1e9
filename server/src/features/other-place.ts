/** The command that goes to the other place of a judgement: from its section to its row and back. */

import type { Report } from '../report/model'
import type { Span } from '../text/span'

/**
 * The words to select at the other place of the judgement in whose section or row `offset` lies; undefined
 * where there is no judgement, or it stands in one place only.
 */
export function otherPlace(_report: Report, _offset: number): Span | undefined {
  return undefined
}
