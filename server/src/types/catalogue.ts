/** The report types that are known: listed at little cost, each compiled when it is first used. */

import { type WordsAt, wordsAt } from '../text/title-words'
import { compileEdition } from './compile'
import type { ReportType } from './report-type'
import { type ResolvedType, resolveType } from './resolve'
import { type Signs, signsOf } from './signs'
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
  /** By what a text is recognised as following it; made at the first call. */
  signs(): Signs
}

export interface TypeCatalogue {
  readonly types: readonly KnownType[]
  /** The titles by which their reports are recognised; made at the first call. */
  titles(): CatalogueTitles
  /** Is it a word of the types in lower case, such as one of a title or a grade? */
  isWord(word: string): boolean
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
  let titles: CatalogueTitles | undefined
  let words: ReadonlySet<string> | undefined
  return {
    types,
    isWord: word => {
      words ??= new Set(
        types.flatMap(({ editions }) => editions.flatMap(each => wordsIn(each.source))),
      )
      return words.has(word)
    },
    find: id => byId.get(id),
    titles: () => {
      titles ??= catalogueTitles(types)
      return titles
    },
    sourceOf,
    baseOf,
  }
}

/** A shorter word is easily a part of another, in letters. */
const shortestWord = 4

/** The words of all texts in the value, in lower case and without those that have a hyphen. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return (value.toLowerCase().match(/[\p{L}\u2010\u2011-]+/gu) ?? []).filter(
      word => word.length >= shortestWord && !/[^\p{L}]/u.test(word),
    )
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

/** The latest edition of every type, compiled. */
export function latestTypes({ types }: TypeCatalogue): readonly ReportType[] {
  return types.flatMap(({ editions }) => editions.at(-1)?.compiled() ?? [])
}

function knownEdition(source: ResolvedType): KnownEdition {
  let type: ReportType | undefined
  let signs: Signs | undefined
  return {
    source,
    signs: () => {
      signs ??= signsOf(source)
      return signs
    },
    compiled: () => {
      type ??= compileEdition(source)
      return type
    },
  }
}

/** A title of the reports of a type. */
export interface KnownTitle {
  readonly type: KnownType
  /** How many characters of the title the type spells out. */
  readonly literal: number
  /** Its first word in lower case; empty where it begins with a name. */
  readonly first: string
  /** Its first words in lower case, as far as they are written in one way only. */
  readonly opening: readonly string[]
  readonly words: WordsAt
  /** The same with a misspelt word or two. */
  readonly nearly: WordsAt
}

export interface CatalogueTitles {
  /** By first word in lower case; those that begin with a name are under the empty word. */
  readonly byWord: ReadonlyMap<string, readonly KnownTitle[]>
  readonly all: readonly KnownTitle[]
  /** The first characters of the words: UTF-16 code units, in lower case. */
  readonly firstCodes: ReadonlySet<number>
}

function catalogueTitles(types: readonly KnownType[]): CatalogueTitles {
  const all = types.flatMap(type => {
    const written = new Set(type.editions.flatMap(({ source }) => source.recognise?.titles ?? []))
    return [...written].flatMap((title): KnownTitle[] => {
      const literal = title.replace('{authority}', '').trim().length
      // A title that spells out nothing would fit every line.
      if (literal === 0) return []
      const [words, nearly] = [wordsAt(title), wordsAt(title, { slips: mostSlips })]
      const first = title.trimStart().startsWith('{')
        ? ''
        : (/[\p{L}\p{N}]+/u.exec(title)?.[0] ?? '')
      const opening = openingOf(title)
      return [{ type, literal, first: first.toLowerCase(), opening, words, nearly }]
    })
  })
  const byWord = new Map<string, KnownTitle[]>()
  for (const title of all) {
    const first = title.first
    byWord.set(first, [...(byWord.get(first) ?? []), title])
  }
  const firstCodes = new Set([...byWord.keys()].map(first => first.charCodeAt(0) | 32))
  return { byWord, all, firstCodes }
}

/** More words than this are not misspelt in one title. */
const mostSlips = 2

function openingOf(title: string): readonly string[] {
  const words = title.trim().toLowerCase().split(/\s+/)
  const varied = words.findIndex(word => word === 'and' || !/^[a-z]+$/.test(word))
  return varied === -1 ? words : words.slice(0, varied)
}
