/** Says where something stands in words that lead there in Word, which shows no lines. */

import * as l10n from '@vscode/l10n'
import type { Report, Section, SummaryEntry } from '../report/model'
import { numberText } from '../report/paragraph-number'
import { contains } from '../text/span'
import { plainLine, sectionTitle } from './section-title'

export interface WordPlace {
  /** The section with the part it stands in, "Contents" or "Cover". */
  readonly section: string
  /** `paragraph 12`, `below paragraph 12`, `row "Quality of provision"`; empty where nothing is nearer. */
  readonly within: string
}

/**
 * Where the offset stands: its section, and the number that Word shows before its paragraph.
 *
 * `{ section: 'Quality of provision (Safeguarding services)', within: 'paragraph 14' }`
 */
export function wordPlace(report: Report, offset: number): WordPlace {
  const section = sectionAt(report, offset)
  const row = report.summary?.entries.find(({ line }) => line.start <= offset && offset < line.end)
  const within = row === undefined ? paragraphAt(report, section, offset) : rowNamed(report, row)
  return { section: section === undefined ? before(report, offset) : sectionTitle(section), within }
}

/** With its group where another row has the same label. */
function rowNamed({ summary }: Report, row: SummaryEntry): string {
  const label = plainLine(row.label.text)
  const group = row.definition?.path[0]
  const isRepeated = summary?.entries.some(
    each => each !== row && plainLine(each.label.text) === label,
  )
  return isRepeated && group !== undefined
    ? l10n.t('row "{0}" under "{1}"', label, group)
    : l10n.t('row "{0}"', label)
}

function sectionAt({ sections }: Report, offset: number): Section | undefined {
  return sections.findLast(({ extent }) => extent.start <= offset && offset < extent.end)
}

function before({ contents }: Report, offset: number): string {
  const inContents =
    contents !== undefined && contains(contents.span, { start: offset, end: offset })
  return inContents ? plainLine(contents.heading.text) : l10n.t('Cover')
}

function paragraphAt(
  { numbering, text }: Report,
  section: Section | undefined,
  offset: number,
): string {
  const last = numbering.paragraphs.findLast(
    ({ label, displaced, span }) => (displaced ? span.start : label.start) <= offset,
  )
  if (last === undefined || section === undefined || last.span.start < section.extent.start)
    return ''
  // A note behind the last word still stands in the paragraph.
  const lineEnd = text.indexOf('\n', last.span.end)
  const isOnLastLine = lineEnd === -1 || offset <= lineEnd
  return isOnLastLine || last.span.start === last.span.end
    ? l10n.t('paragraph {0}', numberText(last.number))
    : l10n.t('below paragraph {0}', numberText(last.number))
}
