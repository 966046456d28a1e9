/** What Enter writes at the end of a paragraph or list item, judged by the lines alone. */

import {
  beginsText,
  isBare,
  isListItem,
  isNumber,
  lineBeginning,
  romanNumber,
  romanValue,
} from '../../../server/src/text/line-beginning'

export interface Lines {
  readonly lineCount: number
  lineAt(line: number): { readonly text: string }
}

export interface NextLine {
  /** What is written over: from this character of the cursor's line to its end. */
  readonly from: number
  /** `\n` for a line end. */
  readonly text: string
  /** Does a paragraph number come or go? */
  readonly isNumbered: boolean
}

/** How many lines above are searched for the previous number and for the start of a paragraph. */
const mostAbove = 400
const longestParagraph = 60

/** A line this long (in characters) is not a label, name or address. */
const longLine = 60

/**
 * The next number or list mark after the end of a paragraph or item, or nothing in place of one that has no
 * text; a blank line after a paragraph without a number, and no second one. Undefined where Enter is to do
 * what it always does: in the middle of a line or paragraph, in tables, contents and front matter, before a
 * list, and whenever there is any doubt.
 */
export function nextLine(lines: Lines, line: number, character: number): NextLine | undefined {
  const text = lines.lineAt(line).text
  if (text.slice(character).trim() !== '') return undefined
  if (text === '') return isBegun(lines, line) ? nothing : undefined
  if (text.trim() === '' || isFrontMatter(lines, line)) return undefined
  const start = startOfParagraph(lines, line)
  if (start === undefined)
    return isPlainParagraph(lines, line)
      ? { from: text.trimEnd().length, text: '\n\n', isNumbered: false }
      : undefined
  const first = lines.lineAt(start).text
  const label = countedAt(lines, start)
  if (label !== undefined) return nextParagraph(lines, start, line, label)
  const item = itemOf(first)
  return item && nextItem(lines, start, line, item)
}

/** Is the line the first of a list item? */
export function isItem(text: string): boolean {
  const label = labelOf(text)
  return (label === undefined || label.isBare) && itemOf(text) !== undefined
}

/**
 * Is it an item whose text is still to be written? There Tab nests even where it otherwise goes to the next
 * place.
 */
export function isEmptyItem(text: string): boolean {
  return isItem(text) && itemOf(text)?.hasText === false
}

interface Label {
  /** Indent and bullet. */
  readonly before: string
  readonly digits: string
  /** `1` in `1.2`; empty in `12`. */
  readonly section: string
  readonly number: number
  /** The full stop and white space after the digits. */
  readonly after: string
  readonly hasText: boolean
  /** A number without a full stop, which only those around it make the number of a paragraph. */
  readonly isBare: boolean
}

/** The paragraph number with which the line begins, or may begin. */
function labelOf(text: string): Label | undefined {
  const { heading, isQuoted, label } = lineBeginning(text)
  if (label === undefined || heading > 0 || isQuoted || !isNumber(label)) return undefined
  const { start, value, end, next, depth } = label
  const digits = text.slice(value.start, value.end)
  const [section, place] = depth === 2 ? digits.split('.') : ['', digits]
  const isShort = depth <= 2 && (section ?? '').length <= 2 && (place ?? '').length <= 3
  if (!isShort || Number(place) === 0) return undefined
  const hasText = next < text.length
  const bare = isBare(label)
  if (bare && (hasText ? !beginsText(text.charCodeAt(next)) : next === end)) return undefined
  return {
    before: text.slice(0, start),
    digits,
    section: section ?? '',
    number: Number(place),
    after: text.slice(value.end, next) + (next === end ? ' ' : ''),
    hasText,
    isBare: bare,
  }
}

interface Item {
  readonly indent: string
  /** Up to the letter or number that is counted: `(` in `(a)`; the whole mark of any other item. */
  readonly lead: string
  /** `a` in `(a)`; empty for a bullet. */
  readonly value: string
  /** What closes it, and white space. */
  readonly after: string
  readonly hasText: boolean
}

function itemOf(text: string): Item | undefined {
  const beginning = lineBeginning(text)
  const { from, bullet } = beginning
  if (!isListItem(beginning)) return undefined
  const label = beginning.label && !isNumber(beginning.label) ? beginning.label : undefined
  const mark = label ?? bullet
  if (mark === undefined) return undefined
  const value = label?.value ?? { start: mark.end, end: mark.end }
  return {
    indent: text.slice(0, from),
    lead: text.slice(from, value.start),
    value: text.slice(value.start, value.end),
    after: text.slice(value.end, mark.next) + (mark.next === mark.end ? ' ' : ''),
    hasText: mark.next < text.length,
  }
}

