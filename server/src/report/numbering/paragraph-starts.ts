/** Judges which unnumbered blocks are paragraphs that need a number. */

import { beginsUpper, endsSentence } from '../../text/sentences'
import type { Block } from '../model'

interface Range {
  readonly from: number
  readonly to: number
}

/** Blocks that can start a numbered paragraph. */
export interface Starts {
  /** As many as are wanted, or fewer where fewer can, in the order of the text. */
  readonly best: readonly Block[]
  /** Where one is wanted, those that are hardly worse than it. */
  readonly others: readonly Block[]
}

/** By how much the score of a block may be lower for it to be a candidate as well. */
const rivalry = 1

/**
 * The `count` blocks between `from` and `to` that best start a numbered paragraph. A block can if it begins with a capital and does not continue what comes before; the
 * first under its heading is a better candidate than others, the lead of a list or table a worse one, and one in
 * a stretch without any number, as summaries are, a worse one than one beside a numbered paragraph. A list item can
 * only where the neighbours' numbers follow list dashes too and no list has begun before it.
 */
export function bestStarts(
  text: string,
  blocks: readonly Block[],
  range: Range,
  isTaken: (place: number) => boolean,
  marks: boolean,
  count: number,
): Starts {
  const found: { readonly block: Block; readonly score: number }[] = []
  const besideNext = range.to < blocks.length ? lastStretch(text, blocks, range) : range.to
  let before = blockBefore(blocks, range.from)
  let furniture = false
  for (let place = range.from; place < range.to; place++) {
    const block = blocks[place] as Block
    if (block.kind === 'furniture') furniture = true
    if (isQuiet(block)) continue
    if (!isTaken(place)) {
      const score = startScore(text, block, before, blockAfter(blocks, place), marks)
      const beside = place >= besideNext ? 3 : 0
      if (score !== undefined) found.push({ block, score: score + beside - (furniture ? 1 : 0) })
    }
    before = block
    furniture = false
  }
  const [first, ...rest] = [...found].sort((a, b) => b.score - a.score)
  const best = new Set(first === undefined ? [] : [first, ...rest.slice(0, count - 1)])
  const rivals = new Set(rest.filter(({ score }) => score >= (first?.score ?? 0) - rivalry))
  const blocksOf = (those: ReadonlySet<(typeof found)[number]>) =>
    found.filter(each => those.has(each)).map(({ block }) => block)
  return { best: blocksOf(best), others: count === 1 ? blocksOf(rivals) : [] }
}

/** The place after the last heading, from which the text goes on to the numbered paragraph after it. */
function lastStretch(text: string, blocks: readonly Block[], { from, to }: Range): number {
  let place = to
  while (place > from && !isTitle(text, blocks[place - 1] as Block)) place--
  return place
}

/** A heading, or a short line without a full stop that looks like one: "Inspection findings". */
function isTitle(text: string, { kind, content, firstLine, lastLine }: Block): boolean {
  if (kind !== 'paragraph') return kind === 'heading'
  if (lastLine - firstLine > 1 || content.end - content.start > longestTitle) return false
  return beginsUpper(text, content) && !/[.!?:;,]/.test(text.charAt(content.end - 1))
}

/** In UTF-16 units. */
const longestTitle = 60

const isQuiet = ({ kind }: Block) =>
  kind === 'blank' || kind === 'furniture' || kind === 'comment' || kind === 'grade'

function blockBefore(blocks: readonly Block[], place: number): Block | undefined {
  let at = place - 1
  while (at >= 0 && isQuiet(blocks[at] as Block)) at--
  return blocks[at]
}

function blockAfter(blocks: readonly Block[], place: number): Block | undefined {
  let at = place + 1
  while (at < blocks.length && isQuiet(blocks[at] as Block)) at++
  return blocks[at]
}

function startScore(
  text: string,
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  marks: boolean,
): number | undefined {
  const { content, kind } = block
  if (kind !== 'paragraph' && kind !== 'item') return undefined
  if (!beginsUpper(text, content) || text.startsWith('[Note', content.start)) return undefined
  const end = text.charAt(content.end - 1)
  if (content.end - content.start < 30 && !/[.!?]/.test(end)) return undefined
  const underHeading = before !== undefined && isTitle(text, before)
  const textBefore = before?.kind === 'paragraph' || before?.kind === 'item'
  const open = textBefore && !endsSentence(text, before.content)
  if (kind === 'item' && !isMarkedParagraph(text, block, before, marks)) return undefined
  let score = 0
  if (underHeading) score += 4
  if (open) score -= 2
  if (end === ':') score -= 1
  if (after?.kind === 'table') score -= 2
  if (kind === 'item') score += 1
  return score
}

/** Is the item a paragraph that has lost its number and kept its list dash? */
function isMarkedParagraph(
  text: string,
  block: Block,
  before: Block | undefined,
  marks: boolean,
): boolean {
  if (!marks) return false
  if (before?.kind === 'heading') return true
  if (before?.kind === 'timescale' || before === undefined) return false
  if (text.charAt(before.content.end - 1) === ':') return false
  // Paragraphs are sentences; an item of a list rarely holds two.
  const content = text.slice(block.content.start, block.content.end)
  return /[.!?]$/.test(content) || content.includes('. ')
}
