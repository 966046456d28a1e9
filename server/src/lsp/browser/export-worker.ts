/** The worker in which a report is exported, started by `export.ts`: it answers once. */

import { type ExportWork, exported } from '../export-work'
import { loadBundlesFrom } from './bundles'
import type { ExportAnswer } from './export'
import { worker } from './worker'

worker.onmessage = ({ data }) => {
  const { bundles, work } = data as { readonly bundles: string; readonly work: ExportWork }
  loadBundlesFrom(bundles)
  void exported(work).then(
    made => worker.postMessage({ made } satisfies ExportAnswer),
    error => worker.postMessage({ error } satisfies ExportAnswer),
  )
}
