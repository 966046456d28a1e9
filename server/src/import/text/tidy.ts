/** Turns pasted or extracted text into a clean draft in the recommended form. */

import * as l10n from '@vscode/l10n'
import type { ParseOptions } from '../../report/parse'
import { commonSpaces, plainLetters } from '../../text/characters'
import { append } from '../../text/lists'
import { finish, Pace, type Steps } from '../../text/steps'
import { type Change, open, type SourceLine } from './change'
import { joinDetached } from './lines/detached'
import { withoutGaps, withoutMargin } from './lines/spacing'
import { unwrap, withDashes } from './lines/unwrap'
import type { Origins } from './origins'
import { takeOutOfPages } from './pages/pages'
import { nextReportMark, reportsOf } from './pages/several'
import { Reader } from './read'
import { openBoxes } from './structure/boxes'
import { structure } from './structure/structure'
import { withoutHtmlTables } from './tables/html-tables'
import type { Trail } from './trail'
import { findSuspects } from './words/suspects'
import { wordsOf } from './words/words'

export interface TidyOptions {
  /** Which types may be recognised; the built-in ones if left out. */
  readonly parse?: ParseOptions
  /** A part of a document: it is not marked as a draft. */
  readonly isPart?: boolean
  /** May there be headers and footers of pages? False where their reader has left them out. */
  readonly hasRunningLines?: boolean
  /** Follows each character of the draft back to the text; it takes about as long again as the tidying. */
  readonly trail?: Trail
}

export interface Tidied {
  readonly text: string
  /** Was the text recognised as a report? */
  readonly isReport: boolean
  /** In the order of the source's lines. */
  readonly changes: readonly Change[]
  /** For each line of `text`, the line of the source that it comes from or begins with. */
  readonly sources: readonly number[]
  /** For each character of `text`, where it is in the source; only where a trail was asked for. */
  readonly origins?: Origins
}

/** A repair makes others possible; four rounds are the most that damaged reports have needed. */
const mostRounds = 8

/**
 * The text as a clean draft, and what was changed or could not be decided.
 *
 * No word is lost, added or moved to another section; page headers, footers and numbers are left out, and
 * each is listed. Tidying the result again changes nothing. Several reports in one text are put in order
 * one by one, with a mark between them.
 */
export function tidy(text: string, options: TidyOptions = {}): Tidied {
  return finish(tidySteps(text, options))
}

/**
 * The same, in steps: each reading of the text has its own, and each repair has one for a certain number of letters.
 */
export function* tidySteps(text: string, options: TidyOptions = {}): Steps<Tidied> {
  const source = yield* sourceLines(text, options.trail)
  const reader = new Reader(options.parse)
  yield
  if (options.isPart === true) return yield* tidyOne(source, reader, options)
  let reports = yield* reportsOf(source, reader)
  yield
  let tidied = yield* tidyEach(reports, reader, options)
  // Once lines have been joined, a report may turn out to begin where none could be seen before.
  for (let round = 0; round < mostRounds; round++) {
    const { text: made, sources, changes } = tidied
    const plain = yield* sourceLines(made, options.trail, tidied.origins)
    const lines = plain.map(each => ({ ...each, line: sources[each.line] ?? 0 }))
    yield* follow(options, plain, lines)
    yield
    const again = yield* reportsOf(lines, reader)
    yield
    if (again.length <= reports.length) break
    reports = again
    const more = yield* tidyEach(again, reader, options)
    tidied = { ...more, changes: inOrder(once([...changes, ...more.changes])) }
  }
  return tidied
}

/** Turns each of the reports into a draft, with a mark between them. */
function* tidyEach(
  reports: readonly (readonly SourceLine[])[],
  reader: Reader,
  options: TidyOptions,
): Steps<Tidied> {
  const tidied: Tidied[] = []
  for (const report of reports) tidied.push(yield* tidyOne(report, reader, options))
  const told = reports
    .slice(1)
    .map(([first]) =>
      open(
        'several-reports',
        first?.line ?? 0,
        l10n.t(
          'Another report begins here. Move it to a file of its own, since only one report in a file is checked.',
        ),
      ),
    )
  const between = ['', nextReportMark, '']
  const gap = `${between.join('\n')}\n`
  return {
    ...(options.trail && { origins: joinedOrigins(tidied, gap.length) }),
    text: tidied.map(each => each.text).join(gap),
    isReport: tidied.some(({ isReport }) => isReport),
    sources: tidied.flatMap(({ sources }, at) =>
      at === 0 ? sources : [...between.map(() => sources[0] ?? 0), ...sources],
    ),
    changes: inOrder([...tidied.flatMap(each => each.changes), ...told]),
  }
}

/** The origins of several drafts, with a gap of this length between any two. */
function joinedOrigins(drafts: readonly Tidied[], gap: number): Origins {
  const origins = new Int32Array(drafts.reduce((sum, { text }) => sum + text.length + gap, -gap))
  origins.fill(-1)
  let at = 0
  for (const { text, origins: own } of drafts) {
    origins.set(own ?? [], at)
    at += text.length + gap
  }
  return origins
}

