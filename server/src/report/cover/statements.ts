/** Judgements that the cover states in a sentence in place of a row: "Children's services in X are good". */

import { isDigit, isLetter, runsOf } from '../../text/letters'
import { isBlankSpace, isWhiteSpace, runEnd, runStart } from '../../text/runs'
import { type Span, textSpan } from '../../text/span'
import type { ReportType, RowDefinition, Scale } from '../../types/report-type'
import { verbIn } from '../../types/scale'
import { readCell, standsForGrade } from '../grades/grades'
import { hasGrade } from '../grades/statement'
import type { SummaryEntry, SummaryTable } from '../model'
import { afterGap, type Follows, wordsAt } from '../title-words'

/**
 * The table with an entry, before those it already has, for each row that a sentence of the cover states. A
 * row that seems to be stated in other words is not missing.
 */
export function withStatements(
  text: string,
  cover: Span,
  table: SummaryTable,
  type: ReportType,
): SummaryTable {
  const there = new Set(table.entries.map(entry => entry.definition))
  const stated = type.rows.flatMap(row =>
    there.has(row) ? [] : (readStatement(text, cover, row, type) ?? []),
  )
  const found = new Set(stated.map(entry => entry.definition))
  return {
    ...table,
    entries: [
      ...stated.map(entry => withRestatement(text, table.span.end, entry, type)),
      ...table.entries,
    ],
    missing: table.missing.filter(
      row =>
        !found.has(row) && (row.statements.length === 0 || !seemsStated(text, cover, row, type)),
    ),
  }
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
  const others = rows.filter(other => other !== row && other.statements.length > 0).flatMap(names)
  const own = names(row).filter(word => !others.includes(word))
  return text
    .slice(start, end)
    .split(/[.!?]\s|\n\s*\n/)
    .some(sentence => {
      const words = longWords(sentence)
      if (!own.some(word => words.includes(word))) return false
      if (others.some(word => !names(row).includes(word) && words.includes(word))) return false
      return hasGrade(sentence, scale) || /\[[^[\]]*\]/.test(sentence)
    })
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
    ...text.slice(cover.start, cover.end).matchAll(/^[ \t\f#*_>\uFEFF\xA0]*(?=\S)/gm),
  ].map(({ index, 0: marks }) => ({
    line: cover.start + index,
    start: cover.start + index + marks.length,
  }))
  const { known, open } = statementsOf(row, scale)
  for (const statement of [...known, ...open])
    for (const { line, start } of starts) {
      const found = statement(head, start)
      if (found === undefined) continue
      const cell = found.grade
      const { end } = cell
      const word = text.slice(cell.start, end)
      if (open.includes(statement) && !standsForGrade(word, scale)) continue
      const grade = readCell(text, cell, scale)
      const lineEnd = text.indexOf('\n', end)
      return {
        kind: 'row',
        label: textSpan(text, start, start + text.slice(start, cell.start).trimEnd().length),
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
  text: string,
  from: number,
  entry: SummaryEntry,
  { scale }: ReportType,
): SummaryEntry {
  if (scale === undefined || entry.definition?.kind !== 'row') return entry
  const statements = statementsOf(entry.definition, scale).known
  const first = new Set(entry.definition.statements.map(words => words.slice(0, 3).toLowerCase()))
  const start = /(?:^|\f|\n)[ \t#*_]*(?=\p{Lu})/gu
  start.lastIndex = from
  for (let at = start.exec(text); at !== null; at = start.exec(text)) {
    const place = start.lastIndex
    if (!first.has(text.slice(place, place + 3).toLowerCase())) continue
    if (!beginsParagraph(text, at.index)) continue
    for (const statement of statements) {
      const found = statement(text, place)
      if (found === undefined) continue
      const { end } = found.grade
      const written = text.slice(found.grade.start, end)
      const grade = scale.byWord.get(written.toLowerCase().replace(/\s+/g, ' '))
      if (grade === undefined || !standsAlone.test(text.slice(end, end + 20))) continue
      const word = textSpan(text, found.grade.start, end)
      const verb = wordBefore(text, place, word.start)
      const own = verbIn(written, scale)
      const verbStart = own !== undefined || verb === undefined ? word.start : verb.start
      const verbEnd = own === undefined ? (verb?.end ?? verbStart) : verbStart + own.length
      return {
        ...entry,
        restated: {
          sentence: textSpan(text, place, end),
          statement: { grade, word, verb: textSpan(text, verbStart, verbEnd), plain: true },
          namesGrade: true,
        },
      }
    }
  }
  return entry
}

/** The word before the place, with white space between; undefined where there is none from `from` on. */
function wordBefore(text: string, from: number, place: number): Span | undefined {
  const end = Math.max(from, runStart(text, isWhiteSpace, place))
  const start = Math.max(from, runStart(text, isWordCharacter, end))
  return end === place || start === end ? undefined : { start, end }
}

/** The same as `\w` in a pattern. */
const isWordCharacter = (code: number) =>
  isDigit(code) || code === 95 || (code < 128 && isLetter(code))

/** What may follow a grade that is the whole judgement: "are good overall", not "are good at listening". */
const standsAlone = /^(?:[.,:;]|\s+(?:because|and|overall|as)\b|\s*$)/

/** Is the line before blank or short, or does it end a sentence? */
function beginsParagraph(text: string, lineEnd: number): boolean {
  const start = text.lastIndexOf('\n', lineEnd - 1) + 1
  const before = text.slice(start, lineEnd).trim()
  return before.length < 40 || /[.:!?]$/.test(before)
}

/** Finds the statement that begins at `start`, and the grade with which it ends. */
type StatementAt = (text: string, start: number) => { readonly grade: Span } | undefined

interface Statements {
  /** Statements that end in a grade of the scale; without a verb, only in a grade that contains one. */
  readonly known: readonly StatementAt[]
  /** Statements with a verb that end in other words. */
  readonly open: readonly StatementAt[]
}

const knownStatements = new WeakMap<RowDefinition, Statements>()

function statementsOf(row: RowDefinition, scale: Scale): Statements {
  const made = knownStatements.get(row)
  if (made !== undefined) return made
  const words = [...scale.byWord.keys()].sort((a, b) => b.length - a.length)
  const any = oneOfWords(words)
  const verbal = oneOfWords(words.filter(word => scale.verbal.has(word)))
  const known: StatementAt[] = []
  const open: StatementAt[] = []
  for (const statement of row.statements.flatMap(inEitherNumber)) {
    const lead = statement.endsWith(' {grade}') ? statement.slice(0, -' {grade}'.length) : ''
    if (lead.trim() === '') continue
    const isVerb = /\b(?:is|are)$/.test(lead)
    known.push(statementAt(lead, isVerb ? any : verbal))
    if (isVerb) open.push(statementAt(lead, otherWords))
  }
  const statements = { known, open }
  knownStatements.set(row, statements)
  return statements
}

/** A statement of these words up to its grade. */
function statementAt(lead: string, gradeAt: Follows): StatementAt {
  const words = wordsAt(lead, { goOn: true })
  return (text, place) => {
    let start = place
    const found = words(text, place, (_, at) => {
      const next = afterGap(text, at)
      if (next === undefined) return undefined
      start = next
      return gradeAt(text, next)
    })
    return found && { grade: { start, end: found.end } }
  }
}

/** One of the words; the first that fits. */
function oneOfWords(words: readonly string[]): Follows {
  const all = words.map(word => wordsAt(word))
  return (text, at) => {
    for (const word of all) {
      const found = word(text, at)
      if (found !== undefined) return found.end
    }
    return undefined
  }
}

/** Up to six words, where nothing but a full stop follows them. */
const otherWords: Follows = (text, start) => {
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

/** The statement with its verb in the singular and the plural, since some covers say "services in X is good". */
function inEitherNumber(statement: string): readonly string[] {
  const other = statement.replace(/\b(?:is|are)(?= \{grade\}$)/, verb =>
    verb === 'is' ? 'are' : 'is',
  )
  return other === statement ? [statement] : [statement, other]
}
