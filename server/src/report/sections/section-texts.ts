/** The sections with what is in them: own text, grade, opening sentence, timescales. */

import { isWhiteSpace, runStart } from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { ReportType, SectionDefinition } from '../../types/report-type'
import { bareTitle } from '../../types/titles'
import { readBareGrade, readCell, readGradeLine } from '../grades/grades'
import { gridIn } from '../grid/grid'
import type { Running } from '../lines/flow'
import type { Block, DisplacedGrade, GradeStatement, Section, Timescale } from '../model'
import { type OpeningWords, readOpening } from './openings'
import { isWithin, type PlacedHeading } from './sections'

/** The sections of the headings, in the order of the text. */
export function makeSections(
  running: Running,
  placed: readonly PlacedHeading[],
  blocks: readonly Block[],
  words: OpeningWords,
): readonly Section[] {
  const { text } = running
  const { type } = words
  const extents = extentsOf(text, placed)
  let block = 0
  return placed.map((heading, at): Section => {
    const nextLine = placed[at + 1]?.firstLine ?? Number.POSITIVE_INFINITY
    while (block < blocks.length && (blocks[block] as Block).firstLine < heading.lastLine) block++
    const first = block
    while (block < blocks.length && (blocks[block] as Block).firstLine < nextLine) block++
    const own = blocks.slice(first, block)
    const isGraded = heading.definition.grade !== undefined
    const grade = isGraded
      ? (heading.grade ?? gradeUnder(text, own, type, heading.definition))
      : undefined
    const paragraph = isGraded ? openingBlock(text, own) : undefined
    return {
      definition: heading.definition,
      heading: heading.heading,
      span: {
        start: heading.heading.line.start,
        end: placed[at + 1]?.heading.line.start ?? text.length,
      },
      extent: extents[at] as Span,
      match: heading.match,
      placement: heading.placement,
      blocks: own,
      hasText: own.some(isTextBlock),
      grade,
      gradeAt: heading.heading.line.end,
      opening: paragraph && readOpening(running, paragraph.content, heading.definition, words),
      timescales:
        heading.definition.kind === 'recommendations' ? timescalesOf(text, own, type) : [],
    }
  })
}

/** The longest subheading, in UTF-16 units: the letters of some scripts take two. */
const longestSubheading = 82

/** The first paragraph, after a subheading of one line such as "Summary". */
function openingBlock(text: string, own: readonly Block[]): Block | undefined {
  const isText = ({ kind }: Block) => kind !== 'blank' && kind !== 'furniture' && kind !== 'grade'
  const [first, second] = own.filter(isText)
  if (first?.kind !== 'paragraph') return own.find(each => each.kind === 'paragraph')
  const { start, end } = first.content
  const isSubheading =
    second?.kind === 'paragraph' &&
    end - start <= longestSubheading &&
    /^\p{Lu}[\p{L} ]{2,40}$/u.test(text.slice(start, end))
  return isSubheading ? second : first
}

/** From each heading to the next one that is not part of it. */
function extentsOf(text: string, placed: readonly PlacedHeading[]): readonly Span[] {
  return placed.map((heading, at) => {
    let next = at + 1
    while (
      next < placed.length &&
      isWithin((placed[next] as PlacedHeading).definition, heading.definition)
    )
      next++
    return {
      start: heading.heading.line.start,
      end: placed[next]?.heading.line.start ?? text.length,
    }
  })
}

const isTextBlock = ({ kind }: Block) =>
  kind === 'paragraph' ||
  kind === 'item' ||
  kind === 'table' ||
  kind === 'summary' ||
  kind === 'timescale'

/** The grade line directly under the heading, even if it is written as a heading or a table of one line. */
function gradeUnder(
  text: string,
  own: readonly Block[],
  type: ReportType,
  definition: SectionDefinition,
): GradeStatement | undefined {
  const [first, second] = own.filter(
    ({ kind }) => kind !== 'blank' && kind !== 'furniture' && kind !== 'comment',
  )
  if (first === undefined || type.scale === undefined) return undefined
  if (first.kind === 'grade') {
    const isKey = second?.kind === 'item' && isGradeLine(text, second.content, type)
    return isKey ? undefined : readBareGrade(text, first.content, type.scale)
  }
  if (first.kind === 'table' || first.kind === 'heading')
    return (
      readBareGrade(text, withoutRule(text, first.content), type.scale) ??
      gradeInRow(text, first, definition, type)
    )
  return undefined
}

