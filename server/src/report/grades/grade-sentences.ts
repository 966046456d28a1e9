/** Sentences in the running text that say, in the present tense, that something has a grade. */

import { runsOf } from '../../text/letters'
import { append, greatest } from '../../text/lists'
import { sentencesIn } from '../../text/sentences'
import { plainPhrase, singleSpaced } from '../../text/spaces'
import type { Span, TextSpan } from '../../text/span'
import type { Grade, JudgementDefinition, ReportType, Scale } from '../../types/report-type'
import { begunParagraph, type ParagraphText, paragraphText } from '../lines/flow'
import type { Judgement, Report, Section } from '../model'
import { clauseEnd, isPlain, isWide, isWordPart } from '../sections/openings'
import { standsAlone, verdictsIn } from './statement'

/** "The support to most care leavers is adequate." */
export interface GradeSentence {
  /** What is graded: the words before the verb, in their own clause, in lower case. */
  readonly subject: string
  /** All words of the sentence before the verb, in lower case. */
  readonly before: string
  readonly verb: TextSpan
  readonly word: TextSpan
  readonly grade: Grade
  /** Can the word be replaced without changing anything else but number and article? */
  readonly plain: boolean
  /** Plain, and neither a question, a quotation nor under a condition. */
  readonly isClear: boolean
  /** The section whose own text it is in; undefined before the first. */
  readonly section: Section | undefined
}

/**
 * Sentences, apart from the opening, that state one of the grades and may be about the judgement: those of its own
 * section about it as a whole or about what its title names, and those elsewhere in its part that name it.
 * What is said of a sub-aspect, of an earlier inspection or of another judgement is not among them.
 */
export function sentencesAbout(
  report: Report,
  judgement: Judgement,
  grades: ReadonlySet<Grade>,
): readonly GradeSentence[] {
  const openings = openingsOf(report)
  const others = report.judgements.filter(other => other !== judgement)
  return gradeSentences(report).filter(sentence => {
    if (!grades.has(sentence.grade) || openings.has(sentence.word.start)) return false
    const { section, subject } = sentence
    const isOwn = section !== undefined && section === judgement.section
    if (!isOwn && !isInReach(report, judgement, section)) return false
    const named = naming(subject, judgement.definition)
    if (others.some(other => naming(subject, other.definition) > named)) return false
    if (named > 0 && isWhole(report, judgement, subject)) return true
    if (!isOwn) return false
    const { all, own } = wordsOf(judgement, others, report.type)
    return (
      sharesWord(sentence.before, own) ||
      (sharesWord(subject, all) && isWhole(report, judgement, subject))
    )
  })
}

/** Where the grades of opening sentences and of those in place of a row are: places of their judgements already. */
function openingsOf({ sections, judgements }: Report): ReadonlySet<number | undefined> {
  const openings = [
    ...sections.map(({ opening }) => opening),
    ...judgements.map(({ row }) => row?.restated),
  ]
  return new Set([
    ...openings.map(opening => opening?.statement?.word.start),
    ...judgements.map(({ row }) => row?.grade?.word?.start),
  ])
}

/** A sentence that gives the judgement another grade than the places that state it. */
export interface Contradiction {
  readonly judgement: Judgement
  /** What those places, or most of them, agree on. */
  readonly grade: Grade
  readonly sentence: GradeSentence
}

/**
 * Plain statements about one judgement as a whole, in the present, whose grade is not the one that the report agrees on.
 * In order. Whatever may be said of something else, or by somebody else, is left out.
 */
export function contradictions(report: Report): readonly Contradiction[] {
  const { scale } = report.type
  if (scale === undefined || report.judgements.length === 0) return []
  const openings = openingsOf(report)
  return gradeSentences(report).flatMap(sentence => {
    if (!sentence.isClear || openings.has(sentence.word.start)) return []
    const meant = judgementMeant(report, sentence)
    const grade = meant?.grade ?? meant?.disagreement?.otherGrade
    if (meant === undefined || grade === undefined || grade === sentence.grade) return []
    // Row and section differ, which is reported; the sentence agrees with one of them.
    const { odd, oddGrade } = meant.disagreement ?? {}
    if (odd !== undefined && odd !== 'opening' && oddGrade === sentence.grade) return []
    return [{ judgement: meant, grade, sentence }]
  })
}

