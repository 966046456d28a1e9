/** The contents: where they stand, and what their entries say. */

import type { LineIndex } from '../text/lines'
import { type TextSpan, textSpan } from '../text/span'
import { normalTitle, type ReportType, type SectionDefinition } from '../types/report-type'
import { align } from './align'
import { listEntry } from './contents-lists'
import { lastOfEntry, wrappedAt } from './contents-wrapped'
import { bareTitle, hasHeadingMarks, headingBody, readHeading } from './headings'
import type { Contents, ContentsEntry, Section } from './model'
import { isNear } from './near'
import type { Line } from './scan'
import { pipeCells } from './table-lines'

/** Lines of the contents, heading included; `last` is the line behind them. */
export interface ContentsZone {
  readonly first: number
  readonly last: number
}

/** Longest line that can be an entry: eight titles glued together, as extraction leaves them. */
const longestEntry = 600

/** Finds the contents before the first text of the report. */
export function findContents(
  text: string,
  lines: readonly Line[],
  type: ReportType,
): ContentsZone | undefined {
  const titles = type.contentsTitles.map(normalTitle)
  if (titles.length === 0) return undefined
  for (const line of lines) {
    if (line.first === 0 || line.to - line.from > 40) continue
    const { body } = headingBody(text, line)
    if (!titles.includes(normalTitle(text.slice(body.start, body.end)))) {
      if (isBodyAt(text, lines, line.index, type)) return undefined
      continue
    }
    return { first: line.index, last: endOfContents(text, lines, line.index, type) }
  }
  return undefined
}

/**
 * Does the report's text begin with the heading at this line? It does where titles without page
 * numbers lead to a grade line, a numbered paragraph, a list or a sentence.
 */
export function isBodyAt(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): boolean {
  const first = readHeading(text, lines, index, type)
  if (first === undefined) return false
  if (first.grade?.form === 'tail') return true
  let at = first.lastLine
  for (let titles = 1; titles <= 4; ) {
    const line = lines[at]
    if (line === undefined) return false
    if (line.first === 0 || line.furniture) {
      at++
      continue
    }
    const title = readHeading(text, lines, at, type)
    if (title === undefined) return isText(text, line)
    if (title.grade !== undefined) return true
    titles++
    at = title.lastLine
  }
  return false
}

/** A grade line, a numbered paragraph, a list item or a sentence; nothing that a table or contents hold. */
function isText(text: string, line: Line): boolean {
  const start = text.slice(line.from, Math.min(line.to, line.from + 40))
  if (/^[*_]*Grade\b|^(?:[-*•▪] *)?\d{1,3}\.(?:\s|$)|^(?:[-*•▪]|\uf0b7)\s/.test(start)) return true
  if (line.first === 124 || text.slice(line.from, line.to).includes('\t')) return false
  if (/ {2,}\S+$/.test(text.slice(line.from, line.to))) return false
  const content = text.slice(line.from, line.to)
  // "Services in Westmarch are good because:" leads a list.
  return content.length > 60 || /[.!?]$/.test(content) || /^(?:\S+\s+){5,}\S+:$/.test(content)
}

function endOfContents(
  text: string,
  lines: readonly Line[],
  first: number,
  type: ReportType,
): number {
  const isMarked = hasHeadingMarks(text, lines[first] as Line)
  let end = first + 1
  let order = -1
  let hasPages = false
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    if (isMarked && hasHeadingMarks(text, line)) return end
    if (line.to - line.from > longestEntry) return end
    // Contents that are a table under a marked heading, as an import writes them, end with it.
    if (isMarked && line.first !== 124 && lines[end - 1]?.first === 124) return end
    const wrapped = wrappedAt(text, lines, at, type)
    if (wrapped !== undefined) {
      order = wrapped.definitions.find(each => each.order > order)?.order ?? order
      at = wrapped.last
      end = at + 1
      continue
    }
    const heading = readHeading(text, lines, at, type)
    if (heading !== undefined) {
      const forward = heading.definitions.find(each => each.order > order)
      if ((forward === undefined || hasPages) && startsAgain(text, lines, at, type)) return end
      if (hasPages && isApart(lines[at - 1]) && !pagesFollow(text, lines, at, type)) return end
      if (isBodyAt(text, lines, at, type) && !fallsBack(text, lines, at, type, order)) return end
      order = forward?.order ?? order
    } else if (
      !isEntry(text, line, type) ||
      (isFirstHeading(text, lines, at) && listEntry(text, line, type) === undefined)
    )
      return end
    hasPages ||= hasPage(text, line, type)
    end = at + 1
  }
  return end
}

const isApart = (before: Line | undefined) => before?.first === 0 || before?.furniture === true