/** The grade in the row of a table that repeats the section's title, for sections that are in boxes. */
function gradeInRow(
  text: string,
  table: Block,
  definition: SectionDefinition,
  { scale, boxTitles }: ReportType,
): GradeStatement | undefined {
  if (definition.grade !== 'table' || scale === undefined) return undefined
  for (const { isPiped, cells } of gridIn(text, table)) {
    if (!isPiped) continue
    const [label, cell] = cells
    if (label === undefined || cell === undefined) continue
    if (boxTitles.find(text, label)?.named.includes(definition)) return readCell(text, cell, scale)
  }
  return undefined
}

/** Does the item state a grade as well? Then the list explains the scale. */
function isGradeLine(text: string, content: Span, { scale }: ReportType): boolean {
  return scale !== undefined && readBareGrade(text, content, scale) !== undefined
}

/** A table of one row without the rule of dashes below it. */
function withoutRule(text: string, { start, end }: Span): Span {
  const row = text.slice(start, Math.min(end, start + 200))
  const lineEnd = row.indexOf('\n', runStart(row, isRule))
  return { start, end: lineEnd === -1 ? end : start + runStart(row, isWhiteSpace, lineEnd) }
}

const isRule = (code: number) => isWhiteSpace(code) || code === 124 || code === 58 || code === 45

function timescalesOf(text: string, own: readonly Block[], type: ReportType): readonly Timescale[] {
  const found: (Timescale & { readonly items: Block[] })[] = []
  for (const block of own) {
    if (block.kind === 'timescale') {
      const bare = bareTitle(text, block.content)
      const heading = textSpan(text, bare.start, bare.end)
      const name = type.timescaleNames.named(heading.text)?.[0]
      found.push({ heading, line: { start: block.start, end: block.end }, name, items: [] })
      continue
    }
    const last = found.at(-1)
    if (last !== undefined && (block.kind === 'item' || block.kind === 'paragraph'))
      last.items.push(block)
  }
  return found
}

/**
 * Grade lines away from their heading, with the section that lacks one: the one that the line is in, or the
 * one next to it where there is no text between them.
 */
export function displacedGrades(
  text: string,
  sections: readonly Section[],
  blocks: readonly Block[],
  type: ReportType,
): readonly DisplacedGrade[] {
  const { scale } = type
  if (scale === undefined || !blocks.some(block => block.kind === 'grade')) return []
  const found: DisplacedGrade[] = []
  const taken = new Set<Section>()
  sections.forEach((section, at) => {
    if (section.definition.kind === 'scale' || section.definition.kind === 'summary') return
    const texts = section.blocks.filter(isTextBlock)
    for (const block of section.blocks) {
      if (block.kind !== 'grade' || isIn(block, section.grade)) continue
      const statement = readGradeLine(text, block.content, scale)
      if (statement === undefined) continue
      const before = (texts[0]?.start ?? block.end) < block.start ? undefined : sections[at - 1]
      const after =
        (texts.at(-1)?.start ?? block.start) > block.start ? undefined : sections[at + 1]
      const near = [section, before, after]
      const owner = near.find(
        each =>
          each !== undefined &&
          lacksGrade(each) &&
          // A section with its grade in a box does not lack a grade line, and a torn box is read as a box.
          (each === section || each.definition.grade !== 'table') &&
          !taken.has(each),
      )
      if (owner !== undefined) taken.add(owner)
      // "Grade" alone states no grade: it may be the title of a column, wrapped onto a line of its own.
      else if (statement.word === undefined && statement.number === undefined) continue
      found.push({ statement, line: { start: block.start, end: block.end }, section: owner })
    }
  })
  return found
}

function isIn({ start, end }: Block, grade: GradeStatement | undefined): boolean {
  return grade !== undefined && start <= grade.span.start && grade.span.start < end
}

function lacksGrade(section: Section): boolean {
  return section.definition.grade !== undefined && section.grade === undefined
}
