/** How package.json describes the settings; `scripts/generate/contributes.mjs` writes it there. */

import type { Rule } from '../../rules/rule'
import type { RuleSeverity } from '../../types/report-type'
import type { Declarations } from './declaration'

/** The settings for the whole extension, by full name. */
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
    scope: 'resource',
    markdownDescription:
      'Show a line above the heading of each judgement with its grade in the summary table, above each row with its paragraphs, and above each timescale with the number of its actions. A click on the line goes there. (VS Code calls these lines “code lenses”.)',
  },
} as const satisfies Declarations

export interface SettingDescription {
  readonly type: 'string'
  readonly enum: readonly string[]
  readonly enumItemLabels: readonly string[]
  readonly enumDescriptions: readonly string[]
  readonly default: string
  readonly scope: 'resource'
  readonly markdownDescription: string
}

/** One setting for each rule, by its full name: `inspectionReports.rules.missing-section`. */
export function ruleSettings(rules: readonly Rule[]): Readonly<Record<string, SettingDescription>> {
  return Object.fromEntries(
    rules.map(rule => [`inspectionReports.rules.${rule.id}`, describe(rule)] as const),
  )
}

const levels = ['off', 'hint', 'information', 'warning', 'error'] as const

/** What people read for the values that are kept in settings and report types. */
const inWords: Readonly<Record<RuleSeverity, string>> = {
  off: 'not shown',
  hint: 'to be looked at, marked only in the text',
  information: 'to be looked at',
  warning: 'to be put right',
  error: 'to be put right first',
}

function describe({ id, summary, severity }: Rule): SettingDescription {
  const query = encodeURIComponent(JSON.stringify([id]))
  const page = `command:inspectionReports.openRulePage?${query}`
  const usual = `Usually ${inWords[severity]}; a report type may say otherwise.`
  return {
    type: 'string',
    enum: ['default', ...levels],
    enumItemLabels: ['as usual', ...levels.map(level => inWords[level])],
    enumDescriptions: [
      `As the report type says; otherwise ${inWords[severity]}.`,
      'Not shown at all.',
      'Three dots under the words; not in the list of problems.',
      'In the list of problems, after what is to be put right.',
      'In the list of problems.',
      'In the list of problems, before all others.',
    ],
    default: 'default',
    scope: 'resource',
    markdownDescription: `${summary}. ${usual} [More about this check](${page})`,
  }
}
