/** The type that the first lines of a text name, and what it may have been meant to be. */

import { distance } from 'fastest-levenshtein'
import { type TextSpan, textSpan } from '../../text/span'
import type { TypeCatalogue } from '../../types/catalogue'

/** A type that is named in the text but does not exist. */
export interface UnknownType {
  readonly written: TextSpan
  /** Ids that are nearly the same, the nearest first. */
  readonly near: readonly string[]
}

/**
 * The id after `report:` between lines of `---` at the start of the text, or on a line of the cover, where it
 * is two or more words joined by hyphens.
 */
export function namedType(head: string): TextSpan | undefined {
  const matter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(head)
  return (
    (matter && idIn(head.slice(0, matter[0].length), matterLine)) ??
    idIn(head.slice(0, coverLength), coverLine)
  )
}

const matterLine = /^report:[ \t]*["']?(?=([\w-]+))/im
const coverLine = /^[ \t]*report:[ \t]*(?=([a-z0-9]+(?:-[a-z0-9]+)+)[ \t]*$)/im

/** How much of a text, in UTF-16 units, may be the lines of a cover that say what the text is. */
const coverLength = 1500

function idIn(text: string, line: RegExp): TextSpan | undefined {
  const match = line.exec(text)
  const [before, id] = match ?? []
  if (match === null || before === undefined || id === undefined) return undefined
  const start = match.index + before.length
  return textSpan(text, start, start + id.length)
}

/**
 * The type that the text names, where there is no such type. Many things may follow `Report:` on a cover:
 * there, only what is nearly an id counts.
 */
export function unknownType(head: string, catalogue: TypeCatalogue): UnknownType | undefined {
  const written = namedType(head)
  if (written === undefined || catalogue.find(written.text) !== undefined) return undefined
  const near = idsNear(written.text, catalogue)
  const isMatter = /^\uFEFF?---[ \t]*\r?\n/.test(head)
  return isMatter || near.length > 0 ? { written, near } : undefined
}

function idsNear(written: string, { types }: TypeCatalogue): readonly string[] {
  const begun = (id: string) => id.startsWith(written.toLowerCase())
  return (
    types
      .map(({ id }) => ({ id, far: distance(written.toLowerCase(), id) }))
      .filter(({ id, far }) => far <= Math.max(1, Math.floor(id.length / 4)))
      // Of two equally near, an id that begins with the word is more likely than one with a different letter.
      .sort((a, b) => a.far - b.far || Number(begun(b.id)) - Number(begun(a.id)))
      .map(({ id }) => id)
      .slice(0, 3)
  )
}
