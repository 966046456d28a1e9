/** Joins lines that were broken to fit a page, so that each paragraph, item and heading is one line. */

import * as l10n from '@vscode/l10n'
import type { Block, BlockKind, Report } from '../../../report/model'
import { namesPerson } from '../../../report/people/person-names'
import { lineBeginning } from '../../../text/line-beginning'
import { append } from '../../../text/lists'
import { beginsLower, endsSentence, isUnfinished } from '../../../text/sentences'
import { Pace, type Steps } from '../../../text/steps'
import { type Change, done, excerpt, open, type SourceLine, type Step } from '../change'
import type { Reader } from '../read'
import { readColumns, textOfColumns } from '../tables/columns'
import { type JoinedWord, joinHyphen, Vocabulary } from '../words/vocabulary'
import { listsPeople } from './addressees'
import {
  hasBullet,
  isColumns,
  isFull,
  isNumberAlone,
  startsAgain,
  withDash,
  wrapWidth,
} from './lines'
import { type CoverJoin, coverJoins } from './wholes'

/** The lines with one line for each paragraph. Tables, contents and comments keep their lines. */
export function* unwrap(source: readonly SourceLine[], reader: Reader): Steps<Step> {
  const changes: Change[] = []
  const table = yield* readTables(source, reader)
  append(changes, table.changes)
  const { lines } = table
  const { text, blocks, report } = yield* reader.lines(lines)
  yield
  const joiner: Joiner = {
    cover: coverJoins(report),
    vocabulary: yield* Vocabulary.of(text),
    width: wrapWidth(lines.map(line => line.text)),
    repeated: repeatedLines(lines),
    pace: new Pace(),
    changes,
  }
  const result: SourceLine[] = []
  for (const block of blocks) {
    const own = lines.slice(block.firstLine, block.lastLine)
    const next = isJoined(block.kind) ? yield* joinBlock(own, block, joiner) : own
    // Neighbouring lines would become one paragraph when the text is read again.
    const isApart = block.kind === 'paragraph' || block.kind === 'heading'
    if (isApart && isAfterText(result, next)) result.push(blank(own))
    append(result, next)
    if (joiner.pace.isOver(block.end - block.start)) yield
  }
  return { lines: result, changes }
}

/**
 * Columns are guessed at only where the report's own reading of its summary table or contents leaves a doubt, and never in a
 * heading or at the beginning of a numbered paragraph directly below other text.
 */
function* readTables(lines: readonly SourceLine[], reader: Reader): Steps<Step> {
  const { report } = yield* reader.lines(lines)
  const known = report === undefined ? [] : knownLines(report, lines)
  if (known.length === 0) return yield* readColumns(lines)
  const whole = yield* textOfColumns(lines)
  const result: SourceLine[] = []
  const changes: Change[] = []
  let at = 0
  for (const { first, last } of [...known, { first: lines.length, last: lines.length }]) {
    if (first < at) continue
    const step = yield* readColumns(lines.slice(at, first), whole)
    append(result, step.lines)
    append(changes, step.changes)
    append(result, lines.slice(first, last))
    at = last
  }
  return { lines: result, changes }
}

/** The lines that are known not to be columns, in their order. */
function knownLines(
  { summary, contents, sections, numbering, lines: index }: Report,
  lines: readonly SourceLine[],
): readonly { readonly first: number; readonly last: number }[] {
  const isWhole =
    summary !== undefined &&
    summary.missing.length === 0 &&
    summary.entries.every(({ kind, grade }) => kind === 'group' || (kind === 'row' && grade?.grade))
  const headings = sections
    .filter(({ grade }) => grade?.form !== 'cell')
    .map(({ heading }) => heading.line)
  const numbers = numbering.paragraphs
    .map(({ label }) => index.lineAt(label.start))
    .filter(line => !isColumns(lines[line]?.text ?? ''))
    .map(line => ({ start: index.start(line), end: index.start(line + 1) }))
  const below = [...headings, ...numbers].filter(
    ({ start }) => (lines[index.lineAt(start) - 1]?.text ?? '').trim() !== '',
  )
  // Entries that all have their page are read, also where a title is wrapped beyond the column of the pages.
  const isListed = contents?.form === 'space' && contents.entries.every(({ page }) => page)
  return [...below, ...(isWhole ? [summary.span] : []), ...(isListed ? [contents.span] : [])]
    .map(({ start, end }) => ({ first: index.lineAt(start), last: index.lineAt(end) }))
    .filter(({ first, last }) => first < last)
    .sort((a, b) => a.first - b.first)
}

