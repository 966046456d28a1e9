// Writes what follows from the formats of report types and of a folder's settings: their JSON schemas, and the tables of all keys in
// docs/report-types.md. `--check` only compares.
import path from 'node:path'
import { root } from '../build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'

const mark = '<!-- Made by scripts/generate/schema.mjs -->\n'

const { typeSchema, settingsSchema, keyTables, allRules, builtInCatalogue } = await fromSources(
  'schema',
  `export { settingsSchema, typeSchema } from './server/src/types/schema'
  export { keyTables } from './server/src/types/key-tables'
  export { allRules } from './server/src/rules/all'
  export { builtInCatalogue } from './server/src/types/built-in'`,
)

const known = { rules: allRules, types: builtInCatalogue().types.map(({ id }) => id) }
await bringUpToDate(
  path.join(root, 'schemas', 'report-type.schema.json'),
  () => `${JSON.stringify(typeSchema(known), null, 2)}\n`,
)
await bringUpToDate(
  path.join(root, 'schemas', 'settings.schema.json'),
  () => `${JSON.stringify(settingsSchema(known), null, 2)}\n`,
)
await bringUpToDate(
  path.join(root, 'docs', 'report-types.md'),
  page => `${page.split(mark)[0]}${mark}\n${keyTables()}`,
)
