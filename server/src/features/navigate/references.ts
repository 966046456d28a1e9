/** Find all references: every place of a judgement, a paragraph number or a title. */

import type { Paragraph, Report } from '../../report/model'
import type { Span } from '../../text/span'
import { placeAt, type Title } from './places'

/** One place of a fact. */
export interface Occurrence {
  readonly span: Span
  /** The heading of a section or the number before a paragraph, which the others refer to. */
  readonly isDeclaration: boolean
}

/**
 * The places of the fact at `offset`, in the order of the text; empty where nothing is stated.
 * `includeDeclaration` adds the heading of a section and the number before a paragraph.
 */
export function references(
  report: Report,
  offset: number,
  includeDeclaration: boolean,
): readonly Span[] {
  return occurrences(report, offset)
    .filter(each => includeDeclaration || !each.isDeclaration)
    .map(each => each.span)
}

/** All places of the fact at `offset`, in the order of the text; empty where nothing is stated. */
export function occurrences(report: Report, offset: number): readonly Occurrence[] {
  const place = placeAt(report, offset)
  if (place === undefined) return []
  const found = ((): Occurrence[] => {
    switch (place.kind) {
      case 'judgement':
        return place.judgement.mentions.map(({ kind, span }) => ({
          span,
          isDeclaration: kind === 'heading',
        }))
      case 'title':
        return titleOccurrences(place.title)
      case 'paragraph':
        return paragraphOccurrences(report, place.paragraph, place.paragraph.number)
      case 'reference':
        return paragraphOccurrences(report, place.reference.paragraph, place.reference.number)
    }
  })()
  return found.sort((a, b) => a.span.start - b.span.start)
}

function titleOccurrences(title: Title): Occurrence[] {
  return [
    ...title.sections.map(each => ({ span: each.heading.title, isDeclaration: true })),
    ...title.entries.map(each => ({ span: each.title, isDeclaration: false })),
    ...title.groups.map(each => ({ span: each.label, isDeclaration: false })),
  ]
}

/** References by number, so that those to a number that two paragraphs share are found from both. */
function paragraphOccurrences(
  report: Report,
  paragraph: Paragraph | undefined,
  number: number,
): Occurrence[] {
  const found: Occurrence[] = report.references
    .filter(reference => reference.number === number)
    .map(reference => ({ span: reference.digits, isDeclaration: false }))
  if (paragraph !== undefined) found.push({ span: paragraph.digits, isDeclaration: true })
  return found
}
