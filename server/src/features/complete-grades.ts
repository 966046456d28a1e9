/** Completion of grades: the grade line under a heading, the word in its brackets, the cell of a row. */

import type { Report } from '../report/model'
import { likeLetters, usualStyle, writtenAs } from '../rules/fixes/grade-style'
import type { Grade } from '../types/report-type'
import type { CompletionItem } from './completion'
import { type Cursor, isBegun, isBlankLine, isHeadingLine, typedSpan } from './cursor'
import { judgementOf, summaryEntryAt } from './places'

/** The grade lines of the scale, under a judgement's heading that has none yet; else empty. */
export function gradeLineItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, section, before, lineStart } = cursor
  const { scale } = report.type
  if (scale === undefined || section?.definition.grade !== 'line') return []
  if (section.heading.line.end > lineStart) return []
  const { grade } = section
  if (grade !== undefined && (grade.span.start < lineStart || !grade.unfinished)) return []
  const isFirst = section.blocks.every(
    ({ start, kind }) =>
      start >= lineStart || kind === 'blank' || kind === 'furniture' || kind === 'comment',
  )
  if (!isFirst || !isBlankLine(report, cursor.line - 1) === !isHeadingLine(report, cursor.line - 1))
    return []
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
        snippet: escaped(marks + line + style.marks),
        span: typedSpan(cursor, typed.length),
        filterText: isLine ? line : each.word,
        sortText: sortText(each, known),
      },
    ]
  })
}

/** The words of the scale inside `Grade 2 (`, those that go with the number first; else empty. */
export function gradeWordItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, before, after, section } = cursor
  const { scale } = report.type
  const open = scale && openGrade(scale.line)
  if (scale === undefined || open === undefined) return []
  const match = open.pattern.exec(before)
  if (match === null) return []
  const [whole = '', number = '', typed = ''] = match
  const isOwnLine = /^[\s*_]*$/.test(before.slice(0, before.length - whole.length))
  const isBehindHeading = section !== undefined && section.heading.line.end >= cursor.offset
  if (!isOwnLine && !isBehindHeading) return []
  const isClosed = after.startsWith(open.rest)
  if (after.slice(isClosed ? open.rest.length : 0).replace(/[*_\s]/g, '') !== '') return []
  const sample = /\p{Lu}/u.test(typed.charAt(0)) ? typed : styleSample(report)
  return scale.grades
    .filter(({ word }) => word.startsWith(typed.toLowerCase()))
    .map(each => {
      const word = likeLetters(sample, each.word)
      return {
        label: word,
        kind: 'grade',
        detail: each.meaning ?? '',
        snippet: escaped(isClosed ? word : word + open.rest),
        span: typedSpan(cursor, typed.length),
        filterText: word,
        sortText: sortText(each, scale.byNumber.get(Number(number))),
      }
    })
}

/** The words of the scale in a row's cell, the grade that its section states first; else empty. */
export function gradeCellItems(cursor: Cursor): readonly CompletionItem[] {
  const { report, offset, after } = cursor
  const { scale } = report.type
  const entry = summaryEntryAt(report, offset)
  if (scale === undefined || entry === undefined || entry.kind === 'group') return []
  if (offset < entry.label.end || cursor.lineStart > entry.label.end) return []
  const gap = report.text.slice(entry.label.end, offset)
  const match = /^[*_ ]*(?:[|\t]\s*| {2,})[*_]*([\p{L} ]*)$/u.exec(gap)
  if (match === null || /^[\p{L}]/u.test(after)) return []
  const typed = match[1] ?? ''
  const section = report.judgements.find(judgement => judgement.row === entry)?.section
  const sample = report.summary?.entries.find(each => each.grade?.wordGrade)?.grade?.word?.text
  return scale.grades
    .filter(({ word }) => word.startsWith(typed.toLowerCase()))
    .map(each => {
      const word = likeLetters(sample ?? 'Good', each.word)
      const isStated = section?.grade?.grade === each
      return {
        label: word,
        kind: 'grade',
        detail: isStated ? 'as the section says' : (each.meaning ?? ''),
        snippet: escaped(word),
        span: typedSpan(cursor, typed.length),
        filterText: word,
        sortText: sortText(each, section?.grade?.grade),
      }
    })
}

/** `Grade {number} ({word})` as a pattern for what is typed of it, up to within the word. */
function openGrade(line: string): { pattern: RegExp; rest: string } | undefined {
  const at = line.indexOf('{word}')
  if (at <= 0 || !/\S/.test(line.slice(0, at).replace('{number}', ''))) return undefined
  const source = line
    .slice(0, at)
    .replace(/[\\^$.*+?()[\]|]/g, '\\$&')
    .replace(/\s+/g, '\\s*')
    .replace('{number}', '(\\d*)')
  const number = line.slice(0, at).includes('{number}') ? '' : '()'
  return {
    pattern: new RegExp(`${number}${source}(\\p{L}*)$`, 'iu'),
    rest: line.slice(at + '{word}'.length),
  }
}

function styleSample(report: Report): string {
  return (
    report.sections.find(each => each.grade?.form === 'line' && each.grade.wordGrade)?.grade?.word
      ?.text ?? 'good'
  )
}

function sortText({ rank }: Grade, first: Grade | undefined): string {
  return `0-${first?.rank === rank ? 0 : 1}${String(rank).padStart(2, '0')}`
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