/** An entry with its page number set apart from the title, or with one space before it. */
function hasPage(text: string, line: Line, { sectionsByTitle }: ReportType): boolean {
  const content = text.slice(line.from, line.to)
  if (/\S(?:\t| {2}|\.\.).*\d$/.test(content)) return true
  const page = /\s\d{1,3}$/.exec(content)
  return page !== null && sectionsByTitle.has(normalTitle(content.slice(0, page.index)))
}

/** Has one of the next lines a page number? Else contents with page numbers are over. */
function pagesFollow(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  const next = lines.slice(at + 1, at + 20).filter(each => each.first !== 0 && !each.furniture)
  return next.slice(0, 4).some(line => hasPage(text, line, type))
}

/** A line behind a blank one, without a page number and with text below it: a heading, perhaps misspelt. */
function isFirstHeading(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (
    line.first === 124 ||
    lines[at - 1]?.first !== 0 ||
    /\d$/.test(text.slice(line.from, line.to))
  )
    return false
  const next = lines.slice(at + 1, at + 6).find(each => each.first !== 0 && !each.furniture)
  return next !== undefined && isText(text, next)
}

/** The type's first section again, set apart by a blank line or a page's end: the contents are over. */
function startsAgain(text: string, lines: readonly Line[], at: number, type: ReportType): boolean {
  return isApart(lines[at - 1]) && readHeading(text, lines, at, type)?.definitions[0]?.order === 0
}

/**
 * Do the titles from this line on follow the order of the entries before and then fall back? Then
 * they are the last entries of contents without page numbers, and the text begins where they fall back.
 */
function fallsBack(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
  before: number,
): boolean {
  let order = before
  for (let at = index, titles = 0; at < lines.length; ) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) {
      at++
      continue
    }
    const heading = readHeading(text, lines, at, type)
    if (heading === undefined) return false
    const forward = heading.definitions.find(each => each.order > order)
    if (forward === undefined) return titles > 0
    order = forward.order
    titles++
    at = heading.lastLine
  }
  return false
}

function isEntry(text: string, line: Line, type: ReportType): boolean {
  if (line.first === 124 || listEntry(text, line, type) !== undefined) return true
  const content = text.slice(line.from, line.to)
  if (/[\t .…]\d{1,3}\s*\|?$/.test(content)) return true
  if (/^(?:page|\d[\d\s]*)$/i.test(content)) return true
  return (
    splitGlued(text, line, type).length > 0 ||
    (content.length < 100 && !/[.!?;,]$/.test(content) && !isText(text, line))
  )
}

/** Reads the entries and matches them with the sections of the text. */
export function readContents(
  text: string,
  lines: readonly Line[],
  index: LineIndex,
  zone: ContentsZone,
  type: ReportType,
  sections: readonly Section[],
): Contents {
  const raw: RawEntry[] = []
  for (let at = zone.first + 1; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    const last = lines[Math.min(lastOfEntry(text, lines, at, type), zone.last - 1)] as Line
    raw.push(...readEntries(text, last === line ? line : { ...line, to: last.to }, type))
    at = last.index
  }
  const headingLine = lines[zone.first] as Line
  const title = bareTitle(text, headingBody(text, headingLine).body)
  const start = index.start(zone.first)
  const first = raw[0] === undefined ? zone.first + 1 : index.lineAt(raw[0].title.start)
  const end = index.start(zone.last)
  const entries = place(raw, type, sections)
  const there = new Set(entries.map(entry => entry.definition))
  return {
    heading: textSpan(text, title.start, title.end),
    span: { start, end },
    body: { start: index.start(first), end: Math.max(end, index.start(first)) },
    entries,
    missing: sections.filter(
      section =>
        section.definition.contents === 'always' &&
        section.placement !== 'duplicate' &&
        !there.has(section.definition),
    ),
    form: formOf(text, raw, lines, zone),
  }
}

interface RawEntry {
  readonly title: TextSpan
  readonly page: TextSpan | undefined
  readonly glued: boolean
}

