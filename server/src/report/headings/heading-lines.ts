/**
 * Which lines of a report's text are headings: titles of the type that are neither text, nor the head of a
 * table, nor an opening.
 */

import { isListItem, lineBeginning } from '../../text/line-beginning'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { isSetApart, wideGap } from '../grid/gaps'
import { isBlank, type Line } from '../lines/scan'
import { stoppedNumber } from '../numbering/number-label'
import { readBox, withBox } from './boxes'
import { type HeadingLine, hasHeadingMarks, readHeading } from './headings'
import { withoutSubheadings } from './subheadings'

/** All lines in the zone that are titles of the type. */
export function findHeadings(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  type: ReportType,
): readonly HeadingLine[] {
  const found: HeadingLine[] = []
  for (let at = zone.first; at < zone.last; at++) {
    const box = readBox(text, lines, at, type)
    if (box !== undefined && isTableOf(lines, box, found.at(-1))) continue
    const heading = box ?? readHeading(text, lines, at, type)
    if (heading === undefined) continue
    if (
      box === undefined &&
      at > zone.first &&
      continuesText(text, lines, heading, found.at(-1), type)
    )
      continue
    if (headsTable(text, lines, heading, found.at(-1))) continue
    if (box === undefined && repeatsHeading(text, lines, heading, found.at(-1))) continue
    const whole = withBox(text, lines, heading, type)
    found.push(whole)
    at = whole.lastLine - 1
  }
  const headings = found.filter(each => !isStatement(text, lines, each, found))
  return withoutSubheadings(text, lines, headings, type)
}

/** Is the box a Markdown table directly below the heading of the same section, which repeats it? */
function isTableOf(
  lines: readonly Line[],
  box: HeadingLine,
  above: HeadingLine | undefined,
): boolean {
  if (above === undefined || lines[box.firstLine]?.isPiped !== true) return false
  for (let at = above.lastLine; at < box.firstLine; at++)
    if (!isBlank(lines[at] as Line)) return false
  return box.definitions.some(each => above.definitions.includes(each))
}

/**
 * A title without marks directly under unfinished text is a wrapped line of that text where that text is too
 * long for a heading or begins with a number or a list mark, or where the title goes on in a way that no
 * heading does. Some copies have a blank line after each line: a sentence is not a heading either.
 */
