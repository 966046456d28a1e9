/** Completion of grades: the grade line under a heading, the word in its brackets, the cell of a row. */

import * as l10n from '@vscode/l10n'
import type { Report, SummaryEntry } from '../../report/model'
import { likeLetters, usualStyle, writtenAs } from '../../rules/fixes/grade-style'
import { snippetText } from '../../text/escape'
import { capitalised, isDigit, isLetter } from '../../text/letters'
import {
  isEmphasis,
  isSpaceOrEmphasis,
  isWhiteSpace,
  runEnd,
  runStart,
  withoutRuns,
} from '../../text/runs'
import { type Span, touches } from '../../text/span'
import type { Grade } from '../../types/report-type'
import { judgementOf, summaryEntryAt } from '../navigate/places'
import type { CompletionItem } from './completion-item'
import { type Cursor, gapsAround, isBegun, typedSpan } from './cursor'

/** The grade lines of the scale, under a judgement's heading that has none yet; otherwise empty. */
export function gradeLineItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, section, before, lineStart } = cursor
  const { scale } = report.type
  if (scale === undefined || section?.definition.grade !== 'line') return []
  if (section.heading.line.end > lineStart) return []
  const { grade } = section
  const isHere = grade !== undefined && report.lines.lineAt(grade.span.start) === cursor.line
  if (grade !== undefined && !(isHere && (grade.unfinished || grade.word === undefined))) return []
  const isFirst = section.blocks.every(
    ({ start, kind }) =>
      start >= lineStart || kind === 'blank' || kind === 'furniture' || kind === 'comment',
  )
  if (!isFirst || hasUnfinishedLine(cursor)) return []
  const gaps = gapsAround(cursor)
  const style = usualStyle(report)
  const typed = before.trimStart().replace(/^[*_]+/, '')
  const known = judgementOf(report, section)?.grade
  return scale.grades.flatMap((each): CompletionItem[] => {
    const line = writtenAs(style, each)
    const isLine = line.toLowerCase().startsWith(typed.toLowerCase())
    if (!isLine && !isBegun(typed, each.word)) return []
    const marks = before.trimStart().startsWith(style.marks) ? '' : style.marks
    return [
      {
        label: line,
        kind: 'grade',
        detail: each.meaning ?? '',
        snippet: gaps.before + snippetText(marks + line + style.marks) + gaps.after,
        span: typedSpan(cursor, typed.length),
        filterText: isLine ? line : each.word,
        sortText: sortText(each, known),
        grade: each,
      },
    ]
  })
}

/** Does the next line that is not blank hold the beginning of a grade line? */
function hasUnfinishedLine({ report, offset }: Cursor): boolean {
  const lead = (report.type.scale?.line ?? '').split('{')[0] ?? ''
  const ahead = report.text.slice(offset, offset + 40).replace(/^[\s*_]+/, '')
  return lead !== '' && ahead.startsWith(lead)
}

/** The words of the scale inside `Grade 2 (`, those that go with the number first; otherwise empty. */
export function gradeWordItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after, section } = cursor
  const { scale } = report.type
  const open = scale && begunGrade(before, scale.line)
  if (scale === undefined || open === undefined) return []
  const { number, typed } = open
  const isOwnLine = runEnd(before, isSpaceOrEmphasis) >= open.start
  const isAfterHeading = section !== undefined && section.heading.line.end >= cursor.offset
  if (!isOwnLine && !isAfterHeading) return []
  const isClosed = after.startsWith(open.rest)
  if (after.slice(isClosed ? open.rest.length : 0).replace(/[*_\s]/g, '') !== '') return []
  const sample = /\p{Lu}/u.test(typed.charAt(0)) ? typed : styleSample(report)
  return scale.grades
    .filter(
      ({ word }) =>
        word.startsWith(typed.toLowerCase()) && !(isClosed && word === typed.toLowerCase()),
    )
    .map(each => {
      const word = likeLetters(sample, each.word)
      return {
        label: word,
        kind: 'grade',
        detail: each.meaning ?? '',
        snippet: snippetText(isClosed ? word : word + open.rest),
        span: typedSpan(cursor, typed.length),
        filterText: word,
        sortText: sortText(each, scale.byNumber.get(Number(number))),
        grade: each,
      }
    })
}

/** The words of the scale in a row's cell, the grade that its section states first; otherwise empty. */
export function gradeCellItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, offset, after } = cursor
  const { scale } = report.type
  const entry = summaryEntryAt(report, offset)
  if (scale === undefined || entry === undefined || entry.kind === 'group') return []
  if (offset < entry.label.end || cursor.lineStart > entry.label.end) return []
  const gap = report.text.slice(entry.label.end, offset)
  const typed = typedInCell(gap)
  if (typed === undefined) return []
  const replaced = typed === '' ? gradeAfter(cursor, entry) : undefined
  if (replaced === undefined && !/^[\s*_]*(?:\||\t|$)/.test(after)) return []
  const section = report.judgements.find(judgement => judgement.row === entry)?.section
  return scale.grades
    .filter(({ word }) => word.startsWith(typed.toLowerCase()) && word !== typed.toLowerCase())
    .map(each => {
      const word = inCell(report, each)
      const isStated = section?.grade?.grade === each
      return {
        label: word,
        kind: 'grade',
        detail: isStated ? l10n.t('as the section says') : (each.meaning ?? ''),
        snippet: snippetText(word),
        span: replaced ?? typedSpan(cursor, typed.length),
        filterText: word,
        sortText: sortText(each, section?.grade?.grade),
        grade: each,
      }
    })
}

