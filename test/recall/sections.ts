/** Defects of sections and their headings. */

import type { Report, Section } from '../../server/src/report/model'
import { isAnywhere, isRepeatable } from '../../server/src/report/sections/sections'
import { insert, remove, type TextEdit } from '../../server/src/text/edits'
import type { Span } from '../../server/src/text/span'
import {
  type Defect,
  defect,
  endsLine,
  expected,
  type Generator,
  outside,
  renumber,
  slice,
} from './defect'
import { slipsIn } from './slips'

const numberingRules = [
  'skipped-paragraph-number',
  'duplicate-paragraph-number',
  'misplaced-paragraph-number',
  'missing-paragraph-number',
]

/** A required section is gone, with its paragraphs; or only its heading and grade line are. */
export const missingSection: Generator = function* (report) {
  for (const section of report.sections) {
    const { definition, heading, extent } = section
    if (!definition.required || definition.kind === 'summary') continue
    const at = [parentOf(report, section)?.heading.title ?? report.title]
    const title = heading.title.text
    if (definition.children.length === 0) {
      const edits = removal(report, extent)
      if (edits !== undefined)
        yield defect(`section "${title}" is gone`, edits, { at, undoable: false })
    }
    const first = section.blocks.find(block => block.kind !== 'blank' && block.kind !== 'grade')
    const end = first?.start ?? section.span.end
    // The head of a table may have the title too, and then takes its place.
    if (
      report.text
        .slice(end, end + 200)
        .trimStart()
        .startsWith(title)
    )
      continue
    yield defect(`heading "${title}" is gone`, [remove({ start: heading.line.start, end })], {
      at,
      undoable: false,
    })
  }
}

/** A section is two or more places too early or too late, with its old numbers or with new ones. */
export const misplacedSection: Generator = function* (report) {
  for (const section of report.sections) {
    if (section.definition.kind === 'summary' || section.placement !== 'in-order') continue
    if (isAnywhere(section.definition)) continue
    if (section.definition.depth === 0 && section.definition.kind === 'group') continue
    if (section.definition.grade !== undefined && section.grade === undefined) continue
    const siblings = report.sections.filter(({ definition }) => {
      return definition.parent === section.definition.parent && definition.kind !== 'summary'
    })
    const index = siblings.indexOf(section)
    const first = siblings[0]
    const last = siblings[siblings.length - 1]
    // Past sections that may be anywhere themselves it is still in order; of two neighbours that have changed places
    // either may have been moved.
    const isPassing = (passed: readonly Section[]) =>
      passed.filter(({ definition }) => !isAnywhere(definition)).length > 1
    if (first !== undefined && index >= 2 && isPassing(siblings.slice(0, index)))
      yield* movedSection(report, section, first.extent.start)
    if (
      last !== undefined &&
      index <= siblings.length - 3 &&
      isPassing(siblings.slice(index + 1)) &&
      endsLine(report.text, last.extent.end)
    )
      yield* movedSection(report, section, last.extent.end)
  }
}

function* movedSection(report: Report, section: Section, target: number): Iterable<Defect> {
  const { extent, heading } = section
  const name = `section "${heading.title.text}" comes ${target < extent.start ? 'too early' : 'too late'}`
  if (!endsLine(report.text, extent.end)) return
  const cut = (edits: readonly TextEdit[]): readonly TextEdit[] => {
    const before = slice(report, { start: extent.start, end: heading.title.start }, edits)
    const after = slice(report, { start: heading.title.end, end: extent.end }, edits)
    return [remove(extent), insert(target, before + expected(heading.title.text) + after)]
  }
  yield defect(name, cut([]), { along: numberingRules })
  const map = renumberingOfMove(report, extent, target)
  if (map === undefined) return
  const numbers = renumber(report, map)
  yield defect(`${name}, renumbered`, [...cut(numbers), ...outside(extent, numbers)], {
    undoable: false,
  })
}

/** The new number of each paragraph when those in `extent` are moved to `target`. */
function renumberingOfMove(
  report: Report,
  extent: Span,
  target: number,
): ((number: number) => number) | undefined {
  const { paragraphs, faults } = report.numbering
  if (faults.length > 0) return undefined
  const inside = paragraphs.filter(
    ({ span }) => span.start >= extent.start && span.end <= extent.end,
  )
  const others = paragraphs.filter(paragraph => !inside.includes(paragraph))
  const at = others.filter(({ span }) => span.start < target).length
  const order = [...others.slice(0, at), ...inside, ...others.slice(at)]
  const firstNumber = paragraphs[0]?.number ?? 1
  const numbers = new Map(order.map(({ number }, index) => [number, index + firstNumber]))
  return number => numbers.get(number) ?? number
}