/** The only judgement that the sentence can be about; undefined where there are several, or none as a whole. */
function judgementMeant(
  report: Report,
  { subject, section }: GradeSentence,
): Judgement | undefined {
  const kind = section?.definition.kind
  if (kind === 'scale' || kind === 'recommendations' || kind === 'summary') return undefined
  const part = section?.definition.path[0] ?? section?.definition.title
  const named = report.judgements.flatMap(judgement => {
    const { definition, part: own } = judgement
    const length = phraseIn(subject, definition)
    const isHere = own.length === 0 || own[0] === part
    return length > 0 && isHere && isWhole(report, judgement, subject)
      ? [{ judgement, length }]
      : []
  })
  const longest = greatest(
    named.map(({ length }) => length),
    0,
  )
  const [meant, ...others] = named.filter(({ length }) => length === longest)
  return others.length === 0 ? meant?.judgement : undefined
}

/**
 * May a sentence of the section name the judgement? A title that both parts have means the one in its own
 * part.
 */
function isInReach(
  { judgements }: Report,
  { title, part, section: own }: Judgement,
  section: Section | undefined,
): boolean {
  // What is in another judgement's section with the same title is about that one.
  if (section?.definition.grade !== undefined && section.definition.title === title) return false
  const isUnique = judgements.filter(other => other.title === title).length === 1
  if (isUnique) return true
  return section !== undefined && section.definition.path[0] === (own?.definition.path ?? part)[0]
}

/** How many letters of the subject name the judgement; 0 where none do. */
function naming(subject: string, definition: JudgementDefinition): number {
  const longest = phraseIn(subject, definition)
  if (longest > 0) return longest
  const name = definition.title.toLowerCase()
  // "Performance management" or "Capacity" in place of the whole title.
  const bare = subject.replace(/\b(?:the|its|their|this|overall)\b/g, '').trim()
  const heads = [/^(.+?) and /.exec(name)?.[1], /^(?:the )?(.+?) (?:for|to|of) /.exec(name)?.[1]]
  return heads.some(head => head !== undefined && plainPhrase(head) === singleSpaced(bare))
    ? bare.length
    : 0
}

/** The length of the longest name of the judgement that is in the subject; 0 where none is. */
function phraseIn(subject: string, { phrases }: JudgementDefinition): number {
  let longest = 0
  for (const phrase of phrases)
    if (phrase.length > longest && hasWords(subject, phrase)) longest = phrase.length
  return longest
}

/** Are the words in the subject, and not within longer ones? */
function hasWords(subject: string, words: string): boolean {
  for (let at = subject.indexOf(words); at !== -1; at = subject.indexOf(words, at + 1)) {
    const end = at + words.length
    if ((at === 0 || subject[at - 1] === ' ') && (end === subject.length || subject[end] === ' '))
      return true
  }
  return false
}

/** Does nothing narrow the subject: "Outcomes for children and young people"? */
function isWhole({ cover, type }: Report, { definition }: Judgement, subject: string): boolean {
  const names = new Set((cover.authority?.text ?? '').toLowerCase().split(/\s+/))
  const subjects = 'subjects' in definition ? definition.subjects : [definition.title.toLowerCase()]
  // "The quality of these" is the quality of something named before.
  if (subject === '' || /\b(?:these|those)\b/.test(subject)) return false
  return isWide(subject, { subjects }, type, names)
}

/** The longer words of the title; and those of them that only it has and that narrow what is said. */
function wordsOf(
  { title }: Judgement,
  others: readonly Judgement[],
  { commonWords }: ReportType,
): { readonly all: readonly string[]; readonly own: readonly string[] } {
  const words = (of: string) => runsOf(plainPhrase(of), isWordPart).filter(word => word.length > 3)
  const taken = others.filter(other => other.title !== title).flatMap(other => words(other.title))
  const shared = [...commonWords, ...taken]
  const all = words(title)
  return { all, own: all.filter(word => word.length > 5 && !shared.some(isLike(word))) }
}

