/** Statements of a grade: grade lines, grades behind a heading, cells of the summary table. */

import { isSpace, type Span, type TextSpan, textSpan } from '../text/span'
import type { Grade, Scale } from '../types/report-type'
import { matchTemplate } from './grade-line'
import type { GradeStatement } from './model'

/** Longest grade line that is read as one: room for "Grade 3 (requires improvement to be good)". */
const longestLine = 70

const gradeLine =
  /^Grade\b\s*(:|[-–—])?\s*(\d{1,2}(?![\d.,%])|\[[^\]]*\](?=\s*\())?\s*([:(\-–—]?)\s*(.*?)\s*(\)?)\s*\.?$/i

/**
 * Reads a stretch as a grade line: `Grade 2 (good)`, `**Grade 2 (good)**`, `Grade: Good`. Undefined
 * where it is something else, such as a sentence that begins with "Grade".
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
  const line = text.slice(start, end)
  const match = code === 103 ? gradeLine.exec(line) : null // g
  if (match === null) return readTemplate(text, { start, end }, line, scale, form)
  const [, colon, digits, opener, rest = '', closer] = match
  if (rest.includes('(')) return undefined
  const word = rest.toLowerCase()
  const isMarked = colon !== undefined || opener !== '' || /^(?:\[.*\])?$/.test(rest)
  if (!isMarked && !scale.byWord.has(word)) return undefined
  if (rest.length > 40 || rest.split(' ').length > 6) return undefined
  const restAt = start + line.lastIndexOf(rest)
  return statement(text, { start, end }, form, scale, {
    // `Grade [number] (good)` has a place for a number and none yet.
    number: digits?.startsWith('[') === false ? numberSpan(text, start, digits) : undefined,
    word: rest === '' ? undefined : textSpan(text, restAt, restAt + rest.length),
    isOpen: opener === '(' && closer === '',
  })
}

/** A line in the form that the type's scale has for its own: `Rating: good`. */
function readTemplate(
  text: string,
  span: Span,
  line: string,
  scale: Scale,
  form: GradeStatement['form'],
): GradeStatement | undefined {
  const match = matchTemplate(line, scale)
  if (match === undefined) return undefined
  const part = (found: readonly [number, string] | undefined) =>
    found && textSpan(text, span.start + found[0], span.start + found[0] + found[1].length)
  return statement(text, span, form, scale, {
    number: match.number?.[1].startsWith('[') === true ? undefined : part(match.number),
    word: part(match.word),
    isOpen: true,
  })
}

/** A scale word or something that stands for one, alone: `Good`, `**Good**`, `[grade]`. */
export function readBareGrade(text: string, span: Span, scale: Scale): GradeStatement | undefined {
  if (span.end - span.start > 45) return undefined
  const { start, end } = withoutEmphasis(text, span)
  const word = text.slice(start, end)
  if (!scale.byWord.has(word.toLowerCase()) && !/^\[[^\]]*\]$|^[A-Z][a-z]+$/.test(word))
    return undefined
  const isBegun = 'grade'.startsWith(word.toLowerCase())
  return statement(text, { start, end }, 'line', scale, {
    number: undefined,
    word: isBegun ? undefined : textSpan(text, start, end),
    isOpen: true,
  })
}

/** What a cell of the summary table says: `Good`, `Inadequate Grade 4`, `Good (Grade 2)`. */
export function readCell(text: string, span: Span, scale: Scale): GradeStatement | undefined {
  const { start, end } = withoutEmphasis(text, span)
  if (start === end || end - start > 60) return undefined
  const asLine = readGradeLine(text, { start, end }, scale, 'cell')
  if (asLine !== undefined) return asLine
  const cell = text.slice(start, end)
  const match = /^(.*?)[ \t]*(?:[-–—:,][ \t]*)?\(?\bGrade[ \t]*(\d{1,2})\)?$/i.exec(cell)
  if (match === null)
    return statement(text, { start, end }, 'cell', scale, {
      number: undefined,
      word: textSpan(text, start, end),
      isOpen: true,
    })
  const digits = match[2] as string
  const digitsAt = start + cell.lastIndexOf(digits)
  return statement(text, { start, end }, 'cell', scale, {
    number: textSpan(text, digitsAt, digitsAt + digits.length),
    word: match[1] === '' ? undefined : textSpan(text, start, start + (match[1] as string).length),
  })
}

