/** What looks like the label of a cover field, whatever its words. */

import { decorationsBefore, decorationsEnd } from '../../text/decorations'
import { isLetter } from '../../text/letters'
import { isBlankSpace, isEmphasis, runEnd } from '../../text/runs'
import type { TextSpan } from '../../text/span'
import type { Report } from '../model'

/** A few words at the start of a line, set off from what follows them: `Lead HMI: ` or `Age group   `. */
export interface LabelLike extends TextSpan {
  /** What sets them off: a colon, the bar of a table, or white space and dashes. */
  readonly sign: ':' | '|' | 'gap'
  /** The rest of the line. */
  readonly value: string
}

const shortest = 3
const longest = 41

/** Those on the cover's lines, at most one per line: the shortest that is set off. */
export function* labelLikes({ text, lines, cover: { span } }: Report): Iterable<LabelLike> {
  const last = lines.lineAt(span.end)
  for (let line = lines.lineAt(span.start); line <= last; line++) {
    const from = Math.max(span.start, lines.start(line))
    const found = labelLike(text.slice(from, Math.min(span.end, lines.end(line))), from)
    if (found !== undefined) yield found
  }
}

function labelLike(line: string, offset: number): LabelLike | undefined {
  const start = decorationsBefore(line, { start: 0, end: line.length }, isMark)
  if (!isLetter(line.charCodeAt(start))) return undefined
  for (let end = start + 1; end <= start + longest && end <= line.length; end++) {
    const isWord = isLabelLetter(line.charCodeAt(end - 1))
    if (!isWord && line[end - 1] !== ' ') return undefined
    if (end < start + shortest || !isWord || isLabelLetter(line.charCodeAt(end))) continue
    const gap = runEnd(line, isGap, decorationsEnd(line, start, end))
    const sign = signOf(line.slice(end, gap), line.slice(gap, gap + 2))
    if (sign === undefined) continue
    const text = line.slice(start, end)
    return { start: offset + start, end: offset + end, text, sign, value: line.slice(gap) }
  }
  return undefined
}

/**
 * How the white space, and the two characters after it, set off the words before; undefined where they do not.
 */
function signOf(gap: string, next: string): LabelLike['sign'] | undefined {
  if (next.startsWith(':') || next.startsWith('|')) return next.startsWith(':') ? ':' : '|'
  const isDash = gap.endsWith(' ') && /^[–-] /.test(next)
  return isDash || gap.includes('\t') || gap.includes('   ') ? 'gap' : undefined
}

/** What may be before a label: white space, emphasis, the marks of quotations, lists and tables. */
function isMark(code: number): boolean {
  return isGap(code) || code === 62 || code === 124 || code === 45
}

function isGap(code: number): boolean {
  return isBlankSpace(code) || isEmphasis(code)
}

function isLabelLetter(code: number): boolean {
  return isLetter(code) || code === 40 || code === 41 || code === 39 || code === 0x2019
}
