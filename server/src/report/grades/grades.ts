/**
 * Statements of a grade: grade lines, what takes the place of one under a heading, cells of the summary
 * table.
 */

import { distance } from 'fastest-levenshtein'
import { lineBeginning } from '../../text/line-beginning'
import { isEmphasis, isWhiteSpace, runEnd, runStart, withoutRunAtEnd } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import { isSpace, type Span, type TextSpan, textSpan } from '../../text/span'
import type { Grade, Scale } from '../../types/report-type'
import type { GradeStatement } from '../model'
import { bareGrade } from './bare-grade'
import { beginsTemplate, matchTemplate } from './grade-line'
import { partsAfterName, withoutClosing, withoutOpening } from './grade-parts'

/** Longest grade line that is read as one: room for "Grade 3 (requires improvement to be good)". */
const longestLine = 70

/**
 * Reads a stretch as a grade line: `Grade 2 (good)`, `**Grade 2** (good)`, `Grade: Good`, and a line in
 * the type's own form. Undefined where it is something else, such as a sentence that begins with "Grade".
 */
export function readGradeLine(
  text: string,
  span: Span,
  scale: Scale,
  form: GradeStatement['form'] = 'line',
): GradeStatement | undefined {
  if (span.end - span.start > longestLine) return undefined
  const { start, end } = withoutEmphasis(text, span)
  const code = text.charCodeAt(start) | 32
  const isNamed = code === 103 && /^grade(?![a-z])/i.test(text.slice(start, start + 6)) // g
  return isNamed
    ? readNamed(text, span, { start, end }, 'grade'.length, scale, form)
    : readTemplate(text, span, { start, end }, scale, form)
}

/** A line in the form that the type gives its own grade lines: `Rating: good`. */
function readTemplate(
  text: string,
  outer: Span,
  { start, end }: Span,
  scale: Scale,
  form: GradeStatement['form'],
): GradeStatement | undefined {
  if (!beginsTemplate(text.charCodeAt(start), scale)) return undefined
  const match = matchTemplate(withoutMarks(text, start, end), scale)
  if (match === undefined) return undefined
  const part = (found: readonly [number, string] | undefined) =>
    found && textSpan(text, start + found[0], start + found[0] + found[1].length)
  return statement(withOwnMarks(text, { start, end }, outer), form, scale, {
    number: match.number?.[1].startsWith('[') === true ? undefined : part(match.number),
    word: part(match.word),
    isOpen: true,
  })
}

/** Reads what begins with the word Grade, or a misspelling of it that is `nameLength` long. */
function readNamed(
  text: string,
  outer: Span,
  { start, end }: Span,
  nameLength: number,
  scale: Scale,
  form: GradeStatement['form'],
): GradeStatement | undefined {
  const line = withoutMarks(text, start, end).slice(nameLength)
  const { isNameMarked, digits, opener, rest, closer } = partsAfterName(line)
  if (/[()]/.test(rest)) return undefined
  const written = wordIn(rest, scale)
  const isKnown = bareGrade(written, { start: 0, end: written.length }, scale) !== undefined
  // Only a grade goes on in the next line, not what is in the place of one.
  if (!isKnown && /[\r\n]/.test(line)) return undefined
  const isMarked =
    isNameMarked ||
    (opener !== '' && opener !== ',') ||
    (opener === '' && /^(?:\[.*\])?$/.test(rest))
  if (!isMarked && !isKnown) return undefined
  if (rest.length > 40 || rest.split(/\s/).length > 6) return undefined
  const wordAt = start + nameLength + line.lastIndexOf(written)
  return statement(withOwnMarks(text, { start, end }, outer), form, scale, {
    // `Grade [number] (good)` has a place for a number and none yet.
    number:
      digits?.startsWith('[') === false ? numberSpan(text, start + nameLength, digits) : undefined,
    word: written === '' ? undefined : textSpan(text, wordAt, wordAt + written.length),
    isOpen: opener === '(' && closer === '',
  })
}

/** The scale's word in `[good]` or `good.`; anything else unchanged. */
function wordIn(rest: string, scale: Scale): string {
  const from = rest.startsWith('[') ? runEnd(rest, isWhiteSpace, 1) : 0
  const inner = rest.slice(from).replace(/[\].]$/, '')
  const bare = rest.endsWith(']') ? withoutRunAtEnd(inner, isWhiteSpace) : inner
  return scale.byWord.has(normalWord(bare)) ? bare : rest
}

