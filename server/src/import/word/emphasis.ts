/** Writes the bold and italic stretches of a paragraph with the marks of a draft. */

import { type IsPart, isWhiteSpace, runEnd, runStart } from '../../text/runs'
import { wordsStart } from '../text/lines/lines'
import type { Node } from './xml'

/** A stretch of text that looks the same. */
export interface Stretch {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  /** A note or the mark of a footnote: it has no formatting, and does not divide a stretch. */
  readonly isMark?: boolean
  /** A note, which goes after the word that it is in. */
  readonly isNote?: boolean
  /** The address that it is a link to. */
  readonly linkTo?: string
  /** Did its author mark it with a colour? */
  readonly isHighlighted?: boolean
  /** The element whose text it is. */
  readonly node?: Node
}

export const plainStretch = (text: string): Stretch => ({ text, bold: false, italic: false })

/** The text of the stretches, without their formatting. */
export function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join('')
}

/**
 * The text with `**` around what is bold and `*` around what is italic, line by line.
 *
 * A mark counts only at the edge of a word, so formatting that begins or ends inside one is left out; so is that
 * of a number or list mark that somebody has typed before the text, and of a line that states a grade, which
 * could not be read with marks in its middle.
 */
export function withEmphasis(stretches: readonly Stretch[]): string {
  return linesOf(stretches).map(markedLine).join('\n')
}

/** The stretches cut at line breaks. */
function linesOf(stretches: readonly Stretch[]): Stretch[][] {
  const lines: Stretch[][] = [[]]
  for (const stretch of stretches)
    for (const [at, text] of stretch.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...stretch, text })
    }
  return lines
}

function markedLine(line: readonly Stretch[]): string {
  const whole = textOf(line)
  if (!line.some(({ bold, italic }) => bold || italic)) return whole
  if (/^\s*Grade\b.{0,40}$/i.test(whole)) return whole
  const from = wordsStart(whole)
  const result: string[] = []
  let before = ''
  let start = 0
  const add = (text: string) => {
    result.push(text)
    // A letter may be two code units; copying the whole line for each stretch would be too much.
    before = (before + text).slice(-2)
  }
  for (const stretch of merged(line)) {
    const end = start + stretch.text.length
    const plain = stretch.text.slice(0, Math.max(0, from - start))
    add(plain)
    add(marked({ ...stretch, text: stretch.text.slice(plain.length) }, before, whole[end]))
    start = end
  }
  return result.join('')
}

/** Neighbours that look the same, as one; white space and marks look like what is around them. */
function merged(line: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  const following = wordsAfter(line)
  for (const [at, stretch] of line.entries()) {
    const last = result.at(-1)
    const look = !isNeutral(stretch) ? stretch : isBetween(last, following[at]) ? last : undefined
    const { bold = false, italic = false } = look ?? {}
    if (last?.bold === bold && last.italic === italic)
      result[result.length - 1] = { ...last, text: last.text + stretch.text }
    else result.push({ text: stretch.text, bold, italic })
  }
  return result
}

/** For each stretch, the next one after it that has formatting of its own. */
function wordsAfter(line: readonly Stretch[]): readonly (Stretch | undefined)[] {
  const result: (Stretch | undefined)[] = []
  let next: Stretch | undefined
  for (let at = line.length - 1; at >= 0; at--) {
    result[at] = next
    const stretch = line[at]
    if (stretch !== undefined && !isNeutral(stretch)) next = stretch
  }
  return result
}

const isNeutral = ({ text, isMark }: Stretch) => isMark === true || text.trim() === ''

const isInWord: IsPart = code => !isWhiteSpace(code)

const isBetween = (before: Stretch | undefined, next: Stretch | undefined) =>
  before !== undefined && before.bold === next?.bold && before.italic === next.italic

function marked({ text, bold, italic }: Stretch, before: string, next: string | undefined): string {
  if (!(bold || italic)) return text
  // The rest of a word that began before, and the beginning of one that goes on, are not whole words.
  const isApart = !/[\p{L}\p{N}*_\\]$/u.test(before)
  const ends = next === undefined || !/[\p{L}\p{N}*_]/u.test(next)
  const from = runEnd(text, isWhiteSpace, isApart ? 0 : runEnd(text, isInWord))
  const to = runStart(text, isWhiteSpace, ends ? text.length : runStart(text, isInWord))
  const words = text.slice(from, to)
  // Text that has such marks itself would pair with these.
  if (from >= to || !/[\p{L}\p{N}]/u.test(words) || /^[*_]|[*_]$|\*\*/.test(words)) return text
  const [left, right] = [text.slice(0, from), text.slice(to)]
  const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`
  return `${left}${mark}${words}${mark}${right}`
}
