/** Judgements that the cover states in a sentence in place of a row: "Children's services in X are good". */

import type { Flow } from '../../text/flow'
import { isLetter, runsOf } from '../../text/letters'
import { lineBeginning } from '../../text/line-beginning'
import { isBlankSpace, runEnd } from '../../text/runs'
import { sentencesIn } from '../../text/sentences'
import { singleSpaced } from '../../text/spaces'
import { overlaps, type Span, textSpan } from '../../text/span'
import { afterGap, wordsAt } from '../../text/title-words'
import type { ReportType, RowDefinition, Scale } from '../../types/report-type'
import { readCell, standsForGrade } from '../grades/grades'
import { copulaAt, hasGrade, standsAlone, verdictAt } from '../grades/statement'
import type { Running } from '../lines/flow'
import type { Line } from '../lines/scan'
import type { SummaryEntry, SummaryTable } from '../model'
import type { SummaryZone } from '../summary/zone'

/**
 * The table with an entry, among those it already has, for each row that a sentence of the cover states. A
 * row that seems to be stated in other words is not missing.
 */
export function withStatements(
  running: Running,
  cover: Span & { readonly below: number },
  table: SummaryTable,
  type: ReportType,
): SummaryTable {
  const { text } = running
  const { start, end, below } = cover
  const stated = type.rows.flatMap(row => {
    // What has a section of its own may be stated below the table; above it is the judgement on the whole.
    const place = { start, end: row.section === undefined ? end : below }
    return readStatement(text, place, row, type) ?? []
  })
  const found = new Set(stated.map(entry => entry.definition))
  return {
    ...table,
    entries: [
      ...stated.map(entry =>
        withRestatement(running, Math.max(table.span.end, entry.line.end), entry, type),
      ),
      ...table.entries.filter(entry => !stated.some(each => isSame(entry, each))),
    ].sort((one, other) => one.line.start - other.line.start),
    missing: table.missing.filter(
      row =>
        !found.has(row) && (row.statements.length === 0 || !seemsStated(text, cover, row, type)),
    ),
  }
}

/**
 * The table with the lines of a sentence below its rows that states a judgement: it is no row, and no heading either,
 * although a section may be called the same.
 */
export function withSentence(
  text: string,
  lines: readonly Line[],
  zone: SummaryZone | undefined,
  { rows, scale }: ReportType,
): SummaryZone | undefined {
  if (zone === undefined || scale === undefined) return zone
  const stated = rows.map(row => statementsOf(row, scale))
  if (stated.every(({ known }) => known.length === 0)) return zone
  const end = lines[zone.last - 1]?.next ?? text.length
  for (let at = zone.first + 1; at < zone.last + mostBlank && at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === 0) continue
    const found = stated.map(each => saidBy(each, text, line.from, scale)).find(each => each)
    // A row below it belongs to the table.
    if (found !== undefined && text.slice(found.grade.end, end).trim().length <= 1) {
      let below = at + 1
      while ((lines[below]?.start ?? text.length) < found.grade.end) below++
      return { ...zone, last: Math.min(zone.last, at), below }
    }
    if (at >= zone.last) break
  }
  return zone
}

/** The most blank lines between a table and a sentence that belongs to it, and one. */
const mostBlank = 4

/** Was a line of the statement read as a row of the table, or is it the same judgement? */
function isSame(entry: SummaryEntry, stated: SummaryEntry): boolean {
  return entry.definition === stated.definition || overlaps(entry.line, stated.line)
}

/**
 * Does a sentence of the cover name a grade and something that only this row does? Then the judgement is stated, in
 * words that are not recognised.
 */
function seemsStated(
  text: string,
  { start, end }: Span,
  row: RowDefinition,
  { scale, rows }: ReportType,
): boolean {
  if (scale === undefined) return false
  const names = (of: RowDefinition) => longWords([of.title, ...of.statements].join(' '))
  const others = rows.filter(other => other !== row)
  const own = names(row).filter(word => !others.flatMap(names).includes(word))
  const elsewhere = others
    .filter(({ statements }) => statements.length > 0)
    .flatMap(names)
    .filter(word => !names(row).includes(word))
  for (const each of sentencesIn(text, { start, end })) {
    const sentence = text.slice(each.start, each.end)
    const words = longWords(sentence)
    if (!own.some(word => words.includes(word))) continue
    if (elsewhere.some(word => words.includes(word))) continue
    if (hasGrade(sentence, scale) || /\[[^[\]]*\]/.test(sentence)) return true
  }
  return false
}

/** The words of more than six letters, in lower case. */
function longWords(words: string): readonly string[] {
  return runsOf(words.toLowerCase(), isLetter).filter(word => word.length > 6)
}