/** Splits a heading line from a grade behind it: `Being healthy**Grade 2 (good)**`, `In care: good`. */
export function readTail(
  text: string,
  span: Span,
  scale: Scale,
): { title: Span; grade: GradeStatement } | undefined {
  const line = text.slice(span.start, span.end)
  const at = line.lastIndexOf('Grade')
  if (at > 0) {
    const grade = readGradeLine(
      text,
      { start: startOfEmphasis(text, span.start + at), end: span.end },
      scale,
      'tail',
    )
    if (grade?.number !== undefined || grade?.word !== undefined) {
      const titleEnd = startOfEmphasis(text, span.start + at)
      return { title: { start: span.start, end: titleEnd }, grade }
    }
  }
  return readSuffix(text, span, scale)
}

/**
 * A grade that ends the title in words: `: good`, ` is good.`, ` are: outstanding`, ` requires improvement`.
 * Behind a colon anything short is meant for one, also a word that is on no scale or half written.
 */
function readSuffix(
  text: string,
  span: Span,
  scale: Scale,
): { title: Span; grade: GradeStatement } | undefined {
  const line = text.slice(span.start, span.end)
  const match = suffixPattern(scale).exec(line) ?? otherSuffix.exec(line) ?? openSuffix.exec(line)
  if (match === null) return undefined
  const [, title = '', word = ''] = match
  const wordAt = span.start + match[0].lastIndexOf(word)
  const wordSpan = textSpan(text, wordAt, wordAt + word.length)
  return {
    title: { start: span.start, end: span.start + title.length },
    grade: statement(text, wordSpan, 'suffix', scale, {
      number: undefined,
      word: wordSpan,
      isOpen: true,
    }),
  }
}

/** Behind a colon anything short, behind a verb one word. */
const otherSuffix =
  /^([^:]*?)(?:(?:\s+(?:is|are))?:[ \t]+[*_]*(?=\[[^\]\r\n]*\][*_]*$|[a-z][a-z ]{0,40}[*_]*$)|\s+(?:is|are)\s+(?=[a-z-]+\.?$))(\[.*\]|[a-z][a-z -]*)/i

/** A grade that is still to be written: `is [grade]`. */
const openSuffix = /^(.*?)\s+(?:is|are)\s+[*_]*(\[[^\]\r\n]*\])[*_]*$/i

const suffixPatterns = new WeakMap<Scale, RegExp>()

function suffixPattern(scale: Scale): RegExp {
  const known = suffixPatterns.get(scale)
  if (known !== undefined) return known
  const words = [...scale.byWord.keys()].sort((a, b) => b.length - a.length)
  const either = (list: readonly string[]) =>
    list.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|')
  // "… requires improvement" has its verb in itself.
  const verbal = words.filter(word => /^requires?\b/.test(word))
  const judged = '(?:\\s+(?:judged|graded)(?:\\s+(?:to\\s+be|as))?)?'
  const apart = `(?:\\s*:|\\s+[–—-]|\\s+(?:is|are)${judged}\\s*:?)`
  const colon = `${apart}\\s+(?=[*_]*(?:${either(words)})[*_.]*$)`
  const bare = verbal.length === 0 ? '' : `|\\s+(?=[*_]*(?:${either(verbal)})[*_.]*$)`
  const pattern = new RegExp(
    `^([\\s\\S]*?)(?:${colon}${bare})[*_]*(${either(words)})[*_]*\\.?[*_]*$`,
    'i',
  )
  suffixPatterns.set(scale, pattern)
  return pattern
}

/** The statement with the grade that the places around it support: the word's, else the number's. */
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

interface Parts {
  readonly number: TextSpan | undefined
  readonly word: TextSpan | undefined
  /** Nothing closes the statement, so that the word may still be written. */
  readonly isOpen?: boolean
}

function statement(
  _text: string,
  span: Span,
  form: GradeStatement['form'],
  scale: Scale,
  { number, word, isOpen = false }: Parts,
): GradeStatement {
  const lower = word?.text.toLowerCase().replace(/\s+/g, ' ')
  const wordGrade = lower === undefined ? undefined : scale.byWord.get(lower)
  const numberGrade = number === undefined ? undefined : scale.byNumber.get(Number(number.text))
  const isPlaceholder = lower !== undefined && /^\[.*\]?$|^x{2,}$|^\?+$|^…$|^tbc$/.test(lower)
  const isPrefix =
    isOpen &&
    wordGrade === undefined &&
    (lower === undefined || scale.grades.some(grade => grade.word.startsWith(lower)))
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
  }
}

function numberSpan(text: string, from: number, digits: string): TextSpan {
  const at = text.indexOf(digits, from)
  return textSpan(text, at, at + digits.length)
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

function startOfEmphasis(text: string, at: number): number {
  let start = at
  while (start > 0 && (text.charCodeAt(start - 1) === 42 || text.charCodeAt(start - 1) === 95))
    start--
  return start
}
