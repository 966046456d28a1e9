/** A report as the parts of a Word document. */

import type { Block, Paragraph, Report, Section } from '../report/model'
import { lineBeginning } from '../text/line-beginning'
import { append } from '../text/lists'
import { isWhiteSpace, runStart } from '../text/runs'
import { type Span, trimmed } from '../text/span'
import { finish, Pace, type Steps } from '../text/steps'
import { type PlacedComment, withLeftComments } from './comments'
import { coverParts, frontMatterParts } from './cover'
import {
  type ContentsLine,
  type HeadingPart,
  isShown,
  type Part,
  type PlacedPart,
  type Runs,
} from './document'
import { type Inline, inlineOf, inlineText } from './inline'
import { summaryPart, tablePart } from './tables'

/**
 * The parts of the report in the order of its text.
 *
 * Notes, comments, page furniture and what says how the draft is handled are left out; all other words are there.
 * A paragraph that a page break has split is one part. Notes that are given as comments are at their places.
 */
export function partsOf(report: Report, comments: readonly PlacedComment[] = []): readonly Part[] {
  const placed = finish(placedPartSteps(report, comments))
  const lineAt = (offset: number) => report.lines.lineAt(offset)
  return withLeftComments(placed, comments, lineAt).map(({ part }) => part)
}

/**
 * The parts with their places, in steps. Parts of the front matter, before the cover, have the place of
 * their own lines.
 */
export function* placedPartSteps(
  report: Report,
  comments: readonly PlacedComment[] = [],
): Steps<readonly PlacedPart[]> {
  const walk = new Walk(report, inlineOf(report, comments))
  const { parts, lines } = walk
  const pace = new Pace()
  yield
  for (const block of report.blocks) {
    walk.add(block)
    while (lines.length < parts.length) lines.push(block.firstLine)
    if (pace.isOver(block.end - block.start)) yield
  }
  return withEachLevel(parts).map((part, at) => ({ part, line: lines[at] ?? 0 }))
}

/** Headings whose level would leave one out are one higher: that would puzzle anyone who listens to them. */
function withEachLevel(parts: readonly Part[]): readonly Part[] {
  let last = 0
  return parts.map(part => {
    if (part.kind !== 'heading') return part
    last = Math.min(part.level, last + 1)
    return { ...part, level: last }
  })
}

class Walk {
  readonly parts: Part[] = []
  /** The lines of the parts that do not begin on the first line of their block, as far as these are known. */
  readonly lines: number[] = []
  private readonly sections: ReadonlyMap<number, Section>
  private readonly anchors: ReadonlyMap<Section, string>
  private readonly numbered: ReadonlyMap<Block, Paragraph>
  /** Numbers that the draft lacks, by the start of their paragraphs. */
  private readonly missing: ReadonlyMap<number, number>
  /** Where pieces begin that continue the part before. */
  private readonly joins: ReadonlySet<number>
  private readonly indents: number[] = []
  private hasBody = false

  constructor(
    private readonly report: Report,
    private readonly inline: Inline,
  ) {
    this.sections = new Map(report.sections.map(each => [each.heading.line.start, each]))
    this.anchors = anchorsOf(report)
    this.numbered = numberedBlocks(report)
    this.missing = new Map(
      report.numbering.faults.flatMap(fault =>
        fault.kind === 'missing' ? [[fault.block.start, fault.expected] as const] : [],
      ),
    )
    this.joins = new Set(
      report.numbering.splits.filter(each => each.joinable).map(({ second }) => second.start),
    )
  }

  add(block: Block): void {
    const { report, inline, parts } = this
    if (block.kind !== 'item' && block.kind !== 'blank' && block.kind !== 'furniture')
      this.indents.length = 0
    switch (block.kind) {
      case 'blank':
      case 'furniture':
      case 'comment':
        return
      case 'front-matter':
        append(parts, frontMatterParts(report, block, inline))
        return
      case 'cover':
        for (const { part, line } of coverParts(report, block, inline)) {
          parts.push(part)
          this.lines[parts.length - 1] = line
        }
        return
      case 'contents':
        this.addContents()
        return
      case 'heading':
        this.addHeading(block)
        return
      case 'grade':
      case 'timescale':
        parts.push({ kind: block.kind, runs: plain(inline(block.content)) })
        return
      case 'table':
      case 'summary': {
        const read = block.kind === 'summary' ? summaryPart : tablePart
        const table = read(report, inline, block.firstLine, block.lastLine)
        if (table !== undefined) parts.push(table)
        return
      }
      case 'item':
        this.addItem(block)
        return
      case 'paragraph':
        this.addParagraph(block)
        return
    }
  }

  private addContents(): void {
    const { contents } = this.report
    if (contents === undefined || this.parts.some(({ kind }) => kind === 'contents')) return
    const entries = contents.entries.map(
      ({ title, page, definition, section }): ContentsLine => ({
        // Where extraction has glued several page numbers together, nobody knows which one belongs here.
        title: isPage(page?.text) ? title.text : `${title.text} ${page?.text}`,
        level: (definition?.depth ?? 0) + 1,
        page: page !== undefined && isPage(page.text) ? Number(page.text) : undefined,
        anchor: section && this.anchors.get(section),
      }),
    )
    this.parts.push({ kind: 'contents', title: contents.heading.text, entries })
  }

