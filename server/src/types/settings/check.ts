/**
 * Checks a folder's settings, `.inspection-reports/settings.yaml`.
 *
 * It brings the YAML reader with it, so it is loaded only when there is such a file (by `checked.ts`).
 */

import * as l10n from '@vscode/l10n'
import { unknownName } from '../faults'
import { nearest, readYaml, type TypeProblem } from '../read-yaml'
import { type SettingsSource, settingsShape } from './format'

export interface CheckedSettings {
  /** What can be used of the file. */
  readonly source: SettingsSource
  /** In the order of the file. */
  readonly problems: readonly TypeProblem[]
}

export interface KnownToSettings {
  /** Ids of all rules. */
  readonly rules: ReadonlySet<string>
  /** Ids of the types that reports of the folder may have. */
  readonly types: ReadonlySet<string>
}

/** Reads the settings of a folder. Never throws; what is wrong is reported and left out, the rest is used. */
export function checkSettings(written: string, known: KnownToSettings): CheckedSettings {
  // A file that only has remarks, such as one that was begun, says nothing.
  if (/^(?:[ \t\uFEFF]*(?:#.*)?(?:[\r\n]|$))*$/.test(written)) return { source: {}, problems: [] }
  const file = readYaml(written, settingsShape, { usesRest: true })
  const source: SettingsSource = { ...(file.value as SettingsSource | undefined) }
  const problems = [...file.problems]
  const rules = { ...source.rules }
  for (const rule of Object.keys(rules)) {
    if (known.rules.has(rule)) continue
    delete rules[rule]
    const message = unknownName('rule', rule, nearest(rule, known.rules))
    problems.push({ ...file.spanOf(['rules', rule, 'key']), message, severity: 'warning' })
  }
  const reportTypes = { ...source.reportTypes }
  for (const [pattern, type] of Object.entries(reportTypes)) {
    if (known.types.has(type)) continue
    delete reportTypes[pattern]
    const message = noSuchType(type, known.types)
    problems.push({ ...file.spanOf(['reportTypes', pattern]), message, severity: 'warning' })
  }
  if (source.exportTemplate !== undefined && !isWithin(source.exportTemplate)) {
    delete source.exportTemplate
    const message = l10n.t(
      'The template must be a file in the folder that has .inspection-reports, or further down: write its path from there, such as "templates/office.dotx".',
    )
    problems.push({ ...file.spanOf(['exportTemplate']), message, severity: 'warning' })
  }
  problems.sort((a, b) => a.start - b.start || a.end - b.end)
  return { source: { ...source, rules, reportTypes }, problems }
}

/**
 * Does a path stay in the folder that it begins at, on every system? Windows has drives and takes full stops and spaces
 * off the end of a name, and a path of another computer makes it connect to that.
 */
function isWithin(path: string): boolean {
  if (/^\s*(?:[/\\]|[A-Za-z]:|[\w+.-]+:[/\\])/.test(path)) return false
  return path.split(/[/\\]/).every(part => !leadsUp(part))
}

/** `..`, whatever full stops and spaces there are beside it. */
function leadsUp(part: string): boolean {
  return /^[\s.]+$/.test(part) && part.split('.').length > 2
}

function noSuchType(type: string, known: ReadonlySet<string>): string {
  const near = nearest(type, known)
  return near === undefined
    ? l10n.t('There is no report type "{0}". Choose one of {1}.', type, [...known].join(', '))
    : l10n.t('There is no report type "{0}". Did you mean "{1}"?', type, near)
}
