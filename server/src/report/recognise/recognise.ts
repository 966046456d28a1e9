/** Which type of report a text is, if any, and how it was recognised. */

import { isSpaceOrEmphasis, oneOf, runStart, withoutRunAtEnd } from '../../text/runs'
import type { TextSpan } from '../../text/span'
import { textSpan } from '../../text/span'
import type { KnownEdition, KnownType, TypeCatalogue } from '../../types/catalogue'
import type { ReportType } from '../../types/report-type'
import type { ResolvedType } from '../../types/resolve'
import { verbsOf } from '../../types/scale'
import type { RowSource, ScaleSource, SectionSource } from '../../types/source'
import type { RecognisedBy, Sign, TypeTime } from '../model'
import { type Follows, hasLineOf, type WordsAt, wordsAt } from '../title-words'
import { chooseEdition, inspectionDay, isInForce, timeOf } from './edition'
import { namedType, unknownType } from './named-type'
import { type FoundTitle, findTitles, headLength, isTwoThings } from './titles'

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
  return type.editions.some(({ source }) => {
    const { lines, fields } = evidenceOf(source)
    if (lines.length > 0) return lines.some(line => hasLineOf(text, line, isLineLead))
    return (
      fields.some(field => hasLineOf(after, field, isFieldLead, following(fieldValue))) ||
      (source.sections ?? []).some(section => hasSection(text, section, source))
    )
  })
}

interface Evidence {
  readonly lines: readonly WordsAt[]
  /** Labels of the cover. */
  readonly fields: readonly WordsAt[]
}

const knownEvidence = new WeakMap<ResolvedType, Evidence>()

function evidenceOf(source: ResolvedType): Evidence {
  const known = knownEvidence.get(source)
  if (known !== undefined) return known
  const evidence = {
    lines: (source.recognise?.with ?? []).map(words => wordsAt(words)),
    fields: (source.cover?.fields ?? []).flatMap(field =>
      field.labels.map(label => wordsAt(label, { isExact: true, goOn: true })),
    ),
  }
  knownEvidence.set(source, evidence)
  return evidence
}

