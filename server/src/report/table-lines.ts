/** The cells of a table's line, and the parts of labels and grades that are wrapped in them. */

import type { Span } from '../text/span'
import { normalTitle, type ReportType } from '../types/report-type'
import { pipeCells } from './contents'
import type { Line } from './scan'

/** The cells that are not empty. */
export function tableCells(text: string, line: Line): readonly Span[] {
  return allCells(text, line).filter(cell => cell.start < cell.end)
}

export function allCells(text: string, line: Line): readonly Span[] {
  return line.first === 124 ? pipeCells(text, line) : columnCells(text, line)
}

/** Cells set apart by tabs or by two spaces and more. */
function columnCells(text: string, line: Line): readonly Span[] {
  const cells: Span[] = []
  const content = text.slice(line.from, line.end)
  const gaps = /\t+| {2,}/g
  let start = 0
  for (let gap = gaps.exec(content); gap !== null; gap = gaps.exec(content)) {
    if (gap.index > start) cells.push({ start: line.from + start, end: line.from + gap.index })
    start = gap.index + gap[0].length
  }
  if (start < content.trimEnd().length) cells.push({ start: line.from + start, end: line.to })
  else if (content.includes('\t')) {
    const at = line.from + content.indexOf('\t') + 1
    cells.push({ start: at, end: at })
  }
  return cells
}

/** Do the words stand in the label of a row: at its start, at its end, or anywhere? */
export function isLabelPart(
  words: string,
  type: ReportType,
  where: 'start' | 'end' | 'anywhere',
): boolean {
  const part = normalTitle(words)
  if (part === '') return false
  for (const title of type.rowsByTitle.keys()) if (isPart(part, title, where)) return true
  return false
}

/** Is it the beginning or end of a grade of several words: `Requires improvement`, `to be good`? */
export function isGradePart(words: string, type: ReportType): boolean {
  const part = words.trim().toLowerCase().replace(/\s+/g, ' ')
  if (part === '') return false
  for (const word of type.scale?.byWord.keys() ?? [])
    if (word.includes(' ') && (isPart(part, word, 'start') || isPart(part, word, 'end')))
      return true
  return false
}

function isPart(part: string, whole: string, where: 'start' | 'end' | 'anywhere'): boolean {
  const [words, all] = [` ${part} `, ` ${whole} `]
  if (where === 'start') return all.startsWith(words)
  if (where === 'end') return all.endsWith(words)
  return all.includes(words)
}
