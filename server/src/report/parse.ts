/** Reads a text as a report: the one place where the parts of the model are put together. */

import { commonText } from '../text/characters'
import { isLetter, runsOf } from '../text/letters'
import { LineIndex } from '../text/lines'
import { blanked } from '../text/spaces'
import { finish, type Steps } from '../text/steps'
import { builtInCatalogue } from '../types/built-in'
import type { TypeCatalogue } from '../types/catalogue'
import type { ReportType, RowDefinition, SectionDefinition } from '../types/report-type'
import { cutBlocks, type Zones } from './blocks'
import { readContents } from './contents/contents'
import { findContents } from './contents/find-zone'
import { readCover, statusOf } from './cover/cover'
import { withSentence, withStatements } from './cover/statements'
import { hasBrokenBox } from './headings/boxes'
import { findHeadings } from './headings/heading-lines'
import type { HeadingLine } from './headings/headings'
import { seemsJudged } from './headings/judgement-sentences'
import { gatherJudgements, withSupport } from './judgements'
import { divisionsIn } from './lines/divided-words'
import { readFlow } from './lines/flow'
import { type Line, scanLines, type TypedLines } from './lines/scan'
import { atWrittenPlaces } from './lines/written-places'
import { hiddenBy, withoutBreaks, withoutFences } from './marks/hidden'
import { readMarks, remarksIn } from './marks/marks'
import { datesInText } from './marks/text-dates'
import type { Cover, Report, Section, TypeTime } from './model'
import { readNumbering, wholeParagraphs } from './numbering/numbering'
import { readReferences } from './numbering/references'
import { type UnknownType, unknownType } from './recognise/named-type'
import {
  firstLine,
  type Recognised,
  recognise,
  type TypeChoice,
  titleOf,
} from './recognise/recognise'
import { headLength } from './recognise/titles'
import { findMisspelt } from './sections/misspelt'
import { firstDayOf, isRequiredOn } from './sections/required'
import { displacedGrades, makeSections } from './sections/section-texts'
import { type PlacedHeading, placeHeadings, vacantSections } from './sections/sections'
import { findSlips, withoutTableHeads } from './sections/slips'
import { findSummary } from './summary/find-zone'
import { readSummary } from './summary/summary'
import type { SummaryZone } from './summary/zone'

export interface ParseOptions {
  /** The types that may be recognised; the built-in ones if left out. */
  readonly types?: TypeCatalogue
  /** The type that somebody has chosen for this text. */
  readonly choice?: TypeChoice | undefined
  /** Reads the text as this type, whatever it looks like. */
  readonly type?: ReportType
}

/**
 * The report that the text is; undefined where it is not a report of a known type.
 *
 * Total: any text is read, whatever its form, and nothing is thrown. Linear in the text's length.
 */
export function parseReport(text: string, options: ParseOptions = {}): Report | undefined {
  return finish(parseSteps(text, options))
}

/** The same in steps, one for each part of the model. */
export function* parseSteps(text: string, options: ParseOptions = {}): Steps<Report | undefined> {
  const { isWord } = options.types ?? builtInCatalogue()
  const { seen, common, written } = commonText(text, divisionsIn(text, isWord))
  yield
  const report = yield* readText(seen, withoutFences(common), options)
  return report && written ? atWrittenPlaces(report, text, written) : report
}

function* readText(text: string, shown: string, options: ParseOptions): Steps<Report | undefined> {
  const recognised = options.type
    ? asType(shown, options.type)
    : recognise(shown, options.types ?? builtInCatalogue(), options.choice)
  yield
  if (recognised === undefined) return undefined
  const head = shown.slice(0, headLength)
  const unknown = unknownType(head, options.types ?? builtInCatalogue())
  return yield* readReport(text, shown, recognised, unknown)
}

function asType(text: string, type: ReportType): Recognised {
  return { type, title: titleOf(text, type), authority: undefined, why: 'user', time: {} }
}

