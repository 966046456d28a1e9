/** The settings under headings, in order, as `scripts/generate/contributes.mjs` writes them to package.json. */

import type { Rule } from '../../rules/rule'
import type { Declarations } from './declaration'
import { exportSettings } from './export'
import { noteSettings } from './notes'
import { generalSettings, ruleSettings } from './rules'
import { typeSettings } from './types'
import { typingSettings } from './typing'

export interface SettingSection {
  readonly title: string
  readonly order: number
  /** By full name; VS Code shows them by their `order`, not by their names. */
  readonly properties: Readonly<Record<string, { readonly order: number }>>
}

/** What most people change first; the checks come last, since there are many of them. */
export function settingSections(rules: readonly Rule[]): readonly SettingSection[] {
  return declarations(rules).map(([title, properties], at) => ({
    title,
    order: at + 1,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, declaration], place) => {
        const { names: _, ...setting } = { names: undefined, ...declaration }
        return [name, { ...setting, order: place + 1 }]
      }),
    ),
  }))
}

/** The settings that VS Code does not take from a folder that the user does not trust, by full name. */
export function restrictedSettings(rules: readonly Rule[]): readonly string[] {
  return declarations(rules).flatMap(([, properties]) =>
    Object.entries(properties)
      .filter(([, setting]) => 'names' in setting && setting.names !== 'nothing')
      .map(([name]) => name),
  )
}

function declarations(rules: readonly Rule[]): readonly [title: string, Declarations][] {
  return [
    ['General', { ...generalSettings, ...typingSettings, ...noteSettings }],
    ['Report types', typeSettings],
    ['Word', exportSettings],
    ['Checks', ruleSettings(rules)],
  ]
}
