/** Lines within a paragraph at which another one seems to begin, because its number is lost. */

import type { LineIndex } from '../../text/lines'
import { greatest } from '../../text/lists'
import { isWhiteSpace, runEnd } from '../../text/runs'
import { beginsUpper, endsSentence } from '../../text/sentences'
import { trimmed } from '../../text/span'
import type { Block } from '../model'

/** A line that may begin a paragraph, as a block from there to the end of the one it is in. */
interface LineStart {
  readonly block: Block
  /** Is it further to the left than the lines around it, as the number was? */
  readonly isOutdented: boolean
}

/**
 * A sentence begins with the line, after the end of another, and is further to the left than the lines around it; or
 * its first word would have had room on the line before.
 */
export function lineStarts(index: LineIndex, block: Block): readonly LineStart[] {
  const { text } = index
  const lines = linesOf(index, block)
  if (lines.length < 3) return []
  const width = greatest(lines.map(({ start, to }) => to - start))
  return lines.slice(1).flatMap((line, at) => {
    const above = lines[at] as BlockLine
    const sentence = { start: line.from, end: line.to }
    if (!beginsUpper(text, sentence) || !endsWithStop(text, above)) return []
    const below = lines[at + 2] ?? above
    const isOutdented = indent(line) < Math.min(indent(at === 0 ? below : above), indent(below))
    const word = runEnd(text, code => !isWhiteSpace(code), line.from) - line.from
    const hadRoom = above.to - above.start + 1 + word < width - leastRoom
    if (!isOutdented && !hadRoom) return []
    const content = { start: line.from, end: block.content.end }
    const firstLine = block.firstLine + line.index
    return [
      {
        block: { ...block, kind: 'paragraph', start: line.start, firstLine, content },
        isOutdented,
      },
    ]
  })
}

/** In UTF-16 units: a line may end this early without a reason. */
const leastRoom = 4

interface BlockLine {
  readonly index: number
  readonly start: number
  /** Of its first and after its last character other than white space. */
  readonly from: number
  readonly to: number
}

const indent = ({ start, from }: BlockLine) => from - start

function linesOf(
  index: LineIndex,
  { start, end, firstLine, lastLine }: Block,
): readonly BlockLine[] {
  const lines: BlockLine[] = []
  for (let line = firstLine; line < lastLine; line++) {
    const from = Math.max(start, index.start(line))
    const words = trimmed(index.text, { start: from, end: Math.min(end, index.end(line)) })
    if (words.start < words.end)
      lines.push({ index: line - firstLine, start: from, from: words.start, to: words.end })
  }
  return lines
}

/** A colon or a semicolon does not end a paragraph. */
function endsWithStop(text: string, { from, to }: BlockLine): boolean {
  return endsSentence(text, { start: from, end: to }) && !/[:;]/.test(text.charAt(to - 1))
}
