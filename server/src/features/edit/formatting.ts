/** *Format Document*: spacing, table columns, numbers and contents. No word is changed. */

import { pipeCells } from '../../report/grid/pipes'
import type { Block, Report } from '../../report/model'
import { formOf } from '../../report/template/form'
import { remakeContents } from '../../rules/fixes/contents'
import { mostFrequent } from '../../rules/fixes/grade-style'
import { renumberAll } from '../../rules/fixes/renumber'
import { checkSteps } from '../../rules/run'
import { applyEdits, insert, replace, type TextEdit } from '../../text/edits'
import { lineEdits } from '../../text/line-edits'
import { append, greatest } from '../../text/lists'
import { contains, type Span } from '../../text/span'
import type { Steps } from '../../text/steps'
import { wordsIn } from '../../text/words'

/** Reads a text as the same kind of report. */
export type ReadAgain = (text: string) => Steps<Report | undefined>

/**
 * The edits that tidy the report, in the order of its text; with `within`, only spacing, and only on the lines
 * of that stretch.
 *
 * A text extracted from a published document, with its page headers and line ends, keeps its layout: only white
 * space at the ends of its lines is removed. Numbers and contents are put in order only where that cannot
 * change what the report says. Never leaves more problems than there were.
 */
export function* formatting(
  report: Report,
  readAgain: ReadAgain,
  within?: Span,
): Steps<readonly TextEdit[]> {
  const { text } = report
  const most = (yield* checkSteps(report)).length
  if (within !== undefined) {
    const edits = (yield* spacing(report)).filter(({ span }) => contains(within, span))
    const next = yield* readAgain(applyEdits(text, edits))
    return next !== undefined && (yield* isAsSound(report, most, next)) ? edits : []
  }
  let current = report
  // Once tidied, a text may be read differently and need more tidying; four rounds are more than any text has
  // needed.
  for (let round = 0, before: Report | undefined; round < 4 && before !== current; round++) {
    before = current
    for (const step of [safeNumbers, safeContents, spacing]) {
      const edits = yield* step(current)
      if (edits.length === 0) continue
      const next = yield* readAgain(applyEdits(current.text, edits))
      if (next !== undefined && (yield* isAsSound(report, most, next))) current = next
    }
  }
  return yield* lineEdits(text, current.text)
}

/** Does it have no more than `most` problems, and the same paragraphs and sections as the report? */
function* isAsSound(report: Report, most: number, next: Report): Steps<boolean> {
  return (
    next.sections.length === report.sections.length &&
    next.numbering.paragraphs.length >= report.numbering.paragraphs.length &&
    (yield* checkSteps(next)).length <= most
  )
}

function* safeNumbers(report: Report): Steps<readonly TextEdit[]> {
  const fix = renumberAll(report)
  yield
  return fix.safe ? fix.edits : []
}

function* safeContents(report: Report): Steps<readonly TextEdit[]> {
  const [fix] = report.contents === undefined ? [] : remakeContents(report, report.contents)
  const edits = fix?.safe === true ? fix.edits : []
  yield
  // An entry that is added or taken out is more than tidying.
  const isOrder = edits.every(
    ({ span, newText }) => wordsOf(newText) === wordsOf(report.text.slice(span.start, span.end)),
  )
  return isOrder ? edits : []
}

/** The words in alphabetical order. */
function wordsOf(text: string): string {
  return [...wordsIn(text)].sort().join(' ')
}

// --- Spacing ----------------------------------------------------------------------------------

function* spacing(report: Report): Steps<readonly TextEdit[]> {
  const isExtracted = report.blocks.some(({ kind }) => kind === 'furniture')
  const edits: TextEdit[][] = [[...lineEnds(report, isExtracted)]]
  yield
  if (!isExtracted)
    for (const part of [blankLines, labels, tables, gaps]) {
      edits.push([...part(report)])
      yield
    }
  return disjoint(edits.flat())
}

/**
 * White space at the ends of lines. Form feeds, which end pages, are kept; so is code, and so are the two
 * spaces that break a line in Markdown, before the next line of the same paragraph.
 */
