/**
 * The settings of the folder that a report is in: as VS Code keeps them, `.vscode/settings.json`, and under those its
 * own, `.inspection-reports/settings.yaml`.
 */

import path from 'node:path'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js'
import { readFile } from '../host/read-file'
import { type FolderSettings, folderSettings, noSettings, over } from '../rules/folder-settings'
import { reportTypesOf, severitiesOf } from '../rules/user-settings'
import { decodeText } from '../text/decode'
import { LineIndex } from '../text/lines'

/** Where VS Code keeps the settings of a folder that is open in it. */
const settingsFile = path.join('.vscode', 'settings.json')

/** In bytes; nobody has that many settings. */
const largest = 10_000_000

const section = 'inspectionReports'

export interface SettingsAround {
  of(folder: string): Promise<FolderSettings>
  /** How many files have something in them that could not be used. */
  readonly faulty: number
}

/**
 * Reads the settings that apply to the files of a folder. Of the files that VS Code keeps, the nearest one at or above
 * the folder counts; of the folders' own, each setting in the nearest one that has it. Each file is read once.
 * `complain` is called with what is wrong in one, and whatever can be read is used, as in VS Code. `types` gives the
 * ids of the types that reports in a folder may have.
 */
export function settingsAround(
  cwd: string,
  types: (folder: string) => Promise<ReadonlySet<string>>,
  complain: (path: string, message: string) => void,
): SettingsAround {
  const byFolder = new Map<string, Promise<FolderSettings>>()
  let faulty = 0
  const shownPath = (file: string) => path.relative(cwd, file).replaceAll('\\', '/')
  const ownSettings = folderSettings({
    read: file => readFile(file, largest).then(decodeText, () => undefined),
    types,
    tell: (file, text, problems) => {
      if (problems.length > 0) faulty++
      const lines = new LineIndex(text)
      for (const { start, message } of problems) {
        const { line, column } = lines.position(start)
        complain(`${shownPath(file)}:${line + 1}:${column + 1}`, message)
      }
    },
  })

  function inFolder(folder: string): Promise<FolderSettings> {
    const known = byFolder.get(folder)
    if (known !== undefined) return known
    const found = look(folder)
    byFolder.set(folder, found)
    return found
  }

  async function look(folder: string): Promise<FolderSettings> {
    const file = path.join(folder, settingsFile)
    const text = await readFile(file, largest).then(String, () => undefined)
    if (text !== undefined) return read(text, shownPath(file))
    const above = path.dirname(folder)
    return above === folder ? noSettings : inFolder(above)
  }

  function read(text: string, shown: string): FolderSettings {
    const errors: ParseError[] = []
    const settings: unknown = parse(text, errors, { allowTrailingComma: true })
    const [first] = errors
    if (first !== undefined) {
      faulty++
      const { line, column } = new LineIndex(text).position(first.offset)
      const fault = printParseErrorCode(first.error)
      complain(
        `${shown}:${line + 1}:${column + 1}`,
        `These settings cannot all be read (${fault}). Put them right in VS Code.`,
      )
    }
    const own = sectionOf(settings)
    return { severities: severitiesOf(own), reportTypes: [reportTypesOf(own)] }
  }

  return {
    of: async folder => {
      const [editors, own] = await Promise.all([
        inFolder(folder),
        ownSettings(folder.replaceAll('\\', '/')),
      ])
      return over(editors, own)
    },
    get faulty() {
      return faulty
    },
  }
}

/** Turns `{ "inspectionReports.rules.open-note": "error" }` into `{ rules: { 'open-note': 'error' } }`. */
function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return {}
  const rules: Record<string, unknown> = {}
  const result: Record<string, unknown> = { rules }
  for (const [name, value] of Object.entries(settings)) {
    const [first, second, ...rest] = name.split('.')
    if (first !== section || second === undefined) continue
    if (second === 'rules' && rest.length > 0) rules[rest.join('.')] = value
    else result[second] = value
  }
  return result
}
