/** The opening sentence of a judgement's section, and what it says of the grade. */

import { isDigit, isLetter, runsOf } from '../text/letters'
import { spaced } from '../text/pattern'
import { type Span, type TextSpan, textSpan } from '../text/span'
import type { Grade, ReportType, Scale, SectionDefinition } from '../types/report-type'
import type { Opening, OpeningStatement } from './model'

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
    statement: readStatement(sentence, definition, type, scale, names),
    namesGrade: gradeWords(scale).test(sentence.text),
  }
}

/** Up to a full stop (or ! or ?) before a space and something other than a small letter. */
function firstSentence(text: string, paragraph: Span): TextSpan {
  const end = Math.min(paragraph.end, paragraph.start + longestSentence)
  const stretch = text.slice(paragraph.start, end)
  const stops = /(?<!\b\d{1,3})[.!?][)'"’”]*(?=\s+[^\sa-z]|[A-Z]|$)/g
  const stop = stops.exec(stretch)
  const length = stop === null ? stretch.length : stop.index + stop[0].length
  return textSpan(text, paragraph.start, paragraph.start + length)
}

/**
 * The statement "<subject> is good" whose subject is the judgement and whose complement is a scale
 * word that stands for itself: not "good progress", not "not good", not "consistently good".
 */
function readStatement(
  sentence: TextSpan,
  definition: SectionDefinition,
  type: ReportType,
  scale: Scale,
  names: ReadonlySet<string>,
): OpeningStatement | undefined {
  for (const match of sentence.text.matchAll(statementPattern(scale))) {
    const verb = match[1] as string
    const words = match[2] as string
    const grade = scale.byWord.get(words.toLowerCase().replace(/\s+/g, ' '))
    if (grade === undefined) continue
    const before = sentence.text.slice(0, match.index)
    if (!isSubject(clauseEnd(before), definition, type, names)) return undefined
    const wordEnd = sentence.start + match.index + match[0].length
    const verbStart = sentence.start + match.index + match[0].indexOf(verb)
    return {
      grade,
      word: { start: wordEnd - words.length, end: wordEnd, text: words },
      verb: { start: verbStart, end: verbStart + verb.length, text: verb },
      plain: isPlain(sentence.text.slice(match.index + match[0].length)),
    }
  }
  return undefined
}

/** The subject's own clause: what follows the last conjunction or stop that begins a new one. */
function clauseEnd(before: string): string {
  const clauses = before.split(
    /;|\bbut\b|\bnonetheless\b|\bnevertheless\b|\balthough\b|\bwhilst\b|\bwhile\b|\bhowever\b|\bas\b/i,
  )
  const last = clauses.at(-1) ?? before
  const isSubordinate =
    /^\s*(?:although|whilst|while|as|despite)\b/i.test(before) && clauses.length <= 2
  return isSubordinate ? (last.split(',').at(-1) ?? last) : last
}

/** Does the clause name the judgement, and nothing that narrows it? */
function isSubject(
  clause: string,
  definition: SectionDefinition,
  type: ReportType,
  names: ReadonlySet<string>,
): boolean {
  const subject = clause.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ')
  if (!definition.subjects.some(phrase => subject.includes(phrase))) return false
  if (/\b(?:not|never|no|neither|nor|previously|last|some|most|many|few)\b/.test(subject))
    return false
  for (const word of runsOf(clause, isWordPart)) {
    const lower = word
      .toLowerCase()
      .replace(/^['’-]+/, '')
      .replaceAll('’', "'")
    if (lower === '' || type.openingWords.has(lower) || names.has(lower)) continue
    if (/^\d+$/.test(lower)) continue
    if (definition.subjects.some(phrase => phrase.includes(lower))) continue
    return false
  }
  return true
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 39 || code === 0x2019 || code === 45
}

/** May another grade's word be written without touching the rest? Then nothing qualifies or compares it. */
function isPlain(after: string): boolean {
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

function statementPattern(scale: Scale): RegExp {
  let pattern = statementPatterns.get(scale)
  if (pattern === undefined) {
    const words = alternatives(scale, grade => [grade.word, grade.singular, grade.plural])
    const verbs =
      '(is|are|was|were|remains?)(?:\\s+(?:now|also|overall|currently))?(?:\\s+(?:judged|graded|rated|assessed)(?:\\s+(?:to be|as))?)?'
    pattern = new RegExp(
      `\\b${verbs}\\s+(${words})(?=\\s*[.,;:!)]|\\s+\\(|\\s*$|\\s+(?:and|but|overall|with|because|as|although|while|whilst)\\b)`,
      'gi',
    )
    statementPatterns.set(scale, pattern)
  }
  pattern.lastIndex = 0
  return pattern
}

function alternatives(scale: Scale, of: (grade: Grade) => readonly string[]): string {
  return [...new Set(scale.grades.flatMap(of))]
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|')
}
