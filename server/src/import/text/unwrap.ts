/** Joins lines that were broken to fit a page, so that each paragraph, item and heading is one line. */

import type { Block, BlockKind } from '../../report/model'
import type { ParseOptions } from '../../report/parse'
import { listsPeople, namesPerson } from './addressees'
import { type Change, done, excerpt, open, type SourceLine, type Step } from './change'
import { readColumns } from './columns'
import {
  beginsLower,
  endsSentence,
  hasBullet,
  isColumns,
  isFull,
  startsAnew,
  withDash,
  wrapWidth,
} from './lines'
import { readBlocks } from './read'
import { joinHyphen, Vocabulary } from './vocabulary'
import { type CoverJoin, coverJoins } from './wholes'

/** The lines with one line for each paragraph. Tables, contents and comments keep theirs. */
export function unwrap(source: readonly SourceLine[], options: ParseOptions = {}): Step {
  const changes: Change[] = []
  const table = readColumns(source.map(each => withoutBullet(each, changes)))
  changes.push(...table.changes)
  const { lines } = table
  const text = lines.map(line => line.text).join('\n')
  const { blocks, report } = readBlocks(text, options)
  const joiner: Joiner = {
    cover: coverJoins(report),
    vocabulary: new Vocabulary(text),
    width: wrapWidth(lines.map(line => line.text)),
    changes,
  }
  const result: SourceLine[] = []
  for (const block of blocks) {
    const own = lines.slice(block.firstLine, block.lastLine)
    const next = isJoined(block.kind) ? joinBlock(own, block, joiner) : own
    // Two paragraphs that stand on neighbouring lines would be one when they are read again.
    if (block.kind === 'paragraph' && isBehindText(result, next)) result.push(blank(own))
    result.push(...next)
  }
  return { lines: result, changes }
}

interface Joiner {
  readonly cover: ReadonlyMap<number, CoverJoin>
  readonly vocabulary: Vocabulary
  readonly width: number | undefined
  readonly changes: Change[]
}

const blank = (own: readonly SourceLine[]): SourceLine => ({ text: '', line: own[0]?.line ?? 0 })

const isBehindText = (result: readonly SourceLine[], next: readonly SourceLine[]) =>
  (result.at(-1)?.text ?? '').trim() !== '' && (next[0]?.text ?? '').trim() !== ''

const isJoined = (kind: BlockKind) =>
  kind === 'paragraph' || kind === 'item' || kind === 'heading' || kind === 'cover'

function withoutBullet(source: SourceLine, changes: Change[]): SourceLine {
  if (!hasBullet(source.text)) return source
  const text = withDash(source.text)
  if (!source.text.trimStart().startsWith('•'))
    changes.push(
      done('list-mark', source.line, 'Wrote a list mark as a dash.', {
        before: excerpt(source.text),
      }),
    )
  return { text, line: source.line }
}

/** The lines of one block as one line, or as several where something of its own begins among them. */
function joinBlock(own: readonly SourceLine[], block: Block, joiner: Joiner): SourceLine[] {
  const result: SourceLine[] = []
  let count = 0
  let width: number | undefined
  let people = false
  for (const [at, line] of own.entries()) {
    const last = result.at(-1)
    if (!isAdjacent(own, at)) {
      const run = runFrom(own, at)
      width = widthOf(run, block, joiner)
      people = listsPeople(run)
    }
    if (line.text.trim() === '') {
      if (block.kind !== 'cover' && at > 0) continue
      noteJoined(result, count, joiner.changes)
      count = 0
      result.push(line)
      continue
    }
    const inCover = block.kind === 'cover' ? joiner.cover.get(block.firstLine + at) : undefined
    const joins =
      last !== undefined &&
      last.text.trim() !== '' &&
      inCover !== 'begins' &&
      (inCover === 'goes-on' ||
        isNumberAlone(last.text) ||
        (isAdjacent(own, at) &&
          !isHeadingBetween(own, at, block, width) &&
          !isScaleRow(own, at) &&
          !(people && namesPerson(line.text) && !isUnfinished(last.text)) &&
          joinsLine(own[at - 1] as SourceLine, line, block, width, joiner.width)))
    if (!joins) {
      if (last !== undefined && last.text.trim() !== '' && block.kind !== 'cover')
        result.push({ text: '', line: line.line })
      noteJoined(result, count, joiner.changes)
      count = 0
      result.push(line)
      continue
    }
    result[result.length - 1] = joinTwo(last, line, joiner)
    if (isNumberAlone(last.text))
      joiner.changes.push(
        done('paragraph-number', last.line, 'Joined a number on a line of its own with its text.', {
          before: last.text.trim(),
          after: excerpt(result.at(-1)?.text ?? ''),
        }),
      )
    else count++
  }
  noteJoined(result, count, joiner.changes)
  return result
}