  private addHeading(block: Block): void {
    const { text } = this.report
    const section = this.sections.get(block.start)
    const content = withoutMarks(text, block.content)
    const level = section === undefined ? markLevel(text, block) : section.definition.depth + 1
    const tail = section?.grade?.form === 'tail' ? section.grade : undefined
    const isFirst = !this.hasBody && this.parts.some(({ kind }) => kind === 'contents')
    this.hasBody = true
    const part: HeadingPart = {
      kind: 'heading',
      level: Math.min(level, 6),
      runs: plain(
        tail === undefined ? this.inline(content) : inlineText(section!.heading.title.text),
      ),
      anchor: section && this.anchors.get(section),
      newPage: isFirst || section?.definition.kind === 'summary',
    }
    this.parts.push(part)
    if (tail !== undefined) this.parts.push({ kind: 'grade', runs: plain(this.inline(tail.span)) })
  }

  private addItem(block: Block): void {
    const { text } = this.report
    const runs = this.inline(block.content)
    if (!isShown(runs) || this.join(block, runs)) return
    const line = trimmed(text, { start: block.start, end: block.end })
    const { bullet, label } = lineBeginning(text, line.start, line.end)
    const mark = bullet === undefined && label ? text.slice(label.start, label.end) : undefined
    const level = this.levelOf(columnsBetween(text, block.start, line.start))
    this.parts.push({ kind: 'item', level, mark, runs })
  }

  /** How deeply an item is nested, to judge by the indents of the items before it in its list. */
  private levelOf(indent: number): number {
    const { indents } = this
    while (indents.length > 0 && (indents.at(-1) as number) > indent + 1) indents.pop()
    if (indents.length === 0 || indent > (indents.at(-1) as number) + 1) indents.push(indent)
    return Math.min(indents.length - 1, 2)
  }

  private addParagraph(block: Block): void {
    const { start, end } = block.content
    if (isRule(this.report.text.slice(start, end))) return
    const paragraph = this.numbered.get(block)
    const runs =
      paragraph?.displaced === true
        ? this.without(block.content, paragraph.label)
        : this.inline(block.content)
    if (paragraph !== undefined)
      this.parts.push({ kind: 'numbered', number: paragraph.number, isMissing: false, runs })
    else if (isShown(runs) && !this.join(block, runs)) {
      const number = this.missing.get(block.start)
      if (number === undefined) this.parts.push({ kind: 'text', runs })
      else this.parts.push({ kind: 'numbered', number, isMissing: true, runs })
    }
  }

  /** The runs of a stretch, leaving out another one inside it. */
  private without(span: Span, hole: Span): Runs {
    const before = this.inline({ start: span.start, end: hole.start })
    const after = this.inline({ start: hole.end, end: span.end })
    if (before.length === 0 || after.length === 0) return [...before, ...after]
    return [...before, { text: ' ' }, ...after]
  }

  /** Adds the runs to the part before, where they continue it. */
  private join(block: Block, runs: Runs): boolean {
    const last = this.parts.at(-1)
    if (!this.joins.has(block.content.start) || last === undefined || !('runs' in last))
      return false
    this.parts[this.parts.length - 1] = { ...last, runs: [...last.runs, { text: ' ' }, ...runs] }
    return true
  }
}

function isPage(text: string | undefined): boolean {
  return text === undefined || /^[1-9]\d*$/.test(text)
}

/** An anchor for each section that the contents name. */
function anchorsOf({ contents }: Report): ReadonlyMap<Section, string> {
  const anchors = new Map<Section, string>()
  for (const { section } of contents?.entries ?? [])
    if (section !== undefined && !anchors.has(section))
      anchors.set(section, `section-${anchors.size + 1}`)
  return anchors
}

/** The blocks with which numbered paragraphs begin. */
function numberedBlocks({ blocks, numbering }: Report): ReadonlyMap<Block, Paragraph> {
  const numbered = new Map<Block, Paragraph>()
  let at = 0
  const inOrder = [...numbering.paragraphs].sort((a, b) => startOf(a) - startOf(b))
  for (const paragraph of inOrder) {
    while (at < blocks.length && (blocks[at] as Block).end <= startOf(paragraph)) at++
    const block = blocks[at]
    if (block?.kind === 'paragraph') numbered.set(block, paragraph)
  }
  return numbered
}

function startOf({ label, fragments, displaced }: Paragraph): number {
  return displaced ? (fragments[0]?.start ?? label.start) : label.start
}

/** The level that `##` and so on give a heading that is not one of the type's. */
function markLevel(text: string, { start, end }: Block): number {
  const marks = /^\s*(#+)/.exec(text.slice(start, Math.min(end, start + 20)))?.[1]?.length
  return Math.max(1, (marks ?? 4) - 1)
}

function withoutMarks(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end)
  const before = /^#+\s*/.exec(content)?.[0].length ?? 0
  const hashes = runStart(content, code => code === 35)
  const gap = runStart(content, isWhiteSpace, hashes)
  const end = hashes < content.length && gap < hashes ? gap : content.length
  return { start: span.start + before, end: span.start + withoutAttributes(content.slice(0, end)) }
}

/** Where a heading ends without the attributes after it: `{#service .wide}`. */
function withoutAttributes(heading: string): number {
  const open = heading.lastIndexOf('{')
  const isAttribute = open > 0 && /^\{[#.][^{}]{1,99}\}$/.test(heading.slice(open))
  return isAttribute ? runStart(heading, isWhiteSpace, open) : heading.length
}

/** A line between two parts of a text in Markdown. */
const isRule = (text: string) => /^(?:-{3,}|_{3,}|\*{3})$/.test(text)

/** Headings, grades and timescales get their formatting from their styles. */
function plain(runs: Runs): Runs {
  return runs.map(({ bold: _bold, italic: _italic, ...run }) => run)
}

function columnsBetween(text: string, start: number, end: number): number {
  let columns = 0
  for (let at = start; at < end; at++) columns += text[at] === '\t' ? 4 : 1
  return columns
}
