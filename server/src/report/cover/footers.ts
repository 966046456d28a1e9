/** Running footers that name a different authority, or different days, from the cover. */

import { plainLetters } from '../../text/characters'
import { isDigit } from '../../text/letters'
import { isWhiteSpace, runStart } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import { type Span, type TextSpan, textSpan, trimmed } from '../../text/span'
import type { WordsAt } from '../../text/title-words'
import type { Field, Report } from '../model'
import { readDates } from './dates'

export interface FooterDifference {
  /** What the footer says, at its first place: `6 to 12 December 2024`. */
  readonly said: TextSpan
  /** The other places where it says the same. */
  readonly again: readonly Span[]
  /** What the cover says. */
  readonly cover: TextSpan
  readonly what: 'dates' | 'authority'
}

/** One for each wording that differs. A footer without a year, or with a shorter name, is not a difference. */
export function footerDifferences(report: Report): readonly FooterDifference[] {
  const { footer } = report.type
  if (footer === undefined) return []
  const lines = footerLines(report)
  if (lines.length === 0) return []
  const fields = report.cover.fields.filter(({ id }) => footer.fields.includes(id))
  return [
    ...fields.flatMap(field =>
      isImpossible(report, field) ? [] : differentDates(report, lines, field),
    ),
    ...differentNames(report, lines),
  ].sort((a, b) => a.said.start - b.said.start)
}

/** The dates that the footers have in place of those of the field, where all of them have the same. */
export function datesInFooters(report: Report, field: Field): string | undefined {
  if (report.type.footer?.fields.includes(field.id) !== true) return undefined
  const [said, ...others] = differentDates(report, footerLines(report), field)
  return said === undefined || others.length > 0 ? undefined : singleSpaced(said.said.text)
}

const footerLines = (report: Report) =>
  report.blocks.filter(({ kind }) => kind === 'furniture').flatMap(textLines(report))

/** Are the cover's own dates a fault, so that nothing can be compared with them? */
function isImpossible({ outsideTime }: Report, { dates, definition }: Field): boolean {
  if (dates === undefined) return true
  return dates.from > dates.to || (outsideTime !== undefined && definition?.kind === 'dates')
}

/** The lines of a block that say something, without a page number at either end. */
function textLines({
  text,
  lines,
}: Report): (block: { readonly firstLine: number; readonly lastLine: number }) => readonly Span[] {
  return ({ firstLine, lastLine }) => {
    const found: Span[] = []
    for (let line = firstLine; line < lastLine; line++) {
      const { start, end } = trimmed(text, { start: lines.start(line), end: lines.end(line) })
      const content = text.slice(start, end)
      const before = /^\d{1,3}(?:\t| {3,})\s*/.exec(content)?.[0].length ?? 0
      const to = start + withoutPage(content)
      const span = trimmed(text, { start: start + before, end: to })
      if (span.end > span.start) found.push(span)
    }
    return found
  }
}

/** Where the white space before a page number at the end begins, a tab or three spaces wide. */
function withoutPage(content: string): number {
  const digits = runStart(content, isDigit)
  if (digits === content.length || content.length - digits > 3) return content.length
  const gap = runStart(content, isWhiteSpace, digits)
  const wide = content.slice(gap, digits).search(/\t| {3}/)
  return wide === -1 ? content.length : gap + wide
}

function differentDates(
  report: Report,
  lines: readonly Span[],
  field: Field,
): readonly FooterDifference[] {
  if (field.dates === undefined) return []
  const { from, to } = field.dates
  const places = lines.filter(({ start, end }) => {
    if (end - start > 60) return false
    const reading = readDates(report.text.slice(start, end))
    return reading.kind === 'dates' && (reading.range.from !== from || reading.range.to !== to)
  })
  return gathered(report, places, field.value, 'dates')
}

function differentNames(report: Report, lines: readonly Span[]): readonly FooterDifference[] {
  const { authority } = report.cover
  const patterns = report.type.namingTitles
  if (authority === undefined || patterns.length === 0) return []
  const known = nameWords(authority.text)
  if (known.size === 0) return []
  const places = lines.flatMap(line => {
    const name = nameIn(report.text, line, patterns)
    if (name === undefined || name.end > (lines.at(-1)?.end ?? 0)) return []
    const words = nameWords(report.text.slice(name.start, name.end))
    // A name may be given in full in one place ("Leicester City Council") and short in the other.
    const isOther = hasMore(words, known) && hasMore(known, words)
    return isOther ? [name] : []
  })
  return gathered(report, places, authority, 'authority')
}

/** The name in the title that begins with the line: of several readings, the shortest. */
function nameIn(text: string, line: Span, titles: readonly WordsAt[]): Span | undefined {
  let shortest: Span | undefined
  for (const title of titles) {
    const name = title(text, line.start)?.authority
    if (name === undefined) continue
    const { start, end } = name
    if (shortest === undefined || end - start < shortest.end - shortest.start)
      shortest = { start, end }
  }
  return shortest
}

const general = new Set(
  'the of and in for city county council borough royal london metropolitan district unitary local authority'.split(
    ' ',
  ),
)

/** The words of a name that distinguish it from others. */
function nameWords(name: string): ReadonlySet<string> {
  const words = plainLetters(name.toLowerCase()).match(/[\p{L}\d]+/gu) ?? []
  return new Set(words.filter(word => !general.has(word)))
}

function hasMore(words: ReadonlySet<string>, than: ReadonlySet<string>): boolean {
  return [...words].some(word => !than.has(word))
}

/** One difference for each wording. */
function gathered(
  { text }: Report,
  places: readonly Span[],
  cover: TextSpan,
  what: FooterDifference['what'],
): readonly FooterDifference[] {
  const byText = new Map<string, Span[]>()
  for (const place of places) {
    const said = singleSpaced(text.slice(place.start, place.end))
    byText.set(said, [...(byText.get(said) ?? []), place])
  }
  return [...byText.values()].flatMap(([first, ...again]) =>
    first === undefined
      ? []
      : [{ said: textSpan(text, first.start, first.end), again, cover, what }],
  )
}
