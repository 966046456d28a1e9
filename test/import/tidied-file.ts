/** Imports files that are not reports, as somebody does who wants them to be put in order all the same. */

import { type Imported, type ImportOptions, importFile } from '../../server/src/import/import'

export const tidiedFile = (bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported> =>
  importFile(bytes, { tidiesAll: true, ...options })
