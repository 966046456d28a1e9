// Writes client/src/server/telltales.json, the words by which the client sees that a text may be a report, from
// the built-in report types. `--check` only compares.
import path from 'node:path'
import { root } from '../build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'

const { builtInCatalogue, telltalesOf } = await fromSources(
  'telltales',
  `export { builtInCatalogue } from './server/src/types/built-in'
  export { telltalesOf } from './server/src/report/recognise/telltales'`,
)
const words = telltalesOf(builtInCatalogue())
await bringUpToDate(
  path.join(root, 'client/src/server/telltales.json'),
  () => `${JSON.stringify(words, null, 2)}\n`,
)
