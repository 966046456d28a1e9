/** Which type of report a text is, if any, and how it was recognised. */

import { afterCount } from '../../text/decorations'
import { greatest } from '../../text/lists'
import { oneOf } from '../../text/runs'
import type { TextSpan } from '../../text/span'
import { textSpan } from '../../text/span'
import { type Follows, hasLineOf, lineLead, type WordsAt, wordsAt } from '../../text/title-words'
import type { KnownEdition, KnownType, TypeCatalogue } from '../../types/catalogue'
import type { ReportType } from '../../types/report-type'
import type { SectionSign, Signs, TitleSign } from '../../types/signs'
import type { RecognisedBy, Sign, TypeTime } from '../model'
import { chooseEdition, inspectionDay, isInForce, timeOf } from './edition'
import { namedType, unknownType } from './named-type'
import { type FoundTitle, findNearTitles, findTitles, headLength, isTwoThings } from './titles'

export interface Recognised {
  readonly type: ReportType
  /** The words that name the kind of report; the first line with text where there is no title. */
  readonly title: TextSpan
  /** The authority, where the title names it. */
  readonly authority: TextSpan | undefined
  readonly why: RecognisedBy
  /** When inspections of this type took place. */
  readonly time: TypeTime
}

/** A type that somebody has chosen for a text. */
export interface TypeChoice {
  readonly id: string
  /**
   * `command` was asked for this text, and takes precedence over what the text itself says; `settings` does
   * not.
   */
  readonly by: 'command' | 'settings'
}

/** The type the text is a report of; undefined for any other text, which costs next to nothing. */
export function recognise(
  text: string,
  catalogue: TypeCatalogue,
  choice?: TypeChoice,
): Recognised | undefined {
  const head = text.slice(0, headLength)
  const titles = findTitles(head, catalogue)
  const chosen = chosenType(head, catalogue, choice)
  if (chosen !== undefined) return recognised(text, chosen.type, chosen.why, titles)
  const found = bestTitle(text, titles)
  if (found !== undefined) return recognised(text, found.type, 'title', [found])
  const type = bySkeleton(text, catalogue)
  if (type !== undefined) return recognised(text, type, 'headings', titles)
  const misspelt = bestTitle(text, findNearTitles(head, catalogue))
  if (misspelt !== undefined) return recognised(text, misspelt.type, 'title', [misspelt])
  const near = nearlyNamed(head, catalogue)
  return near && recognised(text, near, 'nearly', titles)
}

