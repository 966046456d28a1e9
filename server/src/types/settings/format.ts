/** The format of a folder's settings, `.inspection-reports/settings.yaml`, as data: its checks and its schema follow. */

import { type Described, flag, id, type KeysShape, keys, oneOf, text } from '../shape'
import type { RuleSeverity } from '../source'

/** What the file says. Each key may be left out; the setting of the same name in the editor takes precedence. */
export interface SettingsSource {
  /** By rule id. */
  rules?: Record<string, RuleSeverity>
  /** Type ids by file pattern. */
  reportTypes?: Record<string, string>
  codeLens?: boolean
  automaticRenumbering?: 'drafts' | 'always' | 'never'
  wrapLongLines?: boolean
  /** The path of a Word document, from the folder that has `.inspection-reports`, and within it. */
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
      'A Word document (.docx or .dotx) whose styles exported reports have; its path begins at the folder that holds .inspection-reports, and stays in it. It is used only where that folder is open in the editor and trusted.',
  },
}

export const settingsShape: KeysShape = keys('settings', () => described)