/** Where the text begins after bars, and after a bullet, quotation marks or heading marks. */
function afterMarks(line: string): number {
  const { label, textStart } = lineBeginning(line, runEnd(line, isBarOrSpace))
  return runEnd(line, isBarOrSpace, label?.start ?? textStart)
}

/** A name for the grade other than Grade: `Judgement: good`. */
const otherName =
  /^(?:overall|(?:(?:overall|inspection)\s+)?(?:judge?ment|rating|grading))\s*[:–—-]\s*(?=\S)/i

/**
 * Reads what is directly under the heading of a judgement as its grade: the scale word alone (`Good`,
 * `[grade]`), `Good (Grade 2)`, `Judgement: good`, `- Grade 2 (good)`, `Garde 2 (good)`. Undefined for prose,
 * such as "Good progress has been made.", and for other headings.
 */
export function readBareGrade(text: string, span: Span, scale: Scale): GradeStatement | undefined {
  if (span.end - span.start > longestLine) return undefined
  const line = text.slice(span.start, span.end)
  const outer = {
    start: span.start + afterMarks(line),
    end: span.start + runStart(line, isBarOrSpace),
  }
  if (outer.start >= outer.end) return undefined
  return (
    readGradeLine(text, outer, scale) ??
    readWordAlone(text, outer, scale) ??
    readWordForms(text, outer, scale, 'line') ??
    readSlip(text, outer, scale) ??
    readUnderOtherName(text, outer, scale) ??
    readBeforeMore(text, outer, scale)
  )
}

/** A scale word, or something in its place, alone: `Good`, `**Good**`, `[grade]`, `Satisfactory`. */
function readWordAlone(text: string, span: Span, scale: Scale): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, span)
  const word = text.slice(start, end)
  const normal = normalWord(word)
  const isKnown = bareGrade(text, { start, end }, scale) !== undefined
  if (!isKnown && !/^\[[^\]]*\]$/.test(word)) {
    const isWords = /^[A-Z][a-z]+(?: [A-Za-z]+){0,5}$/.test(word)
    const isMeant = isBegun(normal, scale) || isOther(normal, scale) || scale.none.has(normal)
    if (!isWords || !isMeant) return undefined
  }
  return statement({ start, end }, 'line', scale, {
    number: undefined,
    word: 'grade'.startsWith(normal) ? undefined : textSpan(text, start, end),
    isOpen: true,
  })
}

function isBegun(word: string, scale: Scale): boolean {
  // If there are several words, this may be the first line of a grade that is wrapped.
  if (word.includes(' ')) return false
  return 'grade'.startsWith(word) || scale.grades.some(grade => grade.word.startsWith(word))
}

/**
 * Do the words take the place of a grade of the scale: a grade of another scale, a misspelling of one on this, or a
 * place for one (`[grade]`)?
 */
export function standsForGrade(words: string, scale: Scale): boolean {
  const normal = normalWord(words)
  if (scale.byWord.has(normal)) return false
  return /^\[[^\]]*\]$/.test(normal) || isOther(normal, scale)
}

/** A misspelt word of the scale ("Godo"; not "Food", a heading), or a grade of another scale. */
function isOther(word: string, scale: Scale): boolean {
  if (scale.others.has(word)) return true
  if (word.includes(' ')) return isSlipOfSeveral(word, scale)
  return scale.grades.some(grade => {
    if (sorted(word) === sorted(grade.word)) return true
    const apart = distance(word, grade.word)
    // Another first letter makes another word of a short one.
    const most = grade.word[0] === word[0] ? Math.floor(word.length / 3) : longEnough(grade.word)
    return apart <= most
  })
}

/** How many letters may be wrong, the first among them. */
const longEnough = (word: string) => (word.length > 6 ? 1 : 0)

/** As many words as a grade has, a letter or two off: `requires improvment`. */
function isSlipOfSeveral(words: string, { byWord }: Scale): boolean {
  const count = words.split(' ').length
  for (const grade of byWord.keys())
    if (grade.split(' ').length === count && distance(words, grade) <= 2) return true
  return false
}

function sorted(word: string): string {
  return [...word].sort().join('')
}