/** Reads the report from `shown`, which is `source` with fenced code blank. */
function* readReport(
  source: string,
  shown: string,
  { type, title, authority, why, time }: Recognised,
  unknown: UnknownType | undefined,
): Steps<Report> {
  const index = new LineIndex(source)
  const remarks = remarksIn(shown, index)
  const hidden = hiddenBy(remarks)
  const text = withoutBreaks(blanked(shown, hidden))
  yield
  const lines = scanLines(text, index, title)
  yield
  const contentsZone = findContents(text, lines, type)
  yield
  const bodyFirst = contentsZone?.last ?? 0
  const table = withSentence(text, lines, findSummary(text, lines, contentsZone, type), type)
  yield
  const headingLines = bodyZones(bodyFirst, table, lines.length).flatMap(zone =>
    findHeadings(text, lines, zone, type),
  )
  yield
  const tableOnCover = table?.instead === undefined ? undefined : table.first
  const coverUpTo = (last: number): Cover => {
    const covered = readCover(text, index, { start: 0, end: index.start(last) }, type)
    // In a letter the name is only in its title; near it are the addressees and text.
    const named = type.letter ? (authority ?? covered.authority) : (covered.authority ?? authority)
    return { ...covered, authority: named }
  }
  const exactLast = contentsZone?.first ?? headingLines[0]?.firstLine ?? lines.length
  const supposed = coverUpTo(exactLast)
  yield
  const given = firstDayOf(supposed)
  const isOutside = given !== undefined && !isWithin(given, time)
  // What depends on the day is not judged by a wrong one.
  const inspected = isOutside ? undefined : given
  const { placed, vacant } = placeAll(
    { text, lines, type },
    headingLines,
    { bodyFirst, table },
    inspected,
  )
  yield
  // The first heading may be a misspelt one.
  const coverLast = contentsZone?.first ?? Math.min(exactLast, placed[0]?.firstLine ?? exactLast)
  const cover = coverLast === exactLast ? supposed : coverUpTo(coverLast)
  const zones: Zones = {
    frontMatter: frontMatterEnd(text, lines),
    // After a table on the cover the report's own text begins.
    cover: Math.min(coverLast, tableOnCover ?? coverLast),
    contents: contentsZone,
    summary: table,
  }
  const cut = cutBlocks({ text, shown, lines, type }, zones, placed)
  const { blocks } = cut
  yield
  const whole = wholeParagraphs(text, cut)
  const flow = readFlow(text, blocks, whole.splits, hidden)
  yield

  const names = new Set(runsOf((cover.authority?.text ?? '').toLowerCase(), isNamePart))
  const rawSections = makeSections({ text, flow }, placed, blocks, { type, names })
  yield
  const isRequired = (row: RowDefinition) =>
    row.required && (row.section === undefined || isRequiredOn(row.section, inspected))
  const summaryHeading =
    table?.instead ?? rawSections.find(section => section.definition.kind === 'summary')?.heading
  const rawSummary =
    table === undefined || summaryHeading === undefined
      ? undefined
      : withStatements(
          { text, flow },
          {
            start: title.end,
            end: index.start(table.first),
            below: index.start(table.below ?? table.last),
          },
          readSummary(text, lines, table, summaryHeading, type, isRequired),
          type,
        )
  yield
  const { sections, summary } = withSupport(rawSections, rawSummary)
  const displaced = displacedGrades(text, sections, blocks, type)
  const contents = contentsZone && readContents(text, lines, index, contentsZone, type, sections)
  const extentsOf = (is: (section: Section) => boolean) =>
    sections.filter(is).map(({ extent }) => extent)
  const misplaced = extentsOf(({ placement }) => placement === 'misplaced')
  const ownParts = extentsOf(({ definition }) => definition.ownNumbers)
  yield
  const numbering =
    type.numbering === 'none'
      ? { paragraphs: [], faults: [], splits: [], restarts: [] }
      : readNumbering(text, index, cut, whole, { misplaced, ownParts })
  yield
  const references = readReferences(flow, numbering, type.numbering)
  yield
  const marks = readMarks(shown, index, { blocks, flow, type, remarks })
  yield

  return {
    text: source,
    lines: index,
    type,
    recognised: why,
    unknownType: unknown,
    status: statusOf(cover),
    // Below the first section or the contents, it is part of the text, a page header or another report's.
    title: title.end <= cover.span.end ? title : firstLine(shown),
    blocks,
    cover,
    outsideTime: isOutside ? time : undefined,
    contents,
    sections,
    missingSections: topmost(
      vacant,
      sections.map(section => section.definition),
    ),
    misspeltHeadings: sections.filter(section => section.match === 'misspelt'),
    numbering,
    references,
    summary,
    ...marks,
    dates: datesInText(flow),
    flow,
    judgements: gatherJudgements(type, sections, summary, contents, displaced),
    displacedGrades: displaced,
  }
}

