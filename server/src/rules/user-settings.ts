/** What the user's settings say about rules and report types, wherever they were read from. */

import type { RuleSeverity } from '../types/report-type'
import { allRules } from './all'
import type { Severities } from './run'

const known: ReadonlySet<unknown> = new Set(['off', 'hint', 'information', 'warning', 'error'])

/**
 * The severities in the section `inspectionReports` of the settings; `default`, and anything that is not a
 * severity or a rule, is left out.
 */
export function severitiesOf(section: unknown): Severities {
  const rules = partOf(section, 'rules')
  const severities: Record<string, RuleSeverity> = {}
  for (const { id } of allRules) {
    const value = rules[id]
    if (known.has(value)) severities[id] = value as RuleSeverity
  }
  return severities
}

/** Type ids by file pattern. */
export function reportTypesOf(section: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(partOf(section, 'reportTypes')).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  )
}

/** The mapping under a key; an empty one where there is none. */
function partOf(section: unknown, key: string): Readonly<Record<string, unknown>> {
  const part = (section as Readonly<Record<string, unknown>> | null | undefined)?.[key]
  return typeof part === 'object' && part !== null ? (part as Record<string, unknown>) : {}
}