function lineEnds(report: Report, isExtracted: boolean): readonly TextEdit[] {
  const { text, blocks, lines } = report
  const lineText = (line: number) => text.slice(lines.start(line), lines.end(line))
  const edits: TextEdit[] = []
  for (const block of blocks) {
    const { kind, firstLine, lastLine } = block
    if (kind === 'furniture' || kind === 'front-matter' || isHidden(report, block)) continue
    for (let line = firstLine; line < lastLine; line++) {
      const end = lines.end(line)
      let start = end
      while (start > lines.start(line) && /[ \t]/.test(text.charAt(start - 1))) start--
      const mayBreak = breaks.has(kind) && !isExtracted && breaking.test(lineText(line))
      if (mayBreak && line + 1 < lastLine && /\S/.test(lineText(line + 1))) start += 2
      if (start < end) edits.push(replace({ start, end }, ''))
    }
  }
  return edits
}

/** Two spaces after words, and the kinds of block in which they break a line. */
const breaking = /\S {2,}$/
const breaks: ReadonlySet<Block['kind']> = new Set(['cover', 'paragraph', 'item'])

/** Fenced code and comments, which are blank only to the checks. */
function isHidden({ text }: Report, { kind, start, end }: Block): boolean {
  return kind === 'blank' && /\S/.test(text.slice(start, end))
}

/** Kinds of block that have a blank line between them where the report uses blank lines. */
const spaced: ReadonlySet<Block['kind']> = new Set([
  'heading',
  'grade',
  'paragraph',
  'timescale',
  'table',
  'summary',
])

/** One blank line where there are several; one between heading, grade line and paragraphs. */
function blankLines(report: Report): readonly TextEdit[] {
  const { text, blocks, lines } = report
  const { isSpaced, newline } = formOf(report, 0)
  const edits: TextEdit[] = []
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1]
    if (block.kind === 'cover') append(edits, blankRuns(report, block))
    else if (block.kind === 'blank') {
      if (isHidden(report, block) || next === undefined) continue
      const second = lines.start(block.firstLine + 1)
      if (second < block.end) edits.push(replace({ start: second, end: block.end }, ''))
    } else if (isSpaced && next !== undefined && spaced.has(block.kind) && spaced.has(next.kind)) {
      // A quotation continues, and so does a footnote.
      if (!/^(?:>|[ \t]+(?!\d))/.test(text.slice(next.start, next.end)))
        edits.push(insert(next.start, newline))
    }
  }
  return edits
}

/** Blank lines of the cover, which is one block, beyond the first of each run. */
function blankRuns({ text, lines }: Report, { firstLine, lastLine }: Block): readonly TextEdit[] {
  const edits: TextEdit[] = []
  const isBlank = (line: number) => !/\S/.test(text.slice(lines.start(line), lines.end(line)))
  for (let line = firstLine + 1; line < lastLine; line++)
    if (isBlank(line) && isBlank(line - 1))
      edits.push(replace({ start: lines.start(line), end: lines.start(line + 1) }, ''))
  return edits
}

/** The white space after paragraph numbers, as most numbers of the report have it. */
function labels(report: Report): readonly TextEdit[] {
  const { text, numbering } = report
  const gapOf = ({ digits, label }: { digits: Span; label: Span }) => ({
    start: digits.end + (text[digits.end] === '.' ? 1 : 0),
    end: label.end,
  })
  const plain = numbering.paragraphs.filter(paragraph => {
    const { start, end } = gapOf(paragraph)
    return !paragraph.displaced && start < end && /^[ \t]+$/.test(text.slice(start, end))
  })
  const usual = mostFrequent(
    plain.map(each => text.slice(gapOf(each).start, gapOf(each).end)),
    gap => gap,
  )
  if (usual === undefined) return []
  const wanted = usual.includes('\t') ? '\t' : ' '
  return plain.flatMap(each => {
    const span = gapOf(each)
    return text.slice(span.start, span.end) === wanted ? [] : [replace(span, wanted)]
  })
}

