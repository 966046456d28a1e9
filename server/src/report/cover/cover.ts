/** Reads the cover of a report: its fields, in all the forms in which covers are written, and the authority. */

import { afterCount, decorationsEnd, ownWords } from '../../text/decorations'
import { isDigit, isLowerLetter, isUpperLetter } from '../../text/letters'
import type { LineIndex } from '../../text/lines'
import { append } from '../../text/lists'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { FieldDefinition, Label, Labels, ReportType } from '../../types/report-type'
import type { Cover, DateRange, Field } from '../model'
import { authorityNear, findTitle } from './authority'
import {
  type CoverLines,
  contentStart,
  isBlank,
  isMarkOrSpace,
  lineText,
  skip,
} from './cover-lines'
import { beginsAsDate, readDates, readYear, withYear } from './dates'

interface FoundLabel {
  readonly label: Label
  readonly span: Span
  readonly valueStart: number
  readonly hasColon: boolean
}

/** A field before its dates are read. */
interface RawField {
  readonly label: Label
  readonly span: Span
  readonly value: Span
  readonly line: number
}

interface CoverText extends CoverLines {
  readonly labels: Labels
  /** Where the last comment of the text ends; -1 where none does. */
  readonly lastCommentEnd: number
}

/** A value longer than this after a label without a colon is prose. */
const longestValue = 80

/**
 * The cover that is in `span`, from the start of the text to the contents or the first section. The line "Age
 * group:AllPublished:6 May 2011" has the fields `age-group` and `published`.
 */
export function readCover(text: string, lines: LineIndex, span: Span, type: ReportType): Cover {
  const first = lines.lineAt(span.start)
  const last = span.end > span.start ? lines.lineAt(span.end - 1) + 1 : first
  const lastCommentEnd = text.lastIndexOf('-->')
  const cover: CoverText = { text, lines, first, last, labels: type.labels, lastCommentEnd }
  const matter = frontMatter(cover)
  const raw: RawField[] = []
  for (let line = first; line < last; line++) {
    const isMatter = matter !== undefined && line > matter.first && line < matter.last
    if (isMatter) append(raw, matterField(cover, line))
    else line = readLine(cover, line, raw)
  }
  const fields = withDates(text, raw)
  const title = findTitle(cover, type, matter === undefined ? first : matter.last + 1)
  const fieldLines = new Set(raw.map(field => field.line))
  const authority =
    authorityKey(cover, matter) ??
    (title && authorityNear(cover, title, type, fieldLines, matter?.last ?? -1))
  return { span, fields, authority, insertAt: insertionPoint(cover, raw, title, authority, matter) }
}

/** A report is a draft if a field says so: `Status: draft`, `Status: Draft 3`. */
export function statusOf(cover: Cover): 'draft' | 'finished' {
  const status = cover.fields.find(field => field.id === 'status')
  return isDraft(status?.value.text ?? '') ? 'draft' : 'finished'
}

/** Does the value of a field `Status` say that the report is a draft? */
export function isDraft(status: string): boolean {
  return /^draft\b/i.test(status)
}

// --- Fields -----------------------------------------------------------------------------------

/** Adds the line's fields to `raw` and returns the last line that they take up. */
function readLine(cover: CoverText, line: number, raw: RawField[]): number {
  const { text, lines } = cover
  const end = lines.end(line)
  const start = contentStart(cover, line)
  if (text.startsWith('<!--', start)) return endOfComment(cover, line, start)
  let found = labelAt(cover, start, end) ?? labelAt(cover, afterCount(text, { start, end }), end)
  if (found === undefined || !isField(text, found, end)) return line
  let lastLine = line
  while (found !== undefined) {
    const next = nextLabel(cover, found.valueStart, end)
    let value = valueIn(text, found, next?.span.start ?? end)
    if (next === undefined) {
      const longer = valueOnNextLine(cover, line, found, value)
      if (longer !== undefined) {
        value = longer
        lastLine = lines.lineAt(longer.end)
      } else if (value.start === value.end && !found.hasColon) return line
    }
    raw.push({ label: found.label, span: found.span, value, line })
    found = next
  }
  return lastLine
}

/** The label that begins at `at`, if one does. */
function labelAt(cover: CoverText, at: number, end: number): FoundLabel | undefined {
  const { text } = cover
  for (const label of cover.labels.get(text.charAt(at).toLowerCase()) ?? []) {
    const labelEnd = matchLabel(text, at, end, label.text)
    if (labelEnd === -1) continue
    let valueStart = skip(text, afterLabel(text, at, labelEnd, end), end, isMarkOrSpace)
    const hasColon = text[valueStart] === ':' || text[valueStart] === '|'
    if (hasColon) valueStart = skip(text, valueStart + 1, end, isMarkOrSpace)
    if (text[valueStart] === '<')
      valueStart = skip(text, decorationsEnd(text, at, valueStart), end, isMarkOrSpace)
    if (label.definition === undefined && !hasColon) continue
    return { label, span: { start: at, end: labelEnd }, valueStart, hasColon }
  }
  return undefined
}

