/** Judgements that the cover states in a sentence in place of a row: "Children's services in X are good". */

import { type Span, textSpan } from '../text/span'
import type { ReportType, RowDefinition, Scale } from '../types/report-type'
import { readCell, standsForGrade } from './grades'
import type { SummaryEntry, SummaryTable } from './model'
import { wordsPattern } from './titles'

/**
 * The table with an entry for each row that a sentence of the cover states, before the rows that it has. A
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
      row => !found.has(row) && (row.statements.length === 0 || !seemsStated(text, cover, type)),
    ),
  }
}

/** Does a sentence about services name a grade? Then the judgement is stated, in words that are not known. */
function seemsStated(text: string, { start, end }: Span, { scale }: ReportType): boolean {
  if (scale === undefined) return false
  const words = [...scale.byWord.keys()].filter(word => /[a-z]/.test(word))
  const sources = words.map(word => wordsPattern(word).source)
  const grade = new RegExp(`\\b(?:${sources.join('|')})|\\[[^\\]]*\\]`, 'i')
  return text
    .slice(start, end)
    .split(/[.!?]\s|\n\s*\n/)
    .some(
      sentence =>
        /\b(?:services|overall)\b/i.test(sentence) &&
        !/\bboard\b/i.test(sentence) &&
        grade.test(sentence),
    )
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
  const { known, open } = patternsOf(row, scale)
  for (const pattern of [...known, ...open])
    for (const { line, start } of starts) {
      pattern.lastIndex = start
      const match = pattern.exec(head)
      const word = match?.groups?.grade
      if (match === null || word === undefined) continue
      if (open.includes(pattern) && !standsForGrade(word, scale)) continue
      const end = start + match[0].length
      const cell = { start: end - word.length, end }
      const grade = readCell(text, cell, scale)
      const lineEnd = text.indexOf('\n', end)
      return {
        kind: 'row',
        label: textSpan(text, start, start + match[0].slice(0, -word.length).trimEnd().length),
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
  const patterns = patternsOf(entry.definition, scale).known
  const first = new Set(entry.definition.statements.map(words => words.slice(0, 3).toLowerCase()))
  const start = /(?:^|\f|\n)[ \t#*_]*(?=\p{Lu})/gu
  start.lastIndex = from
  for (let at = start.exec(text); at !== null; at = start.exec(text)) {
    const place = start.lastIndex
    if (!first.has(text.slice(place, place + 3).toLowerCase())) continue
    if (!beginsParagraph(text, at.index)) continue
    for (const pattern of patterns) {
      pattern.lastIndex = place
      const words = pattern.exec(text)
      const written = words?.groups?.grade
      if (words === null || written === undefined) continue
      const end = place + words[0].length
      const grade = scale.byWord.get(written.toLowerCase().replace(/\s+/g, ' '))
      if (grade === undefined || !standsAlone.test(text.slice(end, end + 20))) continue
      const word = textSpan(text, end - written.length, end)
      const verb = /(\w+)\s+$/.exec(text.slice(place, word.start))
      const isVerbal = /^requires?\b/i.test(written)
      const verbStart = isVerbal || verb === null ? word.start : place + verb.index
      const verbEnd = verbStart + (isVerbal ? 'require'.length : (verb?.[1]?.length ?? 0))
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

/** What may follow a grade that is the whole judgement: "are good overall", not "are good at listening". */
const standsAlone = /^(?:[.,:;]|\s+(?:because|and|overall|as)\b|\s*$)/

/** Is the line before blank or short, or does it end a sentence? */
function beginsParagraph(text: string, lineEnd: number): boolean {
  const start = text.lastIndexOf('\n', lineEnd - 1) + 1
  const before = text.slice(start, lineEnd).trim()
  return before.length < 40 || /[.:!?]$/.test(before)
}

interface StatementPatterns {
  /** Of statements that end in their grade; behind no verb only grades that have one in themselves. */
  readonly known: readonly RegExp[]
  /** Of statements behind a verb that end in other words. */
  readonly open: readonly RegExp[]
}

const knownPatterns = new WeakMap<RowDefinition, StatementPatterns>()

function patternsOf(row: RowDefinition, scale: Scale): StatementPatterns {
  const made = knownPatterns.get(row)
  if (made !== undefined) return made
  const words = [...scale.byWord.keys()].sort((a, b) => b.length - a.length)
  const either = (chosen: readonly string[]) =>
    chosen.map(word => wordsPattern(word).source).join('|')
  const any = either(words)
  const verbal = either(words.filter(word => /^requires?\b/.test(word)))
  const known: RegExp[] = []
  const open: RegExp[] = []
  for (const statement of row.statements) {
    if (!statement.endsWith(' {grade}')) continue
    const isVerb = /\b(?:is|are) \{grade\}$/.test(statement)
    const { source } = wordsPattern(statement)
    const grades = isVerb ? any : verbal
    if (grades !== '')
      known.push(
        new RegExp(
          source.replace('\\{grade\\}', () => `(?<grade>${grades})`),
          'iuy',
        ),
      )
    if (isVerb)
      open.push(
        new RegExp(
          source.replace('\\{grade\\}', () => otherGrade),
          'iuy',
        ),
      )
  }
  const patterns = { known, open }
  knownPatterns.set(row, patterns)
  return patterns
}

/** Up to six words that are all that follows. */
const otherGrade = '(?<grade>\\p{L}+(?: \\p{L}+){0,5})(?=[ \\t]*\\.?[ \\t]*(?:[\\r\\n]|$))'
