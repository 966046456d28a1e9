/**
 * Users' own report types on the command line: those beside the reports, and those in a folder that was named.
 */

import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readFile } from '../host/read-file'
import { allRules } from '../rules/all'
import { LineIndex } from '../text/lines'
import { builtInCatalogue } from '../types/built-in'
import { catalogueOf, type TypeCatalogue } from '../types/catalogue'
import { reason } from './files/read-files'

export interface ReportTypes {
  /** The types for a file; `-` is read as if it were in the current folder. */
  of(file: string): Promise<TypeCatalogue>
  /** The types for the files in a folder, by its full path. */
  in(folder: string): Promise<TypeCatalogue>
  /** How many type files could not be used. */
  readonly failed: number
  /** How many of them could not even be read; they are skipped. */
  readonly unread: number
}

export interface ReportTypesOptions {
  readonly cwd: string
  /** A folder of type files; those beside the reports take precedence over them. */
  readonly types?: string | undefined
  /** Called with what is wrong in a type file, or why it could not be read, and with its path. */
  readonly complain: (path: string, message: string) => void
}

/** In bytes: seventy times the longest built-in type. */
const largest = 1_000_000

const ownFolder = path.join('.inspection-reports', 'types')

/** Reads each folder of types once, when the first file needs it. */
export function reportTypes({ cwd, types, complain }: ReportTypesOptions): ReportTypes {
  const byFolder = new Map<string, Promise<TypeCatalogue>>()
  const result = { of, in: inFolder, failed: 0, unread: 0 }
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
    const isThere = await typeFilesIn(own).then(
      () => true,
      error => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
    )
    const above = path.dirname(folder)
    if (!isThere) return above === folder ? sharedTypes() : inFolder(above)
    return over(own, path.relative(cwd, own), await sharedTypes())
  }

  /** The types of a folder on top of others; `shown` is what the user sees as the folder's name. */
  async function over(folder: string, shown: string, under: TypeCatalogue): Promise<TypeCatalogue> {
    const names = await typeFilesIn(folder).catch((error: unknown) => {
      result.failed++
      complain(shown, unreadFolder(error))
      return []
    })
    if (names.length === 0) {
      if (shown === types && result.failed === 0) {
        result.failed++
        complain(
          shown,
          'There is no file with a report type (.yaml) in this folder. Check the name.',
        )
      }
      return under
    }
    const shownFile = (name: string) => path.join(shown, name).replaceAll('\\', '/')
    const files: { readonly name: string; readonly text: string }[] = []
    for (const name of names) {
      try {
        files.push({ name, text: String(await readFile(path.join(folder, name), largest)) })
      } catch (error) {
        result.failed++
        result.unread++
        complain(shownFile(name), passedOver(error))
      }
    }
    const { checkTypeSources } = await import('../types/checked')
    const rules = new Set(allRules.map(({ id }) => id))
    const checked = checkTypeSources(
      files.map(({ text }) => text),
      { under, rules },
    )
    for (const [at, { source, problems }] of checked.entries()) {
      if (source === undefined) result.failed++
      const { name, text } = files[at] as (typeof files)[number]
      const lines = new LineIndex(text)
      for (const { start, message } of problems) {
        const { line, column } = lines.position(start)
        complain(`${shownFile(name)}:${line + 1}:${column + 1}`, message)
      }
    }
    const sources = checked.flatMap(({ source }) => source ?? [])
    return sources.length === 0 ? under : catalogueOf(sources, under)
  }

  return result
}

/** Why a file among the report types was not read, and what to do. */
function passedOver(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EISDIR':
      return 'This is a folder, not a report type, and was skipped. Give it another name.'
    case 'EFTYPE':
      return 'This is not an ordinary file, but a pipe or a device, and was skipped. Remove it.'
    case 'EFBIG':
      return 'This file is too large for a report type (more than 1 MB), and was skipped. Check that it is one.'
    case 'ELOOP':
    case 'EDANGLING':
      return 'This link is broken, and was skipped. Remove it, or put the file in its place.'
    default:
      return `This report type was skipped. ${reason(error)}`
  }
}

function unreadFolder(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'There is no such folder of report types. Check the name after --types.'
    case 'ENOTDIR':
      return 'This is a file. After --types, name the folder that it is in.'
    default:
      return `This folder of report types could not be read. ${reason(error)}`
  }
}

async function typeFilesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter(name => /\.ya?ml$/i.test(name)).sort()
}
