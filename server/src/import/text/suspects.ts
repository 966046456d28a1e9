/** Finds words that extraction has probably damaged. They are listed with a suggestion, never changed. */

import * as l10n from '@vscode/l10n'
import { type Change, open, type SourceLine } from './change'
import { Vocabulary } from './vocabulary'

/** Letters that are read for each other, and how often the right word must stand in the text. */
const confusions: readonly (readonly [string, string, number])[] = [
  ['g', 'q', 1],
  ['q', 'g', 1],
  ['vv', 'w', 2],
  ['rn', 'm', 3],
]

/** Beginnings that are joined to a word with a hyphen far more often than without. */
const prefixes = ['well', 'co', 'multi', 'self', 'non', 'on', 'long', 'short', 'high']

/** Words that are written with a hyphen wherever they stand, by how they look without it. */
const compounds: ReadonlyMap<string, string> = new Map(
  [
    ...['on-call', 'co-located', 'co-locating', 'co-location', 'multi-agency', 'inter-agency'],
    ...['decision-making', 'decision-makers', 'asylum-seeking', 'face-to-face', 'up-to-date'],
    ...['long-term', 'short-term', 'full-time', 'part-time', 'high-quality', 'self-harm'],
    ...['self-assessment', 'self-evaluation'],
  ].map(word => [word.replace(/-/g, ''), word]),
)

/** Where "gu" is right: guardianship, guidance, safeguard, language, distinguish, singular, regulation. */
const rightGu = /gu(?:ard|id|arant|es[st]|ilt|lf|nn?|lar|lat|age|ish|e[ds]?$|ing$)/

/** Words that begin with one of them and are whole. */
const whole =
  /^(?:short(?:com|cut|hand|list)|on(?:going|line|set|ward|wards|site|to)|wellbeing|welfare|cooperat|coordinat|coherent|confirm|content|contact|consider|context|control|counter|country|comm|highlight|highlights|longer|longest|shorter|shortly|shortage|shortfall|higher|highest|highly|internal|international|interest|interesting|interview)/

export function findSuspects(lines: readonly SourceLine[]): readonly Change[] {
  const text = lines.map(line => line.text).join('\n')
  const vocabulary = new Vocabulary(text)
  const suggestions = suggestionsFor(text, vocabulary)
  const found: Change[] = []
  for (const { text, line } of lines) {
    for (const match of text.matchAll(/[\p{L}\d]+(?:[-'’]\p{L}+)*/gu)) {
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

function suggestionsFor(text: string, vocabulary: Vocabulary): ReadonlyMap<string, Suggestion> {
  const suggestions = new Map<string, Suggestion>()
  const hyphenated = new Map<string, string>()
  for (const [word] of vocabulary.words())
    if (word.includes('-')) hyphenated.set(word.replace(/-/g, ''), word)
  for (const [word, count] of vocabulary.words()) {
    if (word.length < 5 || /[-']/.test(word)) continue
    const right = unmisread(word, count, vocabulary)
    if (right !== undefined) suggestions.set(word, { kind: 'misread-word', word: right })
    else if (count <= 2) {
      const hyphen = withHyphen(word, hyphenated, vocabulary)
      if (hyphen !== undefined) suggestions.set(word, { kind: 'lost-hyphen', word: hyphen })
    }
  }
  for (const [mixed] of text.matchAll(/(?<![\p{L}\d])\p{L}+[10]\p{L}{2,}(?![\p{L}\d])/gu)) {
    const right = mixed.replace(/1/g, 'l').replace(/0/g, 'o')
    if (vocabulary.count(right) > 0)
      suggestions.set(mixed.toLowerCase(), { kind: 'misread-word', word: right.toLowerCase() })
  }
  return suggestions
}

/** The word of the text that this one is when one letter was misread. */
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

/** The word with a hyphen, where the text has both its parts, or one of the same stem with a hyphen. */
function withHyphen(
  word: string,
  hyphenated: ReadonlyMap<string, string>,
  vocabulary: Vocabulary,
): string | undefined {
  if (whole.test(word)) return undefined
  const usual = compounds.get(word)
  if (usual !== undefined) return usual
  const known = hyphenated.get(word)
  if (known !== undefined) return vocabulary.count(known) > 1 ? known : undefined
  const prefix = prefixes.find(each => word.startsWith(each))
  if (prefix === undefined) return undefined
  const rest = word.slice(prefix.length)
  if (rest.length < 4) return undefined
  const stem = `${prefix}-${rest.slice(0, 4)}`
  const isRelated = [...hyphenated.values()].some(each => each.startsWith(stem))
  return vocabulary.count(rest) > 0 || isRelated ? `${prefix}-${rest}` : undefined
}

const sameCase = (model: string, word: string) =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