/** `Garde 2 (good)`: read where the number or the word shows what is meant. */
function readSlip(text: string, outer: Span, scale: Scale): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, outer)
  const name = /^[a-z]{3,7}(?![a-z])/i.exec(text.slice(start, Math.min(end, start + 9)))?.[0]
  if (name === undefined || distance(name.toLowerCase(), 'grade') > 2) return undefined
  const found = readNamed(text, outer, { start, end }, name.length, scale, 'line')
  const isMeant = found?.numberGrade !== undefined || found?.wordGrade !== undefined
  return isMeant ? found : undefined
}

/** `Judgement: good`. */
function readUnderOtherName(text: string, outer: Span, scale: Scale): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, outer)
  const name = otherName.exec(withoutMarks(text, start, end))?.[0]
  if (name === undefined) return undefined
  const rest = { start: start + name.length, end }
  const found =
    readGradeLine(text, rest, scale) ??
    readWordAlone(text, rest, scale) ??
    readWordForms(text, rest, scale, 'line')
  return found && { ...found, span: withOwnMarks(text, { start, end }, outer) }
}

/** `Grade 2 (good) and improving`. */
function readBeforeMore(text: string, outer: Span, scale: Scale): GradeStatement | undefined {
  const line = text.slice(outer.start, outer.end)
  const grade = /^[^()]*\([^()]*\)/.exec(line)?.[0]
  if (grade === undefined) return undefined
  const marks = runEnd(line, isEmphasis, runEnd(line, isWhiteSpace, grade.length))
  if (!/[^.*_]/.test(line.charAt(runEnd(line, isWhiteSpace, marks)))) return undefined
  const found = readGradeLine(text, { ...outer, end: outer.start + grade.length }, scale)
  return found?.wordGrade === undefined ? undefined : found
}

/** What a cell of the summary table says: `Good`, `Inadequate Grade 4`, `Good (2)`, `2`. */
export function readCell(text: string, span: Span, scale: Scale): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, span)
  if (start === end || end - start > 60) return undefined
  const whole = textSpan(text, start, end)
  const isWord = scale.byWord.has(whole.text.toLowerCase())
  const found = isWord
    ? undefined
    : (readGradeLine(text, { start, end }, scale, 'cell') ??
      readWordForms(text, { start, end }, scale, 'cell'))
  if (found !== undefined) return found
  const digits = withoutMarks(text, start, end)
  const isNumber = /^\d{1,2}$/.test(digits) && scale.byNumber.has(Number(digits))
  return statement({ start, end }, 'cell', scale, {
    number: isNumber ? whole : undefined,
    word: isNumber ? undefined : whole,
    isOpen: !isNumber,
  })
}

/**
 * Reads a grade that begins or ends with its number, or carries a mark: `Good (Grade 2)`, `Good (2)`,
 * `2 Good`, `Good.`, and `Good [1]`, whose number is that of a footnote.
 */
function readWordForms(
  text: string,
  span: Span,
  scale: Scale,
  form: GradeStatement['form'],
): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, span)
  const cell = withoutMarks(text, start, end)
  const isWord = (word: string) => scale.byWord.has(normalWord(word))
  const made = (wordAt: number, word: string, digitsAt: number, digits: string) =>
    statement(withOwnMarks(text, { start, end }, span), form, scale, {
      number:
        digits === ''
          ? undefined
          : textSpan(text, start + digitsAt, start + digitsAt + digits.length),
      word: word === '' ? undefined : textSpan(text, start + wordAt, start + wordAt + word.length),
    })
  const named = /\bGrade\s*(\d{1,2})[)\]]?\.?$/i.exec(cell)
  if (named !== null) {
    const [, digits = ''] = named
    const word = withoutOpening(cell.slice(0, named.index))
    if (form === 'cell' || isWord(word)) return made(0, word, cell.lastIndexOf(digits), digits)
  }
  const numbered = /^(.*?[a-z])\s*(?:[-–—:,]\s*|(\()\s*)?(\d{1,2})\s*\)?\.?$/i.exec(cell)
  if (numbered !== null && isWord(numbered[1] as string)) {
    const [, word = '', bracket, digits = ''] = numbered
    // Without a bracket, any other number is a footnote's.
    const isNumber =
      bracket !== undefined ||
      scale.byNumber.get(Number(digits)) === scale.byWord.get(normalWord(word))
    return made(0, word, cell.lastIndexOf(digits), isNumber ? digits : '')
  }
  const first = /^\d{1,2}/.exec(cell)?.[0]
  if (first !== undefined && scale.byNumber.has(Number(first))) {
    const mark = runEnd(cell, isWhiteSpace, first.length)
    const at = /[-–—:(]/.test(cell.charAt(mark)) ? runEnd(cell, isWhiteSpace, mark + 1) : mark
    const { word } = withoutClosing(cell.slice(at))
    if (/^[a-z][a-z ]*$/i.test(word) && isWord(word)) return made(at, word, 0, first)
  }
  const marked = /^(.*?[a-z])\s*(?:\.|\[\^?\w{1,3}\]|[†‡¹²³⁴]+)$/i.exec(cell)
  return marked !== null && isWord(marked[1] as string)
    ? made(0, marked[1] as string, 0, '')
    : undefined
}

