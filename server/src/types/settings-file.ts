/**
 * The format of a folder's settings, `.inspection-reports/settings.yaml`, and the checks of such a file.
 *
 * It brings the YAML reader with it, so it is loaded only when there is such a file (by `checked.ts`).
 */

import * as l10n from '@vscode/l10n'
import { unknownName } from './faults'
import { nearest, readYaml, type TypeProblem } from './read-yaml'
import { type Described, flag, id, type KeysShape, keys, oneOf, text } from './shape'
import type { RuleSeverity } from './source'

/** What the file says. Each key may be left out; the setting of the same name in the editor takes precedence. */
export interface SettingsSource {
  /** By rule id. */
  rules?: Record<string, RuleSeverity>
  /** Type ids by file pattern. */
  reportTypes?: Record<string, string>
  codeLens?: boolean
  automaticRenumbering?: 'drafts' | 'always' | 'never'
  wrapLongLines?: boolean
  /** The path of a Word document, from the folder that has `.inspection-reports`. */
  exportTemplate?: string
}

const described: Described<SettingsSource> = {
  rules: {
    shape: { kind: 'map', of: oneOf('off', 'hint', 'information', 'warning', 'error') },
    about: 'How serious the problems of a check are, by the id of the check.',
  },
  reportTypes: {
    shape: { kind: 'map', of: id },
    about:
      'The type of reports whose titles do not show it: a file pattern, then the id of a type ("drafts/*.md": ofsted-slac).',
  },
  codeLens: {
    shape: flag,
    about: 'Is there a line with a link above each judgement, row and timescale?',
  },
  automaticRenumbering: {
    shape: oneOf('drafts', 'always', 'never'),
    about: 'In which reports paragraphs are renumbered by themselves.',
  },
  wrapLongLines: {
    shape: flag,
    about: 'Are long lines wrapped in reports that are plain text or Markdown?',
  },
  exportTemplate: {
    shape: text,
    about:
      'A Word document (.docx or .dotx) whose styles exported reports have; its path begins at the folder that holds .inspection-reports. It is used only in a folder that is trusted.',
  },
}

export const settingsShape: KeysShape = keys('settings', () => described)

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
  problems.sort((a, b) => a.start - b.start || a.end - b.end)
  return { source: { ...source, rules, reportTypes }, problems }
}

function noSuchType(type: string, known: ReadonlySet<string>): string {
  const near = nearest(type, known)
  return near === undefined
    ? l10n.t('There is no report type "{0}". Choose one of {1}.', type, [...known].join(', '))
    : l10n.t('There is no report type "{0}". Did you mean "{1}"?', type, near)
}
