/** Moves numbered paragraphs up, down, or to another section, with all that belongs to them. */

import * as l10n from '@vscode/l10n'
import type { Block, Report, Section } from '../../report/model'
import { formOf } from '../../report/template/form'
import { insert, remove, type TextEdit } from '../../text/edits'
import { overlapping } from '../../text/inside'
import { singleSpaced } from '../../text/spaces'
import { contains, type Span } from '../../text/span'

/** Up or down past one paragraph or into the next section, or to the end of the section at that place in the list. */
export type MoveTo = 'up' | 'down' | { readonly section: number }

export type MoveResult = { readonly edits: readonly TextEdit[] } | { readonly error: string }

/**
 * The edits that move the numbered paragraphs at `selection`, each with its unnumbered continuation, list items,
 * timescales and table; the blank lines stay as the report has them. One edit puts in what another takes out.
 */
export function moveParagraph(report: Report, selection: Span, to: MoveTo): MoveResult {
  const units = unitsOf(report)
  const first = units.findLastIndex(({ start }) => start <= selection.start)
  const last = Math.max(
    first,
    units.findLastIndex(({ start }) => start < selection.end),
  )
  const [begin, end] = [units[first], units[last]]
  if (begin === undefined || end === undefined || selection.start >= begin.until)
    return { error: l10n.t('There is no numbered paragraph at the cursor.') }
  const moved = { start: begin.start, end: end.end, until: end.until }
  const sections = report.sections.filter(holdsParagraphs)
  const here = sections.findLastIndex(({ heading }) => heading.line.start < moved.start)
  if (sections.slice(here + 1).some(({ heading }) => heading.line.start < moved.until))
    return {
      error: l10n.t(
        'The selection goes beyond the end of a section. Select paragraphs of one section.',
      ),
    }
  if (typeof to === 'object') {
    const section = report.sections[to.section]
    if (section === undefined || !holdsParagraphs(section))
      return { error: l10n.t('Paragraphs cannot be moved there.') }
    return section === sections[here] && units[last + 1] === undefined
      ? { edits: [] }
      : put(report, moved, endOf(section))
  }
  if (to === 'down') {
    const next = units[last + 1]
    const section = sections[here + 1]
    if (next !== undefined && (section === undefined || next.start < section.heading.line.start))
      return put(report, moved, { after: next.end })
    if (section === undefined) return { error: l10n.t('This is the last paragraph.') }
    return put(report, moved, startOf(section, units))
  }
  const previous = units[first - 1]
  const own = sections[here]
  if (previous !== undefined && (own === undefined || previous.start > own.heading.line.start))
    return put(report, moved, { before: previous.start })
  const section = sections[here - 1]
  if (section === undefined) return { error: l10n.t('This is the first paragraph.') }
  return put(report, moved, endOf(section))
}

/** The sections of the report that a paragraph can be moved to, and the one at the cursor. */
export interface MoveTargets {
  readonly sections: readonly MoveTarget[]
  /** The index in `sections` of the one at the cursor; -1 outside. */
  readonly here: number
}

export interface MoveTarget {
  /** As `MoveTo` names it. */
  readonly section: number
  readonly title: string
  /** The part it is in: `Safeguarding services`; empty where it is not in a part. */
  readonly part: string
  /** How it begins, or that nothing has been written yet. */
  readonly paragraphs: string
}

export function moveTargets(report: Report, offset: number): MoveTargets {
  const { numbering, text } = report
  const digits = numbering.paragraphs.map(paragraph => paragraph.digits)
  const digitsIn = overlapping(digits.sort((a, b) => a.start - b.start))
  const sections = report.sections.flatMap((each, section): MoveTarget[] => {
    if (!holdsParagraphs(each)) return []
    const own = digitsIn(each.span).filter(span => contains(each.span, span))
    const [first, last] = [own[0], own.at(-1)]
    const written = ({ start, end }: Span) => text.slice(start, end)
    const paragraphs =
      first === undefined || last === undefined
        ? ''
        : first === last
          ? written(first)
          : `${written(first)}–${written(last)}`
    const title = singleSpaced(each.heading.title.text)
    return [{ section, title, part: each.definition.path.join(' · '), paragraphs }]
  })
  const here = sections.findLastIndex(
    ({ section }) => (report.sections[section]?.heading.line.start ?? 0) <= offset,
  )
  return { sections, here }
}

function holdsParagraphs({ definition }: Section): boolean {
  return definition.kind !== 'group' && definition.kind !== 'summary'
}

/** The lines of a numbered paragraph with what belongs to it. */
interface Unit extends Span {
  /** After the blank lines and page furniture that follow. */
  readonly until: number
}

