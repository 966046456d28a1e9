/** Puts a text of unwrapped lines into the recommended form: headings, grades, numbers, lists, tables. */

import * as l10n from '@vscode/l10n'
import type { Block, Report, Section } from '../../../report/model'
import { isNumber, lineBeginning } from '../../../text/line-beginning'
import { append } from '../../../text/lists'
import { singleSpaced, withoutLineEnds } from '../../../text/spaces'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, type SourceLine, type Step } from '../change'
import { repairSplits } from '../lines/splits'
import type { Reader, ReadText } from '../read'
import { goesOn, joinTables, tablePiece } from '../tables/tables'
import { contentsPieces, summaryPiece } from './contents'
import { addStatus, coverPieces } from './cover'
import { type Piece, writeDown } from './piece'
import { repairGrades, repairMarks, repairNumbers, repairUnnumbered } from './repairs'
import { nameTitles, noteFootnotes } from './titles'

export interface StructureOptions {
  readonly reader: Reader
  /** Is the text to be marked as a draft? True for a whole document, not for part of one. */
  readonly isWhole: boolean
}

/** One round; what a repair reveals is found in the next. */
export function* structure(
  source: readonly SourceLine[],
  options: StructureOptions,
): Steps<Step & { readonly isReport: boolean }> {
  const read = yield* options.reader.lines(source)
  yield
  const changes: Change[] = []
  const maker = new PieceMaker(source, read, changes)
  const pieces = yield* maker.pieces()
  if (read.report !== undefined) {
    yield* repairNumbers(read.report, pieces, changes)
    yield* repairSplits(read.report, pieces, changes)
    for (const repair of [repairGrades, repairUnnumbered, repairMarks, nameTitles, noteFootnotes]) {
      repair(read.report, pieces, changes)
      yield
    }
  }
  if (options.isWhole && read.report !== undefined) addStatus(read.report, pieces, changes)
  return { lines: yield* writeDown(pieces), changes, isReport: read.report !== undefined }
}

class PieceMaker {
  private readonly made: Piece[] = []
  private readonly sections: ReadonlyMap<number, Section>

  constructor(
    private readonly source: readonly SourceLine[],
    private readonly read: ReadText,
    private readonly changes: Change[],
  ) {
    this.sections = new Map(
      (read.report?.sections ?? []).map(section => [section.heading.line.start, section]),
    )
  }