function readEntries(text: string, line: Line, type: ReportType): readonly RawEntry[] {
  const cells = line.first === 124 ? pipeCells(text, line) : undefined
  if (cells !== undefined) {
    const [title, page] = cells.filter(cell => cell.start < cell.end)
    if (title === undefined || /^[\s:|-]*$/.test(text.slice(line.from, line.to))) return []
    return [
      {
        title: textSpan(text, title.start, title.end),
        page: page && textSpan(text, page.start, page.end),
        glued: false,
      },
    ]
  }
  const listed = listEntry(text, line, type)
  if (listed !== undefined) {
    const { start, end } = listed.title
    return [{ title: textSpan(text, start, end), page: listed.page, glued: false }]
  }
  const content = text.slice(line.from, line.to)
  const pages = /[\t .…]*((?:\d{1,3}[ \t]+)*\d{1,3})$/.exec(content)
  const titleEnd = line.from + (pages === null ? content.length : content.length - pages[0].length)
  const whole = bareTitle(text, { start: line.from, end: titleEnd })
  const numbers =
    pages === null ? [] : numberSpans(text, line.to - (pages[1] as string).length, line.to)
  if (whole.start >= whole.end) return []
  const known = type.sectionsByTitle.has(normalTitle(text.slice(whole.start, whole.end)))
  const parts = known ? [] : splitGlued(text, { ...line, to: titleEnd }, type)
  if (parts.length < 2) {
    const page = numbers.length === 1 ? numbers[0] : undefined
    return [{ title: textSpan(text, whole.start, whole.end), page, glued: numbers.length > 1 }]
  }
  return parts.map((title, at) => ({
    title,
    page: numbers.length === parts.length ? numbers[at] : undefined,
    glued: true,
  }))
}

/** The titles of which a line consists, longest first at each place; none if something else is left. */
function splitGlued(
  text: string,
  line: Pick<Line, 'from' | 'to'>,
  type: ReportType,
): readonly TextSpan[] {
  const found: TextSpan[] = []
  let at = line.from
  while (at < line.to) {
    if (/[\s\d.…|]/.test(text[at] as string)) {
      at++
      continue
    }
    const title = longestTitleAt(text, at, line.to, type)
    if (title === 0) return []
    found.push(textSpan(text, at, at + title))
    at += title
  }
  return found
}

function longestTitleAt(text: string, at: number, end: number, type: ReportType): number {
  const title = type.longestTitles.find(
    each => at + each.length <= end && text.startsWith(each, at),
  )
  return title?.length ?? 0
}

/** Matches entries with the type's sections as one sequence, near misses and moves after it. */
function place(
  raw: readonly RawEntry[],
  type: ReportType,
  sections: readonly Section[],
): readonly ContentsEntry[] {
  const candidates = raw.map(entry => type.sectionsByTitle.get(normalTitle(entry.title.text)) ?? [])
  const present = new Map<SectionDefinition, Section>()
  for (const section of sections)
    if (section.placement !== 'duplicate') present.set(section.definition, section)
  const orders = align(
    candidates.map(each => ({
      places: each.map(definition => ({
        order: definition.order,
        weight: present.has(definition) ? 10 : definition.contents === 'never' ? 5 : 6,
      })),
    })),
    type.sections.length,
  )
  const taken = new Set(
    orders.filter(order => order !== undefined).map(order => type.sections[order as number]),
  )
  return raw.map((entry, at): ContentsEntry => {
    const order = orders[at]
    const exact = order === undefined ? undefined : (type.sections[order] as SectionDefinition)
    if (exact !== undefined)
      return asEntry(
        entry,
        exact,
        present,
        present.has(exact) && exact.contents !== 'never' ? 'in-order' : 'unknown',
      )
    const named = candidates[at] as readonly SectionDefinition[]
    const vacant = named.find(each => !taken.has(each) && present.has(each))
    if (vacant !== undefined) {
      taken.add(vacant)
      return asEntry(entry, vacant, present, 'misplaced')
    }
    if (named.length > 0)
      return asEntry(
        entry,
        named[0],
        present,
        present.has(named[0] as SectionDefinition) ? 'duplicate' : 'unknown',
      )
    const near = type.sections.find(
      each => !taken.has(each) && isNear(entry.title.text, each.title),
    )
    if (near !== undefined) taken.add(near)
    return asEntry(entry, near, present, 'unknown')
  })
}

function asEntry(
  entry: RawEntry,
  definition: SectionDefinition | undefined,
  present: ReadonlyMap<SectionDefinition, Section>,
  placement: ContentsEntry['placement'],
): ContentsEntry {
  const section = definition === undefined ? undefined : present.get(definition)
  return {
    title: entry.title,
    page: entry.page,
    glued: entry.glued,
    definition,
    section,
    placement,
  }
}

function formOf(
  text: string,
  raw: readonly RawEntry[],
  lines: readonly Line[],
  zone: ContentsZone,
): Contents['form'] {
  if (lines.slice(zone.first + 1, zone.last).some(line => line.first === 124)) return 'pipe'
  const paged = raw.find(entry => entry.page !== undefined)
  if (paged?.page === undefined) return 'plain'
  const between = text.slice(paged.title.end, paged.page.start)
  return between.includes('\t') ? 'tab' : /[.…]{2}|…/.test(between) ? 'dots' : 'space'
}

function numberSpans(text: string, start: number, end: number): readonly TextSpan[] {
  const found: TextSpan[] = []
  for (const match of text.slice(start, end).matchAll(/\d+/g))
    found.push(textSpan(text, start + match.index, start + match.index + match[0].length))
  return found
}
