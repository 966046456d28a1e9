/**
 * A cheap look at a text: may it be a report? Only the server knows for certain, and it is not started for other texts.
 *
 * The words are those of the built-in report types (`server/src/report/recognise/telltales.ts`). Where somebody has types of their
 * own, the server is started anyway.
 */

import telltales from './telltales.json'

/** How much of a text is looked at, in UTF-16 units: a report has its title, cover and first sections in it. */
export const lookedAt = 20_000

/** Does the beginning of the text have a title of a report, or two other things that reports have? In linear time. */
export function mayBeReport(text: string): boolean {
  const beginning = text.slice(0, lookedAt)
  if (namesType.test(beginning)) return true
  const words = wordsOf(beginning)
  const { beginnings, enough, half } = known()
  const found = new Set<string>()
  let halves = 0
  for (const [at, word] of words.entries()) {
    const longest = beginnings.get(word)?.find(each => isAt(words, at, each))
    const name = longest?.join(' ')
    if (name === undefined || found.has(name)) continue
    found.add(name)
    if (enough.has(name) || (half.has(name) && ++halves === 2)) return true
  }
  return hasShortTitle(found)
}

/** Is there a short title, and one of the lines that its type asks for as well? */
function hasShortTitle(found: ReadonlySet<string>): boolean {
  const has = (each: string): boolean => found.has(nameOf(each))
  return telltales.short.some(each => each.titles.some(has) && each.with.some(has))
}

/** A line that says which type of report the text is, or a remark to this product. */
const namesType = /^[ \t\uFEFF]*report:[ \t]*["']?[\w-]|<!--[ \t]*inspection-reports\b/im

interface Known {
  /** By their first word, the longest first. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly enough: ReadonlySet<string>
  readonly half: ReadonlySet<string>
}

let made: Known | undefined

function known(): Known {
  made ??= make()
  return made
}

function make(): Known {
  const beginnings = new Map<string, (readonly string[])[]>()
  const { enough, half, short } = telltales
  const all = [...enough, ...half, ...short.flatMap(each => [...each.titles, ...each.with])]
  for (const name of new Set(all.map(nameOf))) {
    const words = name.split(' ')
    const [first = ''] = words
    beginnings.set(first, [...(beginnings.get(first) ?? []), words])
  }
  for (const list of beginnings.values()) list.sort((one, other) => other.length - one.length)
  return { beginnings, enough: new Set(enough.map(nameOf)), half: new Set(half.map(nameOf)) }
}

const nameOf = (words: string): string => wordsOf(words).join(' ')

function isAt(words: readonly string[], start: number, wanted: readonly string[]): boolean {
  return wanted.every((word, at) => words[start + at] === word)
}

/** In small letters, without what is around and inside words: marks, apostrophes, accents of ligatures, soft hyphens. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘\u00AD\u200B-\u200D]/g, '')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