/** The grade that a cell already has, with the cursor at its start: another may take its place. */
function gradeAfter({ report, offset, line }: Cursor, { grade }: SummaryEntry): Span | undefined {
  if (grade === undefined || grade.more !== undefined) return undefined
  const { start, end } = grade.span
  return start === offset && report.lines.lineAt(end) === line ? { start, end } : undefined
}

/**
 * The words typed so far in a cell, from the text between a row's label and the cursor; undefined in any other cell.
 */
function typedInCell(gap: string): string | undefined {
  const label = runEnd(gap, isSpaceOrMark)
  const isSeparated = '|\t'.includes(gap.charAt(label)) && label < gap.length
  if (!isSeparated && !gap.slice(0, runStart(gap, isEmphasis, label)).endsWith('  '))
    return undefined
  const cell = isSeparated ? runEnd(gap, isWhiteSpace, label + 1) : label
  const typed = gap.slice(runEnd(gap, isEmphasis, cell))
  return /^[\p{L} ]*$/u.test(typed) ? typed : undefined
}

function isSpaceOrMark(code: number): boolean {
  return code === 32 || isEmphasis(code)
}

/** What may replace the `[grade]` under the cursor, or a grade line that contains it; otherwise empty. */
export function gradePlaceholderItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, offset } = cursor
  const { scale } = report.type
  const placeholder = report.placeholders.find(span => touches(span, offset))
  if (scale === undefined || placeholder === undefined) return []
  const line = unfinishedLine(cursor)
  if (line === undefined && !/^\[grade\]$/i.test(placeholder.text)) return []
  const span = line ?? { start: placeholder.start, end: placeholder.end }
  const isCell = summaryEntryAt(report, offset) !== undefined
  const verb = report.text.slice(Math.max(0, span.start - 8), span.start)
  const style = usualStyle(report)
  const written = (grade: Grade): string => {
    if (line !== undefined) return writtenAs(style, grade)
    if (isCell) return inCell(report, grade)
    return /\b(?:are|were)\s+$/.test(verb) ? grade.plural : grade.singular
  }
  return scale.grades.map(each => ({
    label: written(each),
    kind: 'grade',
    detail: each.meaning ?? '',
    snippet: snippetText(written(each)),
    span,
    // The editor compares it with the placeholder's text, which must not hide the grades.
    filterText: `${report.text.slice(span.start, span.end)} ${each.word}`,
    sortText: sortText(each, undefined),
    grade: each,
  }))
}

/** The grade line under the cursor on which something is still to be filled in: `Grade [number] ([grade])`. */
function unfinishedLine({ report, before, after, offset }: Cursor): Span | undefined {
  const lead = (report.type.scale?.line ?? '').split('{')[0] ?? ''
  const line = before + after
  const written = withoutRuns(line, isSpaceOrEmphasis)
  if (lead.trim() === '' || !written.startsWith(lead) || !written.includes('[')) return undefined
  const start = offset - before.length + line.indexOf(written)
  return { start, end: start + written.length }
}

/** A grade line typed as far as its word, or part of it. */
interface BegunGrade {
  /** Where the line's form begins in the text before the cursor. */
  readonly start: number
  readonly number: string
  readonly typed: string
  /** What the form has after the word. */
  readonly rest: string
}

/** Reads `before` backwards as a form such as `Grade {number} ({word})`, as far as its word or part of it. */
function begunGrade(before: string, form: string): BegunGrade | undefined {
  const [lead = '', rest] = form.split('{word}')
  if (rest === undefined || lead.replace('{number}', '').trim() === '') return undefined
  let at = runStart(before, isLetter)
  const typed = before.slice(at)
  let number = ''
  for (const part of lead.split(/(\{number\}|\s+)/).reverse()) {
    const isNumber = part === '{number}'
    const isGap = part.trim() === '' && part !== ''
    const start = isNumber
      ? runStart(before, isDigit, at)
      : isGap
        ? runStart(before, isWhiteSpace, at)
        : at - part.length
    const written = before.slice(Math.max(0, start), at)
    if (isNumber) number = written
    else if (!isGap && written.toLowerCase() !== part.toLowerCase()) return undefined
    at = start
  }
  return { start: at, number, typed, rest }
}

function styleSample(report: Report): string {
  return (
    report.sections.find(each => each.grade?.form === 'line' && each.grade.wordGrade)?.grade?.word
      ?.text ?? ''
  )
}

function inCell({ summary }: Report, { word }: Grade): string {
  const sample = summary?.entries.find(each => each.grade?.wordGrade)?.grade?.word?.text
  return sample === undefined ? capitalised(word) : likeLetters(sample, word)
}

function sortText({ rank }: Grade, first: Grade | undefined): string {
  return `0-${first?.rank === rank ? 0 : 1}${String(rank).padStart(2, '0')}`
}
