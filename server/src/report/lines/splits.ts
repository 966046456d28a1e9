/** Finds paragraphs and list items that a page break has split. */

import { isDigit, isLowerLetter, isUpperLetter } from '../../text/letters'
import { beginsUpper, endsSentence, isUnfinished } from '../../text/sentences'
import { monthNames } from '../cover/dates'
import type { Block, Split } from '../model'

/** A split with the places of its two blocks in the list of blocks. */
export interface BlockSplit {
  readonly first: number
  readonly second: number
  readonly split: Split
}

/**
 * The splits of a text, in its order. `isNumbered` says whether the block at a place of `blocks` begins with a
 * paragraph number.
 *
 * A block of text goes on in the next where it does not end a sentence and the next has no number and begins
 * in lower case: "…the placement duty service" and "ensures that needs are well understood."
 */
export function readSplits(
  text: string,
  blocks: readonly Block[],
  isNumbered: (place: number) => boolean,
): readonly BlockSplit[] {
  const splits: BlockSplit[] = []
  const isWrapped = isHardWrapped(blocks)
  const footnotes = isWrapped ? footnotesOf(text, blocks, isNumbered) : new Set()
  const isAtPageEnd = (first: number, second: number) =>
    isWrapped &&
    text
      .slice((blocks[first] as Block).content.end, (blocks[second] as Block).content.start)
      .includes('\f')
  const add = (first: number, second: number, joinable: boolean, atPageEnd: boolean) => {
    const before = (blocks[first] as Block).content
    const after = (blocks[second] as Block).content
    const gap = { start: before.end, end: after.start }
    const split = { gap, first: before, second: after, joinable, atPageEnd }
    splits.push({ first, second, split })
  }
  let last: Before | undefined
  /** An unfinished block that numbered paragraphs have followed. */
  let open: number | undefined
  for (const [place, block] of blocks.entries()) {
    if (isTransparent(block)) continue
    if ((block.kind === 'grade' || footnotes.has(place)) && last !== undefined) {
      last.clear = false
      continue
    }
    if (block.kind !== 'paragraph' && block.kind !== 'item') {
      last = undefined
      open = undefined
      continue
    }
    const numbered = isNumbered(place)
    const goesOn = block.kind === 'paragraph' && !numbered && last !== undefined
    let capital: 'may' | 'no' = numbered || block.kind === 'item' ? 'may' : 'no'
    let hangs = numbered
    let whole = numbered || block.kind === 'item' || beginsUpper(text, block.content)
    const atPageEnd = goesOn && last !== undefined && isAtPageEnd(last.place, place)
    if (
      goesOn &&
      last?.whole &&
      (continues(text, blocks[last.place], block, last.capital) ||
        (atPageEnd && goesOnBelow(text, blocks[last.place] as Block, block, last)))
    ) {
      add(last.place, place, last.clear, atPageEnd)
      capital = last.capital
      whole = true
      hangs = last.hangs
    } else if (goesOn && open !== undefined && continues(text, blocks[open], block, 'no')) {
      add(open, place, false, false)
      whole = true
      open = undefined
    } else if (numbered && last?.whole) {
      if (!endsSentence(text, (blocks[last.place] as Block).content)) open ??= last.place
    }
    last = { place, whole, clear: true, capital, hangs }
  }
  return splits
}

/** The block of text before. */
interface Before {
  readonly place: number
  /** Does it begin like one? */
  readonly whole: boolean
  /** Is it followed by nothing but blank lines and furniture? */
  clear: boolean
  readonly capital: 'may' | 'no'
  /** Is it a numbered paragraph, or a piece of one? */
  readonly hangs: boolean
}

/**
 * Does the text before a page's end go on at the top of the next page? It does where it is unfinished, and
 * where its next sentence is indented as far as the text after its number.
 */
