/** What can be folded: whatever has an entry in the outline, and the lists of recommendations. */

import type { Report } from '../../report/model'
import { type Span, trimmed } from '../../text/span'
import { type ReportSymbol, symbols } from './symbols'

export interface Fold {
  /** From the line that stays to the last character of the last line that is hidden. */
  readonly span: Span
  readonly kind: 'region' | 'comment'
}

/** Folds of at least two lines, in the order of the text; they nest and never cross. */
export function folding(report: Report): readonly Fold[] {
  const spans = [...symbolSpans(symbols(report)), ...timescaleSpans(report)]
  return spans
    .filter(span => report.lines.lineAt(span.end) > report.lines.lineAt(span.start))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(span => ({ span, kind: 'region' }))
}

function symbolSpans(list: readonly ReportSymbol[]): Span[] {
  return list.flatMap(symbol => [symbol.span, ...symbolSpans(symbol.children)])
}

function timescaleSpans(report: Report): Span[] {
  return report.sections.flatMap(section =>
    section.timescales.flatMap(({ line, items }) => {
      const last = items.at(-1)
      return last === undefined ? [] : [trimmed(report.text, { start: line.start, end: last.end })]
    }),
  )
}
