// Writes into package.json what follows from the code: the settings, one of them for each rule. `--check` only compares.
import path from 'node:path'
import { root } from './build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'

const { allRules, exportSettings, generalSettings, noteSettings, ruleSettings, typeSettings } =
  await fromSources(
    'rule-settings',
    `export { allRules } from './server/src/rules/all'
  export { noteSettings } from './server/src/lsp/note-settings'
  export { exportSettings } from './server/src/lsp/export-settings'
  export { generalSettings, ruleSettings } from './server/src/lsp/rule-settings'
  export { typeSettings } from './server/src/lsp/type-settings'`,
  )

await bringUpToDate(path.join(root, 'package.json'), before => {
  const manifest = JSON.parse(before)
  manifest.contributes.configuration.properties = {
    ...generalSettings,
    ...typeSettings,
    ...exportSettings,
    ...noteSettings,
    ...ruleSettings(allRules),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
})