interface Joiner {
  readonly cover: ReadonlyMap<number, CoverJoin>
  readonly vocabulary: Vocabulary
  readonly width: number | undefined
  /** Lines that appear in the text more than once, as titles do that recur in each section. */
  readonly repeated: ReadonlySet<string>
  readonly pace: Pace
  readonly changes: Change[]
}

function repeatedLines(lines: readonly SourceLine[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { text } of lines) {
    const content = text.trim()
    if (seen.has(content)) repeated.add(content)
    else seen.add(content)
  }
  return repeated
}

const blank = (own: readonly SourceLine[]): SourceLine => ({ text: '', line: own[0]?.line ?? 0 })

const isAfterText = (result: readonly SourceLine[], next: readonly SourceLine[]) =>
  (result.at(-1)?.text ?? '').trim() !== '' && (next[0]?.text ?? '').trim() !== ''

const isJoined = (kind: BlockKind) =>
  kind === 'paragraph' || kind === 'item' || kind === 'heading' || kind === 'cover'

/** The lines with a dash for each bullet. */
export function withDashes(source: readonly SourceLine[]): Step {
  const changes: Change[] = []
  return { lines: source.map(each => withoutBullet(each, changes)), changes }
}

function withoutBullet(source: SourceLine, changes: Change[]): SourceLine {
  if (!hasBullet(source.text)) return source
  const text = withDash(source.text)
  if (!source.text.trimStart().startsWith('•'))
    changes.push(
      done('bullet', source.line, l10n.t('Replaced a bullet with a dash.'), {
        before: excerpt(source.text),
      }),
    )
  return { text, line: source.line }
}

/** The lines of one block as one line, or as several where something new begins among them. */
function* joinBlock(own: readonly SourceLine[], block: Block, joiner: Joiner): Steps<SourceLine[]> {
  const result: SourceLine[] = []
  let joined: JoinedLines | undefined
  let width: number | undefined
  let people = false
  const isScale = own.filter(({ text }) => isScaleLine(text)).length > 1
  const end = () => {
    if (joined !== undefined) result.push(joined.end(joiner.changes))
    joined = undefined
  }
  for (const [at, line] of own.entries()) {
    if (joiner.pace.isOver(line.text.length)) yield
    if (line.text.trim() === '') {
      if (block.kind !== 'cover' && at > 0) continue
      end()
      result.push(line)
      continue
    }
    if (!isAdjacent(own, at)) {
      const run = runFrom(own, at)
      width = widthOf(run, block, joiner)
      people = listsPeople(run)
    }
    const inCover = block.kind === 'cover' ? joiner.cover.get(block.firstLine + at) : undefined
    const joins: boolean =
      joined !== undefined &&
      inCover !== 'begins' &&
      (inCover === 'goes-on' ||
        joined.isNumberAlone ||
        (isAdjacent(own, at) &&
          !isHeadingBetween(own, at, block, width, joiner.repeated) &&
          !(isScale && isScaleLine(line.text)) &&
          !(people && namesPerson(line.text) && !isUnfinished(own[at - 1]?.text ?? '')) &&
          joinsLine(own[at - 1] as SourceLine, line, block, width, joiner.width)))
    if (joins) joined?.add(line, joiner)
    else {
      if (joined !== undefined && block.kind !== 'cover')
        result.push(joined.end(joiner.changes), { text: '', line: line.line })
      else end()
      joined = new JoinedLines(line)
    }
  }
  end()
  return result
}

/** Lines that become one. They are put together only once, however many they are. */
class JoinedLines {
  private readonly parts: string[]
  private count = 1

  constructor(private readonly first: SourceLine) {
    this.parts = [first.text]
  }

  get isNumberAlone(): boolean {
    return this.parts.length === 1 && isNumberAlone(this.first.text)
  }

  add(line: SourceLine, { vocabulary, changes }: Joiner): void {
    const next = line.text.trim()
    if (this.isNumberAlone)
      changes.push(
        done(
          'number-alone',
          this.first.line,
          l10n.t('Joined a number on a line of its own with its text.'),
          { before: this.first.text.trim(), after: excerpt(`${this.first.text} ${next}`) },
        ),
      )
    else this.count++
    const last = this.parts.length - 1
    const before = (this.parts[last] ?? '').trimEnd()
    const word = joinHyphen(before, next, vocabulary)
    this.parts[last] = word?.text ?? before
    if (word === undefined) this.parts.push(next)
    else noteWord(word, line, changes)
  }