/** What is in a paragraph's unit; anything else ends it. */
const belongs: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'table', 'timescale'])
const between: ReadonlySet<Block['kind']> = new Set(['blank', 'furniture', 'comment'])

function unitsOf({ blocks, numbering }: Report): readonly Unit[] {
  const digits = numbering.paragraphs.flatMap(each => (each.displaced ? [] : [each.digits.start]))
  const units: Unit[] = []
  let next = 0
  for (const [at, block] of blocks.entries()) {
    while ((digits[next] ?? Number.POSITIVE_INFINITY) < block.start) next++
    if ((digits[next] ?? Number.POSITIVE_INFINITY) >= block.end) continue
    const start = withComments(blocks, at)
    const before = units.at(-1)
    if (before !== undefined && before.until > start)
      units[units.length - 1] = { ...before, until: start, end: Math.min(before.end, start) }
    units.push({ start, ...endOfUnit(blocks, at, digits[next + 1] ?? Number.POSITIVE_INFINITY) })
  }
  return units
}

/** Where the block begins together with any suppressions that apply to it. */
function withComments(blocks: readonly Block[], place: number): number {
  let start = (blocks[place] as Block).start
  for (let at = place - 1; at >= 0; at--) {
    const { kind, start: before } = blocks[at] as Block
    if (kind === 'comment') start = before
    else if (kind !== 'blank') break
  }
  return start
}

function endOfUnit(
  blocks: readonly Block[],
  place: number,
  next: number,
): { readonly end: number; readonly until: number } {
  let end = (blocks[place] as Block).end
  let until = end
  for (let at = place + 1; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.end > next) break
    if (belongs.has(block.kind)) end = block.end
    else if (!between.has(block.kind)) break
    until = block.end
  }
  return { end, until }
}

type Place = { readonly before: number } | { readonly after: number }

/**
 * After the heading and grade line, before the first text; but after any text without a number, which would
 * otherwise become the paragraph's.
 */
function startOf(section: Section, units: readonly Unit[]): Place {
  const first = section.blocks.find(({ kind }) => kind !== 'grade' && !between.has(kind))
  if (first === undefined) return { after: endOfHeading(section) }
  const number = units.find(({ end }) => end > first.start)?.start ?? Number.POSITIVE_INFINITY
  const unnumbered = section.blocks.slice(section.blocks.indexOf(first))
  const own = unnumbered.findIndex(
    ({ kind, start }) => start >= number || !(belongs.has(kind) || between.has(kind)),
  )
  const last = unnumbered
    .slice(0, own === -1 ? undefined : own)
    .findLast(({ kind }) => belongs.has(kind))
  if (last !== undefined) return { after: last.end }
  const comment = section.blocks.findLast(
    ({ kind, end }) => kind === 'comment' && end <= first.start,
  )
  const grade = endOfHeading(section)
  return { before: comment !== undefined && comment.start >= grade ? comment.start : first.start }
}

function endOf(section: Section): Place {
  const last = section.blocks.findLast(({ kind }) => !between.has(kind))
  return { after: last?.end ?? endOfHeading(section) }
}

function endOfHeading({ heading, blocks }: Section): number {
  return blocks.findLast(({ kind }) => kind === 'grade')?.end ?? heading.line.end
}

/** Moves the unit to the place, with blank lines between where the report has them. */
function put(report: Report, unit: Unit, place: Place): MoveResult {
  const { text } = report
  const at = 'before' in place ? place.before : place.after
  if (at >= unit.start && at <= unit.until) return { edits: [] }
  const { isSpaced, newline } = formOf(report, unit.start)
  const core = text.slice(unit.start, unit.end).trimEnd()
  const gap = isSpaced ? newline : ''
  if ('before' in place)
    return { edits: [insert(at, core + newline + gap), remove(taken(report, unit))] }
  const isOpen = at > 0 && text[at - 1] !== '\n'
  const followed =
    isSpaced && at < text.length && !/^[ \t\r]*(?:\n|$)/.test(text.slice(at, at + 80))
  const added = (isOpen ? newline : '') + gap + core + newline + (followed ? newline : '')
  return { edits: [insert(at, added), remove(taken(report, unit))] }
}

/** The unit with the blank lines after it or, at the end of the text, those before it. */
function taken({ text }: Report, unit: Unit): Span {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(unit.end, unit.until))?.[0].length ?? 0
  const end = unit.end + blank
  if (end < text.length) return { start: unit.start, end }
  let start = unit.start
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--
  // The new last line ends with a line end where the old one did.
  if (text.endsWith('\n')) start = text.indexOf('\n', start) + 1
  return { start: Math.min(start, unit.start), end: text.length }
}