/** The next label on a line that began with one, whether or not it is glued to the value before it. */
function nextLabel(cover: CoverText, from: number, end: number): FoundLabel | undefined {
  const { text } = cover
  for (let at = from; at < end; at++) {
    const letter = text.charAt(at)
    if (letter !== '©' && (letter < 'A' || letter > 'Z')) continue
    const found = labelAt(cover, at, end)
    if (found === undefined || found.label.definition === undefined) continue
    const isApart =
      !isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at - 2)) || text[at - 1] === '\t'
    if (found.hasColon || (isApart && isField(text, found, end)) || beginsAsValue(text, found, end))
      return found
  }
  return undefined
}

/** Where what decorates a label ends; a number that is glued to it is a value unless a colon follows. */
function afterLabel(text: string, start: number, labelEnd: number, end: number): number {
  const after = Math.min(end, decorationsEnd(text, start, labelEnd))
  const next = text.charAt(skip(text, after, end, isMarkOrSpace))
  return isDigit(text.charCodeAt(labelEnd)) && next !== ':' && next !== '|' ? labelEnd : after
}

/** Offset after the label, -1 if it is not at `at`. A space in it matches any white space. */
function matchLabel(text: string, at: number, end: number, label: string): number {
  let place = at
  for (let index = 0; index < label.length; index++) {
    if (place >= end) return -1
    if (label[index] === ' ') place = decorationsEnd(text, at, place)
    const code = text.charCodeAt(place)
    if (label[index] === ' ') {
      if (!isSpace(code)) return -1
      while (place < end && isSpace(text.charCodeAt(place))) place++
    } else {
      if (text.charAt(place).toLowerCase() !== label[index]) return -1
      place++
    }
  }
  return isWordPart(text.charCodeAt(place)) ? -1 : place
}

/** Does the character continue a word: a small letter, an apostrophe or a hyphen? */
function isWordPart(code: number): boolean {
  return isLowerLetter(code) || code === 0x2019 || code === 39 || code === 45
}

/** Is what begins with the label a field, rather than a sentence that happens to begin that way? */
function isField(text: string, found: FoundLabel, end: number): boolean {
  if (found.hasColon || found.valueStart >= end) return true
  return (
    beginsAsValue(text, found, end) ||
    (found.label.definition?.kind === 'text' && isShortText(text, found, end))
  )
}

/** Does a value of the field's kind follow: a date or year, or something that is still to be written? */
function beginsAsValue(text: string, found: FoundLabel, end: number): boolean {
  const value = text.slice(found.valueStart, end)
  if (found.label.definition?.kind === 'text') return false
  return beginsAsDate(value) || value.startsWith('[') || value.startsWith('XX')
}

function isShortText(text: string, found: FoundLabel, end: number): boolean {
  return end - found.valueStart <= longestValue && beginsValue(text.charCodeAt(found.valueStart))
}

/** A capital, a digit, or the bracket of a placeholder. */
function beginsValue(code: number): boolean {
  return isUpperLetter(code) || isDigit(code) || code === 91
}

function valueIn(text: string, found: FoundLabel, end: number): Span {
  let stop = end
  const bar = text.slice(found.valueStart, end).indexOf('|')
  if (bar !== -1) stop = found.valueStart + bar
  // A footnote's mark at the end; digits that are glued to a word may be a number's.
  if (/[\]>\u00b9\u00b2\u00b3]/.test(text.charAt(stop - 1)))
    stop = ownWords(text, { start: found.valueStart, end: stop }).span.end
  while (stop > found.valueStart && /[\s*_,;\\\ufeff]/.test(text.charAt(stop - 1))) stop--
  const year =
    found.label.definition?.kind === 'year' ? leadingYears(text, found.valueStart, stop) : undefined
  return { start: Math.min(found.valueStart, stop), end: year ?? stop }
}

/** End of "2011" in "2011 Website: …"; undefined where the text does not begin with years. */
function leadingYears(text: string, start: number, end: number): number | undefined {
  const match = /^\d\w*(?:\s*[,–-]\s*\d\w*)*/.exec(text.slice(start, Math.min(end, start + 40)))
  return match === null ? undefined : start + match[0].length
}

/** The value, or the rest of a range of dates, where it is on the line below. */
function valueOnNextLine(
  cover: CoverText,
  line: number,
  found: FoundLabel,
  value: Span,
): Span | undefined {
  const { text, lines } = cover
  const kind = found.label.definition?.kind ?? 'text'
  const isEmpty = value.start === value.end
  if (!isEmpty && (kind === 'text' || kind === 'year' || !isCutRange(text, value))) return undefined
  let next = line + 1
  if (isEmpty && kind !== 'text' && isBlank(cover, next)) next++
  if (next >= cover.last || isBlank(cover, next)) return undefined
  const end = lines.end(next)
  const start = contentStart(cover, next)
  if (labelAt(cover, start, end) !== undefined) return undefined
  const below = valueIn(text, { ...found, valueStart: start }, end)
  const written = text.slice(below.start, below.end)
  if (kind === 'text') {
    const isValue =
      written.length <= longestValue &&
      beginsValue(written.charCodeAt(0)) &&
      !written.includes(':') &&
      !written.endsWith('.')
    return isValue ? below : undefined
  }
  if (!beginsAsDate(written) && !written.startsWith('[')) return undefined
  return isEmpty ? below : { start: value.start, end: below.end }
}