  /** The resulting line; the joining is noted. */
  end(changes: Change[]): SourceLine {
    const { first, count } = this
    const text = this.parts.join(' ')
    if (count > 1)
      changes.push(
        done('joined-lines', first.line, l10n.t('Joined {0} lines into one paragraph.', count), {
          after: excerpt(text),
          count,
        }),
      )
    return { text, line: first.line }
  }
}

function noteWord(word: JoinedWord, { line }: SourceLine, changes: Change[]): void {
  const words = { before: word.before, after: word.after }
  changes.push(
    word.known
      ? done(
          'joined-word',
          line,
          l10n.t('Joined "{0}", which was broken over two lines.', word.after),
          words,
        )
      : open(
          'joined-word',
          line,
          l10n.t(
            'Joined "{0}" over two lines and kept the hyphen. Check whether it belongs there.',
            word.after,
          ),
          words,
        ),
  )
}

/**
 * Is it a heading: a short line after a sentence, in text that fills its lines, that comes before another
 * sentence or also appears elsewhere in the text?
 */
function isHeadingBetween(
  own: readonly SourceLine[],
  at: number,
  { kind }: Block,
  width: number | undefined,
  repeated: ReadonlySet<string>,
): boolean {
  const text = own[at]?.text.trim() ?? ''
  const next = own[at + 1]?.text.trim() ?? ''
  return (
    width !== undefined &&
    kind === 'paragraph' &&
    endsSentence(own[at - 1]?.text ?? '') &&
    /^\p{Lu}/u.test(text) &&
    text.length < width * 0.6 &&
    !endsSentence(text) &&
    (next === '' ? repeated.has(text) : /^[\p{Lu}\d]/u.test(next) && !isFull(text, next, width))
  )
}

const isAdjacent = (own: readonly SourceLine[], at: number) =>
  (own[at - 1]?.text ?? '').trim() !== ''

/** The lines from `at` up to a blank one. */
function runFrom(own: readonly SourceLine[], at: number): readonly SourceLine[] {
  let end = at
  while (end < own.length && own[end]?.text.trim() !== '') end++
  return own.slice(at, end)
}

/** Narrow text in a box has shorter lines than the rest; but two short lines are not text in a box. */
function widthOf(
  filled: readonly SourceLine[],
  block: Block,
  { width }: Joiner,
): number | undefined {
  if (width === undefined || block.kind === 'heading') return width
  const longest = filled.reduce((most, { text }) => Math.max(most, text.trimEnd().length), 0)
  return Math.max(Math.min(width, longest), width * 0.75)
}

/** Is the line a continuation of the one directly before it? */
function joinsLine(
  before: SourceLine,
  line: SourceLine,
  block: Block,
  width: number | undefined,
  pageWidth: number | undefined,
): boolean {
  if (block.kind === 'heading') return true
  if (startsAgain(line.text))
    return startsInside(line.text, before.text) || endsInNumber(before.text, line.text, width)
  if (isColumns(before.text) && block.kind !== 'item' && !/^\s*\d/.test(before.text)) return false
  if (beginsLower(line.text)) return true
  if (/:$/.test(before.text.trimEnd())) return false
  if (width === undefined || pageWidth === undefined)
    return !endsSentence(before.text) && before.text.length > 60
  if (beginsWithLabel(line.text) && !isFull(before.text, line.text, pageWidth)) return false
  return isFull(before.text, line.text, width)
}

/** `Lead inspector: ` and the like: a few words followed by a colon. */
function beginsWithLabel(text: string): boolean {
  const words = text.trimStart()
  const colon = words.indexOf(':')
  if (colon < 3 || colon > 29 || !/\s/.test(words.charAt(colon + 1))) return false
  return /^\p{Lu}[\p{L} ()]*$/u.test(words.slice(0, colon))
}

/** `3 Performs well An organisation that …`: a row of a scale that has lost its columns. */
const isScaleLine = (text: string) => /^\s*\d \p{Lu}\p{L}+ /u.test(text)

/** A line in the middle of a paragraph that only looks like a list item or number. */
function startsInside(text: string, before: string): boolean {
  if (isNumberAlone(text) && isUnfinished(before)) return true
  const { bullet, label, textStart } = lineBeginning(text)
  const isDash = bullet !== undefined && text.charAt(bullet.start) === '–'
  const isLabel = bullet === undefined && label !== undefined && label.next === textStart
  return (isDash || (isLabel && textStart < text.length)) && !endsSentence(before)
}

/** "… before they turn" and below it "18.": the last word of the sentence, after a full line. */
const endsInNumber = (before: string, text: string, width: number | undefined) =>
  width !== undefined &&
  isNumberAlone(text) &&
  !endsSentence(before) &&
  !isNumberAlone(before) &&
  isFull(before, text, width)