/** Lets the trail follow what a step has made of some lines. */
function* follow(
  { trail }: TidyOptions,
  before: readonly SourceLine[],
  after: readonly SourceLine[],
): Steps<void> {
  if (trail !== undefined) yield* trail.step(before, after)
}

function inOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => a.line - b.line)
}

function* tidyOne(
  source: readonly SourceLine[],
  reader: Reader,
  options: TidyOptions,
): Steps<Tidied> {
  const tables = withoutHtmlTables(source)
  yield
  yield* follow(options, source, tables.lines)
  let { lines } = tables
  const changes: Change[] = [...tables.changes]
  let undecided: readonly Change[] = []
  let isReport = false
  for (let round = 0; round < mostRounds; round++) {
    const pages = yield* takeOutOfPages(lines, options)
    yield* follow(options, lines, pages.lines)
    yield
    const attached = yield* joinDetached(pages.lines)
    yield* follow(options, pages.lines, attached.lines)
    yield
    const dashed = withDashes(attached.lines)
    yield* follow(options, attached.lines, dashed.lines)
    yield
    const opened = yield* openBoxes(dashed.lines, reader)
    yield* follow(options, dashed.lines, opened.lines)
    yield
    const unwrapped = yield* unwrap(opened.lines, reader)
    yield* follow(options, opened.lines, unwrapped.lines)
    yield
    const structured = yield* structure(unwrapped.lines, {
      reader,
      isWhole: options.isPart !== true,
    })
    yield* follow(options, unwrapped.lines, structured.lines)
    yield
    isReport = structured.isReport
    append(changes, pages.changes)
    append(changes, attached.changes)
    append(changes, dashed.changes)
    append(changes, opened.changes)
    append(changes, unwrapped.changes)
    if (yield* hasMoreWords(structured.lines, unwrapped.lines)) {
      // A text that only looks like a report, or reports that could not be told apart.
      lines = unwrapped.lines
      changes.push(
        open(
          'several-reports',
          source[0]?.line ?? 0,
          l10n.t(
            'There may be more than one report here, so only broken lines were joined. Put each into a file of its own, and import that.',
          ),
        ),
      )
      break
    }
    // Once the contents are a table, what was unclear in them can no longer be seen.
    const isKept = ({ decided, kind }: Change) => decided || kind === 'contents'
    append(changes, structured.changes.filter(isKept))
    undecided = structured.changes.filter(change => !isKept(change))
    const isSame = haveSameText(lines, structured.lines)
    lines = structured.lines
    if (isSame) break
  }
  const all = once([...changes, ...undecided, ...(yield* findSuspects(lines))])
  yield
  const text = `${lines.map(line => line.text).join('\n')}\n`
  yield
  const sources: number[] = []
  const pace = new Pace()
  for (const { text, line } of lines) {
    for (const _ of text.split('\n')) sources.push(line)
    if (pace.isOver(text.length)) yield
  }
  const origins = options.trail?.placesOf(lines)
  return { text, isReport, sources, changes: inOrder(all), ...(origins && { origins }) }
}

/** Lists only once what several rounds have found. */
function once(changes: readonly Change[]): Change[] {
  const seen = new Map(
    changes.map(each => [`${each.line} ${each.kind} ${each.message} ${each.before}`, each]),
  )
  return [...seen.values()]
}

/** The lines of the text, whatever its line ends; invisible characters are left out, and ligatures are taken apart. */
function* sourceLines(
  text: string,
  trail: Trail | undefined,
  origins?: Origins,
): Steps<readonly SourceLine[]> {
  const plain = plainLetters(commonSpaces(text.replace(/^\ufeff/, '')))
  const lines = plain.split(/\r\n|\n|\r/).map((each, line) => ({ text: each, line }))
  const written = withoutGaps(withoutMargin(lines))
  trail?.begin(text, plain, lines, origins)
  yield* follow({ ...(trail && { trail }) }, lines, written)
  return written
}

/** Does the result have more words than adding numbers and the draft's mark can explain? */
function* hasMoreWords(
  after: readonly SourceLine[],
  before: readonly SourceLine[],
): Steps<boolean> {
  return (yield* countWords(after)) > (yield* countWords(before)) * 1.01 + 50
}

function* countWords(lines: readonly SourceLine[]): Steps<number> {
  const pace = new Pace()
  let count = 0
  for (const { text } of lines) {
    count += wordsOf(text).length
    if (pace.isOver(text.length)) yield
  }
  return count
}

function haveSameText(a: readonly SourceLine[], b: readonly SourceLine[]): boolean {
  const trimmed = a.at(-1)?.text === '' ? a.slice(0, -1) : a
  return trimmed.length === b.length && trimmed.every((line, at) => line.text === b[at]?.text)
}