/** Runs of spaces between words of paragraphs and items. */
function gaps({ text, blocks, lines }: Report): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (const { kind, content } of blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue
    const prose = text.slice(content.start, content.end)
    // What is read as prose may hold columns set out with spaces.
    if (/\S {3,}\S.*\S {3,}\S|\t/.test(prose)) continue
    for (const { index, 0: gap } of prose.matchAll(/`[^`\n]*`|(?<=\S) {2,}(?=\S)/g)) {
      if (gap.startsWith('`')) continue
      const start = content.start + index
      if (start > lines.start(lines.lineAt(start)))
        edits.push(replace({ start, end: start + gap.length }, ' '))
    }
  }
  return edits
}

/** The widest table, in characters, whose columns are lined up: a wider one would be wrapped. */
const widest = 110

/** Pipe tables with their columns lined up; one that is too wide gets one space around each cell. */
function tables(report: Report): readonly TextEdit[] {
  const { text, blocks, lines } = report
  const edits: TextEdit[] = []
  for (const { kind, firstLine, lastLine } of blocks) {
    if (kind !== 'table' && kind !== 'summary' && kind !== 'contents') continue
    let rows: Row[] = []
    const flush = (): void => {
      append(edits, aligned(rows))
      rows = []
    }
    for (let line = firstLine; line < lastLine; line++) {
      const row = pipeRow(text, lines.start(line), lines.end(line))
      if (row === undefined) flush()
      else rows.push(row)
    }
    flush()
  }
  return edits
}

interface Row {
  readonly span: Span
  readonly indent: string
  readonly cells: readonly string[]
  /** The line of dashes under a table's head. */
  readonly isRule: boolean
}

function pipeRow(text: string, start: number, end: number): Row | undefined {
  const line = text.slice(start, end)
  if (!/^[ \t]*\|.*\|[ \t]*$/.test(line)) return undefined
  const from = start + line.indexOf('|')
  const to = start + line.trimEnd().length
  // A table with a row whose cells cannot be told apart is left as it is.
  const cells = line.includes('\\|')
    ? []
    : pipeCells(text, { from, to }).map(cell => text.slice(cell.start, cell.end))
  const isRule = cells.every(cell => /^:?-+:?$/.test(cell))
  return { span: { start, end: to }, indent: line.slice(0, from - start), cells, isRule }
}

function aligned(rows: readonly Row[]): readonly TextEdit[] {
  const columns = greatest(
    rows.map(({ cells }) => cells.length),
    0,
  )
  // A table whose rows differ in length cannot be lined up.
  if (columns === 0 || rows.some(({ cells }) => cells.length !== columns)) return []
  const widths = Array.from({ length: columns }, (_, column) =>
    greatest(
      rows.map(({ cells, isRule }) => (isRule ? 3 : (cells[column]?.length ?? 0))),
      3,
    ),
  )
  const isNarrow = widths.reduce((sum, width) => sum + width + 3, 1) <= widest
  return rows.map(({ span, indent, cells, isRule }) => {
    const written = cells.map((cell, column) => {
      const width = isNarrow ? (widths[column] ?? 0) : 0
      return isRule ? ruleOf(cell, Math.max(3, width)) : cell.padEnd(width)
    })
    return replace(span, `${indent}| ${written.join(' | ')} |`.replace(/\| {2}\|/g, '| |'))
  })
}

/** Dashes as wide as the column, with the colons that align it. */
function ruleOf(cell: string, width: number): string {
  const left = cell.startsWith(':') ? ':' : ''
  const right = cell.length > 1 && cell.endsWith(':') ? ':' : ''
  return left + '-'.repeat(width - left.length - right.length) + right
}

// --- Edits ------------------------------------------------------------------------------------

/** The edits without those that touch an earlier one, and without those that change nothing. */
function disjoint(edits: readonly TextEdit[]): readonly TextEdit[] {
  // Where two begin at one place, the larger one (a whole row) does what the smaller would.
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: TextEdit[] = []
  let end = -1
  for (const edit of sorted) {
    if (edit.span.start < end) continue
    kept.push(edit)
    end = Math.max(end, edit.span.end)
  }
  return kept
}
