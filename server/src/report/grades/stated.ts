/** What one place of a report says of a grade: a grade line, a heading, a cell, an opening sentence. */

import type { Span, TextSpan } from '../../text/span'
import type { Grade } from '../../types/report-type'

/** A place that states the grade of a judgement by a grade line, heading or table cell. */
export interface GradeStatement {
  /** The statement without emphasis marks and white space: `Grade 2 (good)`. */
  readonly span: Span
  readonly form: 'line' | 'tail' | 'suffix' | 'cell'
  readonly word: TextSpan | undefined
  readonly number: TextSpan | undefined
  /** What the word says; undefined where it is not on the scale. */
  readonly wordGrade: Grade | undefined
  /** What the number says; undefined where there is none or it is not on the scale. */
  readonly numberGrade: Grade | undefined
  /**
   * What the place is taken to say. Where word and number differ it is the one that the judgement's other
   * places support, otherwise the word.
   */
  readonly grade: Grade | undefined
  /** Still being written: `Grade 2 (ade`, `Grade [grade]`, `Grade`. */
  readonly unfinished: boolean
  /** It says that the judgement is given no grade: `Not judged`. */
  readonly isNone?: boolean
  /** The rest of a word that is wrapped over several lines in a cell; `word` is its first piece. */
  readonly more?: readonly Span[]
}

/** The first sentence of a judgement's section. */
export interface Opening {
  /** The sentence, its final full stop included. */
  readonly sentence: TextSpan
  /** The statement "… is good" about the judgement itself, where the sentence makes one. */
  readonly statement: OpeningStatement | undefined
  /** What is in the place of its grade and is none of the scale: `is satisfactory`; only where nothing is stated. */
  readonly offScale?: { readonly word: TextSpan; readonly verb: TextSpan } | undefined
  /** Any scale word in lower case in the sentence. */
  readonly namesGrade: boolean
  /** It says that there is no grade: "was not judged". */
  readonly namesNone: boolean
}

export interface OpeningStatement {
  readonly grade: Grade
  /** The scale word or words (`good`, `require improvement to be good`). */
  readonly word: TextSpan
  /** `is`, `are`, `was`, … */
  readonly verb: TextSpan
  /** Can the word be replaced without changing anything else but number and article: a plain statement? */
  readonly plain: boolean
}