function continuesText(
  text: string,
  lines: readonly Line[],
  { firstLine: at, lastLine, grade }: HeadingLine,
  heading: HeadingLine | undefined,
  type: ReportType,
): boolean {
  const before = lines[at - 1]
  const line = lines[at] as Line
  if (isSentence(text, lines, line, lines[lastLine - 1] as Line)) return true
  if (before === undefined || isBlank(before) || before.furniture) return false
  if (hasHeadingMarks(text, line) || line.first === 42 || line.first === 95) return false
  const above = text.slice(before.from, before.to)
  if (/[.!?:;)*”"|\t]$/.test(above) || /^\W*Grade\b/.test(above)) return false
  const last = lines[lastLine - 1] as Line
  // Directly below another heading, even one with a slip in it, nothing goes on.
  const isBelow = heading?.lastLine === at || isSlip(text, before, type)
  if (isBelow && grade?.form === 'suffix') return false
  const goesOn = /[.,;]$/.test(text.slice(last.to - 1, last.to)) || isLowerCase(line.first)
  if (grade?.form === 'suffix' && grade.grade !== undefined && !goesOn) return false
  const width = widthAbove(lines, at)
  const next = lines[lastLine]
  const isSet = isGrade(text, next, type) || isShort(text, last, width, next) || isColumns(above)
  if (!goesOn && isSet) return false
  return above.length > 60 || beginsItem(above) || goesOn
}

/** Is the line nothing but a title with a slip in it? */
export function isSlip(text: string, { from, to }: Line, { sectionTitles }: ReportType): boolean {
  const [slip] = sectionTitles.slipsAt(text, from, (_, end) => (end === to ? end : undefined))
  return slip !== undefined
}

/** The length of the longest of the lines directly above; one may be the last of its paragraph. */
function widthAbove(lines: readonly Line[], at: number): number {
  let width = 0
  for (let above = at - 1; above >= at - 3; above--) {
    const line = lines[above]
    if (line === undefined || isBlank(line)) break
    width = Math.max(width, line.to - line.from)
  }
  return width
}

/**
 * Would there have been room on the line for the first word of the next, which begins like a sentence or a
 * paragraph? Then the line is not part of a paragraph of that width.
 */
function isShort(text: string, { from, to }: Line, width: number, next: Line | undefined): boolean {
  const word = next && /^[\p{Lu}\d]\S*/u.exec(text.slice(next.from, next.to))?.[0]
  return word !== undefined && to - from + 1 + word.length < width * 0.8
}

/** Is the line a grade alone, which never comes directly below text: `Grade 2 (good)`, `Inadequate`? */
function isGrade(text: string, line: Line | undefined, { scale }: ReportType): boolean {
  const words = line === undefined ? '' : text.slice(line.from, line.to)
  return /^Grade\s+\d/.test(words) || scale?.byWord.has(words.toLowerCase()) === true
}

/** Is it a numbered paragraph or an item of a list? */
function beginsItem(words: string): boolean {
  const beginning = lineBeginning(words)
  return isListItem(beginning) || stoppedNumber(beginning) !== undefined
}

/** Cells set apart by a tab or three spaces. */
export function isColumns(words: string): boolean {
  const from = stoppedNumber(lineBeginning(words))?.next ?? 0
  return isSetApart(words, { from, to: words.length }, wideGap)
}

/**
 * A line with a full stop that begins in lower case, or below a paragraph number that is alone on its line:
 * "14." and "Leadership and management are good."
 */
function isSentence(text: string, lines: readonly Line[], first: Line, last: Line): boolean {
  if (text[last.to - 1] !== '.' || hasHeadingMarks(text, first)) return false
  if (isLowerCase(first.first)) return true
  let at = first.index - 1
  while (lines[at]?.first === 0) at--
  const above = lines[at]
  if (above === undefined) return false
  return stoppedNumber(lineBeginning(text, above.from, above.to))?.next === above.to
}

/**
 * A title without marks that appears again in its own section is the head of a table: directly under the
 * heading, at most with the head of another column and its cells between, and again where a page begins in
 * the table. No table repeats the title of a judgement.
 */
function headsTable(
  text: string,
  lines: readonly Line[],
  { definitions, firstLine, grade }: HeadingLine,
  above: HeadingLine | undefined,
): boolean {
  if (above === undefined || grade !== undefined) return false
  const isSame = (each: SectionDefinition) =>
    each.grade === undefined && !each.repeatable && above.definitions.includes(each)
  if (!definitions.every(isSame)) return false
  if (hasHeadingMarks(text, lines[firstLine] as Line)) return false
  let at = firstLine - 1
  while (lines[at]?.first === 0) at--
  if (lines[at]?.furniture === true) return true
  return lines
    .slice(above.lastLine, firstLine)
    .every(line => line.first === 0 || line.furniture || isCell(text.slice(line.from, line.to)))
}

/**
 * "Staying safe is good." below the heading "Staying safe": a sentence with its full stop that says of the
 * section what its heading says is the opening of the section and not another heading.
 */
function repeatsHeading(
  text: string,
  lines: readonly Line[],
  { definitions, firstLine, lastLine, grade }: HeadingLine,
  above: HeadingLine | undefined,
): boolean {
  if (above === undefined || grade?.form !== 'suffix') return false
  if (hasHeadingMarks(text, lines[firstLine] as Line)) return false
  const last = lines[lastLine - 1] as Line
  if (!/\.[*_]*$/.test(text.slice(last.from, last.to))) return false
  return definitions.some(each => each.grade !== 'sentence' && above.definitions.includes(each))
}

/**
 * "Staying safe is good." without heading marks, in a text where the section has a heading with marks: a sentence of
 * the summary.
 */
function isStatement(
  text: string,
  lines: readonly Line[],
  { definitions, firstLine, lastLine, grade }: HeadingLine,
  all: readonly HeadingLine[],
): boolean {
  if (grade?.form !== 'suffix' || hasHeadingMarks(text, lines[firstLine] as Line)) return false
  const last = lines[lastLine - 1] as Line
  if (!/\.[*_]*$/.test(text.slice(last.from, last.to))) return false
  return all.some(
    other =>
      other.definitions.some(each => definitions.includes(each)) &&
      hasHeadingMarks(text, lines[other.firstLine] as Line),
  )
}

/** Not a sentence: the head of a column, or a cell below it where the columns were copied one by one. */
const isCell = (words: string) => /^\p{L}[^.!?:;]{2,64}$/u.test(words)

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122
}