/** What shows that a line beginning with a label is its field: a colon, a capital, a number, a bracket. */
const fieldValue = /[ \t*_|]*(?::|[\p{Lu}\d[])/uy

/** Without a date, the edition of which most sections and rows are in the text; of several, the latest. */
function bestEdition(text: string, { editions }: KnownType): KnownEdition {
  let best = editions.at(-1) as KnownEdition
  if (editions.length === 1) return best
  let most = -1
  for (const edition of [...editions].reverse()) {
    const count = countParts(text, edition.source)
    if (count <= most) continue
    most = count
    best = edition
  }
  return best
}

function countParts(text: string, source: ResolvedType): number {
  const { sections = [], summary } = source
  const inSections = (list: readonly SectionSource[]): number =>
    list.reduce(
      (sum, each) =>
        sum + (hasSection(text, each, source) ? 1 : 0) + inSections(each.sections ?? []),
      0,
    )
  const rows = (summary?.rows ?? []).filter(
    ({ section, title }) => section === undefined && title !== undefined,
  )
  const isRow = ({ title = '' }: RowSource) =>
    hasLineOf(text, wordsAt(title), isRowLead, following(rowEnd))
  return inSections(sections) + rows.filter(isRow).length
}

/** Without its title a text is a report only if all its parts are there; of several, the one with most. */
function bySkeleton(text: string, catalogue: TypeCatalogue): KnownType | undefined {
  let best: { readonly type: KnownType; readonly count: number } | undefined
  for (const type of catalogue.types) {
    for (const { source } of type.editions) {
      const parts = partsOf(source.sections ?? [])
      if (parts.length <= (best?.count ?? 0)) continue
      if (parts.every(section => hasSection(text, section, source)))
        best = { type, count: parts.length }
    }
  }
  return best?.type
}

/**
 * The sections by which a report without a title is recognised: its groups and its summary, otherwise all that
 * must be there; none where there are too few of them to decide. The longest title, which the fewest texts
 * have, first.
 */
function partsOf(sections: readonly SectionSource[]): readonly SectionSource[] {
  const known = knownParts.get(sections)
  if (known !== undefined) return known
  const groups = sections.filter(({ kind }) => kind === 'summary' || kind === 'group')
  const required = sections.filter(section => section.required !== false)
  const chosen = groups.length >= 3 ? groups : required.length >= 4 ? required : []
  const parts = [...chosen].sort((a, b) => b.title.length - a.title.length)
  knownParts.set(sections, parts)
  return parts
}

const knownParts = new WeakMap<readonly SectionSource[], readonly SectionSource[]>()

function hasSection(
  text: string,
  { title, aliases = [] }: SectionSource,
  { scale }: ResolvedType,
): boolean {
  const isEnd = endsTitle(scale)
  return [title, ...aliases].some(each => hasLines(text, each, isEnd))
}

/**
 * Does the text have lines that consist of the title, apart from marks, a colon and what follows it, or a
 * grade?
 */
function hasLines(text: string, title: string, isEnd: Follows): boolean {
  // The part that is the same in every copy, so that a plain search settles most texts.
  const start = /^(?:[^\s'’&-]+(?=\s|$)\s*){1,3}/.exec(title)?.[0].trim() ?? ''
  if (start === '') return false
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    if (!beginsLine(text.slice(Math.max(0, at - 100), at))) continue
    if (titleAt(title)(text, at, isEnd) !== undefined) return true
  }
  return false
}

/** Is there nothing but white space and marks between the last line end, or the start, and the end? */
function beginsLine(before: string): boolean {
  const marks = runStart(before, isMark)
  return marks === 0 || /[\r\n]/.test(before.slice(marks))
}

/** White space, marks and bars before the words of a line. */
const isLineLead = oneOf(' \t\f#*_>|\uFEFF\xA0-')
const isFieldLead = oneOf(' \t\f*_>|\uFEFF\xA0-')
const isRowLead = oneOf(' \t|*')

/** What may follow the title of a row: marks, and a gap, a bar or the line's end. */
const rowEnd = /[*]*(?: {2}|[ ]?[\t|\r\n]|$)/y

/** A question mark with a footnote's number, then the line's end, or a verb with a grade after it. */
const titleEnd = /\??\d?[ \t*_]*(?:[:\r\n]|$|(?<verb>[a-z]+)\b[\w \t:]{0,50}\.?(?:[\r\n]|$))/y

function endsTitle(scale: ScaleSource | undefined): Follows {
  const verbs = verbsOf(scale)
  return (text, at) => {
    titleEnd.lastIndex = at
    const found = titleEnd.exec(text)
    if (found === null) return undefined
    const verb = found.groups?.verb
    return verb === undefined || verb === 'is' || verb === 'are' || verbs.has(verb) ? at : undefined
  }
}

/** The pattern as a condition on the text after some words. */
function following(pattern: RegExp): Follows {
  return (text, at) => {
    pattern.lastIndex = at
    return pattern.test(text) ? at : undefined
  }
}

const isMark = (code: number) => code === 35 || isSpaceOrEmphasis(code)

const knownTitles = new Map<string, WordsAt>()

function titleAt(title: string): WordsAt {
  const known = knownTitles.get(title)
  if (known !== undefined) return known
  const made = wordsAt(withoutRunAtEnd(title, oneOf('?:.')), { isExact: true })
  knownTitles.set(title, made)
  return made
}

/** The first line with words, without marks before it; empty at the start where there is none. */
export function firstLine(text: string): TextSpan {
  const match = /[^\s#*_>][^\r\n]*/.exec(text) ?? /\S[^\r\n]*/.exec(text)
  if (match === null) return textSpan(text, 0, 0)
  return textSpan(text, match.index, match.index + match[0].trimEnd().length)
}
