/** The scale of a type, with what follows from the words of its grades. */

import { greatest } from '../text/lists'
import type { Grade, Scale } from './report-type'
import type { ScaleSource } from './source'

/** The scale, ready for use; `others` are words of other scales that may be in the place of one of this. */
export function compileScale(source: ScaleSource, others: readonly string[] = []): Scale {
  // A type that is still being written may have the key with nothing after it.
  const grades = (source.grades ?? []).map(
    (grade, rank): Grade => ({
      word: grade.word,
      number: grade.number,
      rank,
      aliases: grade.aliases ?? [],
      meaning: grade.meaning,
      singular: grade.singular ?? grade.word,
      plural: grade.plural ?? grade.word,
    }),
  )
  const byWord = new Map(
    grades.flatMap(grade =>
      [grade.word, grade.singular, grade.plural, ...grade.aliases]
        .flatMap(word => inEitherNumber(word, grade))
        .map(word => [word.toLowerCase(), grade] as const),
    ),
  )
  const verbs = verbsOf(source)
  return {
    line: source.line,
    grades,
    byWord,
    verbal: new Set([...byWord.keys()].filter(word => verbs.has(firstWord(word)))),
    verbs,
    none: new Set((source.none ?? []).map(word => word.toLowerCase())),
    others: new Set(others.map(word => word.toLowerCase())),
    phrases: [...byWord.keys()].filter(word => word.includes(' ')),
    longest: greatest(
      [...byWord.keys(), ...others].map(word => word.length),
      0,
    ),
    byNumber: new Map(
      grades.flatMap(grade => (grade.number === undefined ? [] : [[grade.number, grade] as const])),
    ),
  }
}

/** The verbs with which grades of the scale begin, in lower case: those that are different in the plural. */
export function verbsOf(scale: ScaleSource | undefined): ReadonlySet<string> {
  const forms = (scale?.grades ?? []).map(({ word, singular = word, plural = word }) => [
    singular,
    plural,
  ])
  return new Set(forms.filter(([one, more]) => one !== more).flatMap(each => each.map(firstWord)))
}

/** The verb with which the words begin, as they have it, if it is that of a grade: `requires` in `requires improvement`. */
export function verbIn(words: string, { verbs }: Pick<Scale, 'verbs'>): string | undefined {
  const end = /^[a-z]+(?![\w’'-])/i.exec(words)?.[0]
  return end !== undefined && verbs.has(end.toLowerCase()) ? end : undefined
}

/** A wording that begins with the grade's own verb, after a singular and after a plural subject. */
function inEitherNumber(word: string, { singular, plural }: Grade): readonly string[] {
  const verbs = [firstWord(singular), firstWord(plural)]
  if (singular === plural || !verbs.includes(firstWord(word))) return [word]
  const rest = word.slice(firstWord(word).length)
  return [word, ...verbs.map(verb => verb + rest)]
}

const firstWord = (words: string) => words.toLowerCase().split(' ', 1)[0] ?? ''