/** The line on which the paragraph or item of the line begins, which may be hard-wrapped. */
function startOfParagraph(lines: Lines, line: number): number | undefined {
  for (let at = line; at >= 0 && at > line - longestParagraph; at--) {
    const { text } = lines.lineAt(at)
    if (text.trim() === '' || /^\s*(?:#|\||<!--|>)/.test(text)) return undefined
    if (countedAt(lines, at) !== undefined || itemOf(text) !== undefined) return at
  }
  return undefined
}

/** The number of the paragraph that begins on the line; one without a full stop only where others say so. */
function countedAt(lines: Lines, line: number): Label | undefined {
  const label = labelOf(lines.lineAt(line).text)
  return label?.isBare === true && !isInSequence(lines, line, label) ? undefined : label
}

/**
 * Are the paragraphs around it numbered without a full stop, so that it has its place among theirs? Three that
 * count on are enough, and so are 1 and 2, unless there are half as many numbers with a full stop.
 */
function isInSequence(lines: Lines, line: number, { number, section }: Label): boolean {
  let [first, last] = [number, number]
  let others = 0
  const look = (at: number) => {
    const label = labelOf(lines.lineAt(at).text)
    if (label === undefined || label.section !== section) return
    if (!label.isBare) others++
    else if (at < line && label.number === first - 1) first--
    else if (at > line && label.number === last + 1) last++
  }
  for (let at = line - 1; at >= 0 && at > line - mostAbove; at--) look(at)
  for (let at = line + 1; at < lines.lineCount && at < line + mostAbove; at++) look(at)
  const length = last - first + 1
  return (length >= 3 || (length === 2 && first === 1)) && length > 2 * others
}

function isFrontMatter(lines: Lines, line: number): boolean {
  if (lines.lineAt(0).text.trimEnd() !== '---') return false
  for (let at = 1; at < line; at++)
    if (/^(?:---|\.\.\.)\s*$/.test(lines.lineAt(at).text)) return false
  return true
}

function textAt(lines: Lines, line: number): string {
  return line >= 0 && line < lines.lineCount ? lines.lineAt(line).text : ''
}

function isBlank(lines: Lines, line: number): boolean {
  return textAt(lines, line).trim() === ''
}

// --- Paragraphs without a number --------------------------------------------------------------

const nothing: NextLine = { from: 0, text: '', isNumbered: false }

/**
 * Is it a paragraph between blank lines, and neither heading, cover field, row nor note? On the cover, where
 * addresses are, it is one only if it is a sentence or long.
 */
function isPlainParagraph(lines: Lines, line: number): boolean {
  const text = textAt(lines, line).trimEnd()
  const { label } = lineBeginning(text)
  if (label !== undefined && !isBare(label)) return false
  if (/^[\s#|>*_<[]|\t|\S {2,}\S|^[^.,;]{1,40}: |:$/.test(text)) return false
  if (countedAt(lines, line) !== undefined || itemOf(text) !== undefined) return false
  if (!isOpen(lines, line - 1) || !isOpen(lines, line + 1)) return false
  if (/[.?!][)”’"']?$/.test(text)) return true
  return text.length > longLine ? !isWrapped(lines, line) : isInBody(lines, line)
}

function isOpen(lines: Lines, line: number): boolean {
  return isBlank(lines, line) || textAt(lines, line).startsWith('#')
}

/** Is the text around it hard-wrapped, so that a long line may go on in the next? */
function isWrapped(lines: Lines, line: number): boolean {
  const isText = (at: number): boolean => /^[\p{L}“‘"']/u.test(textAt(lines, at))
  for (let at = line - 100; at < line + 100; at++)
    if (textAt(lines, at).length > longLine && isText(at) && isText(at + 1)) return true
  return false
}

/** Is the line under a heading other than the title and that of the contents? */
function isInBody(lines: Lines, line: number): boolean {
  for (let at = line - 1; at >= 0 && at > line - mostAbove; at--) {
    const { text } = lines.lineAt(at)
    if (text.startsWith('#')) return text.startsWith('##') && !/contents\W*$/i.test(text)
  }
  return false
}

/** Does a paragraph without a number begin here already, after the blank line that it needs? */
function isBegun(lines: Lines, line: number): boolean {
  const isBetween = isBlank(lines, line - 1) && isBlank(lines, line + 1)
  return line > 1 && isBetween && isPlainParagraph(lines, line - 2)
}

// --- Paragraphs -------------------------------------------------------------------------------

function nextParagraph(
  lines: Lines,
  start: number,
  line: number,
  label: Label,
): NextLine | undefined {
  const above = labelsAbove(lines, start, label)
  if (above === undefined || !follows(label, above[0]?.label)) return undefined
  if (!label.hasText && start === line)
    // Where numbers have lines of their own above their text, one that is alone is not an empty paragraph.
    return above[0]?.label.hasText === false ? undefined : { from: 0, text: '', isNumbered: true }
  const text = lines.lineAt(line).text.trimEnd()
  const below = textAt(lines, line + 1)
  const isEnd = isBlank(lines, line + 1) || countedAt(lines, line + 1) !== undefined
  if (!isEnd && !below.startsWith('#')) return undefined
  if (text.endsWith(':') || isRow(lines.lineAt(start).text, label)) return undefined
  if (hasFarColumn(lines, start + 1, line)) return undefined
  const next = `${label.before}${label.section === '' ? '' : `${label.section}.`}${label.number + 1}${label.after}`
  const labelled = [start, ...above.map(each => each.line)]
  const lineEnds = isSpaced(lines, labelled) ? '\n\n' : '\n'
  return { from: text.length, text: lineEnds + next, isNumbered: true }
}

/** Are most of the numbered lines after a blank line? What is under a heading says nothing about that. */
function isSpaced(lines: Lines, labelled: readonly number[]): boolean {
  const telling = labelled.filter(line => {
    const above = textAt(lines, isBlank(lines, line - 1) ? line - 2 : line - 1)
    return above.trim() !== '' && !above.startsWith('#')
  })
  const voters = telling.length === 0 ? labelled : telling
  const open = voters.filter(line => line > 0 && isBlank(lines, line - 1)).length
  return open * 2 > voters.length || (voters === labelled && labelled.includes(0))
}

/** A row of a table, or an entry of the contents with its page. */
function isRow(text: string, { before, digits, after }: Label): boolean {
  const words = text.slice(before.length + digits.length + after.length)
  return /\t|\S {3,}\S|\.{4,}/.test(words.trimEnd()) || / {2}\d+$/.test(words.trimEnd())
}

/** Is a line so far to the right that it is the cell of a row, whose label is wrapped beside it? */
function hasFarColumn(lines: Lines, first: number, last: number): boolean {
  for (let line = first; line <= last; line++) if (/^\s{30}/.test(textAt(lines, line))) return true
  return false
}

interface PlacedLabel {
  readonly line: number
  readonly label: Label
}

/** Up to six lines above that are numbered in the same way, the nearest first; undefined in the contents. */
function labelsAbove(
  lines: Lines,
  start: number,
  { isBare }: Label,
): readonly PlacedLabel[] | undefined {
  const found: PlacedLabel[] = []
  let isUnderHeading = true
  for (let at = start - 1; at >= 0 && at > start - mostAbove && found.length < 6; at--) {
    const { text } = lines.lineAt(at)
    if (isUnderHeading && /^[#*\s]*contents[*:\s]*$/i.test(text)) return undefined
    if (text.startsWith('#')) isUnderHeading = false
    const label = labelOf(text)
    // Numbers fall on the way up; one that does not is the beginning of a wrapped line.
    const lower = found.at(-1)?.label
    if (
      label?.isBare === isBare &&
      (lower === undefined || label.section !== lower.section || label.number < lower.number)
    )
      found.push({ line: at, label })
  }
  return found
}

/**
 * A number counts on from the one above, or begins the report or section: otherwise it may be a date or a
 * list.
 */
function follows({ section, number }: Label, above: Label | undefined): boolean {
  if (above === undefined || above.section !== section) return number <= 3
  return number > above.number && number <= above.number + 3
}

// --- List items -------------------------------------------------------------------------------

function nextItem(lines: Lines, start: number, line: number, item: Item): NextLine | undefined {
  if (!item.hasText) return start === line ? { from: 0, text: '', isNumbered: false } : undefined
  const below = textAt(lines, line + 1)
  const isEnd = below.trim() === '' || isItem(below) || labelOf(below) !== undefined
  if (!isEnd && !below.startsWith('#')) return undefined
  const above = itemAbove(lines, start, item)
  const value = nextValue(item.value, above?.value)
  if (value === undefined) return undefined
  const isOpen = above !== undefined && isBlank(lines, start - 1)
  const text = `${isOpen ? '\n\n' : '\n'}${item.indent}${item.lead}${value}${item.after}`
  return { from: lines.lineAt(line).text.trimEnd().length, text, isNumbered: false }
}

/** The item before in the same list, with no more than a blank line between. */
function itemAbove(lines: Lines, start: number, { indent }: Item): Item | undefined {
  let blank = 0
  for (let at = start - 1; at >= 0 && at > start - longestParagraph; at--) {
    const { text } = lines.lineAt(at)
    if (text.trim() === '') {
      if (++blank > 1) return undefined
      continue
    }
    blank = 0
    if (countedAt(lines, at) !== undefined || text.startsWith('#')) return undefined
    const item = itemOf(text)
    if (item !== undefined && item.indent.length <= indent.length)
      return item.indent === indent ? item : undefined
  }
  return undefined
}

/**
 * What counts on: `b` after `a`, `ii` after `i` unless that is after `h`, `aa` after `z` as in Word; empty for a
 * bullet. Undefined after `zz`, and where it is not certain how the list counts.
 */
function nextValue(value: string, above: string | undefined): string | undefined {
  if (value === '' || /\d/.test(value)) return value && String(Number(value) + 1)
  const roman = romanValue(value)
  const before = roman === undefined ? undefined : romanNumber(roman - 1)
  if (roman !== undefined && (before === undefined ? above !== 'h' : above === before))
    return romanNumber(roman + 1)
  const letter = value.charAt(0)
  if (value.length > 2 || (value.length === 2 && above?.length !== 2 && above !== 'z'))
    return undefined
  if (letter === 'z') return value.length === 1 ? 'aa' : undefined
  return String.fromCharCode(letter.charCodeAt(0) + 1).repeat(value.length)
}
