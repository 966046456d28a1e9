/** The contents: what their entries say, and which sections they mean. */

import { isDecorated, ownWords } from '../../text/decorations'
import type { LineIndex } from '../../text/lines'
import { append } from '../../text/lists'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { align } from '../align'
import { pipeCells } from '../grid/pipes'
import { headingBody } from '../headings/headings'
import type { Line } from '../lines/scan'
import type { Contents, ContentsEntry, Section } from '../model'
import type { ContentsZone } from './find-zone'
import { splitGlued } from './glued'
import { listEntry } from './lists'
import { pagesAfter } from './pages'
import { lastOfEntry } from './wrapped'

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
    append(raw, readEntries(text, last === line ? line : { ...line, to: last.to }, type))
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
  const cells = line.isPiped ? pipeCells(text, line) : undefined
  if (cells !== undefined) {
    const [title, page] = cells.filter(cell => cell.start < cell.end)
    if (title === undefined || /^[\s:|-]*$/.test(text.slice(line.from, line.to))) return []
    const { start, end } = entryTitle(text, title, type)
    return [
      {
        title: textSpan(text, start, end),
        page: page && pageIn(text, page),
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
  const pages = pagesAfter(content)
  const titleEnd = line.from + (pages?.start ?? content.length)
  const written = { start: line.from, end: titleEnd }
  const found = type.sectionTitles.find(text, written)
  const whole = found?.span ?? bareTitle(text, written)
  const numbers = pages === undefined ? [] : numberSpans(text, line.from + pages.first, line.to)
  if (whole.start >= whole.end) return []
  const parts = found ? [] : splitGlued(text, { ...line, to: titleEnd }, type)
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

/** The title in a cell: without its number and decorations where it is one of the type. */
function entryTitle(text: string, cell: Span, type: ReportType): Span {
  const found = type.sectionTitles.findCounted(text, cell)
  return (
    found?.span ??
    (isDecorated(text.slice(cell.start, cell.end)) ? ownWords(text, cell).span : cell)
  )
}

/** The page number in a cell, which may be a link. */
function pageIn(text: string, cell: Span): TextSpan {
  const { start, end } = ownWords(text, cell).span
  return start < end ? textSpan(text, start, end) : textSpan(text, cell.start, cell.end)
}

/** Matches entries with the type's sections as one sequence, then looks for near misses and moved entries. */
function place(
  raw: readonly RawEntry[],
  type: ReportType,
  sections: readonly Section[],
): readonly ContentsEntry[] {
  const candidates = raw.map(entry => type.sectionTitles.named(entry.title.text) ?? [])
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
    orders.filter(order => order !== undefined).map(order => type.sections[order]),
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
    const isFree = (each: SectionDefinition) => !taken.has(each)
    const near =
      type.sectionTitles.nearest(entry.title.text)?.named.find(isFree) ??
      type.sectionTitles
        .nearestByWords(entry.title.text, each => isFree(each) && present.has(each))
        ?.find(isFree)
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
  if (lines.slice(zone.first + 1, zone.last).some(line => line.isPiped)) return 'pipe'
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
