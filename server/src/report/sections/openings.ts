/** The opening sentence of a judgement's section, and what it says of the grade. */

import { isDigit, isLetter, runsOf } from '../../text/letters'
import { spaced } from '../../text/pattern'
import { isWhiteSpace, runEnd } from '../../text/runs'
import { singleSpaced } from '../../text/spaces'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import type { Grade, ReportType, Scale, SectionDefinition } from '../../types/report-type'
import type { Opening, OpeningStatement } from '../model'

/** Longest stretch, in UTF-16 units, that is searched for the end of the first sentence. */
const longestSentence = 900

/** Reads the first sentence of a section's first paragraph. */
export function readOpening(
  text: string,
  paragraph: Span,
  definition: SectionDefinition,
  type: ReportType,
  names: ReadonlySet<string>,
): Opening | undefined {
  const { scale } = type
  if (scale === undefined || paragraph.start >= paragraph.end) return undefined
  const sentence = firstSentence(text, paragraph)
  return {
    sentence,
    statement: readStatement(withoutMarks(sentence), definition, type, scale, names, text),
    namesGrade: gradeWords(scale).test(sentence.text),
  }
}

/** Up to a full stop (or ! or ?) before a space and something other than a small letter. */
function firstSentence(text: string, paragraph: Span): TextSpan {
  const end = Math.min(paragraph.end, paragraph.start + longestSentence)
  const stretch = text.slice(paragraph.start, end)
  const stop = /[.!?](?<!\b\d{1,3}.)[)'"’”*_]*(?=\s+[^\sa-z]|[A-Z]|$)/.exec(stretch)
  const length = stop === null ? stretch.length : stop.index + stop[0].length
  return textSpan(text, paragraph.start, paragraph.start + length)
}

/** The sentence with spaces in place of emphasis marks, so that offsets stay. */
function withoutMarks(sentence: TextSpan): TextSpan {
  return /[*_]/.test(sentence.text)
    ? { ...sentence, text: sentence.text.replace(/[*_]/g, ' ') }
    : sentence
}

/**
 * The statement "<subject> is good" whose subject is the judgement and whose complement is a scale
 * word used on its own: not "good progress", not "not good", not "consistently good".
 */
function readStatement(
  sentence: TextSpan,
  definition: SectionDefinition,
  type: ReportType,
  scale: Scale,
  names: ReadonlySet<string>,
  text: string,
): OpeningStatement | undefined {
  const named = readNamed(sentence, definition, type, scale, names)
  if (named !== undefined) return named
  const pattern = statementPattern(scale)
  for (let match = pattern.exec(sentence.text); match; match = pattern.exec(sentence.text)) {
    const [whole, verb, limit, words, wholeVerb] = match as readonly (string | undefined)[]
    const complement = (words ?? wholeVerb) as string
    const grade = scale.byWord.get(singleSpaced(complement.toLowerCase()))
    // "In 2018, services were inadequate": what an earlier inspection found.
    const isPast = /^w/i.test(verb ?? '') && /\b20\d\d\b/.test(sentence.text)
    if (grade === undefined || isPast) continue
    const before = sentence.text.slice(0, match.index)
    if (!isSubject(clauseEnd(before), definition, type, names)) return undefined
    const wordEnd = sentence.start + match.index + (whole as string).length
    const word = textSpan(text, wordEnd - complement.length, wordEnd)
    const verbText = verb ?? firstWord(complement)
    const verbStart = sentence.start + match.index + (whole as string).indexOf(verbText)
    return {
      grade,
      word,
      verb: { start: verbStart, end: verbStart + verbText.length, text: verbText },
      plain:
        limit === undefined &&
        word.text === complement &&
        isPlain(sentence.text.slice(match.index + (whole as string).length)),
    }
  }
  return undefined
}

export function firstWord(words: string): string {
  return /^\S+/.exec(words)?.[0] ?? words
}

/** The verbs of "There is good capacity to improve" and "The council has good capacity to improve". */
const namingVerbs = '(is|are|was|were|remains?|has|have|shows?|demonstrates?)'

/**
 * The statement "There is good capacity to improve": the scale word directly before the judgement's own
 * name. Nothing may follow that narrows or contradicts it.
 */
