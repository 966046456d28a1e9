/** The opening sentence of a judgement's section, and what it says of the grade. */

import { isDigit, isLetter, runsOf } from '../../text/letters'
import { sentenceEnd } from '../../text/sentences'
import { singleSpaced } from '../../text/spaces'
import { type Span, type TextSpan, textSpan } from '../../text/span'
import { everyWords, type WordsAt, wordsAt } from '../../text/title-words'
import type { ReportType, Scale, SectionDefinition } from '../../types/report-type'
import { standsForGrade } from '../grades/grades'
import {
  afterMarks,
  copulasIn,
  gradesIn,
  type Naming,
  namingsIn,
  standsAlone,
  verdictsIn,
} from '../grades/statement'
import type { Running } from '../lines/flow'
import type { Opening, OpeningStatement } from '../model'

/** The longest sentence that is looked at, in UTF-16 units. */
const longestSentence = 900

/** What openings are read for: the type, and the words of the authority's name. */
export interface OpeningWords {
  readonly type: ReportType
  readonly names: ReadonlySet<string>
}

/** Reads the first sentence of the paragraph. */
export function readOpening(
  running: Running,
  paragraph: Span,
  definition: SectionDefinition,
  words: OpeningWords,
): Opening | undefined {
  const { scale } = words.type
  const { text, flow } = running
  const { start, end } = flow.paragraphOf(paragraph)
  if (scale === undefined || start >= end) return undefined
  const most = Math.min(end, start + longestSentence)
  const sentence = textSpan(flow.text, start, sentenceEnd(flow.text, { start, end: most }))
  const sought = { definition, scale, ...words }
  const statement = readStatement(running, sentence, sought)
  return {
    sentence: flow.written(text, sentence),
    statement,
    offScale: statement === undefined ? readOffScale(running, sentence, sought) : undefined,
    namesGrade: namesGrade(sentence.text, scale),
    namesNone: [...scale.none].some(words => everyWords(sentence.text, words).next().done !== true),
  }
}

/** What a statement is to be about. */
interface Sought extends OpeningWords {
  readonly definition: SectionDefinition
  readonly scale: Scale
}

/**
 * The statement "<subject> is good" whose subject is the judgement and whose complement is a scale
 * word used on its own: not "good progress", not "not good", not "consistently good".
 */
function readStatement(
  running: Running,
  sentence: TextSpan,
  sought: Sought,
): OpeningStatement | undefined {
  const { scale } = sought
  const named = readNamed(running, sentence, sought)
  if (named !== undefined) return named
  for (const verdict of verdictsIn(sentence.text, scale)) {
    const { grade, start, verb, word, isLimited, isPast } = verdict
    if (!standsAlone(sentence.text, word.end)) continue
    // "In 2018, services were inadequate": what an earlier inspection found.
    if (isPast && /\b20\d\d\b/.test(sentence.text)) continue
    const before = sentence.text.slice(0, start)
    if (!isSubject(clauseEnd(before), sought)) return undefined
    return {
      grade,
      word: writtenIn(running, sentence, word),
      verb: writtenIn(running, sentence, verb),
      plain: !isLimited && isPlain(sentence.text, word.end),
    }
  }
  return undefined
}

/** The same with a grade of another scale, or a misspelt one, after the verb: "Overall effectiveness is satisfactory." */
function readOffScale(running: Running, sentence: TextSpan, sought: Sought): Opening['offScale'] {
  const { text } = sentence
  for (const { start, end, verb, isPast, isLimited } of copulasIn(text)) {
    const words = /^[\p{L}]+(?: [\p{L}]+){0,4}(?=[.,;])/u.exec(text.slice(end, end + 60))?.[0]
    if (isPast || isLimited || words === undefined) continue
    if (!standsForGrade(words, sought.scale) || !isPlain(text, end + words.length)) continue
    if (!isSubject(clauseEnd(text.slice(0, start)), sought)) return undefined
    return {
      word: writtenIn(running, sentence, { start: end, end: end + words.length }),
      verb: writtenIn(running, sentence, verb),
    }
  }
  return undefined
}

/** A stretch of the sentence as the draft has it. */
function writtenIn({ text, flow }: Running, sentence: TextSpan, { start, end }: Span): TextSpan {
  return flow.written(text, { start: sentence.start + start, end: sentence.start + end })
}

