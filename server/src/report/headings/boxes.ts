/** Headings that are in a box with their grade beside them, set in columns: `Leadership    Good`. */

import { type Span, textSpan } from '../../text/span'
import { normalTitle } from '../../types/normal-title'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { endsInVerb } from '../grades/statement'
import { type Line, lineAfterGap, type TypedLines } from '../lines/scan'
import { tableCells } from '../lines/table-lines'
import type { GradeStatement } from '../model'
import { joinGrades } from '../summary/joined-rows'
import { gradeIn, isHeader, offScaleIn } from './box-cells'
import { type HeadingLine, readHeading } from './headings'
import { readPipedBox } from './piped-boxes'
import { readTornBox } from './torn-boxes'

/** The most lines that a title in a box may be wrapped over. */
const mostLines = 4

/** The fewest columns before a grade that is alone in its column. */
const leastIndent = 20

/** The box that begins at this line; undefined where none does, and for types without sections of that kind. */
export function readBox(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): HeadingLine | undefined {
  const first = lines[index] as Line
  if (first.first === 0 || first.furniture || !hasBoxes(type)) return undefined
  if (first.isPiped) return readPipedBox(text, lines, index, type)
  // Most lines do not begin like a title, and are too far left for a grade in its column.
  const isIndented = first.from - first.start >= leastIndent
  const isLike = type.sectionTitles.hasFirst(text, first.from, first.to)
  if (!isIndented && !isLike) return undefined
  const box = readColumns(text, lines, index, type)
  if (box !== undefined || !isLike) return box
  return readTornBox({ text, lines, type }, index)
}

/** The box whose title and grade are in columns. */
function readColumns(
  text: string,
  lines: readonly Line[],
  index: number,
  type: ReportType,
): HeadingLine | undefined {
  const labels: Span[] = []
  const grades: GradeStatement[] = []
  let at = index
  for (let count = 0; count < mostLines; count++) {
    const line = count === 0 ? lines[at] : lineAfterGap(lines, at + 1)
    if (line === undefined || !readLine(text, line, type, { labels, grades })) return undefined
    at = line.index
    const words = labels.map(({ start, end }) => text.slice(start, end)).join(' ')
    const definitions = type.boxTitles.named(words)
    if (definitions !== undefined)
      return boxOf(
        { text, lines, type },
        { first: index, last: at },
        { labels, grades },
        definitions,
      )
    if (words !== '' && !type.boxTitles.hasPart(words, 'start')) return undefined
  }
  return undefined
}

/** What the lines of a box hold. */
interface BoxCells {
  readonly labels: Span[]
  readonly grades: GradeStatement[]
}

/** The lines as the heading of a box; undefined without a grade. */
function boxOf(
  source: TypedLines,
  { first, last }: { readonly first: number; readonly last: number },
  { labels, grades }: BoxCells,
  definitions: readonly SectionDefinition[],
): HeadingLine | undefined {
  const { text, lines } = source
  const found = gradeOf(source, { first, last }, grades)
  const [label, ...more] = labels
  const line = lines[first]
  if (found === undefined || label === undefined || line === undefined) return undefined
  return {
    heading: {
      line: { start: line.start, end: (lines[found.last] as Line).next },
      title: textSpan(text, label.start, label.end),
      more: more.map(({ start, end }) => textSpan(text, start, end)),
      marks: textSpan(text, line.from, line.from),
    },
    definitions,
    grade: found.grade,
    firstLine: first,
    lastLine: found.last + 1,
  }
}

/**
 * The box that begins at this line with a title that is nearly the section's: the lines whose title is nearest.
 */
export function readNearBox(
  source: TypedLines,
  index: number,
  definition: SectionDefinition,
): HeadingLine | undefined {
  const { text, lines, type } = source
  const labels: Span[] = []
  const grades: GradeStatement[] = []
  let nearest: { readonly box: HeadingLine; readonly distance: number } | undefined
  for (let at = index; at < Math.min(index + mostLines, lines.length); at++) {
    const line = lines[at] as Line
    if (line.first === 0 || line.furniture || line.isPiped) break
    if (!readLine(text, line, type, { labels, grades })) break
    const words = labels.map(({ start, end }) => text.slice(start, end)).join(' ')
    const distance = type.boxTitles.apartFrom(words, definition)
    // What is exactly a title, or a sentence that goes on, has been looked at, and is no box.
    if (distance === 0 || endsInVerb(text, labels.at(-1)?.end ?? 0, type.scale)) return undefined
    if (distance === undefined || distance >= (nearest?.distance ?? Infinity)) continue
    const box = boxOf(source, { first: index, last: at }, { labels, grades }, [definition])
    if (box !== undefined) nearest = { box, distance }
  }
  return nearest?.box ?? readTornBox(source, index, definition)
}

