/** Finds words that extraction has probably damaged. They are listed with a suggestion, never changed. */

import * as l10n from '@vscode/l10n'
import { Pace, type Steps } from '../../../text/steps'
import { withoutEndless } from '../../../text/words'
import { type Change, open, type SourceLine } from '../change'
import { Vocabulary } from './vocabulary'

/** Letters that are mistaken for each other, and how often the right word must appear in the text. */
const confusions: readonly (readonly [string, string, number])[] = [
  ['g', 'q', 1],
  ['q', 'g', 1],
  ['vv', 'w', 2],
  ['rn', 'm', 3],
]

/** Words that are always written with a hyphen, by how they look without it. */
const compounds: ReadonlyMap<string, string> = new Map(
  [
    ...['on-call', 'co-located', 'co-locating', 'co-location', 'multi-agency', 'inter-agency'],
    ...['decision-making', 'decision-makers', 'asylum-seeking', 'face-to-face', 'up-to-date'],
    ...['long-term', 'short-term', 'full-time', 'part-time', 'high-quality', 'self-harm'],
    ...['self-assessment', 'self-evaluation'],
  ].map(word => [word.replace(/-/g, ''), word]),
)

/**
 * Words in which "gu" is right: guardianship, guidance, safeguard, language, distinguish, singular, regulation.
 */
const rightGu = /gu(?:ard|id|arant|es[st]|ilt|lf|nn?|lar|lat|age|ish|e[ds]?$|ing$)/

export function* findSuspects(lines: readonly SourceLine[]): Steps<readonly Change[]> {
  const read = lines.map(({ text, line }) => ({ text: withoutEndless(text), line }))
  const text = read.map(line => line.text).join('\n')
  const vocabulary = yield* Vocabulary.of(text)
  const suggestions = yield* suggestionsFor(read, vocabulary)
  const pace = new Pace()
  const found: Change[] = []
  for (const { text, line } of read) {
    for (const match of text.matchAll(/[\p{L}\d]+(?:[-'’]\p{L}+)*/gu)) {
      if (pace.isOver(match[0].length)) yield
      const suggestion = suggestions.get(match[0].toLowerCase())
      if (suggestion === undefined) continue
      const after = sameCase(match[0], suggestion.word)
      found.push(
        open(suggestion.kind, line, l10n.t('Should "{0}" be "{1}"?', match[0], after), {
          before: match[0],
          after,
        }),
      )
    }
    for (const [words, first = '', second = ''] of text.matchAll(
      /(?<![\p{L}-])(\p{L}{2,})- (?!and\b|or\b|to\b|nor\b|but\b)(\p{L}{3,})/gu,
    )) {
      const after = `${first}-${second}`
      found.push(
        open('lost-hyphen', line, l10n.t('Should "{0}" be "{1}"?', words, after), {
          before: words,
          after,
        }),
      )
    }
  }
  return found
}

interface Suggestion {
  readonly kind: 'misread-word' | 'lost-hyphen'
  readonly word: string
}

function* suggestionsFor(
  lines: readonly SourceLine[],
  vocabulary: Vocabulary,
): Steps<ReadonlyMap<string, Suggestion>> {
  const suggestions = new Map<string, Suggestion>()
  const hyphenated = new Map<string, string>()
  for (const [word] of vocabulary.words())
    if (word.includes('-')) hyphenated.set(word.replace(/-/g, ''), word)
  const pace = new Pace()
  for (const [word, count] of vocabulary.words()) {
    if (pace.isOver(word.length)) yield
    if (word.length < 5 || /[-']/.test(word)) continue
    const right = unmisread(word, count, vocabulary)
    if (right !== undefined) suggestions.set(word, { kind: 'misread-word', word: right })
    else {
      const hyphen = withHyphen(word, count, hyphenated, vocabulary)
      if (hyphen !== undefined) suggestions.set(word, { kind: 'lost-hyphen', word: hyphen })
    }
  }
  for (const { text } of lines) {
    if (pace.isOver(text.length)) yield
    for (const [mixed] of text.matchAll(/(?<![\p{L}\d])\p{L}+[10]\p{L}{2,}(?![\p{L}\d])/gu)) {
      const right = mixed.replace(/1/g, 'l').replace(/0/g, 'o')
      if (vocabulary.count(right) > 0)
        suggestions.set(mixed.toLowerCase(), { kind: 'misread-word', word: right.toLowerCase() })
    }
  }
  return suggestions
}

/** The word of the text that this one would be if one letter had been misread. */
function unmisread(word: string, count: number, vocabulary: Vocabulary): string | undefined {
  if (word === 'guest' || word === 'quest') return undefined
  for (const [wrong, right, least] of confusions) {
    for (let at = word.indexOf(wrong); at !== -1; at = word.indexOf(wrong, at + 1)) {
      const other = word.slice(0, at) + right + word.slice(at + wrong.length)
      if (wrong === 'g' && rightGu.test(word.slice(at))) continue
      if (vocabulary.count(other) >= Math.max(least, count)) return other
    }
  }
  return undefined
}

/** How many times more often a word must appear with its hyphen than without for the hyphen to count as lost. */
const farMoreOften = 4

/** The word with a hyphen, where it usually has one, in this text or anywhere. */
function withHyphen(
  word: string,
  count: number,
  hyphenated: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): string | undefined {
  const usual = compounds.get(word)
  if (usual !== undefined) return usual
  const known = hyphenated.get(word)
  return known !== undefined && vocabulary.count(known) >= farMoreOften * count ? known : undefined
}

const sameCase = (model: string, word: string) =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
