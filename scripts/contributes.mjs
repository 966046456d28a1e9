// Writes into package.json what follows from the code: the settings, one of them for each rule. `--check` only compares.
import path from 'node:path'
import { root } from './build.mjs'
import { bringUpToDate, fromSources } from './generated.mjs'

const {
  allRules,
  exportSettings,
  generalSettings,
  noteSettings,
  ruleSettings,
  typeSettings,
  typingSettings,
} = await fromSources(
  'rule-settings',
  `export { allRules } from './server/src/rules/all'
  export { noteSettings } from './server/src/lsp/note-settings'
  export { exportSettings } from './server/src/lsp/export-settings'
  export { generalSettings, ruleSettings } from './server/src/lsp/rule-settings'
  export { typeSettings } from './server/src/lsp/type-settings'
  export { typingSettings } from './server/src/lsp/typing-settings'`,
)

await bringUpToDate(path.join(root, 'package.json'), before => {
  const manifest = JSON.parse(before)
  manifest.contributes.configuration.properties = {
    ...generalSettings,
    ...typeSettings,
    ...exportSettings,
    ...noteSettings,
    ...typingSettings,
    ...ruleSettings(allRules),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
})
