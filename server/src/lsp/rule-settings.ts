/** How package.json describes the settings; `scripts/contributes.mjs` writes it there. */

import type { Rule } from '../rules/rule'

/** What is set for the whole extension, by full name. */
export const generalSettings = {
  'inspectionReports.wrapLongLines': {
    type: 'boolean',
    default: true,
    scope: 'language-overridable',
    markdownDescription:
      'Wrap the long lines of a report in a plain text or Markdown document, where `#editor.wordWrap#` is off. Other documents are left alone.',
  },
  'inspectionReports.codeLens': {
    type: 'boolean',
    default: true,
    scope: 'window',
    markdownDescription:
      'Tell above the heading of each judgement what the summary table says, above each row where its paragraphs are, and above each timescale how many actions it has. A click goes there. (VS Code calls these lines “code lenses”.)',
  },
} as const

export interface SettingDescription {
  readonly type: 'string'
  readonly enum: readonly string[]
  readonly enumDescriptions: readonly string[]
  readonly default: string
  readonly scope: 'window'
  readonly markdownDescription: string
}

/** One setting a rule, by its full name: `inspectionReports.rules.missing-section`. */
export function ruleSettings(rules: readonly Rule[]): Readonly<Record<string, SettingDescription>> {
  return Object.fromEntries(
    rules.map(rule => [`inspectionReports.rules.${rule.id}`, describe(rule)] as const),
  )
}

function describe({ id, summary, severity }: Rule): SettingDescription {
  const query = encodeURIComponent(JSON.stringify([id]))
  const page = `command:inspectionReports.openRulePage?${query}`
  const usual = `Severity: ${severity}, unless the report type says otherwise.`
  return {
    type: 'string',
    enum: ['default', 'off', 'hint', 'information', 'warning', 'error'],
    enumDescriptions: [
      `As the type of the report has it; else ${severity}.`,
      'Not shown at all.',
      'Dots under the words; not in the list of problems.',
      'In the list of problems, as something to look at.',
      'In the list of problems, as something to put right.',
      'In the list of problems, first of all.',
    ],
    default: 'default',
    scope: 'window',
    markdownDescription: `${summary}. ${usual} [More about this check](${page})`,
  }
}
