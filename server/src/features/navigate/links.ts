/** Links in the text: contents entries lead to their sections, paragraph references to the paragraphs. */

import * as l10n from '@vscode/l10n'
import type { Report } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import type { Span } from '../../text/span'

export interface Link {
  /** The words that are the link. */
  readonly span: Span
  /** Where it leads: an offset of the same text. */
  readonly target: number
  /** Shown when the pointer rests on it. */
  readonly tooltip: string
}

/** All links, in the order of the text. */
export function links(report: Report): readonly Link[] {
  const entries = (report.contents?.entries ?? []).flatMap(({ title, section }): Link[] =>
    section === undefined
      ? []
      : [
          {
            span: title,
            target: section.heading.title.start,
            tooltip: l10n.t('Go to the section'),
          },
        ],
  )
  const references = report.references.flatMap(({ digits, number, paragraph }): Link[] =>
    paragraph === undefined
      ? []
      : [
          {
            span: digits,
            target: paragraph.digits.start,
            tooltip: l10n.t('Go to paragraph {0}', numberText(number)),
          },
        ],
  )
  return [...entries, ...references].sort((a, b) => a.span.start - b.span.start)
}