function noteJoined(result: readonly SourceLine[], count: number, changes: Change[]): void {
  const last = result.at(-1)
  if (count === 0 || last === undefined) return
  changes.push(
    done('joined-lines', last.line, `Joined ${count + 1} lines into one paragraph.`, {
      after: excerpt(last.text),
    }),
  )
}

/** A short line behind a sentence and before another, in text that fills its lines: a heading. */
function isHeadingBetween(
  own: readonly SourceLine[],
  at: number,
  { kind }: Block,
  width: number | undefined,
): boolean {
  const text = own[at]?.text.trim() ?? ''
  const next = own[at + 1]?.text.trim() ?? ''
  return (
    width !== undefined &&
    kind === 'paragraph' &&
    endsSentence(own[at - 1]?.text ?? '') &&
    /^\p{Lu}/u.test(text) &&
    /^[\p{Lu}\d]/u.test(next) &&
    text.length < width * 0.6 &&
    !endsSentence(text) &&
    !isFull(text, next, width)
  )
}

const isNumberAlone = (text: string) => /^\s*(?:[-*]\s+)?\d{1,3}\.$/.test(text.trimEnd())

const isAdjacent = (own: readonly SourceLine[], at: number) =>
  (own[at - 1]?.text ?? '').trim() !== ''

/** Ends the line with a word or mark that something has to follow? */
const isUnfinished = (text: string) =>
  /(?:,|\b(?:an?|and|by|for|from|in|of|on|or|the|to|upon|with))$/i.test(text.trimEnd())

/** The lines from `at` up to a blank one. */
function runFrom(own: readonly SourceLine[], at: number): readonly SourceLine[] {
  const end = own.findIndex(({ text }, place) => place >= at && text.trim() === '')
  return own.slice(at, end === -1 ? own.length : end)
}

/** Narrow text in a box has shorter lines than the rest; but two short lines are no text in a box. */
function widthOf(
  filled: readonly SourceLine[],
  block: Block,
  { width }: Joiner,
): number | undefined {
  if (width === undefined || block.kind === 'heading') return width
  const longest = Math.max(...filled.map(({ text }) => text.trimEnd().length), 0)
  return Math.max(Math.min(width, longest), width * 0.75)
}

/** Does the line go on with the one directly before it? */
function joinsLine(
  before: SourceLine,
  line: SourceLine,
  block: Block,
  width: number | undefined,
  pageWidth: number | undefined,
): boolean {
  if (block.kind === 'heading') return true
  if (startsAnew(line.text)) return startsInside(line.text, before.text)
  if (isColumns(before.text) && block.kind !== 'item' && !/^\s*\d/.test(before.text)) return false
  if (beginsLower(line.text)) return true
  if (/:$/.test(before.text.trimEnd())) return false
  if (width === undefined || pageWidth === undefined)
    return !endsSentence(before.text) && before.text.length > 60
  if (
    /^\s*\p{Lu}[\p{L} ()]{2,28}:\s/u.test(line.text) &&
    !isFull(before.text, line.text, pageWidth)
  )
    return false
  return isFull(before.text, line.text, width)
}

/** `3 Performs well An organisation that …`: a row of a scale that has lost its columns. */
const isScaleLine = (text: string) => /^\s*\d \p{Lu}\p{L}+ /u.test(text)

const isScaleRow = (own: readonly SourceLine[], at: number) =>
  isScaleLine(own[at]?.text ?? '') && own.filter(({ text }) => isScaleLine(text)).length > 1

/** A line in the middle of a paragraph that only looks like a list item or number. */
const startsInside = (text: string, before: string) =>
  /^\s*(?:\d{1,3}\.\s|\(?[a-z]\)\s|[–]\s)/.test(text) && !endsSentence(before)

function joinTwo(
  first: SourceLine,
  second: SourceLine,
  { vocabulary, changes }: Joiner,
): SourceLine {
  const next = second.text.trim()
  const before = first.text.trimEnd()
  const word = joinHyphen(before, next, vocabulary)
  if (word === undefined) return { text: `${before} ${next}`, line: first.line }
  const { line } = second
  const words = { before: word.before, after: word.after }
  changes.push(
    word.known
      ? done('joined-word', line, `Joined "${word.after}", which was broken over two lines.`, words)
      : open(
          'joined-word',
          line,
          `Joined "${word.after}" over two lines and kept the hyphen. Check whether it belongs there.`,
          words,
        ),
  )
  return { text: word.text, line: first.line }
}
