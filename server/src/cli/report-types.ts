/** Users' own report types on the command line: beside the reports, and in a folder that was named. */

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { allRules } from '../rules/all'
import { LineIndex } from '../text/lines'
import { builtInCatalogue } from '../types/built-in'
import { catalogueOf, type TypeCatalogue } from '../types/catalogue'
import { reason } from './read-files'

export interface ReportTypes {
  /** The types for a file; `-` is read as one of the current folder. */
  of(file: string): Promise<TypeCatalogue>
  /** How many type files could not be used. */
  readonly failed: number
}

export interface ReportTypesOptions {
  readonly cwd: string
  /** A folder of type files, under those that stand beside the reports. */
  readonly types?: string | undefined
  /** Told what is wrong in a type file, or why it could not be read, with its place. */
  readonly complain: (path: string, message: string) => void
}

const ownFolder = path.join('.inspection-reports', 'types')

/** Reads each folder of types once, when the first file needs it. */
export function reportTypes({ cwd, types, complain }: ReportTypesOptions): ReportTypes {
  const byFolder = new Map<string, Promise<TypeCatalogue>>()
  const result = { of, failed: 0 }
  let shared: Promise<TypeCatalogue> | undefined

  function sharedTypes(): Promise<TypeCatalogue> {
    shared ??=
      types === undefined
        ? Promise.resolve(builtInCatalogue())
        : over(path.resolve(cwd, types), types, builtInCatalogue())
    return shared
  }

  async function of(file: string): Promise<TypeCatalogue> {
    const start = file === '-' ? cwd : path.dirname(path.resolve(cwd, file))
    return inFolder(start)
  }

  function inFolder(folder: string): Promise<TypeCatalogue> {
    const known = byFolder.get(folder)
    if (known !== undefined) return known
    const found = look(folder)
    byFolder.set(folder, found)
    return found
  }

  async function look(folder: string): Promise<TypeCatalogue> {
    const own = path.join(folder, ownFolder)
    const names = await typeFilesIn(own).catch(() => undefined)
    const above = path.dirname(folder)
    if (names === undefined) return above === folder ? sharedTypes() : inFolder(above)
    return over(own, path.relative(cwd, own), await sharedTypes())
  }

  /** The types of a folder over others; `shown` is what the user reads for the folder. */
  async function over(folder: string, shown: string, under: TypeCatalogue): Promise<TypeCatalogue> {
    const names = await typeFilesIn(folder).catch((error: unknown) => {
      result.failed++
      complain(shown, unreadFolder(error))
      return []
    })
    if (names.length === 0) {
      if (shown === types && result.failed === 0) {
        result.failed++
        complain(shown, 'No file with a report type (.yaml) is in this folder. Check the name.')
      }
      return under
    }
    const texts = await Promise.all(names.map(name => readFile(path.join(folder, name), 'utf8')))
    const { checkTypeSources } = await import('../types/checked')
    const rules = new Set(allRules.map(({ id }) => id))
    const checked = checkTypeSources(texts, { under, rules })
    for (const [at, { source, problems }] of checked.entries()) {
      if (source === undefined) result.failed++
      const lines = new LineIndex(texts[at] as string)
      for (const { start, message } of problems) {
        const { line, column } = lines.position(start)
        const file = path.join(shown, names[at] as string).replaceAll('\\', '/')
        complain(`${file}:${line + 1}:${column + 1}`, message)
      }
    }
    const sources = checked.flatMap(({ source }) => source ?? [])
    return sources.length === 0 ? under : catalogueOf(sources, under)
  }

  return result
}

function unreadFolder(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'There is no such folder of report types. Check the name after --types.'
    case 'ENOTDIR':
      return 'This is a file. After --types, name the folder in which it stands.'
    default:
      return `This folder of report types could not be read. ${reason(error)}`
  }
}

async function typeFilesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter(name => /\.ya?ml$/i.test(name)).sort()
}
