/** The cells of a table's line, and the parts of labels and grades that are wrapped in them. */

import type { Span } from '../../text/span'
import type { ReportType } from '../../types/report-type'
import { bareWords } from '../grades/bare-grade'
import { standsForGrade } from '../grades/grades'
import { cellsApart, tightGap } from '../grid/gaps'
import { pipeCells } from '../grid/pipes'
import { isPlaceholderAlone } from '../marks/placeholders'
import type { Line } from './scan'

/** The cells that are not empty. */
export function tableCells(text: string, line: Line): readonly Span[] {
  return allCells(text, line).filter(cell => cell.start < cell.end)
}

function allCells(text: string, line: Line): readonly Span[] {
  return line.isPiped ? pipeCells(text, line) : columnCells(text, line)
}

/** The cells of a row without a cell that holds nothing but the number printed before its title. */
export function rowCells(text: string, line: Line, type: ReportType): readonly Span[] {
  const cells = allCells(text, line)
  const [first, second] = cells
  if (first === undefined || second === undefined || second.start === second.end) return cells
  return isPrintedNumber(text.slice(first.start, first.end), type) ? cells.slice(1) : cells
}

/** `2.1`, in a type that prints such numbers before the titles of rows. */
export function isPrintedNumber(words: string, type: ReportType): boolean {
  return printsNumbers(type) && /^[*_]*\d{1,2}(?:\.\d{1,2})*[.)]?[*_]*$/.test(words)
}

function printsNumbers(type: ReportType): boolean {
  return type.rows.some(row => row.label !== undefined)
}

/** Cells set apart by tabs or by two or more spaces; an empty one where a tab ends the line. */
function columnCells(text: string, line: Line): readonly Span[] {
  const cells = cellsApart(text, line, tightGap)
  for (let at = line.to; at < line.end; at++)
    if (text.charCodeAt(at) === 9) return [...cells, { start: at + 1, end: at + 1 }]
  return cells
}

/** Is it a piece of a grade of several words: `Requires improvement`, `improvement to`, `be good`? */
export function isGradePart(words: string, type: ReportType): boolean {
  const phrases = type.scale?.phrases ?? []
  if (phrases.length === 0) return false
  const part = bareWords(words)
  if (part === '') return false
  for (const word of phrases) {
    if (isPart(part, word, 'start') || isPart(part, word, 'end')) return true
    if (part.includes(' ') && isPart(part, word, 'anywhere')) return true
  }
  return false
}

/**
 * Is it in the place of a grade, though it is none: a grade of another scale, a misspelt one (`Inadeqaute`), or something
 * still to be written (`[grade]`, `TBC`)?
 */
export function isMeantForGrade(words: string, { scale }: ReportType): boolean {
  if (scale === undefined || words.length > longestMeant) return false
  return standsForGrade(words, scale) || isPlaceholderAlone(words)
}

/** In UTF-16 units. */
const longestMeant = 40

/** One to three words that begin with a capital, as grades that are on no scale do: `Satisfactory`. */
export function looksLikeGrade(words: string): boolean {
  return words.length <= 30 && /^[*_]*\p{Lu}\p{Ll}+(?: \p{L}+){0,2}[*_]*$/u.test(words)
}

/** The label and grade of a cell in which one space sets them apart: `Overall effectiveness Good`. */
export function splitCell(
  text: string,
  cell: Span,
  type: ReportType,
): { readonly label: Span; readonly grade: Span } | undefined {
  const words = text.slice(cell.start, cell.end)
  if (words.length > 120 || type.rowTitles.hasPart(words, 'anywhere')) return undefined
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) {
    const rest = words.slice(at + 1).toLowerCase()
    if (type.scale?.byWord.has(bareWords(rest)) !== true && !isGradePart(rest, type)) continue
    if (!type.rowTitles.hasPart(words.slice(0, at), 'anywhere')) return undefined
    const end = cell.start + at
    return { label: { start: cell.start, end }, grade: { start: end + 1, end: cell.end } }
  }
  return undefined
}

function isPart(part: string, whole: string, where: 'start' | 'end' | 'anywhere'): boolean {
  const [words, all] = [` ${part} `, ` ${whole} `]
  if (where === 'start') return all.startsWith(words)
  if (where === 'end') return all.endsWith(words)
  return all.includes(words)
}

/**
 * The length of the row's printed number and what follows it up to the title: 4 for `2.1 Adoption`. 0 where
 * the type prints none, whatever the row begins with.
 */
export function printedLabel(text: string, start: number, end: number, type: ReportType): number {
  if (!printsNumbers(type)) return 0
  const number = /^[*_]*\d{1,2}(?:(?:\.\d{1,2})*[.)]?\s+(?=\D)|(?:\.\d{1,2})*[.)]?(?=[A-Z]))/
  return number.exec(text.slice(start, end))?.[0].length ?? 0
}
