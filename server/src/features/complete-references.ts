/** Completion of paragraph numbers behind "see paragraph". */

import type { CompletionItem } from './completion'
import { type Cursor, typedSpan } from './cursor'
import { firstWords } from './paragraph-preview'
import { sectionAt } from './places'

// "paragraph" alone is also a word of prose ("the paragraph above"), so that without a digit it needs one
// of the words that lead to a number.
const references = [
  /(?:\b(?:see|in|to|at|under|from|of|also|and|or|cf\.?)\s+|\()paragraphs?\s+(\d*)$/i,
  /\bparagraphs?\s+(\d+)$/i,
  /\bparagraphs\s+\d(?:[\d\s,–-]|and\s|or\s|to\s)*(?:,\s+|\s(?:and|or|to)\s+|[–-]\s*)(\d*)$/i,
]

/** The numbered paragraphs with their first words; empty unless a reference is being typed. */
export function paragraphItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after } = cursor
  const end = before.slice(-80)
  const typed = references.map(each => each.exec(end)?.[1]).find(each => each !== undefined)
  if (typed === undefined || /^\d/.test(after)) return []
  const span = typedSpan(cursor, typed.length)
  const begun = report.numbering.paragraphs.filter(({ number }) => String(number).startsWith(typed))
  if (begun.length === 1 && String(begun[0]?.number) === typed) return []
  return begun.map(paragraph => {
    const section = sectionAt(report, paragraph.digits.start)?.heading.title.text ?? ''
    return {
      label: `${paragraph.number} ${firstWords(report, paragraph, 60)}`,
      kind: 'paragraph',
      detail: section.replace(/\s+/g, ' '),
      snippet: String(paragraph.number),
      span,
      filterText: String(paragraph.number),
      sortText: String(paragraph.number).padStart(6, '0'),
    }
  })
}
