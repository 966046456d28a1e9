/** Completion of paragraph numbers after "see paragraph". */

import type { Paragraph } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { singleSpaced } from '../../text/spaces'
import { sectionAt } from '../navigate/places'
import { firstWords } from '../wording/paragraph-preview'
import type { CompletionItem } from './completion-item'
import { type Cursor, typedSpan } from './cursor'

// "paragraph" alone is also an ordinary word ("the paragraph above"), so without a digit it needs one of the
// words that lead to a number.
const references = [
  /(?:\b(?:see|in|to|at|under|from|of|also|and|or|cf\.?)\s+|\()paragraphs?\s+(\d*(?:\.\d*)?)$/i,
  /\bparagraphs?\s+(\d+(?:\.\d*)?)$/i,
  /\bparagraphs\s+\d(?:[\d.\s,–-]|and\s|or\s|to\s)*(?:,\s+|\s(?:and|or|to)\s+|[–-]\s*)(\d*(?:\.\d*)?)$/i,
]

/** The numbered paragraphs with their first words; empty unless a reference is being typed. */
export function paragraphItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  const end = before.slice(-80)
  const typed = references.map(each => each.exec(end)?.[1]).find(each => each !== undefined)
  if (typed === undefined || /^\d/.test(after)) return []
  const span = typedSpan(cursor, typed.length)
  // No paragraph refers to itself.
  const begun = report.numbering.paragraphs.filter(
    each => numberText(each.number).startsWith(typed) && !isAround(each, cursor),
  )
  if (begun.length === 1 && numberText(begun[0]?.number ?? 0) === typed) return []
  return begun.map(paragraph => {
    const written = numberText(paragraph.number)
    const section = sectionAt(report, paragraph.digits.start)?.heading.title.text ?? ''
    return {
      label: `${written} ${firstWords(report, paragraph, 60)}`,
      kind: 'paragraph',
      detail: singleSpaced(section),
      snippet: written,
      span,
      filterText: written,
      sortText: String(paragraph.number).padStart(7, '0'),
    }
  })
}

/** Is the cursor in the paragraph, or after the space at its end? */
function isAround({ label, span }: Paragraph, { offset, lineStart }: Cursor): boolean {
  return label.start <= offset && lineStart <= span.end
}
