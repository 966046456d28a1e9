/** What the server loads only when somebody asks for it: bundles of their own, which browsers do not have. */

import type * as Export from '../export/export'

export interface Tools {
  readonly export?: () => Promise<typeof Export>
}
