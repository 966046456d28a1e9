/** Writes paragraph numbers where they belong, in the form of their neighbours, and moves paragraphs. */

import type { Block, NumberingFault, Paragraph, Report } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { insert, remove, replace, type TextEdit } from '../../text/edits'
import { oneOf, runEnd } from '../../text/runs'
import { isSpace } from '../../text/span'

type Displaced = NumberingFault & { readonly kind: 'displaced' }

/** Puts a number before the block's text. */
export function labelEdits(report: Report, block: Block, number: number): readonly TextEdit[] {
  const { before, after } = labelForm(report, block.content.start)
  if (block.kind === 'item') return [insert(block.content.start, numberText(number) + after)]
  const start = lineStart(report, block.content.start)
  return [replace({ start, end: block.content.start }, before + numberText(number) + after)]
}

const isFormFeed = oneOf('\f')

/** Where the line of the offset begins, after the form feed of a page that begins with it. */
function lineStart({ text, lines }: Report, offset: number): number {
  return runEnd(text, isFormFeed, lines.start(lines.lineAt(offset)))
}

/**
 * Moves a displaced number to the start of its paragraph and joins the words around it; where the
 * paragraph begins at the number, it gets a line of its own.
 */
export function putBackEdits(
  report: Report,
  { paragraph, at }: Displaced,
  number: number,
): readonly TextEdit[] {
  const { text, blocks } = report
  if (at === paragraph.digits.start) {
    let start = at
    while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--
    const { before, after } = labelForm(report, start)
    const own = before + numberText(number) + after
    return [replace({ start, end: paragraph.label.end }, breakAround(report, at) + own)]
  }
  const block = blocks.find(({ start, end }) => start <= at && at < end)
  if (block === undefined) return []
  // The paragraph may begin at a line within the block.
  const own = { ...block, content: { start: at, end: block.content.end } }
  return [...labelEdits(report, own, number), remove(paragraph.label)]
}

/** The line ends between paragraphs here: a blank line only where there is one before and after. */
function breakAround({ text, blocks }: Report, offset: number): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const place = blocks.findIndex(({ start, end }) => start <= offset && offset < end)
  const isOpen = (block: Block | undefined) => block === undefined || block.kind === 'blank'
  return isOpen(blocks[place - 1]) && isOpen(blocks[place + 1]) ? lineEnd + lineEnd : lineEnd
}

interface LabelForm {
  /** What is before the digits on their line: nothing, white space or a list dash. */
  readonly before: string
  /** What is between the digits and the text. */
  readonly after: string
}

/** How the nearest paragraph writes its label: the one before, or the one after if only it has no heading between. */
function labelForm(report: Report, offset: number): LabelForm {
  const { text, numbering, blocks } = report
  const own = numbering.paragraphs.filter(({ displaced }) => !displaced)
  const next = own.find(({ digits }) => digits.start > offset)
  const previous = own[(next === undefined ? own.length : own.indexOf(next)) - 1]
  const isApart = (from: number, to: number) =>
    blocks.some(({ kind, start }) => kind === 'heading' && from <= start && start <= to)
  const apartFromPrevious = previous === undefined || isApart(previous.digits.start, offset)
  const joinedToNext = next !== undefined && !isApart(offset, next.digits.start)
  const model = apartFromPrevious && joinedToNext ? next : (previous ?? next)
  if (model === undefined) return { before: '', after: '. ' }
  return {
    before: text.slice(lineStart(report, model.digits.start), model.digits.start),
    after: text.slice(model.digits.end, model.span.start) || '. ',
  }
}

/**
 * Moves the paragraphs from `run.first` to `run.last`, with the lists that belong to them, after or before
 * another one; no edits if they are already there.
 */
export function moveParagraphs(
  report: Report,
  run: { readonly first: Paragraph; readonly last: Paragraph },
  place: { readonly after: Paragraph } | { readonly before: Paragraph },
): readonly TextEdit[] {
  const from = { start: extentOf(report, run.first).start, end: extentOf(report, run.last).end }
  const to =
    'after' in place ? extentOf(report, place.after).end : extentOf(report, place.before).start
  if (to >= from.start && to <= from.end) return []
  const moved = report.text.slice(from.start, from.end)
  const lineEnd = report.text.includes('\r\n') ? '\r\n' : '\n'
  const lead = to === 0 || report.text.charAt(to - 1) === '\n' ? '' : lineEnd
  return [insert(to, lead + (moved.endsWith('\n') ? moved : moved + lineEnd)), remove(from)]
}

/** The lines of the paragraph, of what follows it without a number, and of the blank lines after it. */
function extentOf(
  { blocks, numbering }: Report,
  paragraph: Paragraph,
): { start: number; end: number } {
  const starts = new Set(
    numbering.paragraphs.map(each => Math.min(each.digits.start, each.span.start)),
  )
  let place = blocks.findIndex(
    ({ start, end }) => start <= paragraph.digits.start && paragraph.digits.start < end,
  )
  const start = blocks[place]?.start ?? paragraph.digits.start
  let end = blocks[place]?.end ?? paragraph.span.end
  for (place++; place < blocks.length; place++) {
    const block = blocks[place] as Block
    const text = block.kind === 'paragraph' || block.kind === 'item'
    if (!text && block.kind !== 'blank' && block.kind !== 'furniture') break
    if (text && beginsNumbered(block, starts)) break
    end = block.end
  }
  return { start, end }
}

function beginsNumbered(block: Block, starts: ReadonlySet<number>): boolean {
  for (let at = block.start; at <= block.content.start; at++) if (starts.has(at)) return true
  return false
}
