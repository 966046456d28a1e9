/** Lists the report types to choose from, and writes a choice into the report's first lines. */

import type { TextEdit } from '../../text/edits'
import { insert, replace } from '../../text/edits'
import type { TypeCatalogue } from '../../types/catalogue'

export interface TypeOption {
  readonly id: string
  /** What the user reads. */
  readonly name: string
  /** Names of the editions, oldest first; the report's date decides which is used. */
  readonly editions: readonly string[]
}

/** All types, by name. */
export function typeOptions(catalogue: TypeCatalogue): readonly TypeOption[] {
  return catalogue.types
    .map(({ id, name, editions }) => ({
      id,
      name,
      editions: editions.flatMap(({ source }) => source.edition ?? []),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/**
 * The edit that names the type in the lines between `---` at the start of the text, adding those lines where
 * there are none: `report: ofsted-slac`. It uses the text's own line ends.
 */
export function typeLine(text: string, id: string): TextEdit {
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)
  const closing = opening && /^---[ \t]*\r?$/m.exec(text.slice(opening[0].length))
  if (opening === null || closing === null)
    return insert(
      text.startsWith('\uFEFF') ? 1 : 0,
      `---${lineEnd}report: ${id}${lineEnd}---${lineEnd}${lineEnd}`,
    )
  const start = opening[0].length
  const matter = text.slice(start, start + closing.index)
  const line = /^(report:[ \t]*)([^\r\n]*)/im.exec(matter)
  if (line === null) return insert(start, `report: ${id}${lineEnd}`)
  const [, label = '', value = ''] = line
  const from = start + line.index + label.length
  const space = label.endsWith(':') ? ' ' : ''
  return replace({ start: from, end: from + value.trimEnd().length }, `${space}${id}`)
}
