// Writes snippets/inspection-report.json from the built-in report types. `--check` only compares.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'

export const snippetFile = path.join(root, 'snippets/inspection-report.json')

/** The file's text as it ought to be, made from `{ name, prefix, description, body }` values. */
export function snippetFileText(snippets) {
  const entries = snippets.map(({ name, prefix, description, body }) => [
    name,
    { prefix, description, body: body.split('\n') },
  ])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { allSnippets, builtInCatalogue, latestTypes } = await fromSources(
    'snippets',
    `export { allSnippets } from './server/src/features/drafts/snippets'
    export { builtInCatalogue } from './server/src/types/built-in'
    export { latestTypes } from './server/src/types/catalogue'`,
  )
  await bringUpToDate(snippetFile, () =>
    snippetFileText(allSnippets(latestTypes(builtInCatalogue()))),
  )
}