/**
 * The lines that may hold headings: after the contents and outside the summary table, whose own heading makes
 * a zone by itself.
 */
function bodyZones(first: number, table: SummaryZone | undefined, end: number) {
  if (table === undefined) return [{ first, last: end }]
  return [
    { first, last: table.heading },
    { first: Math.max(first, table.heading), last: table.first },
    { first: Math.max(first, table.below ?? table.last), last: end },
  ]
}

/** The headings with the sections they are, near misses included, and the sections that stay vacant. */
function placeAll(
  source: TypedLines,
  headingLines: readonly HeadingLine[],
  { bodyFirst, table }: { readonly bodyFirst: number; readonly table: SummaryZone | undefined },
  inspected: string | undefined,
): { readonly placed: readonly PlacedHeading[]; readonly vacant: readonly SectionDefinition[] } {
  const { text, lines, type } = source
  const right = placeHeadings(withoutTableHeads(text, lines, headingLines, type), type)
  const zone = {
    first: table?.instead ? Math.max(table.last, bodyFirst) : bodyFirst,
    last: lines.length,
  }
  const slips = findSlips(text, lines, bodyZones(zone.first, table, zone.last), right, type)
  const exact = [...right, ...slips].sort((a, b) => a.firstLine - b.firstLine)
  const vacant = vacantSections(exact, type, inspected)
  const misspelt = findMisspelt(source, zone, exact, vacant).filter(
    each => table === undefined || each.firstLine < table.first || each.firstLine >= table.last,
  )
  if (misspelt.length === 0 && vacant.length === 0) return { placed: exact, vacant }
  const found = new Set(misspelt.map(each => each.definition))
  return {
    placed: [...exact, ...misspelt].sort((a, b) => a.firstLine - b.firstLine),
    vacant: vacant.filter(
      each =>
        !found.has(each) &&
        !hasBrokenBox(source, zone, each) &&
        !seemsJudged(source, zone.first, each),
    ),
  }
}

function isWithin(day: string, { from = day, to = day }: TypeTime): boolean {
  return from <= day && day <= to
}

function isNamePart(code: number): boolean {
  return isLetter(code) || code === 39 || code === 45
}

function frontMatterEnd(text: string, lines: readonly Line[]): number {
  const isFence = (line: Line | undefined) =>
    line !== undefined && text.slice(line.from, line.to) === '---'
  if (!isFence(lines[0])) return 0
  const end = lines.findIndex((line, at) => at > 0 && isFence(line))
  return end === -1 ? 0 : end + 1
}

/** Leaves out what belongs to a missing section of which nothing is there. */
function topmost(
  vacant: readonly SectionDefinition[],
  present: readonly SectionDefinition[],
): readonly SectionDefinition[] {
  const missing = new Set(vacant)
  const started = new Set<SectionDefinition>()
  for (const definition of present)
    for (let at = definition.parent; at !== undefined; at = at.parent) started.add(at)
  return vacant.filter(definition => {
    for (let at = definition.parent; at !== undefined; at = at.parent)
      if (missing.has(at) && !started.has(at)) return false
    return true
  })
}