/** A section's heading appears again, with its grade line and a paragraph, after it or at its part's end. */
export const duplicateSection: Generator = function* (report) {
  for (const section of report.sections) {
    const { definition, heading, extent, grade } = section
    if (definition.children.length > 0 || definition.kind === 'summary') continue
    if (section.placement !== 'in-order' || isRepeatable(definition)) continue
    // Below a title with nothing under it, the same title is the head of a table or of a page.
    if (!section.hasText) continue
    const lead = slice(report, { start: heading.line.start, end: heading.title.start })
    const tail = slice(report, { start: heading.title.end, end: heading.line.end })
    const statement = grade?.form === 'line' ? `${slice(report, grade.span)}\n\n` : ''
    const copy = `${lead}${expected(heading.title.text)}${tail}\n${statement}Inspectors saw the same in another place.\n\n`
    const parent = parentOf(report, section)
    // A part may end before a section of its own where one that may be anywhere is between them.
    const partEnd = Math.max(extent.end, parent?.extent.end ?? 0)
    const ends = [extent.end, partEnd].map(end => textEnd(report, end))
    for (const target of new Set(ends)) {
      if (!endsLine(report.text, target)) continue
      yield defect(`section "${heading.title.text}" stands twice`, [insert(target, `\n${copy}`)], {
        undoable: false,
      })
    }
  }
}

/** Where the text before the offset ends: a title that begins a page may head a table that goes on there. */
function textEnd({ blocks }: Report, end: number): number {
  const last = blocks.findLast(
    block => block.end <= end && block.kind !== 'blank' && block.kind !== 'furniture',
  )
  return last?.end ?? end
}

/** Nothing but the heading, and the grade line, is left of a section. */
export const emptySection: Generator = function* (report) {
  for (const section of report.sections) {
    const { definition, heading, blocks } = section
    if (definition.kind === 'group' || definition.kind === 'summary' || !section.hasText) continue
    const text = blocks.filter(
      ({ kind }) => kind !== 'blank' && kind !== 'grade' && kind !== 'furniture',
    )
    const first = text[0]
    const last = text[text.length - 1]
    if (first === undefined || last === undefined) continue
    if (definition.grade !== undefined && section.grade === undefined) continue
    if (section.grade !== undefined && section.grade.span.start > first.start) continue
    const edits = removal(report, { start: first.start, end: last.end })
    if (edits === undefined) continue
    yield defect(`section "${heading.title.text}" is empty`, edits, {
      at: [heading.title],
      undoable: false,
    })
  }
}

/** A heading has a slip in it: a letter or a word lost, added, doubled or swapped, a plural where there is none. */
export const misspeltHeading: Generator = function* (report) {
  for (const { definition, heading, match } of report.sections) {
    if (match !== 'exact') continue
    const { title } = heading
    // What follows the beginning of a title is the writer's own.
    const own = definition.prefix ? (/^[^:–—]*/.exec(title.text)?.[0] ?? '') : title.text
    const span = { start: title.start, end: title.start + own.length }
    for (const { what, edit } of slipsIn(report.text, span)) {
      const written = slice(report, span, [edit])
      // Another title of the type is no slip.
      if (report.type.sectionTitles.has(written)) continue
      yield defect(`"${title.text}" ${what}`, [edit], { at: [heading.line] })
    }
  }
}

function parentOf(report: Report, { definition }: Section): Section | undefined {
  return report.sections.find(section => section.definition === definition.parent)
}

/** Takes out the span and closes the gap in the numbers; undefined where a reference points into it. */
function removal(report: Report, span: Span): readonly TextEdit[] | undefined {
  const { paragraphs } = report.numbering
  const inside = paragraphs.filter(
    ({ digits }) => digits.start >= span.start && digits.end <= span.end,
  )
  const last = inside[inside.length - 1]
  if (last === undefined) return [remove(span)]
  const numbers = new Set(inside.map(({ number }) => number))
  const isReferredTo = report.references.some(({ number, digits }) => {
    return numbers.has(number) && (digits.end <= span.start || digits.start >= span.end)
  })
  if (isReferredTo) return undefined
  const map = (number: number) => (number > last.number ? number - inside.length : number)
  return [remove(span), ...outside(span, renumber(report, map))]
}
