/** Turns pasted or extracted text into a clean draft in the recommended form. */

import * as l10n from '@vscode/l10n'
import type { ParseOptions } from '../../report/parse'
import { commonSpaces, plainLetters } from '../../text/characters'
import { openBoxes } from './boxes'
import { append, type Change, open, type SourceLine } from './change'
import { joinDetached } from './detached'
import { takeOutOfPages } from './pages'
import { nextReportMark, reportsOf } from './several'
import { withoutGaps, withoutMargin } from './spacing'
import { structure } from './structure'
import { findSuspects } from './suspects'
import { unwrap } from './unwrap'
import { wordsOf } from './words'

export interface TidyOptions {
  /** Which types may be recognised; the built-in ones if left out. */
  readonly parse?: ParseOptions
  /** A part of a document: it is not marked as a draft. */
  readonly isPart?: boolean
}

export interface Tidied {
  readonly text: string
  /** In the order of the source's lines. */
  readonly changes: readonly Change[]
  /** For each line of `text` the line of the source that it comes from, or begins with. */
  readonly sources: readonly number[]
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
  const source = sourceLines(text)
  if (options.isPart === true) return tidyOne(source, options)
  const reports = reportsOf(source, options.parse)
  const tidied = reports.map(report => tidyOne(report, options))
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
  return {
    text: tidied.map(each => each.text).join(`${between.join('\n')}\n`),
    sources: tidied.flatMap(({ sources }, at) =>
      at === 0 ? sources : [...between.map(() => sources[0] ?? 0), ...sources],
    ),
    changes: [...tidied.flatMap(each => each.changes), ...told].sort((a, b) => a.line - b.line),
  }
}

function tidyOne(source: readonly SourceLine[], options: TidyOptions): Tidied {
  let lines = source
  const changes: Change[] = []
  let undecided: readonly Change[] = []
  for (let round = 0; round < mostRounds; round++) {
    const pages = takeOutOfPages(lines)
    const attached = joinDetached(pages.lines)
    const opened = openBoxes(attached.lines, options.parse ?? {})
    const unwrapped = unwrap(opened.lines, options.parse)
    const structured = structure(unwrapped.lines, {
      parse: options.parse ?? {},
      isWhole: options.isPart !== true,
    })
    append(changes, pages.changes)
    append(changes, attached.changes)
    append(changes, opened.changes)
    append(changes, unwrapped.changes)
    if (hasMoreWords(structured.lines, unwrapped.lines)) {
      // A text that only looks like a report, or reports that could not be told apart.
      lines = unwrapped.lines
      changes.push(
        open(
          'several-reports',
          source[0]?.line ?? 0,
          l10n.t(
            'This may be more than one report, and only its lines were joined. Import each from a file of its own.',
          ),
        ),
      )
      break
    }
    // Once the contents are a table, nobody sees any more what could not be told in them.
    const isKept = ({ decided, kind }: Change) => decided || kind === 'contents'
    append(changes, structured.changes.filter(isKept))
    undecided = structured.changes.filter(change => !isKept(change))
    const isSame = haveSameText(lines, structured.lines)
    lines = structured.lines
    if (isSame) break
  }
  const all = once([...changes, ...undecided, ...findSuspects(lines)])
  return {
    text: `${lines.map(line => line.text).join('\n')}\n`,
    sources: lines.flatMap(({ text, line }) => text.split('\n').map(() => line)),
    changes: all.sort((a, b) => a.line - b.line),
  }
}

/** What several rounds have found is listed once. */
function once(changes: readonly Change[]): Change[] {
  const seen = new Map(
    changes.map(each => [`${each.line} ${each.kind} ${each.message} ${each.before}`, each]),
  )
  return [...seen.values()]
}

/**
 * The lines of the text, of whatever line end; characters that nobody sees are left out, joined letters
 * taken apart.
 */
function sourceLines(text: string): SourceLine[] {
  const clean = plainLetters(commonSpaces(text.replace(/^\ufeff/, '')))
  const lines = clean.split(/\r\n|\n|\r/).map((each, line) => ({ text: each, line }))
  return withoutGaps(withoutMargin(lines))
}

/** More than putting numbers and the draft's mark in can add? */
function hasMoreWords(after: readonly SourceLine[], before: readonly SourceLine[]): boolean {
  const count = (lines: readonly SourceLine[]) =>
    lines.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
  return count(after) > count(before) * 1.01 + 50
}

function haveSameText(a: readonly SourceLine[], b: readonly SourceLine[]): boolean {
  const trimmed = a.at(-1)?.text === '' ? a.slice(0, -1) : a
  return trimmed.length === b.length && trimmed.every((line, at) => line.text === b[at]?.text)
}
