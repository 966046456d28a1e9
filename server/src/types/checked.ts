/**
 * Reads type files that users write, and says what is wrong in them.
 *
 * It brings the YAML reader with it, so it is loaded only when there is such a file.
 */

import * as l10n from '@vscode/l10n'
import { catalogueOf, type TypeCatalogue } from './catalogue'
import { checkNames, idsOf, type Surroundings } from './check-names'
import { typeShape } from './format'
import { type ReadYaml, readYaml, type TypeProblem } from './read-yaml'
import { resolveType } from './resolve'
import type { TypeSource } from './source'

export type { TypeProblem } from './read-yaml'
export { checkSettings } from './settings/check'

export interface CheckedType {
  /** The type; undefined where an error keeps it from being used. */
  readonly source: TypeSource | undefined
  /** In the order of the file. */
  readonly problems: readonly TypeProblem[]
}

export interface CheckOptions {
  /** The types that this one may extend. */
  readonly under?: TypeCatalogue
  /** Ids of all rules, so that a severity for one that does not exist can be reported. */
  readonly rules?: ReadonlySet<string>
}

/** Checks one type file by itself. Never throws. */
export function checkTypeSource(text: string, options: CheckOptions = {}): CheckedType {
  return checkTypeSources([text], options)[0] as CheckedType
}

/** Checks type files that belong together and may extend each other. One result per file, in their order. */
export function checkTypeSources(
  texts: readonly string[],
  options: CheckOptions = {},
): readonly CheckedType[] {
  const read = texts.map(text => readYaml(text, typeShape))
  const sources = read.map(({ value }) => value as TypeSource | undefined)
  const ids = sources.map(source => source?.id)
  const first = sources.filter(
    (source, at): source is TypeSource => source !== undefined && ids.indexOf(source.id) === at,
  )
  const catalogue = catalogueOf(first, options.under)
  return read.map((file, at) => {
    const source = sources[at]
    if (source === undefined) return { source, problems: inOrder(file.problems) }
    const isSecond = ids.indexOf(source.id) !== at
    const problems = [
      ...file.problems,
      ...(isSecond
        ? [
            problemAt(
              file,
              ['id'],
              l10n.t('Another file has the id "{0}" too. Change one of them.', source.id),
            ),
          ]
        : []),
      ...problemsOf(source, file, catalogue, options.rules),
    ]
    const isUsed = !problems.some(({ severity }) => severity === 'error')
    return { source: isUsed ? source : undefined, problems: inOrder(problems) }
  })
}

function problemsOf(
  source: TypeSource,
  file: ReadYaml,
  catalogue: TypeCatalogue,
  rules: ReadonlySet<string> | undefined,
): readonly TypeProblem[] {
  const faults: TypeProblem[] = []
  if (!/^[a-z0-9-]+$/.test(source.id))
    faults.push(
      problemAt(
        file,
        ['id'],
        l10n.t('The id of a type must not contain a dot. Write a hyphen instead.'),
      ),
    )
  const base = extensionFault(source, catalogue)
  // What such a type names may be in the other one: nothing more can be said about it.
  if (base !== undefined) return [...faults, problemAt(file, ['extends'], base)]
  const around: Surroundings = {
    editions: resolveType(source, catalogue.baseOf),
    inherited: inheritedIds(source, catalogue),
    rules,
  }
  for (const { path, message, severity } of checkNames(source, around))
    if (!file.isIncomplete(path)) faults.push({ ...file.spanOf(path), message, severity })
  return faults
}

function problemAt(file: ReadYaml, path: readonly string[], message: string): TypeProblem {
  return { ...file.spanOf(path), message, severity: 'error' }
}

/** What is wrong with what the type extends; undefined if nothing. */
function extensionFault(source: TypeSource, catalogue: TypeCatalogue): string | undefined {
  if (source.extends === undefined) return undefined
  const seen = [source]
  for (let at = catalogue.baseOf(source); at !== undefined; at = catalogue.baseOf(at)) {
    if (seen.includes(at)) {
      const round = [...seen, at].map(({ id }) => id).join(' → ')
      return l10n.t('These types extend each other in a circle: {0}. Remove one "extends".', round)
    }
    seen.push(at)
  }
  if (seen.length > 1) return undefined
  const known = catalogue.types.map(({ id }) => id).filter(id => id !== source.id)
  return known.length === 0
    ? l10n.t('There is no type "{0}" to extend. Add it, or remove "extends".', source.extends)
    : l10n.t(
        'There is no type "{0}" to extend. Name one of these: {1}.',
        source.extends,
        known.join(', '),
      )
}

function inheritedIds(source: TypeSource, catalogue: TypeCatalogue): ReadonlySet<string> {
  const base = catalogue.baseOf(source)
  if (base === undefined || base === source) return new Set()
  const editions = resolveType(base, catalogue.baseOf)
  return new Set(editions.flatMap(edition => [...idsOf(edition)]))
}

function inOrder(problems: readonly TypeProblem[]): readonly TypeProblem[] {
  return [...problems].sort((a, b) => a.start - b.start || a.end - b.end)
}