  *pieces(): Steps<Piece[]> {
    const { blocks, report } = this.read
    const pace = new Pace()
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at] as Block
      if (pace.isOver(block.end - block.start)) yield
      if (report !== undefined && (block.kind === 'cover' || isSummaryOnCover(report, block))) {
        const start = at
        while (isCover(report, blocks[at + 1])) at++
        this.addCover(report, blocks[start] as Block, blocks[at] as Block)
      } else this.add(block)
    }
    return this.made
  }

  private lineOf(block: Block): number {
    return this.source[block.firstLine]?.line ?? 0
  }

  private linesOf(block: Block): readonly SourceLine[] {
    return this.source.slice(block.firstLine, block.lastLine)
  }

  private addCover(report: Report, first: Block, last: Block): void {
    const lineAt = (offset: number) => this.source[report.lines.lineAt(offset)]?.line ?? 0
    const cover = { start: first.start, end: last.end }
    const table = () => this.summary(report)
    append(this.made, coverPieces(report, cover, lineAt, table, this.changes))
  }

  private summary(report: Report): Piece {
    const table = report.summary
    if (table === undefined) throw new Error('no table')
    const first = report.lines.lineAt(table.span.start)
    const last = report.lines.lineAt(Math.max(table.span.start, table.span.end - 1)) + 1
    return summaryPiece(
      report,
      table,
      this.source.slice(first, last),
      table.span.start,
      this.changes,
    )
  }

  private add(block: Block): void {
    const { report } = this.read
    const { text, made } = { text: this.read.text, made: this.made }
    const line = this.lineOf(block)
    const base = { line, at: block.start }
    // Notes and comments are blank to the parser, so a block's content may end before one.
    const content = withoutLineEnds(text.slice(block.content.start, block.end).trim(), ' ')
    switch (block.kind) {
      case 'blank':
        this.addHidden(block)
        return
      case 'heading':
        append(made, this.heading(block, content))
        return
      case 'grade':
      case 'timescale': {
        // Notes before the text are blank to the parser.
        const before = text.slice(block.start, block.content.start).trim()
        const notes = before.includes('[') ? `${before} ` : ''
        const words = `${notes}${content}`.replace(/\*\*|__/g, '').trim()
        made.push({ ...base, kind: block.kind, text: words })
        return
      }
      case 'paragraph':
        made.push(this.paragraph(block, content))
        return
      case 'item':
        made.push(this.item(block, content))
        return
      case 'table':
        this.addTable(block)
        return
      case 'summary':
        if (report?.summary !== undefined && block.start >= report.summary.span.start) {
          if (!made.some(each => each.at === report.summary?.span.start && each.kind !== 'heading'))
            made.push(this.summary(report))
          return
        }
        break
      case 'contents':
        if (report !== undefined) {
          append(made, contentsPieces(report, this.linesOf(block), block.start, this.changes))
          return
        }
        break
    }
    made.push({ ...base, kind: 'raw', text: content, lines: rawLines(this.linesOf(block)) })
  }

  /** Adds notes and fenced code, which are blank to the parser, as they are. */
  private addHidden(block: Block): void {
    const lines = [...rawLines(this.linesOf(block))]
    while (lines[0]?.text === '') lines.shift()
    while (lines.at(-1)?.text === '') lines.pop()
    const [first] = lines
    if (first !== undefined)
      this.made.push({ kind: 'raw', line: first.line, at: block.start, text: first.text, lines })
  }

  private heading(block: Block, content: string): Piece[] {
    const line = this.lineOf(block)
    const base = { line, at: block.start }
    const section = this.sections.get(block.start)
    const written = content
      .replace(/^#+\s*/, '')
      .replace(/\*\*|__/g, '')
      .trim()
    if (section === undefined) {
      const level = /^#*/.exec(content)?.[0].length ?? 2
      return [{ ...base, kind: 'heading', text: written, level: level || 2 }]
    }
    const level = Math.min(section.definition.depth + 2, 6)
    const { grade } = section
    if (grade?.form !== 'tail')
      return [{ ...base, kind: 'heading', text: withoutColon(written), level }]
    const { text } = this.read
    const stated = singleSpaced(
      text
        .slice(grade.span.start, block.end)
        .replace(/\*\*|__/g, '')
        .trim(),
    )
    const title = singleSpaced(section.heading.title.text)
    this.changes.push(
      done('grade', line, l10n.t('Put the grade after a heading on a line of its own.'), {
        before: written,
        after: stated,
      }),
    )
    return [
      { ...base, kind: 'heading', text: title, level },
      { ...base, kind: 'grade', text: stated },
    ]
  }

  private paragraph(block: Block, content: string): Piece {
    const base = { line: this.lineOf(block), at: block.start }
    const { text } = this.read
    const { start } = block.content
    const { label } = lineBeginning(text, block.start, start)
    if (label !== undefined && isNumber(label) && label.next === start) {
      const number = text.slice(label.value.start, label.value.end)
      return { ...base, kind: 'paragraph', text: content, number }
    }
    const prefix = text.slice(block.start, start).trim()
    return { ...base, kind: 'paragraph', text: prefix === '' ? content : `${prefix} ${content}` }
  }

  private item(block: Block, content: string): Piece {
    const head = this.read.text.slice(block.start, block.content.start)
    const { from, bullet, label, textStart } = lineBeginning(head)
    // Notes before the text are blank to the parser.
    const notes = head.slice(textStart).trim()
    const mark = bullet === undefined && label ? head.slice(label.start, label.end) : undefined
    const indent = head.slice(0, from).replace(/\t/g, '  ').length
    const before = this.made.at(-1)
    const isHollow = bullet !== undefined && head.charAt(bullet.start) === 'o'
    const isNested = before?.kind === 'item' && (isHollow || (indent >= 2 && this.isInside(block)))
    return {
      line: this.lineOf(block),
      at: block.start,
      kind: 'item',
      text: notes === '' ? content : `${notes} ${content}`,
      level: isNested ? 1 : 0,
      ...(mark === undefined ? {} : { mark }),
    }
  }

  /** Is the item indented further than the first of its list? */
  private isInside(block: Block): boolean {
    const { blocks, text } = this.read
    let at = blocks.indexOf(block)
    const indentOf = (each: Block) =>
      /^[ \t]*/.exec(text.slice(each.start, each.end))?.[0].length ?? 0
    let least = indentOf(block)
    while (at > 0 && (blocks[at - 1]?.kind === 'item' || blocks[at - 1]?.kind === 'blank')) {
      at--
      if (blocks[at]?.kind === 'item') least = Math.min(least, indentOf(blocks[at] as Block))
    }
    return indentOf(block) >= least + 2
  }

  private addTable(block: Block): void {
    const piece = tablePiece(this.linesOf(block), block.start, this.changes)
    const before = this.made.at(-1)
    if (before === undefined || !goesOn(before, piece)) {
      this.made.push(piece)
      return
    }
    joinTables(before, piece)
    this.changes.push(
      done('table', piece.line, l10n.t('Joined two pieces of a table.'), {
        before: excerpt(this.read.text.slice(block.start, block.end)),
      }),
    )
  }
}

const isCover = (report: Report, block: Block | undefined) =>
  block !== undefined &&
  (block.kind === 'cover' || block.kind === 'blank' || isSummaryOnCover(report, block)) &&
  block.start < report.cover.span.end

const isSummaryOnCover = (report: Report, block: Block) =>
  block.kind === 'summary' && block.start < report.cover.span.end

function rawLines(lines: readonly SourceLine[]): readonly SourceLine[] {
  return lines.map(({ text, line }) => ({ text: text.trimEnd(), line }))
}

function withoutColon(title: string): string {
  return title.endsWith(':') ? title.slice(0, -1).trimEnd() : title
}
