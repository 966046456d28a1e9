/** What the server loads only when somebody asks for it: bundles of their own, which browsers do not have. */

import type * as Export from '../export/export'
import type * as Preview from '../export/preview'
import type * as Import from '../import/import'

export interface Tools {
  readonly export?: () => Promise<typeof Export>
  readonly import?: () => Promise<typeof Import>
  readonly preview?: () => Promise<typeof Preview>
}