/** The title of a text that is read as this type whatever it looks like. */
export function titleOf(text: string, type: ReportType): TextSpan {
  for (const line of text.slice(0, headLength).matchAll(/^[ \t\f#*_>\uFEFF\xA0]*(?=\S)/gm)) {
    const start = line.index + line[0].length
    for (const title of type.titles) {
      const end = wordsAt(title)(text, start)?.end
      if (end === undefined) continue
      if (!isTwoThings(text, { start, end }, title.length)) return textSpan(text, start, end)
    }
  }
  return firstLine(text)
}

function recognised(
  text: string,
  type: KnownType,
  why: Sign,
  titles: readonly FoundTitle[],
): Recognised {
  const chosen = chooseEdition(type, text.slice(0, headLength))
  const { day } = chosen
  const edition = day === undefined ? bestEdition(text, type) : chosen.edition
  const found = titles.find(title => title.type === type)
  return {
    type: edition.compiled(),
    title: found ? textSpan(text, found.span.start, found.span.end) : firstLine(text),
    authority: found?.authority && textSpan(text, found.authority.start, found.authority.end),
    why: day === undefined ? why : `${why} and date`,
    time: timeOf(type),
  }
}

function chosenType(
  head: string,
  catalogue: TypeCatalogue,
  choice: TypeChoice | undefined,
): { readonly type: KnownType; readonly why: Sign } | undefined {
  const byCommand = choice?.by === 'command' ? catalogue.find(choice.id) : undefined
  if (byCommand !== undefined) return { type: byCommand, why: 'user' }
  const named = namedType(head)
  const byText = named === undefined ? undefined : catalogue.find(named.text)
  if (byText !== undefined) return { type: byText, why: 'first lines' }
  const bySettings = choice?.by === 'settings' ? catalogue.find(choice.id) : undefined
  return bySettings && { type: bySettings, why: 'settings' }
}

/**
 * The type of a text that only its first lines show, where the type they name does not exist and one is nearly
 * the same. A single word may be anything in the first lines of other programs' files.
 */
function nearlyNamed(head: string, catalogue: TypeCatalogue): KnownType | undefined {
  const { written, near } = unknownType(head, catalogue) ?? {}
  const [nearest] = near ?? []
  return written?.text.includes('-') && nearest !== undefined ? catalogue.find(nearest) : undefined
}

/**
 * The title that decides: the earliest, and of those at one place the one that spells out most; of equal ones,
 * the one whose type was in force.
 */
function bestTitle(text: string, titles: readonly FoundTitle[]): FoundTitle | undefined {
  const first = titles.find(title => isReport(text, title))
  if (first === undefined) return undefined
  const equals = titles.filter(
    title =>
      title.span.start === first.span.start &&
      title.literal === first.literal &&
      (title === first || isReport(text, title)),
  )
  if (equals.length === 1) return first
  const head = text.slice(0, headLength)
  return (
    equals.find(({ type }) => {
      const day = inspectionDay(head, type)
      return day !== undefined && isInForce(type, day)
    }) ?? first
  )
}

/**
 * A title makes a report only with something beside it: one of the lines that the type asks for, or, where
 * it asks for none, a cover field or a section of the type.
 */
function isReport(text: string, { type, span }: FoundTitle): boolean {
  const after = text.slice(span.end, span.end + headLength)
  return type.editions.some(edition => {
    const { lines, fields, top, required } = edition.signs()
    if (lines.length > 0)
      return lines.some(line => hasLineOf(text, line, isLineLead)) || hasMost(text, required)
    return (
      fields.some(field => hasLineOf(after, field, isFieldLead, following(fieldValue))) ||
      top.some(section => hasSection(text, section))
    )
  })
}

/**
 * Are most of the sections in the text? Then it is a report, though the line by which others are told apart
 * may be misspelt.
 */
function hasMost(text: string, sections: readonly SectionSign[]): boolean {
  const found = count(sections, section => hasSection(text, section))
  return found >= 3 && found * 3 >= sections.length * 2
}

/** What shows that a line beginning with a label is its field: a colon, a capital, a number, a bracket. */
const fieldValue = /[ \t*_|]*(?::|[\p{Lu}\d[])/uy

/** Without a date, the edition of which most sections and rows are in the text; of several, the latest. */
function bestEdition(text: string, { editions }: KnownType): KnownEdition {
  let best = editions.at(-1) as KnownEdition
  if (editions.length === 1) return best
  let most = -1
  for (const edition of [...editions].reverse()) {
    const found = countParts(text, edition.signs())
    if (found <= most) continue
    most = found
    best = edition
  }
  return best
}

function countParts(text: string, { sections, rows }: Signs): number {
  const isRow = (row: WordsAt) => hasLineOf(text, row, isRowLead, following(rowEnd))
  return count(sections, section => hasSection(text, section)) + count(rows, isRow)
}

function count<T>(list: readonly T[], is: (each: T) => boolean): number {
  return list.reduce((sum, each) => sum + (is(each) ? 1 : 0), 0)
}

/**
 * Without its title a text is a report only if all its parts are there, or all but one of several: another
 * heading may be lost or misspelt as well. Of several types, the one with most parts.
 */
function bySkeleton(text: string, catalogue: TypeCatalogue): KnownType | undefined {
  const lines = titleLines(text)
  const fitting: { readonly type: KnownType; readonly count: number }[] = []
  for (const type of catalogue.types) {
    const count = type.editions.reduce(
      (most, edition) => Math.max(most, partsIn(text, edition.signs().parts, lines)),
      0,
    )
    if (count > 0) fitting.push({ type, count })
  }
  fitting.sort((a, b) => b.count - a.count)
  if (fitting.length < 2) return fitting[0]?.type
  // Related types share most of their sections; the day says which of them was in use.
  const head = text.slice(0, headLength)
  const inUse = fitting.find(({ type }) => {
    const day = inspectionDay(head, type)
    return day !== undefined && isInForce(type, day)
  })
  return (inUse ?? fitting[0])?.type
}

/** This many parts are a report's, also where one more is lost. */
const enoughParts = 4

/** How many of the parts are in the text, at most one of them misspelt; 0 where more than that are missing. */
function partsIn(
  text: string,
  parts: readonly SectionSign[],
  lines: () => readonly string[],
): number {
  const lost: SectionSign[] = []
  for (const part of parts) {
    if (!hasSection(text, part)) lost.push(part)
    if (lost.length > 1) return 0
  }
  const [one] = lost
  if (one === undefined || isMisspelt(one, lines())) return parts.length
  return parts.length > enoughParts ? parts.length - 1 : 0
}

/** Is one of the lines nearly a title of the section? */
function isMisspelt({ names }: SectionSign, lines: readonly string[]): boolean {
  return lines.some(line => names.nearest(line) !== undefined)
}

/** The lines of the text that could be titles without anything after them; found when first asked for. */
function titleLines(text: string): () => readonly string[] {
  let found: readonly string[] | undefined
  return () => {
    found ??= text
      .split(/[\r\n]+/)
      .filter(line => line.length <= longestTitle && line.length > shortestTitle)
      .map(line => line.slice(lineLead(line, 0)))
      .filter(line => /^\p{Lu}/u.test(line) && !/[.,;)]$/.test(line))
    return found
  }
}

const longestTitle = 140
const shortestTitle = 6

function hasSection(text: string, { titles, ends }: SectionSign): boolean {
  return titles.some(title => hasLines(text, title, ends))
}

/**
 * Does the text have lines that consist of the title, apart from marks, a colon and what follows it, or a
 * grade?
 */
function hasLines(text: string, { start, words }: TitleSign, ends: Follows): boolean {
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    if (beginsLine(text, at) && words(text, at, ends) !== undefined) return true
  }
  return false
}

/** Is there nothing but marks, and a number or letter, between the start of the line and the place? */
function beginsLine(text: string, at: number): boolean {
  const from = Math.max(0, at - longestLead)
  const before = text.slice(from, at)
  const line = greatest([before.lastIndexOf('\n'), before.lastIndexOf('\r')]) + 1
  if (line === 0 && from > 0) return false
  const lead = lineLead(text, from + line)
  return lead >= at || (lead > from + line && afterCount(text, { start: lead, end: at + 1 }) === at)
}

/** No anchor or number before a title is longer, in UTF-16 units. */
const longestLead = 160

/** White space, marks and bars before the words of a line. */
const isLineLead = oneOf(' \t\f#*_>|\uFEFF\xA0-')
const isFieldLead = oneOf(' \t\f*_>|\uFEFF\xA0-')
const isRowLead = oneOf(' \t|*')

/** What may follow the title of a row: marks, and a gap, a bar or the line's end. */
const rowEnd = /[*]*(?: {2}|[ ]?[\t|\r\n]|$)/y

/** The pattern as a condition on the text after some words. */
function following(pattern: RegExp): Follows {
  return (text, at) => {
    pattern.lastIndex = at
    return pattern.test(text) ? at : undefined
  }
}

/** The first line with words, without marks before it; empty at the start where there is none. */
export function firstLine(text: string): TextSpan {
  const match = /[^\s#*_>][^\r\n]*/.exec(text) ?? /\S[^\r\n]*/.exec(text)
  if (match === null) return textSpan(text, 0, 0)
  return textSpan(text, match.index, match.index + match[0].trimEnd().length)
}
