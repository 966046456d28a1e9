/** Titles of boxed sections that head a few lines of another section: "Leadership" above recommendations. */

import type { ReportType, SectionDefinition } from '../../types/report-type'
import { readBareGrade, readCell } from '../grades/grades'
import type { Line } from '../lines/scan'
import { tableCells } from '../lines/table-lines'
import type { HeadingLine } from './headings'

/** Lines after a heading, not counting blank ones, in which its box would be. */
const linesToBox = 4

/**
 * The headings without those that name a boxed section but are subheadings. In a report whose boxed sections
 * have their grade beside or below the title, a title without any is a subheading, where the section's own
 * box is there too or where it is out of the order of the boxes.
 */
export function withoutSubheadings(
  text: string,
  lines: readonly Line[],
  headings: readonly HeadingLine[],
  type: ReportType,
): readonly HeadingLine[] {
  const boxed = new Set(headings.filter(each => isBoxed(text, lines, each, type)))
  const orders = new Map([...boxed].map(each => [each, orderOf(each)]))
  const known = new Set(orders.values())
  if (known.size === 0) return headings
  return headings.filter(heading => {
    if (boxed.has(heading) || !heading.definitions.every(isTable)) return true
    const order = orderOf(heading)
    if (known.has(order)) return false
    // One box alone shows no order.
    if (known.size < 2 || isSentence(text, heading)) return true
    return [...orders].every(([box, other]) =>
      box.firstLine < heading.firstLine ? other < order : other > order,
    )
  })
}

/**
 * Is its grade said in a sentence: "Leadership is good"? Then it heads its section, wherever it is. "Leadership: good."
 * may be an item of a list.
 */
function isSentence(text: string, { heading, grade }: HeadingLine): boolean {
  return grade?.form === 'suffix' && !text.slice(heading.title.end, grade.span.start).includes(':')
}

const isTable = ({ grade }: SectionDefinition) => grade === 'table'

const orderOf = ({ definitions }: HeadingLine) => definitions[0]?.order ?? 0

/** Is a grade beside the title or below it, alone or in a row of its own? */
function isBoxed(
  text: string,
  lines: readonly Line[],
  { definitions, grade, lastLine }: HeadingLine,
  { scale }: ReportType,
): boolean {
  if (scale === undefined || !definitions.every(isTable)) return false
  if (grade !== undefined) return grade.form === 'cell' || grade.form === 'line'
  let left = linesToBox
  for (let at = lastLine; at < lines.length && left > 0; at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture) continue
    left--
    const cells = tableCells(text, line)
    const last = cells.at(-1)
    if (last === undefined) continue
    if (line.isPiped && readCell(text, last, scale)?.wordGrade !== undefined) return true
    const isFirst = left === linesToBox - 1
    if (isFirst && cells.length === 1 && readBareGrade(text, last, scale)?.wordGrade) return true
  }
  return false
}
