/** The judgements of reports as plain data, for spreadsheets and other programs. */

import { agreesThroughout } from '../../report/judgements'
import type { DateRange, Judgement, Report } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { inspectionDates, publicationDate } from '../wording/report-dates'
import { reportOutcome } from '../wording/report-outcome'
import { plainLine } from '../wording/section-title'

/** The judgements of one report. docs/judgements.md describes it; other programs read it. */
export interface ReportJudgements {
  readonly file: string
  /** Null where the cover names none. */
  readonly authority: string | null
  readonly type: { readonly id: string; readonly name: string; readonly edition: string | null }
  readonly status: 'draft' | 'finished'
  /** ISO dates. */
  readonly inspected: DateRange | null
  readonly published: string | null
  readonly judgements: readonly ListedJudgement[]
}

export interface ListedJudgement {
  /** Titles of the parts it is in, outermost first. */
  readonly part: readonly string[]
  readonly judgement: string
  /** Null where no place states a grade, or the places differ. */
  readonly grade: string | null
  readonly number: number | null
  /** True where every place that should state the grade was read and says the same; null where that cannot be said. */
  readonly agrees: boolean | null
  /** The places that should state the grade, and in which none was read. */
  readonly unread: Judgement['unread']
  readonly stated: readonly { readonly place: StatedPlace; readonly grade: string }[]
  /** First and last number of the paragraphs in its section, as written; null where none is numbered. */
  readonly paragraphs: { readonly first: string; readonly last: string } | null
}

type StatedPlace = 'heading' | 'grade' | 'opening' | 'row' | 'contents'

/** The names that people see in a spreadsheet. */
const placeNames: Readonly<Record<StatedPlace, string>> = {
  heading: 'heading',
  grade: 'grade line',
  opening: 'first sentence',
  row: 'row',
  contents: 'contents',
}

/** All judgements of the report, `file` being what it is called in the list. */
export function listJudgements(report: Report, file: string): ReportJudgements {
  const { type, cover, status } = report
  return {
    file,
    authority: cover.authority === undefined ? null : plainLine(cover.authority.text),
    type: { id: type.id, name: type.name, edition: type.edition ?? null },
    status,
    inspected: inspectionDates(report) ?? null,
    published: publicationDate(report) ?? null,
    judgements: [...report.judgements.map(each => listed(report, each)), ...listedOutcome(report)],
  }
}

function listed(report: Report, judgement: Judgement): ListedJudgement {
  const { part, title, grade, unread, disagreement, mentions } = judgement
  const stated = mentions.flatMap(({ kind, grade }) =>
    grade === undefined ? [] : [{ place: kind, grade: grade.word }],
  )
  return {
    part: part.map(plainLine),
    judgement: plainLine(title),
    grade: grade?.word ?? null,
    number: grade?.number ?? null,
    agrees: agreesThroughout(judgement) ? true : disagreement === undefined ? null : false,
    unread,
    stated,
    paragraphs: paragraphsOf(report, judgement),
  }
}

/** Where a type has outcomes, they take the place of grades. */
function listedOutcome(report: Report): readonly ListedJudgement[] {
  const outcome = reportOutcome(report)
  if (outcome === undefined) return []
  const { title, words } = outcome
  const stated = words === undefined ? [] : [{ place: 'opening' as const, grade: words }]
  return [
    {
      part: [],
      judgement: title,
      grade: words ?? null,
      number: null,
      agrees: words === undefined ? null : true,
      unread: [],
      stated,
      paragraphs: null,
    },
  ]
}

/** Of the section and everything in it. */
function paragraphsOf(
  { numbering }: Report,
  { section }: Judgement,
): ListedJudgement['paragraphs'] {
  if (section === undefined) return null
  const { start, end } = section.extent
  const inside = numbering.paragraphs.filter(({ span }) => start <= span.start && span.start < end)
  const [first, last] = [inside[0], inside.at(-1)]
  if (first === undefined || last === undefined) return null
  return { first: numberText(first.number), last: numberText(last.number) }
}

// --- As files ---------------------------------------------------------------------------------

export interface JudgementsFile {
  readonly version: 1
  readonly reports: readonly ReportJudgements[]
}

/** The judgements as JSON: a `JudgementsFile`. */
export function judgementsAsJson(reports: readonly ReportJudgements[]): string {
  const file: JudgementsFile = { version: 1, reports }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

const columns: readonly [string, (report: ReportJudgements, each: ListedJudgement) => Cell][] = [
  ['Authority', ({ authority }) => authority],
  ['Type', ({ type }) => type.name],
  ['Inspected from', ({ inspected }) => inspected?.from],
  ['Inspected to', ({ inspected }) => inspected?.to],
  ['Published', ({ published }) => published],
  ['Status', ({ status }) => status],
  ['Part', (_, { part }) => part.join(' > ')],
  ['Judgement', (_, { judgement }) => judgement],
  ['Grade', (_, { grade }) => grade],
  ['Number', (_, { number }) => number],
  ['Agrees', (_, each) => agreesInWords(each)],
  [
    'Stated',
    (_, { stated }) =>
      stated.map(({ place, grade }) => `${placeNames[place]}: ${grade}`).join('; '),
  ],
  ['First paragraph', (_, { paragraphs }) => inWords(paragraphs?.first)],
  ['Last paragraph', (_, { paragraphs }) => inWords(paragraphs?.last)],
  ['File', ({ file }) => file],
]

type Cell = string | number | null | undefined

function agreesInWords({ grade, agrees, unread }: ListedJudgement): Cell {
  if (agrees !== null) return agrees ? 'yes' : 'no'
  return grade === null ? '' : `not read in the ${unread.join(' and the ')}`
}

/** As a number, 1.10 would become 1.1, whatever marks are around it. */
function inWords(paragraph: string | undefined): Cell {
  return paragraph === undefined ? undefined : `paragraph ${paragraph}`
}

/**
 * The judgements as comma-separated values, one line each, as spreadsheets read them: with a byte-order mark,
 * without which Excel mistakes UTF-8 for another encoding, and with nothing that a spreadsheet would run.
 */
export function judgementsAsCsv(reports: readonly ReportJudgements[]): string {
  const rows = reports.flatMap(report =>
    report.judgements.map(each => columns.map(([, of]) => cell(of(report, each)))),
  )
  const lines = [columns.map(([title]) => cell(title)), ...rows]
  return `\ufeff${lines.map(line => `${line.join(',')}\r\n`).join('')}`
}

function cell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  // A spreadsheet runs what begins like a formula; the apostrophe says that it is text.
  const harmless = /^\s*[=+\-@|%＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