/** The heading with the grade of the box that is below it, under the column titles if it has any. */
export function withBox(
  text: string,
  lines: readonly Line[],
  heading: HeadingLine,
  type: ReportType,
): HeadingLine {
  if (heading.grade !== undefined || !heading.definitions.some(isBoxed)) return heading
  const below: Line[] = []
  for (let at = heading.lastLine; at < lines.length && below.length < 2; at++)
    if (lines[at]?.first !== 0) below.push(lines[at] as Line)
  // A Markdown table below the heading stays one; its grade is read with the section.
  if (below[0]?.isPiped === true) return heading
  const [next] = below
  const box = below
    .filter((_, at) => at === 0 || (next !== undefined && isHeader(text, next, type)))
    .map(line => readBox(text, lines, line.index, type))
    .find(each => each?.definitions.some(own => heading.definitions.includes(own)))
  if (box === undefined) return withEmptyBox({ text, lines, type }, heading, below)
  const line = { start: heading.heading.line.start, end: box.heading.line.end }
  return {
    ...heading,
    heading: { ...heading.heading, line },
    grade: box.grade,
    lastLine: box.lastLine,
  }
}

/** The heading with the title that appears again under the column titles, where the box has no grade. */
function withEmptyBox(
  { text, lines, type }: TypedLines,
  heading: HeadingLine,
  [header, title]: readonly Line[],
): HeadingLine {
  if (header === undefined || title === undefined || !isHeader(text, header, type)) return heading
  const again = readHeading(text, lines, title.index, type)
  if (again === undefined || again.grade !== undefined) return heading
  if (!again.definitions.some(own => heading.definitions.includes(own))) return heading
  const line = { start: heading.heading.line.start, end: again.heading.line.end }
  return { ...heading, heading: { ...heading.heading, line }, lastLine: again.lastLine }
}

/**
 * Do the lines seem to hold a box of the section in a form that is not read? They do where a line is the
 * beginning of its title and breaks off there, with at most a grade beside it, and the title goes on below.
 */
export function hasBrokenBox(
  { text, lines, type }: TypedLines,
  zone: { readonly first: number; readonly last: number },
  definition: SectionDefinition,
): boolean {
  if (definition.grade !== 'table') return false
  const title = normalTitle(definition.title)
  const labelOf = (line: Line): string | undefined => {
    if (line.first === 0 || line.isPiped || line.furniture) return undefined
    const [label, grade, ...more] = tableCells(text, line)
    if (label === undefined || more.length > 0) return undefined
    if (grade !== undefined && gradeIn(text, grade, type) === undefined) return undefined
    return normalTitle(text.slice(label.start, label.end))
  }
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    const label = line.first === 0 ? undefined : labelOf(line)
    if (label === undefined || !title.startsWith(`${label} `) || !label.includes(' ')) continue
    const rest = title.slice(label.length + 1)
    for (let below = at + 1; below <= at + mostLines && below < zone.last; below++) {
      const next = labelOf(lines[below] as Line)
      if (next !== undefined && (rest === next || rest.startsWith(`${next} `))) return true
    }
  }
  return false
}

const isBoxed = ({ grade }: SectionDefinition) => grade === 'table'

const hasBoxes = (type: ReportType) => !type.boxTitles.isEmpty

/** Adds what the line holds to the labels and grades; false where it is not a line of a box. */
function readLine(
  text: string,
  line: Line,
  type: ReportType,
  { labels, grades }: BoxCells,
): boolean {
  const cells = tableCells(text, line)
  const [first, second] = cells
  if (first === undefined || cells.length > 2) return false
  const isGradeAlone = second === undefined && first.start - line.start >= leastIndent
  const cell = second ?? (isGradeAlone ? first : undefined)
  const isBeside = second !== undefined || labels.length > 0
  const grade = cell && (gradeIn(text, cell, type) ?? offScaleIn(text, cell, isBeside, type))
  if (cell !== undefined && grade === undefined) return false
  if (grade !== undefined) grades.push(grade)
  if (!isGradeAlone) labels.push(first)
  return true
}

/** The grade of the box, with the pieces of it that are above or below its label. */
function gradeOf(
  { text, lines, type }: TypedLines,
  { first, last }: { readonly first: number; readonly last: number },
  grades: readonly GradeStatement[],
): { readonly grade: GradeStatement; readonly last: number } | undefined {
  const alone = (line: Line | undefined) => {
    if (line === undefined || line.first === 0 || line.from - line.start < leastIndent) return []
    const grade = gradeIn(text, { start: line.from, end: line.to }, type)
    return grade === undefined ? [] : [grade]
  }
  const above = alone(lines[first - 1])
  const below = alone(lines[last + 1])
  const whole = [
    { pieces: [...above, ...grades, ...below], last: last + below.length },
    { pieces: [...grades, ...below], last: last + below.length },
    { pieces: [...above, ...grades], last },
    { pieces: grades, last },
  ]
  for (const { pieces, last: end } of whole) {
    const grade = joinGrades(text, pieces, type)
    if (grade?.wordGrade !== undefined) return { grade, last: end }
  }
  const [grade, ...more] = grades
  if (more.length === 0) return grade === undefined ? undefined : { grade, last }
  // A grade of which only the first piece was changed: "Inadequate" above "to be good".
  const stated = grades.filter(each => each.wordGrade !== undefined)
  return stated.length === 1 && stated[0] !== undefined ? { grade: stated[0], last } : undefined
}
