/** What package.json tells VS Code agrees with the code. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { tokenTypes } from '../../server/src/features/semantic-tokens'
import { exportSettings } from '../../server/src/lsp/export-settings'
import { noteSettings } from '../../server/src/lsp/note-settings'
import { generalSettings, ruleSettings } from '../../server/src/lsp/rule-settings'
import { typeSettings } from '../../server/src/lsp/type-settings'
import { typingSettings } from '../../server/src/lsp/typing-settings'
import { allRules } from '../../server/src/rules/all'
import { root } from './session'

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const { contributes } = manifest
const commands: readonly Command[] = contributes.commands

interface Command {
  readonly command: string
  readonly title: string
  readonly category: string
  readonly enablement?: string
}

interface MenuEntry {
  readonly command: string
  readonly when: string
}

function isInTreeMenu(command: string): boolean {
  const entries: readonly MenuEntry[] = contributes.menus['view/item/context']
  return entries.some(entry => entry.command === command && entry.when.startsWith('view =='))
}

/** Commands that are of use in a text that is no report yet. */
const anyText = new Set([
  'inspectionReports.chooseType',
  'inspectionReports.tidy',
  'inspectionReports.paste',
])

/** Commands that need nothing to be open. */
const anywhere = new Set([
  'inspectionReports.newReport',
  'inspectionReports.import',
  'inspectionReports.checkWordDocument',
  'inspectionReports.openSample',
  'inspectionReports.getStarted',
])

describe('package.json', () => {
  it('has one setting for each rule, and the general ones (stale: run `node scripts/contributes.mjs`)', () => {
    assert.deepEqual(contributes.configuration.properties, {
      ...generalSettings,
      ...typeSettings,
      ...exportSettings,
      ...noteSettings,
      ...typingSettings,
      ...ruleSettings(allRules),
    })
  })

  it('colours every kind of semantic token, by a scope that the grammar uses where it can', () => {
    const ids = contributes.semanticTokenTypes.map(({ id }: { id: string }) => id)
    assert.deepEqual(ids, [...tokenTypes])
    assert.deepEqual(Object.keys(contributes.semanticTokenScopes[0].scopes), [...tokenTypes])
    const grammar = readFileSync(path.join(root, contributes.grammars[0].path), 'utf8')
    for (const [type, [scope]] of Object.entries<[string]>(
      contributes.semanticTokenScopes[0].scopes,
    ))
      assert.ok(type === 'summaryLabel' || grammar.includes(`"${scope}"`), scope)
  })

  it('offers commands only where they can do something', () => {
    const palette = new Map<string, string>(
      contributes.menus.commandPalette.map(({ command, when }: MenuEntry) => [command, when]),
    )
    for (const { command, enablement } of commands) {
      const when = palette.get(command)
      // What belongs to a line of a tree is in that tree's menu, and in no list without such a line.
      if (when === 'false') assert.ok(isInTreeMenu(command), command)
      else if (anywhere.has(command)) assert.equal(when, undefined, command)
      else {
        assert.equal(when, enablement, command)
        assert.match(
          when ?? '',
          anyText.has(command) ? /^editorLangId/ : /inspectionReports\.isReport/,
          command,
        )
      }
    }
    for (const { when } of contributes.keybindings)
      assert.match(when, /inspectionReports\.isReport/)
  })

  it('names only files that are there', () => {
    const files = [
      contributes.languages[0].configuration,
      contributes.grammars[0].path,
      ...contributes.snippets.map((entry: { path: string }) => entry.path),
      ...contributes.yamlValidation.map((entry: { url: string }) => entry.url),
    ]
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file)
  })
})
