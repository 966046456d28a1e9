/** Judges which unnumbered blocks are paragraphs that need a number. */

import { beginsUpper, endsSentence } from '../lines/splits'
import type { Block } from '../model'

/**
 * The `count` blocks between `from` and `to` that best start a numbered paragraph, in the order of the text;
 * fewer where fewer can. A block can if it begins with a capital and does not continue what comes before; the
 * first under its heading is a better candidate than others, the lead of a list or table a worse one. A list
 * item can only where the neighbours' numbers follow list dashes too and no list has begun before it.
 */
export function bestStarts(
  text: string,
  blocks: readonly Block[],
  range: { readonly from: number; readonly to: number },
  isTaken: (place: number) => boolean,
  marks: boolean,
  count: number,
): readonly Block[] {
  const found: { readonly block: Block; readonly score: number }[] = []
  let before = blockBefore(blocks, range.from)
  let furniture = false
  for (let place = range.from; place < range.to; place++) {
    const block = blocks[place] as Block
    if (block.kind === 'furniture') furniture = true
    if (isQuiet(block)) continue
    if (!isTaken(place)) {
      const score = startScore(text, block, before, blockAfter(blocks, place), marks)
      if (score !== undefined) found.push({ block, score: furniture ? score - 1 : score })
    }
    before = block
    furniture = false
  }
  const best = new Set([...found].sort((a, b) => b.score - a.score).slice(0, count))
  return found.filter(each => best.has(each)).map(({ block }) => block)
}

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
  const underHeading = before?.kind === 'heading'
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
