/** The settings as package.json has them: under headings, in order; `scripts/contributes.mjs` writes it there. */

import type { Rule } from '../rules/rule'
import { exportSettings } from './export-settings'
import { noteSettings } from './note-settings'
import { generalSettings, ruleSettings } from './rule-settings'
import { typeSettings } from './type-settings'
import { typingSettings } from './typing-settings'

export interface SettingSection {
  readonly title: string
  readonly order: number
  /** By full name; VS Code shows them by their `order`, not by their names. */
  readonly properties: Readonly<Record<string, { readonly order: number }>>
}

/** What most people change first; the checks last, since there are so many. */
export function settingSections(rules: readonly Rule[]): readonly SettingSection[] {
  const sections: readonly [string, Readonly<Record<string, object>>][] = [
    ['General', { ...generalSettings, ...typingSettings, ...noteSettings }],
    ['Report types', typeSettings],
    ['Word', exportSettings],
    ['Checks', ruleSettings(rules)],
  ]
  return sections.map(([title, properties], at) => ({
    title,
    order: at + 1,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, setting], place) => [
        name,
        { ...setting, order: place + 1 },
      ]),
    ),
  }))
}