function readNamed(
  sentence: TextSpan,
  definition: SectionDefinition,
  type: ReportType,
  scale: Scale,
  names: ReadonlySet<string>,
): OpeningStatement | undefined {
  const found = namedIn(sentence.text, definition, scale)
  if (found === undefined) return undefined
  const { index, end: wholeEnd, verb, words } = found
  const before = sentence.text.slice(0, index)
  if (/[.;]/.test(before)) return undefined
  const isThere = /\bthere\s*$/i.test(before)
  const isBeing = /^(?:is|are|was|were|remain)/i.test(verb)
  const grade = scale.byWord.get(singleSpaced(words.toLowerCase()))
  if (grade === undefined || isThere !== isBeing) return undefined
  const subject = before.replace(/\bthere\s*$/i, '')
  const isBare = isThere && /^\s*(?:overall,?\s*)?$/i.test(subject)
  if (!isBare && (isThere || !isWide(subject, definition, type, names))) return undefined
  const after = sentence.text.slice(wholeEnd)
  const end = /^[^.;(]*/.exec(after)?.[0] ?? ''
  if (!isWide(end, definition, type, names)) return undefined
  const verbStart = sentence.start + index
  const wordStart = sentence.start + sentence.text.indexOf(words, index + verb.length)
  return {
    grade,
    word: { start: wordStart, end: wordStart + words.length, text: words },
    verb: { start: verbStart, end: verbStart + verb.length, text: verb },
    // "There is requires improvement capacity" is not a sentence.
    plain: scale.grades.every(({ word, singular, plural }) => singular === word && plural === word),
  }
}

/** The subject's own clause: what follows the last conjunction or stop that begins a new one. */
export function clauseEnd(before: string): string {
  const clauses = before.split(
    /;|\b(?:but|nonetheless|nevertheless|although|whilst|while|however|as)\b/i,
  )
  const last = clauses.at(-1) ?? before
  const isSubordinate =
    /^\s*(?:although|whilst|while|as|despite)\b/i.test(before) && clauses.length <= 2
  return isSubordinate ? (last.split(',').at(-1) ?? last) : last
}

/** Does the clause name the judgement, without anything that narrows it? */
function isSubject(
  clause: string,
  definition: SectionDefinition,
  type: ReportType,
  names: ReadonlySet<string>,
): boolean {
  const subject = singleSpaced(clause).toLowerCase().replace(/[‘’]/g, "'")
  if (!definition.subjects.some(phrase => subject.includes(phrase)))
    return isShortSubject(subject, definition)
  return isWide(clause, definition, type, names)
}

/** "Capacity" for "Capacity for improvement", alone; "Performance management" is half of its judgement. */
function isShortSubject(subject: string, { title }: SectionDefinition): boolean {
  const bare = title.toLowerCase().replace(/^(?:the |overall )+/, '')
  const [head = ''] = bare.split(/ (?:for|to|of) /, 1)
  if (head === '' || / and /.test(head)) return false
  return subject.replace(/\b(?:the|its|their|this|overall)\b|,/g, '').trim() === head
}

/** Does every word leave the judgement as wide as it is? */
export function isWide(
  clause: string,
  definition: { readonly subjects: readonly string[] },
  type: ReportType,
  names: ReadonlySet<string>,
): boolean {
  if (/\b(?:not|never|no|neither|nor|previously|last|some|most|many|few)\b/i.test(clause))
    return false
  for (const word of runsOf(clause, isWordPart)) {
    const lower = word.toLowerCase()
    if (type.openingWords.has(lower) || names.has(lower)) continue
    const bare = lower.replace(/^['’-]+/, '').replaceAll('’', "'")
    if (bare === '' || type.openingWords.has(bare) || names.has(bare) || /^\d+$/.test(bare))
      continue
    if (definition.subjects.some(phrase => phrase.includes(bare))) continue
    return false
  }
  return true
}

export function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 39 || code === 0x2019 || code === 45
}

/** Could another grade's word be written without touching the rest? Then nothing qualifies or compares it. */
export function isPlain(after: string): boolean {
  return /^\s*(?:overall\s*)?(?:[.!]|$|\(see |,\s*(?:and|with|because|as)\b|\s(?:and|with|because|overall)\b|;)/.test(
    after,
  )
}

const statementPatterns = new WeakMap<Scale, RegExp>()
const wordPatterns = new WeakMap<Scale, RegExp>()

function gradeWords(scale: Scale): RegExp {
  let pattern = wordPatterns.get(scale)
  if (pattern === undefined) {
    pattern = new RegExp(
      `\\b(?:${alternatives(scale, grade => [grade.word, grade.singular, grade.plural])})\\b`,
    )
    wordPatterns.set(scale, pattern)
  }
  return pattern
}

export function statementPattern(scale: Scale): RegExp {
  let pattern = statementPatterns.get(scale)
  if (pattern === undefined) {
    const forms = alternatives(scale, grade => [grade.word, grade.singular, grade.plural])
    // "X requires improvement to be good": the verb is the scale's own.
    const withVerb = alternatives(scale, grade =>
      [grade.word, grade.singular, grade.plural].filter(form =>
        scale.verbal.has(form.toLowerCase()),
      ),
    )
    const verbs =
      '(is|are|was|were|remains?)(?:\\s+(?:now|also|overall|currently))?(?:\\s+(?:judged|graded|rated|assessed)(?:\\s+(?:to be|as))?)?'
    const limits = '(?:\\s+(only(?:\\s+just)?|just|merely|still|again))?'
    const own = withVerb === '' ? '' : `|(${withVerb})`
    pattern = new RegExp(
      `\\b(?:${verbs}${limits}\\s+(${forms})${own})(?=\\s*[.,;:!)]|\\s+\\(|\\s*$|\\s+(?:and|but|overall|with|because|as|although|while|whilst)\\b)`,
      'gi',
    )
    statementPatterns.set(scale, pattern)
  }
  pattern.lastIndex = 0
  return pattern
}

const namingPatterns = new WeakMap<Scale, RegExp>()

/** A verb, and a scale word directly before a noun. */
function namingPattern(scale: Scale): RegExp {
  let pattern = namingPatterns.get(scale)
  if (pattern === undefined) {
    const words = alternatives(scale, grade => [grade.word])
    pattern = new RegExp(`\\b${namingVerbs}\\s+(?:an?\\s+)?(${words})\\s+`, 'gi')
    namingPatterns.set(scale, pattern)
  }
  pattern.lastIndex = 0
  return pattern
}

interface Named {
  /** Of the verb. */
  readonly index: number
  /** After the judgement's name. */
  readonly end: number
  readonly verb: string
  /** The scale word. */
  readonly words: string
}

/** The first scale word that is directly before a title of the judgement, "overall" aside. */
function namedIn(
  sentence: string,
  { title, aliases }: SectionDefinition,
  scale: Scale,
): Named | undefined {
  const titles = [title, ...aliases].map(each => each.toLowerCase())
  for (const match of sentence.matchAll(namingPattern(scale))) {
    const [whole, verb = '', words = ''] = match
    const start = match.index + whole.length
    const behind = /^overall\s+/i.exec(sentence.slice(start, start + longestSentence))?.[0].length
    for (const from of behind === undefined ? [start] : [start + behind, start])
      for (const each of titles) {
        const end = endOfTitle(sentence, from, each)
        if (end !== undefined) return { index: match.index, end, verb, words }
      }
  }
  return undefined
}

/** Where the title that begins there ends, whatever its marks and white space are. */
function endOfTitle(sentence: string, start: number, title: string): number | undefined {
  let at = start
  for (const each of title) {
    const end = each === ' ' ? runEnd(sentence, isWhiteSpace, at) : at + each.length
    const isThere =
      each === ' ' || !isInTitle(each) ? end > at : sentence.slice(at, end).toLowerCase() === each
    if (!isThere) return undefined
    at = end
  }
  return /^(?:[\s.,:;!]|$)/.test(sentence.charAt(at)) ? at : undefined
}

/** A letter, a digit, a straight apostrophe or a hyphen: characters that match only themselves. */
function isInTitle(character: string): boolean {
  const code = character.charCodeAt(0)
  return isLetter(code) || isDigit(code) || "'-".includes(character)
}

function alternatives(scale: Scale, of: (grade: Grade) => readonly string[]): string {
  return [...new Set(scale.grades.flatMap(of))]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')
}
