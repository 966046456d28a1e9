/** A report as the passages that two versions of it are compared by: paragraphs, points of a list, lines. */

import type { Block, Paragraph, Report, Section } from '../report/model'
import { numberText } from '../report/paragraph-number'
import { singleSpaced } from '../text/spaces'
import type { Span } from '../text/span'

export interface Passage {
  readonly kind: 'paragraph' | 'point' | 'line'
  /** Place among the passages of its report, from 0. */
  readonly index: number
  /** Where it begins, its number included. */
  readonly start: number
  /** Its words without number, notes, emphasis and doubled spaces. */
  readonly words: string
  /** Does it have a number of its own? */
  readonly isNumbered: boolean
  /** `14`, `15, point 2`, `15, line 1`; empty for what no number leads to. */
  readonly label: string
  /** Undefined on the cover. */
  readonly section: Section | undefined
}

/**
 * The passages in the order of the text. Left out are what has a place of its own in a comparison (section
 * headings, grades, contents, the summary table) and what is no part of the report (page furniture,
 * comments, notes).
 */
export function passagesOf(report: Report): readonly Passage[] {
  const passages: Passage[] = []
  const pieces = numberedPieces(report)
  const seen = new Set<Paragraph>()
  const sectionOf = sectionFinder(report)
  const headings = new Set(report.sections.map(({ heading }) => heading.line.start))
  let above: { readonly section: Section | undefined; readonly number: number } | undefined
  let below = 0
  let piece = 0
  for (const block of report.blocks) {
    const kind = kinds[block.kind]
    if (kind === undefined || (block.kind === 'heading' && headings.has(block.start))) continue
    const section = sectionOf(block.start)
    while ((pieces[piece]?.end ?? Number.POSITIVE_INFINITY) <= block.content.start) piece++
    const paragraph = pieces[piece]
    const numbered =
      paragraph !== undefined && paragraph.start < block.content.end ? paragraph.of : undefined
    if (numbered !== undefined) {
      if (seen.has(numbered)) continue
      seen.add(numbered)
      above = { section, number: numbered.number }
      below = 0
      const start = Math.min(numbered.span.start, numbered.label.start)
      const label = numberText(numbered.number)
      const words = numbered.fragments.map(fragment => wordsIn(report, fragment)).join(' ')
      const index = passages.length
      passages.push({ kind, index, start, words, isNumbered: true, label, section })
      continue
    }
    if (above?.section !== section) above = undefined
    for (const span of block.kind === 'paragraph' ? [block.content] : linesIn(report, block)) {
      const words = wordsIn(report, span)
      if (!/[\p{L}\p{N}]/u.test(words)) continue
      below++
      const noun = kind === 'point' ? 'point' : 'line'
      const label = above === undefined ? '' : `${numberText(above.number)}, ${noun} ${below}`
      const { start } = span
      const index = passages.length
      passages.push({ kind, index, start, words, isNumbered: false, label, section })
    }
  }
  return passages
}

const kinds: { readonly [Kind in Block['kind']]?: Passage['kind'] } = {
  cover: 'line',
  heading: 'line',
  paragraph: 'paragraph',
  item: 'point',
  timescale: 'line',
  table: 'line',
}

interface Piece extends Span {
  readonly of: Paragraph
}

function numberedPieces({ numbering }: Report): readonly Piece[] {
  return numbering.paragraphs
    .flatMap(of => of.fragments.map(({ start, end }): Piece => ({ start, end, of })))
    .sort((a, b) => a.start - b.start)
}

/** The section whose own text an offset is in, for offsets that only rise. */
function sectionFinder({ sections }: Report): (offset: number) => Section | undefined {
  const inOrder = [...sections].sort((a, b) => a.span.start - b.span.start)
  let at = -1
  return offset => {
    while ((inOrder[at + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= offset) at++
    return inOrder[at]
  }
}

/** The lines of a cover or table; what is wrapped in a list item or a heading stays together. */
function linesIn({ lines, cover }: Report, block: Block): readonly Span[] {
  if (block.kind !== 'cover' && block.kind !== 'table') return [block.content]
  // `Status: draft` and the like say how a text is handled.
  const handling = cover.fields.filter(({ definition }) => definition === undefined)
  const left = new Set(handling.map(({ label }) => lines.lineAt(label.start)))
  const spans: Span[] = []
  for (let line = block.firstLine; line < block.lastLine; line++)
    if (!left.has(line)) spans.push({ start: lines.start(line), end: lines.end(line) })
  return spans
}

function wordsIn({ text, notes }: Report, { start, end }: Span): string {
  let words = ''
  let from = start
  for (const note of notes) {
    if (note.span.end <= from || note.span.start >= end) continue
    words += text.slice(from, Math.max(from, note.span.start))
    from = Math.min(end, note.span.end)
  }
  words += text.slice(from, end)
  const plain = words.replace(/\*\*|__|^\s*#+\s+|<!--.*?-->/g, '').replace(/\s*\|\s*/g, ' | ')
  return singleSpaced(plain).replace(/^[\s|]+|[\s|]+$/g, '')
}
