/** Says where something stands in words that lead there in Word, which shows no lines. */

import type { Report, Section } from '../report/model'
import { contains } from '../text/span'

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
  const within =
    row === undefined ? paragraphAt(report, section, offset) : `row "${plain(row.label.text)}"`
  return { section: section === undefined ? before(report, offset) : titled(section), within }
}

function sectionAt({ sections }: Report, offset: number): Section | undefined {
  return sections.findLast(({ extent }) => extent.start <= offset && offset < extent.end)
}

/** "Quality of provision (Safeguarding services)": names repeat in the parts of a report. */
function titled({ definition, heading }: Section): string {
  const part = definition.path[0]
  const title = plain(heading.title.text)
  return part === undefined ? title : `${title} (${part})`
}

function before({ contents }: Report, offset: number): string {
  const inContents =
    contents !== undefined && contains(contents.span, { start: offset, end: offset })
  return inContents ? plain(contents.heading.text) : 'Cover'
}

function paragraphAt({ numbering }: Report, section: Section | undefined, offset: number): string {
  const last = numbering.paragraphs.findLast(
    ({ label, displaced, span }) => (displaced ? span.start : label.start) <= offset,
  )
  if (last === undefined || section === undefined || last.span.start < section.extent.start)
    return ''
  return offset < last.span.end || last.span.start === last.span.end
    ? `paragraph ${last.number}`
    : `below paragraph ${last.number}`
}

function plain(text: string): string {
  return text.replace(/[*_]+/g, '').replace(/\s+/g, ' ').trim()
}
