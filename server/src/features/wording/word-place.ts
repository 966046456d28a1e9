/** Says where something is in words that lead there in Word, which shows no lines. */

import * as l10n from '@vscode/l10n'
import type { Paragraph, Report, Section, SummaryEntry } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { firstAbove, overlapping } from '../../text/inside'
import { contains } from '../../text/span'
import { plainLine, sectionTitle } from './section-title'

export interface WordPlace {
  /** The section with the part it is in, "Contents" or "Cover". */
  readonly section: string
  /** `paragraph 12`, `below paragraph 12`, `row "Quality of provision"`; empty where nothing is nearer. */
  readonly within: string
}

/**
 * Where the offset is: its section, and the number that Word shows before its paragraph.
 *
 * `{ section: 'Quality of provision (Safeguarding services)', within: 'paragraph 14' }`
 */
export function wordPlace(report: Report, offset: number): WordPlace {
  const places = placesOf(report)
  const section = places.sectionAt(offset)
  const row = places.rowAt(offset)
  const within =
    row === undefined
      ? paragraphAt(report, section, places.paragraphBefore(offset), offset)
      : rowNamed(row, places.labels)
  return { section: section === undefined ? before(report, offset) : sectionTitle(section), within }
}

/**
 * The same in numbers alone, for whoever may not read the report: the section is counted from the first heading,
 * and a paragraph is known by the number that Word shows.
 *
 * `{ section: 'section 3', within: 'paragraph 14' }`
 */
export function numberedPlace(report: Report, offset: number): WordPlace {
  const places = placesOf(report)
  const section = places.sectionAt(offset)
  const row = places.rowAt(offset)
  return {
    section:
      section === undefined
        ? l10n.t('before the first section')
        : l10n.t('section {0}', report.sections.indexOf(section) + 1),
    within:
      row === undefined
        ? paragraphAt(report, section, places.paragraphBefore(offset), offset)
        : l10n.t('row {0} of the summary table', (report.summary?.entries.indexOf(row) ?? 0) + 1),
  }
}

/** What is looked up for each offset, prepared once for each report because every problem asks for it. */
interface Places {
  readonly sectionAt: (offset: number) => Section | undefined
  readonly rowAt: (offset: number) => SummaryEntry | undefined
  readonly paragraphBefore: (offset: number) => Paragraph | undefined
  /** How many rows have each label. */
  readonly labels: ReadonlyMap<string, number>
}

const known = new WeakMap<Report, Places>()

function placesOf(report: Report): Places {
  const there = known.get(report)
  if (there !== undefined) return there
  const { sections, summary, numbering } = report
  const entries = summary?.entries ?? []
  const sectionsAt = overlapping(sections.map(of => ({ ...of.extent, of })))
  const rowsAt = overlapping(
    entries.map(of => ({ ...of.line, of })).sort((a, b) => a.start - b.start),
  )
  const paragraphs = numbering.paragraphs
  const starts = paragraphs.map(each => (each.displaced ? each.span.start : each.label.start))
  // Where a later one begins earlier, because its number is displaced, the place counts as part of the later
  // one.
  for (let at = starts.length - 2; at >= 0; at--)
    starts[at] = Math.min(starts[at] as number, starts[at + 1] as number)
  const labels = new Map<string, number>()
  for (const { label } of entries) {
    const words = plainLine(label.text)
    labels.set(words, (labels.get(words) ?? 0) + 1)
  }
  const places: Places = {
    sectionAt: offset => sectionsAt({ start: offset, end: offset + 1 }).at(-1)?.of,
    rowAt: offset => rowsAt({ start: offset, end: offset + 1 })[0]?.of,
    paragraphBefore: offset => paragraphs[firstAbove(starts, offset) - 1],
    labels,
  }
  known.set(report, places)
  return places
}

/** With its group where another row has the same label. */
function rowNamed(row: SummaryEntry, labels: ReadonlyMap<string, number>): string {
  const label = plainLine(row.label.text)
  const group = row.definition?.path[0]
  return (labels.get(label) ?? 0) > 1 && group !== undefined
    ? l10n.t('row "{0}" under "{1}"', label, group)
    : l10n.t('row "{0}"', label)
}

function before({ contents }: Report, offset: number): string {
  const inContents =
    contents !== undefined && contains(contents.span, { start: offset, end: offset })
  return inContents ? plainLine(contents.heading.text) : l10n.t('Cover')
}

function paragraphAt(
  { text }: Report,
  section: Section | undefined,
  last: Paragraph | undefined,
  offset: number,
): string {
  if (last === undefined || section === undefined || last.span.start < section.extent.start)
    return ''
  // A note after the last word is still in the paragraph.
  const lineEnd = text.indexOf('\n', last.span.end)
  const isOnLastLine = lineEnd === -1 || offset <= lineEnd
  return isOnLastLine || last.span.start === last.span.end
    ? l10n.t('paragraph {0}', numberText(last.number))
    : l10n.t('below paragraph {0}', numberText(last.number))
}
