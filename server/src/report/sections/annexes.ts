/** The annexes that a report lists, and where it refers to them. */

import { isInside } from '../../text/inside'
import { lineBeginning } from '../../text/line-beginning'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { Report } from '../model'

export interface Annexes {
  /** In the order of the list; of several with one number the first. */
  readonly listed: readonly ListedAnnex[]
  /** Is there a list at all? */
  readonly hasList: boolean
  readonly references: readonly AnnexReference[]
}

export interface ListedAnnex {
  /** Number or letter: `2`, `B`. */
  readonly name: string
  /** `Annex 2`. */
  readonly label: TextSpan
}

export interface AnnexReference {
  readonly name: string
  /** The number or letter alone. */
  readonly at: TextSpan
  readonly annex: ListedAnnex | undefined
}

const none: Annexes = { listed: [], hasList: false, references: [] }

/** What the report lists and refers to; nothing for a type without annexes. */
export function annexesOf(report: Report): Annexes {
  if (report.type.annexes === undefined || !/\b(?:annex|appendi)/i.test(report.text)) return none
  const list = listOf(report)
  const listed = list === undefined ? [] : entriesOf(report, list)
  const byName = new Map(listed.map(each => [each.name, each]))
  return {
    listed,
    hasList: list !== undefined,
    references: referencesIn(report, list).map(each => ({
      ...each,
      annex: byName.get(each.name),
    })),
  }
}

/** The longest line that can be the list's title, with its anchor and attributes. */
const longest = 160

/** From the line after the list's title to the end of the text: nothing but annexes follows it. */
function listOf({ text, lines, type }: Report): Span | undefined {
  if (type.annexNames.isEmpty) return undefined
  for (let line = lines.count - 1; line >= 0; line--) {
    const start = lines.start(line)
    const end = lines.end(line)
    if (end - start > longest || !type.annexNames.has(text.slice(start, end))) continue
    return { start: end, end: text.length }
  }
  return undefined
}

const entry = /\**((?:Annexe?|ANNEX|Appendix|APPENDIX)[ \t]+(\d{1,2}|[A-Z]))(?![\p{L}\d])/uy

function entriesOf({ text, lines }: Report, list: Span): readonly ListedAnnex[] {
  const found = new Map<string, ListedAnnex>()
  for (let line = lines.lineAt(list.start) + 1; line < lines.count; line++) {
    entry.lastIndex = lineBeginning(text, lines.start(line), lines.end(line)).textStart
    const [, label = '', name = ''] = entry.exec(text) ?? []
    if (name === '' || found.has(name)) continue
    const end = entry.lastIndex
    found.set(name, { name, label: textSpan(text, end - label.length, end) })
  }
  return [...found.values()]
}

/** "Annex 2" of something else ("of the handbook") is not an annex of the report. */
const single =
  /(?<![\p{L}\d])(?:[Aa]nnexe?|ANNEX|[Aa]ppendix|APPENDIX)\s+(\d{1,2}|[A-Z])(?![\p{L}\d.]*[\p{L}\d])(?!\s+(?:of|to|in)\s)/gu
const several =
  /(?<![\p{L}\d])(?:[Aa]nnex(?:es|s)|[Aa]ppendices)\s+((?:\d{1,2}|[A-Z])(?:\s*(?:,|and|&)\s*(?:\d{1,2}|[A-Z]))+)(?![\p{L}\d])(?!\s+(?:of|to|in)\s)/gu

function referencesIn(
  { text, blocks }: Report,
  list: Span | undefined,
): readonly { readonly name: string; readonly at: TextSpan }[] {
  const outside = blocks.filter(({ kind }) =>
    ['contents', 'furniture', 'comment', 'front-matter'].includes(kind),
  )
  const before = text.slice(0, list?.start ?? text.length)
  const places: { readonly name: string; readonly at: TextSpan }[] = []
  for (const { 0: match, 1: name = '', index } of before.matchAll(single)) {
    // A line that begins like this is an annex's own title, or continues the line before.
    const end = index + match.length
    places.push({ name, at: textSpan(text, end - name.length, end) })
  }
  for (const { 0: match, 1: names = '', index } of before.matchAll(several)) {
    const start = index + match.length - names.length
    for (const { 0: name, index: at } of names.matchAll(/\d{1,2}|[A-Z]/g))
      places.push({ name, at: textSpan(text, start + at, start + at + name.length) })
  }
  const isOutside = isInside(outside)
  return places.sort((a, b) => a.at.start - b.at.start).filter(({ at }) => !isOutside(at.start))
}
