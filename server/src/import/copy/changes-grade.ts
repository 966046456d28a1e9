/** Does a change touch what a report says about a grade? */

import { gradesIn } from '../../report/grades/statement'
import type { Report } from '../../report/model'
import { applyEdits, type TextEdit } from '../../text/edits'
import { hunkOf } from './hunks'

/**
 * True where any word of a grade is another one afterwards, or in another place among the others; and where a number
 * changes in a line that has one, since it may be the grade’s own.
 */
export function changesGrade({ text, lines, type }: Report, edits: readonly TextEdit[]): boolean {
  const scale = type.scale ?? type.others.scale
  if (scale === undefined) return false
  const gradesOf = (words: string) =>
    [...gradesIn(words, scale)].map(({ start, end }) => words.slice(start, end).toLowerCase())
  const before = gradesOf(text)
  const after = gradesOf(applyEdits(text, edits))
  if (before.length !== after.length || before.some((word, at) => word !== after[at])) return true
  return edits.some(edit => {
    const hunk = hunkOf(text, edit)
    if (hunk === undefined) return false
    const { span, newText } = hunk
    if (!/\d/.test(text.slice(span.start, span.end) + newText)) return false
    const first = lines.start(lines.lineAt(span.start))
    const last = lines.end(lines.lineAt(span.end))
    return gradesOf(text.slice(first, last)).length > 0
  })
}