/** The first sentence of the cover that begins a line and states the row's judgement. */
function readStatement(
  text: string,
  cover: Span,
  row: RowDefinition,
  type: ReportType,
): SummaryEntry | undefined {
  const { scale } = type
  if (scale === undefined || row.statements.length === 0) return undefined
  const head = text.slice(0, cover.end)
  const starts = [
    ...text.slice(cover.start, cover.end).matchAll(/^[ \t\f#*_>|\uFEFF\xA0]*(?=\S)/gm),
  ].map(({ index, 0: marks }) => ({
    line: cover.start + index,
    start: cover.start + index + marks.length,
  }))
  const { known, open } = statementsOf(row, scale)
  for (const statements of [
    { known, open: [] },
    { known: [], open },
  ])
    for (const { line, start } of starts) {
      const found = saidBy(statements, head, start, scale)
      if (found === undefined) continue
      const cell = found.grade
      const grade = readCell(text, cell, scale)
      const lineEnd = text.indexOf('\n', cell.end)
      const label = textSpan(text, start, start + text.slice(start, cell.start).trimEnd().length)
      return {
        kind: 'row',
        label,
        more: [],
        words: singleSpaced(label.text),
        line: { start: line, end: lineEnd === -1 ? text.length : lineEnd + 1 },
        cell,
        grade: grade && { ...grade, form: 'suffix' },
        definition: row,
        placement: 'in-order',
        rightGroup: undefined,
        before: undefined,
      }
    }
  return undefined
}

/** The entry with the first paragraph below the table that begins with a statement of the same judgement. */
function withRestatement(
  { text, flow }: Running,
  from: number,
  entry: SummaryEntry,
  { scale }: ReportType,
): SummaryEntry {
  if (scale === undefined || entry.definition?.kind !== 'row') return entry
  const statements = statementsOf(entry.definition, scale).known
  const first = new Set(entry.definition.statements.map(words => words.slice(0, 3).toLowerCase()))
  for (const start of paragraphStarts(flow, from)) {
    if (!first.has(flow.text.slice(start, start + 3).toLowerCase())) continue
    for (const statement of statements) {
      const found = statement(flow.text, start)
      if (found === undefined) continue
      const { verb, grade: word } = found
      const grade = scale.byWord.get(flow.text.slice(word.start, word.end).toLowerCase())
      if (grade === undefined || !standsAlone(flow.text, word.end)) continue
      const written = (span: Span) => flow.written(text, span)
      return {
        ...entry,
        restated: {
          sentence: written({ start, end: word.end }),
          statement: { grade, word: written(word), verb: written(verb), plain: true },
          namesGrade: true,
          namesNone: false,
        },
      }
    }
  }
  return entry
}

/** Where the text of each line of the running text begins, from a place of the draft on. */
function* paragraphStarts(flow: Flow, from: number): Generator<number> {
  const { text } = flow
  for (let at = flow.indexOf(from); at < text.length; ) {
    const { start, end } = flow.lineAt(at)
    if (start >= at) yield lineBeginning(text, start, end).textStart
    at = end + 1
  }
}

/** What a statement says of the row: its verb, and its grade or the words in place of one. */
interface Stated {
  readonly verb: Span
  readonly grade: Span
}

/** Finds the statement that begins at `start`. */
type StatementAt = (text: string, start: number) => Stated | undefined

interface Statements {
  /** Statements that end in a grade of the scale. */
  readonly known: readonly StatementAt[]
  /** Statements that end in other words. */
  readonly open: readonly StatementAt[]
}

const knownStatements = new WeakMap<RowDefinition, Statements>()

function statementsOf(row: RowDefinition, scale: Scale): Statements {
  const made = knownStatements.get(row)
  if (made !== undefined) return made
  const subjects = new Set(row.statements.flatMap(words => subjectOf(words) ?? []))
  const statements = {
    known: [...subjects].map(subject =>
      statementAt(subject, (text, at) => {
        const found = verdictAt(text, at, scale)
        if (found === undefined || found.isPast) return undefined
        return { verb: found.verb, grade: found.word }
      }),
    ),
    open: [...subjects].map(subject =>
      statementAt(subject, (text, at) => {
        const found = copulaAt(text, at)
        const end = found && otherWords(text, found.end)
        if (found === undefined || end === undefined || found.isPast) return undefined
        return { verb: found.verb, grade: { start: found.end, end } }
      }),
    ),
  }
  knownStatements.set(row, statements)
  return statements
}

/** What is said there of the row: a grade, or what stands for one. */
function saidBy(
  { known, open }: Statements,
  text: string,
  start: number,
  scale: Scale,
): Stated | undefined {
  for (const statement of known) {
    const found = statement(text, start)
    if (found !== undefined) return found
  }
  for (const statement of open) {
    const found = statement(text, start)
    if (found && standsForGrade(text.slice(found.grade.start, found.grade.end), scale)) return found
  }
  return undefined
}

/** What the statement is about: `Children's services in {authority}` of `Children's services in {authority} are {grade}`. */
function subjectOf(statement: string): string | undefined {
  if (!statement.endsWith(' {grade}')) return undefined
  const lead = statement.slice(0, -' {grade}'.length)
  const subject = lead.replace(/ (?:is|are)$/, '')
  return subject.trim() === '' ? undefined : subject
}

/** A statement about the subject, with what is said of it. */
function statementAt(
  subject: string,
  saidAt: (text: string, start: number) => Stated | undefined,
): StatementAt {
  const words = wordsAt(subject, { goOn: true })
  return (text, start) => {
    let said: Stated | undefined
    words(text, start, (_, at) => {
      const next = afterGap(text, at)
      said = next === undefined ? undefined : saidAt(text, next)
      return said?.grade.end
    })
    return said
  }
}

/** Up to six words, where nothing but a full stop follows them. */
function otherWords(text: string, start: number): number | undefined {
  let end = runEnd(text, isLetter, start)
  for (let count = 1; end > start && count < mostOtherWords; count++) {
    const next = text.charAt(end) === ' ' ? runEnd(text, isLetter, end + 1) : end
    if (next <= end + 1) break
    end = next
  }
  const gap = runEnd(text, isBlankSpace, end)
  const after = text.charAt(gap) === '.' ? runEnd(text, isBlankSpace, gap + 1) : gap
  return end > start && /^(?:[\r\n]|$)/.test(text.charAt(after)) ? end : undefined
}

const mostOtherWords = 6