function goesOnBelow(text: string, first: Block, second: Block, { hangs, clear }: Before): boolean {
  if (!endsSentence(text, first.content)) return true
  if (!hangs || !clear) return false
  const [above, below] = [columnOf(text, first), columnOf(text, second)]
  return above >= 2 && below >= 2 && Math.abs(above - below) <= 3
}

/** How far the block's text is from the edge. */
function columnOf(text: string, { start, content }: Block): number {
  const line = text.slice(start, content.start)
  return line.length - Math.max(line.lastIndexOf('\n'), line.lastIndexOf('\f')) - 1
}

/**
 * Footnotes at the foot of a page: text under a number of one or two digits alone on its line, with nothing
 * but footnotes and furniture between it and the page's end.
 */
function footnotesOf(
  text: string,
  blocks: readonly Block[],
  isNumbered: (place: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  let atPageEnd = true
  for (let place = blocks.length - 1; place > 0; place--) {
    const block = blocks[place] as Block
    const above = blocks[place - 1] as Block
    const isNote =
      atPageEnd &&
      block.kind === 'paragraph' &&
      !isNumbered(place) &&
      above.kind === 'furniture' &&
      /(?:^|\n)[ \t]*\d{1,2}[ \t]*\r?\n[ \t]*$/.test(text.slice(above.start, block.content.start))
    if (isNote) found.add(place)
    else if (!isTransparent(block)) atPageEnd = false
    if (text.slice(block.start, block.content.start).includes('\f')) atPageEnd = true
    else if (isTransparent(block) && text.slice(block.start, block.end).includes('\f'))
      atPageEnd = true
  }
  return found
}

/**
 * Are more paragraphs wrapped over several lines than written on one long line, as in text extracted page by
 * page?
 */
function isHardWrapped(blocks: readonly Block[]): boolean {
  let wrapped = 0
  for (const { kind, firstLine, lastLine, content } of blocks) {
    if (kind !== 'paragraph' && kind !== 'item') continue
    if (lastLine - firstLine > 1) wrapped++
    else if (content.end - content.start > longestWrapped) wrapped--
  }
  return wrapped > 0
}

/** Lines that wrap are shorter. */
const longestWrapped = 160

const isTransparent = (block: Block) =>
  block.kind === 'blank' || block.kind === 'furniture' || block.kind === 'comment'

/** Does the sentence that `first` leaves open go on in `second`? */
function continues(
  text: string,
  first: Block | undefined,
  second: Block,
  capital: 'may' | 'no',
): boolean {
  if (first === undefined || first.content.start === first.content.end) return false
  if (endsSentence(text, first.content)) return false
  const start = text.charAt(second.content.start)
  if (isLowerLetter(start.charCodeAt(0))) return true
  if (capital === 'no') return false
  if (start === '(') return true
  const head = text.slice(second.content.start, second.content.start + 12)
  if (/^[£\d][\d.,%]* ?[a-z(]/.test(head)) return true
  return /^[A-Z][a-z]/.test(head) && endsOpen(text, first, second)
}

/** Words that begin a sentence far more often than they are inside a name. */
const firstWords = new Set(
  'A An The This That These Those There It They We In On At By For From With As If All Most Many Some Few No Not However While Where When Since After Although Children Young Staff Managers Social'.split(
    ' ',
  ),
)

/** Does the first block end with a comma, a word that calls for another, or inside a name or date? */
function endsOpen(text: string, first: Block, second: Block): boolean {
  if (isUnfinished(text, first.content)) return true
  const start = Math.max(first.content.start, first.content.end - 30)
  const last = /[ \t\n]([A-Za-z]+|\d{1,2})$/.exec(text.slice(start, first.content.end))?.[1]
  const next = /^[A-Za-z]+/.exec(text.slice(second.content.start, second.content.start + 30))?.[0]
  if (last === undefined || next === undefined) return false
  if (isDigit(last.charCodeAt(0))) return monthNames.includes(next)
  return isUpperLetter(last.charCodeAt(0)) && !firstWords.has(next)
}
