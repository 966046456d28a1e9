/** The report types that are known: listed at little cost, each compiled when it is first used. */

import { compileEdition } from './compile'
import type { ReportType } from './report-type'
import { type ResolvedType, resolveType } from './resolve'
import type { TypeSource } from './source'

/** A type with its editions, oldest first; there is at least one. */
export interface KnownType {
  readonly id: string
  readonly name: string
  readonly editions: readonly KnownEdition[]
}

export interface KnownEdition {
  /** What the edition says, with everything that it inherits. */
  readonly source: ResolvedType
  /** The edition ready for use; compiled at the first call, and the same object ever after. */
  compiled(): ReportType
}

export interface TypeCatalogue {
  readonly types: readonly KnownType[]
  find(id: string): KnownType | undefined
  /** The type as written. */
  sourceOf(id: string): TypeSource | undefined
  /**
   * The type that a type of this catalogue extends; undefined where it extends none, or one that does not
   * exist.
   */
  baseOf(source: TypeSource): TypeSource | undefined
}

/**
 * The types of some sources, put over those of another catalogue: a type of the same id takes the place of
 * the one there, which it can still extend.
 */
export function catalogueOf(sources: readonly TypeSource[], under?: TypeCatalogue): TypeCatalogue {
  const own = new Map(sources.map(source => [source.id, source]))
  const sourceOf = (id: string) => own.get(id) ?? under?.sourceOf(id)
  const baseOf = (source: TypeSource): TypeSource | undefined => {
    if (source.extends === undefined) return undefined
    if (own.get(source.id) !== source) return under?.baseOf(source)
    return source.extends === source.id ? under?.sourceOf(source.id) : sourceOf(source.extends)
  }
  const known = [...own.values()].map(
    (source): KnownType => ({
      id: source.id,
      name: source.name,
      editions: resolveType(source, baseOf).map(knownEdition),
    }),
  )
  const types = [...known, ...(under?.types ?? []).filter(({ id }) => !own.has(id))]
  const byId = new Map(types.map(type => [type.id, type]))
  return { types, find: id => byId.get(id), sourceOf, baseOf }
}

/** The latest edition of every type, compiled. */
export function latestTypes({ types }: TypeCatalogue): readonly ReportType[] {
  return types.flatMap(({ editions }) => editions.at(-1)?.compiled() ?? [])
}

function knownEdition(source: ResolvedType): KnownEdition {
  let type: ReportType | undefined
  return {
    source,
    compiled: () => {
      type ??= compileEdition(source)
      return type
    },
  }
}
