/**
 * The settings that folders have for the reports in them, `.inspection-reports/settings.yaml`, for the editor and the
 * terminal alike.
 */

import { oneOf, withoutRunAtEnd } from '../text/runs'
import type { TypeProblem } from '../types/checked'
import type { SettingsSource } from '../types/settings/format'
import { allRules } from './all'
import type { Severities } from './run'
import { reportTypesOf, severitiesOf } from './user-settings'

/** Where a folder keeps its settings. */
export const settingsFile = '.inspection-reports/settings.yaml'

const isSlash = oneOf('/')

export type TypePatterns = Readonly<Record<string, string>>

export interface FolderSettings {
  readonly severities: Severities
  /** Type ids by file pattern: those of the nearest place first, which take precedence. */
  readonly reportTypes: readonly TypePatterns[]
  readonly codeLens?: boolean
  readonly automaticRenumbering?: 'drafts' | 'always' | 'never'
  readonly wrapLongLines?: boolean
  readonly exportTemplate?: FolderTemplate
}

/** A Word document that the settings of a folder name, by full paths or addresses. */
export interface FolderTemplate {
  readonly file: string
  /** The folder whose settings name it; the file is in it. */
  readonly folder: string
}

/** What the settings are read from. Folders and files are paths or addresses with `/` between their parts. */
export interface SettingsFiles {
  /** The text of a file; undefined where there is none, or it cannot be read. */
  read(file: string): Promise<string | undefined>
  /** Ids of the types that reports in the folder may have. */
  types(folder: string): Promise<ReadonlySet<string>>
  /** Called for each file that was read, with what is wrong in it. */
  tell(file: string, text: string, problems: readonly TypeProblem[]): void
}

export const noSettings: FolderSettings = { severities: {}, reportTypes: [] }

/** How many folders are gone up at most: no path of any system has more. */
const mostFolders = 300

/**
 * Returns what the settings of a folder are: each of them as the nearest file at or above the folder has it. A file is
 * read once.
 */
export function folderSettings(files: SettingsFiles): (folder: string) => Promise<FolderSettings> {
  const byFolder = new Map<string, Promise<FolderSettings>>()
  const rules = new Set(allRules.map(({ id }) => id))

  const of = (folder: string, height = 0): Promise<FolderSettings> => {
    const known = byFolder.get(folder)
    if (known !== undefined) return known
    const found = look(folder, height)
    byFolder.set(folder, found)
    return found
  }
  const look = async (folder: string, height: number): Promise<FolderSettings> => {
    const above = folderAbove(folder)
    const [own, others] = await Promise.all([
      ownSettings(folder),
      above === undefined || height === mostFolders ? noSettings : of(above, height + 1),
    ])
    return own === undefined ? others : over(own, others)
  }
  const ownSettings = async (folder: string): Promise<FolderSettings | undefined> => {
    const file = `${folder}/${settingsFile}`
    const text = await files.read(file)
    if (text === undefined) return undefined
    const [{ checkSettings }, types] = await Promise.all([
      import('../types/checked'),
      files.types(folder),
    ])
    const { source, problems } = checkSettings(text, { rules, types })
    files.tell(file, text, problems)
    return settingsOf(source, folder)
  }
  return folder => of(withoutRunAtEnd(folder, isSlash))
}

function settingsOf(source: SettingsSource, folder: string): FolderSettings {
  const { codeLens, automaticRenumbering, wrapLongLines, exportTemplate } = source
  return {
    severities: severitiesOf(source),
    reportTypes: [reportTypesOf(source)],
    ...(typeof codeLens === 'boolean' && { codeLens }),
    ...(typeof automaticRenumbering === 'string' && { automaticRenumbering }),
    ...(typeof wrapLongLines === 'boolean' && { wrapLongLines }),
    ...(typeof exportTemplate === 'string' && {
      exportTemplate: { file: within(folder, exportTemplate), folder },
    }),
  }
}

/** The settings of a nearer place put over those of one further away, each by itself. */
export function over(near: FolderSettings, far: FolderSettings): FolderSettings {
  return {
    ...far,
    ...near,
    severities: { ...far.severities, ...near.severities },
    reportTypes: [...near.reportTypes, ...far.reportTypes],
  }
}

/** The path or address of a file by its path from a folder. */
function within(folder: string, file: string): string {
  const parts = file.split(/[/\\]/)
  const isAddress = folder.includes('://')
  return [folder, ...(isAddress ? parts.map(encodeURIComponent) : parts)].join('/')
}

/** The folder that holds this one; undefined for the root of a disk or an address. */
function folderAbove(folder: string): string | undefined {
  const isRoot = folder === '' || /^[A-Za-z]:$/.test(folder) || /^[\w+.-]+:\/\/[^/]*$/.test(folder)
  return isRoot || !folder.includes('/') ? undefined : folder.slice(0, folder.lastIndexOf('/'))
}
