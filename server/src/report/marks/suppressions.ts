/** Reads the comments that say which problems to ignore, and what each covers. */

import type { LineIndex } from '../../text/lines'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { Block, BlockKind, Suppression } from '../model'

const command = /^<!--\s*inspection-reports\s+(ignore(?:-file)?)(?![\w-])/i

/** Does a comment that ignores problems begin there? */
export function isIgnoring(text: string, start: number): boolean {
  return command.test(text.slice(start, start + 80))
}

/**
 * The comment as a suppression: `<!-- inspection-reports ignore rule-id, rule-id: reason -->` or
 * `ignore-file`; undefined for any other comment.
 *
 * A comment that is not alone on its line, or that nothing follows, has an empty target.
 */
export function suppressionIn(
  text: string,
  lines: LineIndex,
  blocks: readonly Block[],
  comment: Span,
): Suppression | undefined {
  const head = command.exec(text.slice(comment.start, comment.start + 80))
  if (head === null) return undefined
  const body = { start: comment.start + head[0].length, end: comment.end - 3 }
  const colon = text.indexOf(':', body.start)
  const idsEnd = colon === -1 || colon > body.end ? body.end : colon
  const scope = (head[1] as string).toLowerCase() === 'ignore' ? 'next' : 'file'
  const line = {
    start: lines.start(lines.lineAt(comment.start)),
    end: lines.start(lines.lineAt(comment.end - 1) + 1),
  }
  return {
    span: comment,
    line,
    scope,
    rules: idsIn(text, body.start, idsEnd),
    reason: text.slice(Math.min(idsEnd + 1, body.end), body.end).trim(),
    target: targetOf(text, lines, blocks, comment, line, scope),
  }
}

function idsIn(text: string, start: number, end: number): readonly TextSpan[] {
  return [...text.slice(start, end).matchAll(/[^\s,]+/g)].map(match =>
    textSpan(text, start + match.index, start + match.index + match[0].length),
  )
}

function targetOf(
  text: string,
  lines: LineIndex,
  blocks: readonly Block[],
  comment: Span,
  line: Span,
  scope: Suppression['scope'],
): Span {
  if (scope === 'file') return { start: 0, end: text.length + 1 }
  const nothing = { start: comment.end, end: comment.end }
  const isAlone = isEmpty(text, line.start, comment.start) && isEmpty(text, comment.end, line.end)
  if (!isAlone) return nothing
  let index = blockAt(blocks, comment.end - 1)
  // Cover, contents and tables are one block of many lines: there only the lines up to a blank one count.
  const around = blocks[index]
  if (around !== undefined && !isEmpty(text, line.end, around.end))
    return linesBelow(text, lines, line.end, around.end)
  const next = linesBelow(text, lines, line.end, text.length)
  // A note on a line of its own is not part of the report, so the only block it is in is a blank one.
  if (next.start < next.end && blocks[blockAt(blocks, next.start)]?.kind === 'blank') return next
  index++
  while (isPassedOver(blocks[index]?.kind)) index++
  const first = blocks[index]
  return first === undefined ? nothing : { start: first.start, end: endOfGroup(blocks, index) }
}

/** The end of the heading with its grade line, the list or the table that begins at `index`. */
function endOfGroup(blocks: readonly Block[], index: number): number {
  const first = blocks[index] as Block
  let end = first.end
  for (let next = index + 1; next < blocks.length; next++) {
    const block = blocks[next] as Block
    if (isPassedOver(block.kind)) continue
    const belongs =
      first.kind === 'heading'
        ? block.kind === 'grade' && end === first.end
        : block.kind === first.kind && ['item', 'table', 'summary'].includes(block.kind)
    if (!belongs) break
    end = block.end
  }
  return end
}

/** From the first line with text to the last before a blank one. */
function linesBelow(text: string, lines: LineIndex, from: number, to: number): Span {
  let line = lines.lineAt(from)
  while (lines.start(line) < to && isEmpty(text, lines.start(line), lines.end(line))) line++
  const start = lines.start(line)
  while (lines.start(line) < to && !isEmpty(text, lines.start(line), lines.end(line))) line++
  return { start, end: Math.min(lines.start(line), to) }
}

function isPassedOver(kind: BlockKind | undefined): boolean {
  return kind === 'blank' || kind === 'comment' || kind === 'furniture'
}

/** The index of the block in which the offset lies; -1 if there is none. */
function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle] as Block).start <= offset) low = middle
    else high = middle - 1
  }
  return high
}

function isEmpty(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false
  return true
}