const isBarOrSpace = (code: number) => code === 124 || isWhiteSpace(code)

/** The statement with the grade that the places around it support: the word's, otherwise the number's. */
export function supported(
  statement: GradeStatement,
  others: readonly (Grade | undefined)[],
): GradeStatement {
  const { wordGrade, numberGrade } = statement
  if (wordGrade === undefined || numberGrade === undefined || wordGrade === numberGrade)
    return statement
  const isNumber = !others.includes(wordGrade) && others.includes(numberGrade)
  return { ...statement, grade: isNumber ? numberGrade : wordGrade }
}

/** The parts of a statement. */
interface Parts {
  readonly number: TextSpan | undefined
  readonly word: TextSpan | undefined
  /** Nothing closes the statement, so the word may still be unfinished. */
  readonly isOpen?: boolean
}

/** Puts a statement together from its parts. */
export function statement(
  span: Span,
  form: GradeStatement['form'],
  scale: Scale,
  { number, word: written, isOpen = false }: Parts,
): GradeStatement {
  const bare = written && bareGrade(written.text, { start: 0, end: written.text.length }, scale)
  const word = bare === undefined || written === undefined ? written : partOf(written, bare)
  const lower = word && normalWord(word.text)
  const wordGrade = lower === undefined ? undefined : scale.byWord.get(lower)
  const numberGrade = number === undefined ? undefined : scale.byNumber.get(Number(number.text))
  const isPlaceholder =
    lower !== undefined &&
    wordGrade === undefined &&
    /^\[.*\]?$|^x{2,}$|^\?+$|^…$|^tbc$/.test(lower)
  const isPrefix =
    isOpen &&
    wordGrade === undefined &&
    (lower === undefined || scale.grades.some(grade => grade.word.startsWith(lower)))
  const isNone = lower !== undefined && scale.none.has(lower)
  const unfinished = isPlaceholder || isPrefix || (word === undefined && number === undefined)
  return {
    span: { start: span.start, end: span.end },
    form,
    word,
    number,
    wordGrade,
    numberGrade,
    grade: unfinished ? undefined : (wordGrade ?? (word === undefined ? numberGrade : undefined)),
    unfinished,
    ...(isNone && { isNone }),
  }
}

const partOf = ({ text, start }: TextSpan, part: Span): TextSpan => ({
  text: text.slice(part.start, part.end),
  start: start + part.start,
  end: start + part.end,
})

function numberSpan(text: string, from: number, digits: string): TextSpan {
  const at = text.indexOf(digits, from)
  return textSpan(text, at, at + digits.length)
}

/** The word as the scale has it: in lower case, with single spaces. */
function normalWord(word: string): string {
  return singleSpaced(word.toLowerCase())
}

/** The stretch with spaces in place of emphasis marks, so that offsets stay the same. */
function withoutMarks(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[*_]/g, ' ')
}

/** The span; where there are marks inside it, with those around it, which belong to them. */
function withOwnMarks(text: string, span: Span, outer: Span): Span {
  if (!/[*_]/.test(text.slice(span.start, span.end))) return span
  let { start, end } = span
  const isMark = (at: number) => text[at] === '*' || text[at] === '_'
  while (start > outer.start && isMark(start - 1)) start--
  while (end < outer.end && isMark(end)) end++
  return { start, end }
}

function withoutEmphasis(text: string, span: Span): Span {
  let { start, end } = span
  const isMark = (at: number) => {
    const code = text.charCodeAt(at)
    return code === 42 || code === 95 || isSpace(code)
  }
  while (start < end && isMark(start)) start++
  while (end > start && isMark(end - 1)) end--
  return { start, end }
}
