/**
 * Headings in a box whose columns are lost, as text extraction leaves them: the words of the grade are
 * among those of the title.
 *
 *     Leadership, management and Requires
 *     governance improvement
 */

import { singleSpaced } from '../../text/spaces'
import { type Span, textSpan } from '../../text/span'
import { isNear } from '../../types/near'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { readCell, standsForGrade } from '../grades/grades'
import { isBlank, type Line, type TypedLines } from '../lines/scan'
import { isGradePart } from '../lines/table-lines'
import type { GradeStatement } from '../model'
import { joinGrades } from '../summary/joined-rows'
import type { HeadingLine } from './headings'

/** The most lines, not counting blank ones, that title and grade may be spread over. */
const mostLines = 6

/** The longest line that can be part of a box, in characters. */
const longest = 140

/**
 * The box that begins at this line; undefined where none does, or where its grade is after the title. With `nearly`,
 * one of that section whose title has a slip in a word.
 */
export function readTornBox(
  source: TypedLines,
  index: number,
  nearly?: SectionDefinition,
): HeadingLine | undefined {
  const { text, lines, type } = source
  const first = lines[index] as Line
  const firstWord = /^\S+/.exec(text.slice(first.from, first.to))?.[0].toLowerCase() ?? ''
  for (const { definition, words } of type.boxWords) {
    const title = { words, slips: nearly === undefined ? 0 : 1 }
    if (nearly !== undefined && definition !== nearly) continue
    if (!isWord(firstWord, words[0], title.slips > 0)) continue
    const box = readAs(source, index, title)
    if (box === undefined) continue
    const [start, ...more] = box.words as [Span, ...Span[]]
    const written = box.words.map(each => text.slice(each.start, each.end)).join(' ')
    if (nearly !== undefined && singleSpaced(written.toLowerCase()) === words.join(' ')) continue
    return {
      heading: {
        line: { start: first.start, end: (lines[box.last] as Line).next },
        title: textSpan(text, start.start, start.end),
        more: more.map(each => textSpan(text, each.start, each.end)),
        marks: textSpan(text, first.from, first.from),
      },
      definitions: [definition],
      grade: box.grade,
      firstLine: index,
      lastLine: box.last + 1,
    }
  }
  return undefined
}

/** A title by its words, and how many of them may have a slip. */
interface WantedTitle {
  readonly words: readonly string[]
  readonly slips: number
}

function isWord(written: string, word: string | undefined, isLoose: boolean): boolean {
  return written === word || (isLoose && word !== undefined && isNear(written, word))
}

interface TornBox {
  /** The stretches of the title, in the order of the text. */
  readonly words: readonly Span[]
  readonly grade: GradeStatement
  readonly last: number
}

/** The lines from `index` on as this title with a grade among its words. */
function readAs(source: TypedLines, index: number, title: WantedTitle): TornBox | undefined {
  const { text, lines, type } = source
  const words: Span[] = []
  const grades: Span[] = []
  let next = 0
  for (let at = index, seen = 0; seen < mostLines && at < lines.length; at++) {
    const line = lines[at] as Line
    if (isBlank(line) && !isBlank(lines[at - 1] as Line)) continue
    if (!isPart(line)) return undefined
    seen++
    for (const { start, end, isTitle } of stretches(text, line, title, next)) {
      if (isTitle) next += wordCount(text, { start, end })
      else if (!isGradeWords(text, { start, end }, type)) return undefined
      ;(isTitle ? words : grades).push({ start, end })
    }
    if (next < title.words.length) continue
    if (grades.length === 0) return undefined
    const grade = wholeGrade(text, grades, type)
    if (grade !== undefined) return { words, grade, last: at }
    return withRest(source, at, grades, words)
  }
  return undefined
}

/** The box whose grade ends on the line below its title, as in "governance" above "improvement". */
function withRest(
  { text, lines, type }: TypedLines,
  at: number,
  grades: readonly Span[],
  words: readonly Span[],
): TornBox | undefined {
  const last = lines[at + 1] !== undefined && isBlank(lines[at + 1] as Line) ? at + 2 : at + 1
  const line = lines[last]
  if (line === undefined || !isPart(line)) return undefined
  const grade = wholeGrade(text, [...grades, { start: line.from, end: line.to }], type)
  return grade && { words, grade, last }
}

const isPart = (line: Line) =>
  !isBlank(line) && !line.furniture && !line.isPiped && line.to - line.from <= longest

/** The line cut where words of the title, from `next` on, and other words alternate. */
function* stretches(
  text: string,
  line: Line,
  { words, slips }: WantedTitle,
  next: number,
): Iterable<Span & { readonly isTitle: boolean }> {
  let open: { start: number; end: number; isTitle: boolean } | undefined
  for (const word of text.slice(line.from, line.to).matchAll(/\S+/g)) {
    const isTitle = isWord(word[0].toLowerCase(), words[next], slips > 0)
    if (isTitle) next++
    const start = line.from + word.index
    const end = start + word[0].length
    if (open?.isTitle === isTitle) open.end = end
    else {
      if (open !== undefined) yield open
      open = { start, end, isTitle }
    }
  }
  if (open !== undefined) yield open
}

const wordCount = (text: string, { start, end }: Span) => text.slice(start, end).split(/\s+/).length

function isGradeWords(text: string, { start, end }: Span, type: ReportType): boolean {
  const { scale } = type
  if (scale === undefined || end - start > scale.longest + mostSlips) return false
  const words = singleSpaced(text.slice(start, end).toLowerCase())
  return scale.byWord.has(words) || isGradePart(words, type) || standsForGrade(words, scale)
}

/** In UTF-16 units: by how much the words in the place of a grade may be longer than any. */
const mostSlips = 10

/** The pieces as one grade of the scale; a single piece may also be something in the place of one. */
function wholeGrade(
  text: string,
  pieces: readonly Span[],
  type: ReportType,
): GradeStatement | undefined {
  const { scale } = type
  if (scale === undefined) return undefined
  const [only, ...more] = pieces
  if (
    only !== undefined &&
    more.length === 0 &&
    standsForGrade(text.slice(only.start, only.end), scale)
  )
    return readCell(text, only, scale)
  const cells = pieces.map(piece => readCell(text, piece, scale))
  const grade = joinGrades(
    text,
    cells.filter(cell => cell !== undefined),
    type,
  )
  return grade?.wordGrade === undefined ? undefined : grade
}