/**
 * The statement "There is good capacity to improve": the scale word directly before the judgement's own
 * name. Nothing may follow that narrows or contradicts it.
 */
function readNamed(
  running: Running,
  sentence: TextSpan,
  { definition, scale, type, names }: Sought,
): OpeningStatement | undefined {
  const found = namedIn(sentence.text, definition, scale)
  if (found === undefined) return undefined
  const { grade, verb, word, end: wholeEnd } = found
  const before = sentence.text.slice(0, verb.start)
  if (/[.;]/.test(before)) return undefined
  const isThere = /\bthere\s*$/i.test(before)
  const isBeing = /^(?:is|are|was|were|remain)/i.test(verb.text)
  if (isThere !== isBeing) return undefined
  const subject = before.replace(/\bthere\s*$/i, '')
  const isBare = isThere && /^\s*(?:overall,?\s*)?$/i.test(subject)
  if (!isBare && (isThere || !isWide(subject, definition, type, names))) return undefined
  const after = sentence.text.slice(wholeEnd)
  const end = /^[^.;(]*/.exec(after)?.[0] ?? ''
  if (!isWide(end, definition, type, names)) return undefined
  return {
    grade,
    word: writtenIn(running, sentence, word),
    verb: writtenIn(running, sentence, verb),
    // "There is requires improvement capacity" is not a sentence.
    plain: scale.grades.every(({ word, singular, plural }) => singular === word && plural === word),
  }
}

/** What the writers of the report themselves find: "Inspectors judge that", "We found that". */
const inspectorsFind =
  /^\s*(?:(?:overall|as a result|therefore),? )?(?:inspectors|we|the inspectors) (?:judged?|f(?:ind|ound)|concluded?|consider(?:ed)?) that /i

/** The subject's own clause: what follows the last conjunction or stop that begins a new one. */
export function clauseEnd(sentence: string): string {
  const before = sentence.replace(inspectorsFind, '')
  const clauses = before.split(
    /;|\b(?:but|nonetheless|nevertheless|although|whilst|while|however|as)\b/i,
  )
  const last = clauses.at(-1) ?? before
  const isSubordinate =
    /^\s*(?:although|whilst|while|as|despite)\b/i.test(before) && clauses.length <= 2
  return isSubordinate ? (last.split(',').at(-1) ?? last) : last
}

/** Does the clause name the judgement, without anything that narrows it? */
function isSubject(clause: string, { definition, type, names }: Sought): boolean {
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

/**
 * Could another grade's word be written in place of the one that ends there without touching the rest? Then nothing
 * qualifies or compares it.
 */
export function isPlain(text: string, end: number): boolean {
  return (
    plainEnd.test(text.slice(end, end + longestEnd)) ||
    plainEnd.test(text.slice(afterMarks(text, end)).slice(0, longestEnd))
  )
}

const plainEnd =
  /^\s*(?:overall\s*)?(?:[.!]|$|\(see |,\s*(?:and|with|because|as)\b|\s(?:and|with|because|overall)\b|;)/
const longestEnd = 40

/** Is one of the scale's words, in small letters, in the sentence? */
function namesGrade(sentence: string, scale: Scale): boolean {
  for (const { start, end } of gradesIn(sentence, scale))
    if (sentence.slice(start, end) === sentence.slice(start, end).toLowerCase()) return true
  return false
}

/** The first scale word that is directly before a title of the judgement, "overall" aside. */
function namedIn(
  sentence: string,
  { title, aliases }: SectionDefinition,
  scale: Scale,
): Naming | undefined {
  let titles: readonly WordsAt[] | undefined
  for (const naming of namingsIn(sentence, scale)) {
    titles ??= [title, ...aliases].map(each => wordsAt(each))
    const start = naming.end
    const afterOverall = /^overall\s+/i.exec(sentence.slice(start, start + longestSentence))?.[0]
      .length
    for (const from of afterOverall === undefined ? [start] : [start + afterOverall, start])
      for (const at of titles) {
        const end = at(sentence, from)?.end
        if (end !== undefined && /^(?:[\s.,:;!]|$)/.test(sentence.charAt(end)))
          return { ...naming, end }
      }
  }
  return undefined
}
