/** A report as the passages by which two versions of it are compared: paragraphs, list items, lines. */

import * as l10n from '@vscode/l10n'
import { hiddenIn } from '../../report/marks/hidden'
import type { Block, Paragraph, Report, Section } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { FlowWriter } from '../../text/flow'
import { overlapping } from '../../text/inside'
import { beginsLower, endsSentence } from '../../text/sentences'
import { singleSpaced } from '../../text/spaces'
import type { Span } from '../../text/span'

export interface Passage {
  readonly kind: 'paragraph' | 'point' | 'line'
  /** Place among the passages of its report, from 0. */
  readonly index: number
  /** Where it begins, its number included. */
  readonly start: number
  /** Its words without its number, notes, emphasis and doubled spaces. */
  readonly words: string
  /** Does it have a number of its own? */
  readonly isNumbered: boolean
  /** `14`, `15, point 2`, `15, line 1`; empty for a passage that no number leads to. */
  readonly label: string
  /** Undefined on the cover. */
  readonly section: Section | undefined
}

/**
 * The passages in the order of the text. Left out are things that have a place of their own in a comparison
 * (section headings, grades, contents, the summary table) and things that are not part of the report (page
 * furniture, comments, notes).
 */
export function passagesOf(report: Report): readonly Passage[] {
  const reader = new PassageReader(report)
  const headings = new Set(report.sections.map(({ heading }) => heading.line.start))
  for (const block of report.blocks)
    if (block.kind !== 'heading' || !headings.has(block.start)) reader.read(block)
  return reader.passages
}

/** Reads the blocks of a report in the order of the text. */
class PassageReader {
  readonly passages: Passage[] = []
  private readonly numberedAt: (span: Span) => Paragraph | undefined
  private readonly sectionOf: (offset: number) => Section | undefined
  private readonly seen = new Set<Paragraph>()
  /** The numbered paragraph above in the same section, and how many passages below it have been read. */
  private above: { readonly section: Section | undefined; readonly label: string } | undefined
  private below = 0
  private readonly hiddenIn: (span: Span) => readonly Span[]

  constructor(private readonly report: Report) {
    this.hiddenIn = overlapping(hiddenIn(report.text, report.lines))
    this.numberedAt = numberedFinder(report)
    this.sectionOf = sectionFinder(report)
  }

  read(block: Block): void {
    const kind = kinds[block.kind]
    if (kind === undefined) return
    const section = this.sectionOf(block.start)
    const numbered = this.numberedAt(block.content)
    if (numbered !== undefined) this.addNumbered(numbered, kind, section)
    else {
      if (this.above?.section !== section) this.above = undefined
      const spans = block.kind === 'paragraph' ? [block.content] : linesIn(this.report, block)
      for (const span of spans) this.add(span, kind, section)
    }
  }

  /** The words of a span without notes, comments and marks. */
  private wordsIn(span: Span): string {
    const writer = new FlowWriter(this.report.text)
    writer.addWords(span, { hidden: this.hiddenIn(span) })
    const { text } = writer.flow()
    // Table cells are separated in many ways.
    const plain = text.replace(/\*\*|__|^#+\s+|\[\^\d+\]:?/g, '').replaceAll('|', ' ')
    return singleSpaced(plain).trim()
  }

  private addNumbered(
    paragraph: Paragraph,
    kind: Passage['kind'],
    section: Section | undefined,
  ): void {
    if (this.seen.has(paragraph)) return
    this.seen.add(paragraph)
    const { number, span, fragments } = paragraph
    const label = numberText(number)
    this.above = { section, label }
    this.below = 0
    const start = Math.min(span.start, paragraph.label.start)
    const words = fragments.map(fragment => this.wordsIn(fragment)).join(' ')
    const index = this.passages.length
    this.passages.push({ kind, index, start, words, isNumbered: true, label, section })
  }

  private add(span: Span, kind: Passage['kind'], section: Section | undefined): void {
    const words = this.wordsIn(span)
    if (!/[\p{L}\p{N}]/u.test(words)) return
    const last = this.passages.at(-1)
    if (last !== undefined && this.goesOnAt(span.start)) {
      this.passages[last.index] = { ...last, words: `${last.words} ${words}` }
      return
    }
    this.below++
    const label = this.above === undefined ? '' : labelBelow(this.above.label, kind, this.below)
    const index = this.passages.length
    const { start } = span
    this.passages.push({ kind, index, start, words, isNumbered: false, label, section })
  }

  /** Does the paragraph before go on here, after the end of a page? */
  private goesOnAt(offset: number): boolean {
    const { flow } = this.report
    const at = flow.indexOf(offset)
    return flow.lineAt(at).start < at && flow.shows(offset)
  }
}

/** `count` is how many passages there are below the paragraph so far. */
function labelBelow(paragraph: string, kind: Passage['kind'], count: number): string {
  return kind === 'point'
    ? l10n.t('{0}, point {1}', paragraph, count)
    : l10n.t('{0}, line {1}', paragraph, count)
}

const kinds: { readonly [Kind in Block['kind']]?: Passage['kind'] } = {
  cover: 'line',
  heading: 'line',
  paragraph: 'paragraph',
  item: 'point',
  timescale: 'line',
  table: 'line',
}

/** Finds the numbered paragraph that a span holds a piece of, for spans in the order of the text. */
function numberedFinder({ numbering }: Report): (span: Span) => Paragraph | undefined {
  const pieces = numbering.paragraphs
    .flatMap(of => of.fragments.map(({ start, end }) => ({ start, end, of })))
    .sort((a, b) => a.start - b.start)
  let at = 0
  return ({ start, end }) => {
    while ((pieces[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    const piece = pieces[at]
    return piece !== undefined && piece.start < end ? piece.of : undefined
  }
}

/** Finds the section whose own text an offset is in, for offsets that only rise. */
function sectionFinder({ sections }: Report): (offset: number) => Section | undefined {
  const inOrder = [...sections].sort((a, b) => a.span.start - b.span.start)
  let at = -1
  return offset => {
    while ((inOrder[at + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= offset) at++
    return inOrder[at]
  }
}

/** The lines of a cover or table; a wrapped list item or heading stays together. */
function linesIn({ lines, cover }: Report, block: Block): readonly Span[] {
  if (block.kind !== 'cover' && block.kind !== 'table') return [block.content]
  // `Status: draft` and the like are about how a text is handled.
  const handling = cover.fields.filter(({ definition }) => definition === undefined)
  const left = new Set(handling.map(({ label }) => lines.lineAt(label.start)))
  const spans: Span[] = []
  for (let line = block.firstLine; line < block.lastLine; line++) {
    if (left.has(line)) continue
    const [start, end] = [lines.start(line), lines.end(line)]
    const above = spans.at(-1)
    const isContinued =
      above?.end === lines.end(line - 1) && goesOn(lines.text, above, { start, end })
    if (above !== undefined && isContinued) spans[spans.length - 1] = { start: above.start, end }
    else spans.push({ start, end })
  }
  return spans
}

/** Does a line's sentence continue on the next line, as in a text that keeps the lines of a page? */
function goesOn(text: string, above: Span, below: Span): boolean {
  return !endsSentence(text, above) && beginsLower(text, below)
}