/** A range of dates that ends where its second date should follow: "29 November 2010 to". */
function isCutRange(text: string, value: Span): boolean {
  const reading = readDates(text.slice(value.start, value.end))
  return reading.kind === 'wrong' && reading.fault.kind === 'unfinished'
}

function withDates(text: string, raw: readonly RawField[]): readonly Field[] {
  const fields = raw.map(({ label, span, value }): Field => {
    const written = textSpan(text, value.start, value.end)
    return {
      definition: label.definition,
      id: label.id,
      label: textSpan(text, span.start, span.end),
      value: written,
      dates: datesOf(label.definition, written.text),
    }
  })
  const published = fields.find(field => field.id === 'published')?.dates
  const latest = published ?? fields.find(field => field.definition?.kind === 'year')?.dates
  if (latest === undefined) return fields
  return fields.map(field => {
    if (field.dates !== undefined || field.definition?.kind !== 'dates') return field
    const reading = readDates(field.value.text)
    if (reading.kind !== 'partial' || reading.yearless === undefined) return field
    return { ...field, dates: withYear(reading.yearless, latest.to) }
  })
}

function datesOf(definition: FieldDefinition | undefined, value: string): DateRange | undefined {
  if (definition === undefined || definition.kind === 'text' || value === '') return undefined
  if (definition.kind === 'year') return readYear(value)
  const reading = readDates(value)
  return reading.kind === 'dates' ? reading.range : undefined
}

// --- Lines between two "---" at the top ---------------------------------------------------------

/** The lines of the two rules `---` around the fields at the top of the text. */
function frontMatter(cover: CoverText): { first: number; last: number } | undefined {
  let first = cover.first
  while (first < cover.last && isBlank(cover, first)) first++
  if (lineText(cover, first) !== '---') return undefined
  for (let line = first + 1; line < cover.last; line++) {
    const written = lineText(cover, line)
    if (written === '---' || written === '...') return { first, last: line }
  }
  return undefined
}

/** `published: 6 May 2011`: the key is a field's id or one of its labels. */
function matterField(cover: CoverText, line: number): RawField[] {
  const key = keyIn(cover, line)
  if (key === undefined) return []
  const { name, span, value } = key
  const label = [...cover.labels.values()]
    .flat()
    .find(each => each.text === name || each.id === name)
  return label === undefined ? [] : [{ label, span, value, line }]
}

function keyIn(
  cover: CoverText,
  line: number,
): { name: string; span: Span; value: Span } | undefined {
  const { text, lines } = cover
  const start = lines.start(line)
  const end = lines.end(line)
  const colon = start + text.slice(start, end).indexOf(':')
  if (colon < start) return undefined
  const span = { start, end: colon }
  while (span.end > start && isSpace(text.charCodeAt(span.end - 1))) span.end--
  const value = { start: skip(text, colon + 1, end, isSpace), end }
  while (value.end > value.start && isSpace(text.charCodeAt(value.end - 1))) value.end--
  const quote = text.charAt(value.start)
  if (
    (quote === '"' || quote === "'") &&
    value.end - value.start > 1 &&
    text[value.end - 1] === quote
  ) {
    value.start++
    value.end--
  }
  return { name: text.slice(start, span.end).toLowerCase(), span, value }
}

function authorityKey(
  cover: CoverText,
  matter: { first: number; last: number } | undefined,
): TextSpan | undefined {
  if (matter === undefined) return undefined
  for (let line = matter.first + 1; line < matter.last; line++) {
    const key = keyIn(cover, line)
    if (key?.name === 'authority' && key.value.end > key.value.start)
      return textSpan(cover.text, key.value.start, key.value.end)
  }
  return undefined
}

/** After the last field or, without any fields, after the authority or the title. */
function insertionPoint(
  cover: CoverText,
  raw: readonly RawField[],
  title: Span | undefined,
  authority: TextSpan | undefined,
  matter: { first: number; last: number } | undefined,
): number {
  const { lines } = cover
  const last = raw.filter(field => field.label.definition !== undefined).at(-1)
  if (last !== undefined) return lines.start(lines.lineAt(last.value.end) + 1)
  const lastEnd = Math.max(title?.end ?? -1, authority?.end ?? -1)
  if (lastEnd >= 0) return lines.start(lines.lineAt(lastEnd) + 1)
  return matter === undefined ? lines.start(cover.first) : lines.start(matter.last + 1)
}

function endOfComment(cover: CoverText, line: number, start: number): number {
  // Once no comment is closed any more, each open one would be searched for its end through the whole text.
  const end = start > cover.lastCommentEnd ? -1 : cover.text.indexOf('-->', start)
  return end === -1 ? line : Math.min(cover.lines.lineAt(end), cover.last - 1)
}
