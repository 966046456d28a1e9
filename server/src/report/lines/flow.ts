/** The running text of a report: each paragraph and list item on one line, over the ends of lines and pages. */

import { type Flow, FlowWriter } from '../../text/flow'
import { overlapping } from '../../text/inside'
import { beginsUpper, endsSentence, isUnfinished } from '../../text/sentences'
import type { Span, TextSpan } from '../../text/span'
import type { Block } from '../model'
import type { BlockSplit } from './splits'

/** The running text with the draft that it is of. */
export interface Running {
  readonly text: string
  readonly flow: Flow
}

/**
 * What is read of `text`, in its order, a blank line between any two blocks: of paragraphs and items their words,
 * one line each, without number or bullet; everything else line by line as it is written; nothing of page
 * furniture and what is `hidden`. A paragraph that goes on after the end of a page is one line too.
 */
export function readFlow(
  text: string,
  blocks: readonly Block[],
  splits: readonly BlockSplit[],
  hidden: readonly Span[],
): Flow {
  const writer = new FlowWriter(text)
  const hiddenIn = overlapping(hidden)
  const before = new Map(splits.map(({ first, second }) => [second, first]))
  let last = -1
  let next = 0
  for (const [place, { kind, start, end, content }] of blocks.entries()) {
    if (kind === 'blank' || kind === 'furniture' || kind === 'comment') continue
    const isProse = kind === 'paragraph' || kind === 'item'
    const goesOn = isProse && last >= 0 && before.get(place) === last
    last = place
    if (goesOn) writer.goOn(content.start)
    else if (next > 0) writer.put('\n\n')
    next++
    if (!isProse) {
      writer.add(start, end)
      continue
    }
    const title = goesOn || kind === 'item' ? content.start : titleEnd(text, content)
    if (title > content.start) {
      writer.addWords({ start: content.start, end: title }, { hidden: hiddenIn(content) })
      writer.put('\n')
    }
    writer.addWords({ start: title, end: content.end }, { hidden: hiddenIn(content) })
  }
  return writer.flow()
}

/**
 * The paragraph of the running text that begins in the block with this content, a title above it left out.
 * Undefined for what goes on after a page: it is read with its beginning.
 */
export function begunParagraph(flow: Flow, content: Span): Span | undefined {
  const own = flow.within(content)
  // An item that is nothing but a note has no paragraph.
  if (own.start === own.end) return undefined
  const paragraph = flow.paragraphOf(content)
  return own.start > paragraph.start ? undefined : paragraph
}

/** The text of a paragraph as it is read; `written` leads from a stretch of it back to the draft. */
export interface ParagraphText {
  readonly text: string
  readonly written: (stretch: Span) => TextSpan
}

/** The paragraph that is this stretch of the running text. */
export function paragraphText({ text, flow }: Running, paragraph: Span): ParagraphText {
  const { start } = paragraph
  return {
    text: flow.text.slice(start, paragraph.end),
    written: stretch =>
      flow.written(text, { start: start + stretch.start, end: start + stretch.end }),
  }
}

/** The paragraphs and items that begin in the blocks, in their order, as stretches of the running text. */
export function* paragraphsIn(flow: Flow, blocks: readonly Block[]): Generator<Span> {
  for (const { kind, content } of blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue
    const paragraph = begunParagraph(flow, content)
    if (paragraph !== undefined) yield paragraph
  }
}

/**
 * The end of a title that is directly above the text of its paragraph, as "Executive summary" may be in a text that
 * keeps the lines of a page: a line much shorter than the next one, which has a capital too. The start of the
 * content where there is none.
 */
function titleEnd(text: string, { start, end }: Span): number {
  const lineEnd = text.indexOf('\n', start)
  if (lineEnd === -1 || lineEnd >= end || lineEnd - start > longestTitle) return start
  const line = { start, end: lineEnd }
  const below = text.indexOf('\n', lineEnd + 1)
  const next = { start: lineEnd + 1, end: Math.min(below === -1 ? end : below, end) }
  const isShort = (lineEnd - start) / (next.end - next.start) < shortLine
  const isTitle =
    isShort &&
    beginsUpper(text, line) &&
    beginsUpper(text, next) &&
    !endsSentence(text, line) &&
    !isUnfinished(text, line)
  return isTitle ? lineEnd : start
}

/** In UTF-16 units. */
const longestTitle = 60

/** A line that is not the last of its paragraph fills more of the page than this. */
const shortLine = 0.6
