/** What surrounds a report and decides how it is read: the types and the settings of its folder. */

import path from 'node:path'
import type { ParseOptions } from '../report/parse'
import type { TypeChoice } from '../report/recognise/recognise'
import type { TypePatterns } from '../rules/folder-settings'
import type { Severities } from '../rules/run'
import type { TypeCatalogue } from '../types/catalogue'
import { typeForPath, typeForPathIn } from '../types/file-patterns'
import { reportTypes } from './report-types'
import { settingsAround } from './settings'

export interface Surroundings {
  /** How to read a file; `-` is read as if it were in the current folder and matched no pattern. */
  of(file: string): Promise<Reading>
  /** How many type files, types asked for and files of settings could not be used as they are. */
  readonly failed: number
  /** How many of them are files that could not be read, or not in full, and were skipped as far as that. */
  readonly unread: number
}

export interface Reading {
  readonly parse: ParseOptions & { readonly types: TypeCatalogue }
  /** Those of the folder's settings, overridden by those that were asked for. */
  readonly severities: Severities
}

/** Options of all commands that read reports. */
export interface SurroundingsOptions {
  /** A folder of report types beside those that the reports' own folders hold. */
  readonly types?: string
  /** Type ids by file pattern, which take precedence over those of the folder's settings. */
  readonly reportType?: Readonly<Record<string, string>>
  /** Severities by rule id, which take precedence over those of the folder's settings. */
  readonly severities?: Severities
}

/** These options out of all those of a command, to be handed to threads. */
export function surroundingsOptions({
  types,
  reportType,
  severities,
}: SurroundingsOptions): SurroundingsOptions {
  return {
    ...(types !== undefined && { types }),
    ...(reportType !== undefined && { reportType }),
    ...(severities !== undefined && { severities }),
  }
}

/** Reads types and settings once for each folder; `complain` is called once for each thing that is wrong in them. */
export function surroundings(
  cwd: string,
  { types, reportType = {}, severities = {} }: SurroundingsOptions,
  complain: (path: string, message: string) => void,
): Surroundings {
  const known = reportTypes({ cwd, types, complain })
  const typesIn = async (folder: string): Promise<ReadonlySet<string>> =>
    new Set((await known.in(path.resolve(`${folder}/`))).types.map(({ id }) => id))
  const settings = settingsAround(cwd, typesIn, complain)
  const unknown = new Set<string>()

  function choiceFor(
    file: string,
    catalogue: TypeCatalogue,
    set: readonly TypePatterns[],
  ): TypeChoice | undefined {
    if (file === '-') return undefined
    const where = path
      .resolve(cwd, file)
      .replaceAll('\\', '/')
      .replace(/^(?!\/)/, '/')
    const asked = typeForPath(reportType, where)
    const id = asked ?? typeForPathIn(set, where)
    if (id === undefined) return undefined
    if (catalogue.find(id) !== undefined) return { id, by: 'settings' }
    const from = asked === undefined ? 'inspectionReports.reportTypes' : '--report-type'
    const ids = catalogue.types.map(each => each.id).join(', ')
    if (!unknown.has(`${from} ${id}`)) {
      complain(from, `There is no report type "${id}". Choose one of ${ids}.`)
      if (asked !== undefined) result.failed++
    }
    unknown.add(`${from} ${id}`)
    return undefined
  }

  const result = {
    failed: 0,
    async of(file: string): Promise<Reading> {
      const folder = file === '-' ? cwd : path.dirname(path.resolve(cwd, file))
      const [catalogue, set] = await Promise.all([known.of(file), settings.of(folder)])
      const choice = choiceFor(file, catalogue, set.reportTypes)
      return {
        parse: { types: catalogue, choice },
        severities: { ...set.severities, ...severities },
      }
    },
  }
  return {
    of: file => result.of(file),
    get failed() {
      return known.failed + result.failed + settings.faulty
    },
    get unread() {
      return known.unread + settings.faulty
    },
  }
}
