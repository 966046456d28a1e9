/**
 * The words of the report types by which any program, without a reader of reports, can tell that a text may be one.
 *
 * The client starts the server by them (`npm run generate` writes them into the client). They are generous: a
 * text that is taken for a report by mistake costs the server's memory, one that is passed over the product.
 */

import type { KnownEdition, TypeCatalogue } from '../../types/catalogue'
import type { RowSource, SectionSource } from '../../types/source'

export interface Telltales {
  /** Words of which one place in a text is enough: the title of a report, the id of a type. */
  readonly enough: readonly string[]
  /** Words of which two different ones must be in a text: titles of sections and rows, labels of the cover. */
  readonly half: readonly string[]
  /** Titles so short that many texts have them, each type's with lines of which one must be in the text as well. */
  readonly short: readonly ShortTitles[]
}

interface ShortTitles {
  readonly titles: readonly string[]
  readonly with: readonly string[]
}

/** All lists are sorted and have the words as the types write them, without the marks between them. */
export function telltalesOf({ types }: TypeCatalogue): Telltales {
  const enough = new Set<string>()
  const half = new Set<string>()
  const short = new Map<string, ShortTitles>()
  for (const { id, editions } of types) {
    enough.add(id)
    for (const edition of editions) {
      addWords(edition, enough, half)
      const titles = shortTitles(edition)
      if (titles !== undefined) short.set(JSON.stringify(titles), titles)
    }
  }
  for (const words of enough) half.delete(words)
  return { enough: [...enough].sort(), half: [...half].sort(), short: [...short.values()] }
}

function shortTitles({ source: { recognise } }: KnownEdition): ShortTitles | undefined {
  const titles = (recognise?.titles ?? [])
    .map(wordsOf)
    .filter(({ length }) => length > 0 && length < sure)
  if (titles.length === 0) return undefined
  const lines = (recognise?.with ?? []).map(wordsOf)
  return { titles: titles.map(joined).sort(), with: lines.map(joined).sort() }
}

const joined = (words: readonly string[]) => words.join(' ')

function addWords({ source }: KnownEdition, enough: Set<string>, half: Set<string>): void {
  const { recognise, sections = [], summary, cover, inspectorates = [] } = source
  for (const title of recognise?.titles ?? []) {
    for (const words of title.split('{authority}').map(wordsOf)) {
      if (words.length >= sure) enough.add(joined(words))
      else if (words.length > 1) addTo(half, words)
      // Parts of the title: what is left where a word of it is misspelt.
      for (let at = 0; words.length > part && at + part <= words.length; at++)
        addTo(half, words.slice(at, at + part))
    }
  }
  for (const name of inspectorates) addTo(half, wordsOf(name))
  const names = [
    ...sections.flatMap(titlesOf),
    ...(summary?.rows ?? []).flatMap(rowTitles),
    ...(cover?.fields ?? []).flatMap(({ labels }) => labels),
    summary?.title ?? '',
  ]
  // A single word such as "Contents" is in any text.
  for (const words of names.map(wordsOf)) if (words.length > 1) addTo(half, words)
}

/** From this many words on, part of a title is in no other text. */
const sure = 3

/** How many words of a longer title count by themselves. */
const part = 3

function titlesOf({ title, aliases = [], sections = [] }: SectionSource): readonly string[] {
  return [title, ...aliases, ...sections.flatMap(titlesOf)]
}

function rowTitles({
  group = '',
  title = '',
  aliases = [],
  rows = [],
}: RowSource): readonly string[] {
  return [group, title, ...aliases, ...rows.flatMap(rowTitles)]
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}'’]+/gu) ?? []
}

function addTo(set: Set<string>, words: readonly string[]): void {
  set.add(joined(words))
}