/** "economic stability" shares a word with "Economic well-being". */
function sharesWord(subject: string, words: readonly string[]): boolean {
  const said = runsOf(subject, isWordPart)
  return words.some(word => said.some(isLike(word)))
}

/** Different forms of one word: "healthy" and "health". */
function isLike(word: string): (other: string) => boolean {
  return other => other.slice(0, 6) === word.slice(0, 6)
}

/**
 * Is it said of an earlier or another inspection, or by somebody else: `at the last inspection`, `in the unannounced
 * visit`, `by` an inspectorate?
 */
function isElsewhere(words: string, { others, inspectorates }: ReportType): boolean {
  if (!mayBeElsewhere.test(words)) return false
  const said = runsOf(words.toLowerCase(), isWordPart)
  const isOther = (word: string) => earlier.has(word) || others.inspections.includes(word)
  if (said.some((word, at) => isOther(word) && said.slice(at + 1, at + 3).some(isInspection)))
    return true
  return inspectorates.some(name => ` ${said.join(' ')} `.includes(` by ${name.toLowerCase()} `))
}

/** Most sentences have none of these words. */
const mayBeElsewhere = /inspection|judgement|assessment|visit|\bby\b/i
const earlier: ReadonlySet<string> = new Set(['previous', 'last', 'earlier', 'former', 'past'])
const isInspection = (word: string) => /^(?:inspection|judgement|assessment|visit)s?$/.test(word)

/** All such sentences of the report's text, in order; tables, lists of grades and headings hold none. */
function gradeSentences(report: Report): readonly GradeSentence[] {
  const { scale } = report.type
  if (scale === undefined) return []
  const found: GradeSentence[] = []
  let next = 0
  let section: Section | undefined
  for (const { kind, content } of report.blocks) {
    while ((report.sections[next]?.span.start ?? Infinity) <= content.start)
      section = report.sections[next++]
    if (kind !== 'paragraph' && kind !== 'item') continue
    const paragraph = begunParagraph(report.flow, content)
    if (paragraph === undefined) continue
    append(found, statementsIn(report, paragraphText(report, paragraph), { scale, section }))
  }
  return found
}

/** Those in a paragraph of the running text. */
function* statementsIn(
  { type }: Report,
  { text: shown, written }: ParagraphText,
  { scale, section }: { readonly scale: Scale; readonly section: Section | undefined },
): Iterable<GradeSentence> {
  const sentences = sentencesIn(shown, { start: 0, end: shown.length })
  let sentence: Span = { start: 0, end: 0 }
  for (const { start, verb, word, grade, isLimited, isPast } of verdictsIn(shown, scale)) {
    if (isPast || !standsAlone(shown, word.end)) continue
    while (sentence.end <= start) sentence = sentences.next().value ?? { start, end: shown.length }
    const from = Math.max(sentence.start, start - longestSentence)
    const to = Math.min(sentence.end, word.end + longestSentence)
    const before = shown.slice(from, start)
    const rest = shown.slice(word.end, to)
    if (isElsewhere(before, type) || isElsewhere(rest, type)) continue
    const isAlone = !isLimited && isPlain(shown, word.end)
    yield {
      subject: plainPhrase(clauseEnd(before)),
      before: plainPhrase(before),
      verb: written(verb),
      word: written(word),
      grade,
      plain: isAlone,
      isClear:
        isAlone &&
        !isQuoted(before) &&
        !conditional.test(rest) &&
        !rest.includes('?') &&
        shown.slice(word.start, word.end) === shown.slice(word.start, word.end).toLowerCase(),
      section,
    }
  }
}

/** In UTF-16 units to either side of the grade: anything further away says nothing about it. */
const longestSentence = 1_000

/** Does the quotation that the words begin go on after them? */
function isQuoted(before: string): boolean {
  const opened = (before.match(/[“‘]|(?<!\S)["']/g) ?? []).length
  const closed = (before.match(/[”’](?!\p{L})|["'](?!\S)/gu) ?? []).length
  return opened > closed
}

/** What takes a part of the judgement back, or makes it depend on something. */
const conditional =
  /\b(?:if|when|where|unless|until|except|excepting|apart|other|than|but|however|although|though|in (?:most|some|many|the main|part)|not|as (?:it|they)|compared)\b/i
