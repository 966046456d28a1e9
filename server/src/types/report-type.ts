/** A report type, ready for use: what a report of one framework must contain, and in which words. */

import { plainLetters } from '../text/characters'
import type { Presence, RuleSeverity, WordSource } from './source'

export { compileType } from './compile'
export type { Presence, RuleSeverity } from './source'

/** One grade of a scale. */
export interface Grade {
  /** The word as it stands in a sentence, in lower case: `good`. */
  readonly word: string
  readonly number: number | undefined
  /** Place on the scale, 0 for the first that the type names. */
  readonly rank: number
  readonly aliases: readonly string[]
  readonly meaning: string | undefined
  /** What stands after "is" (`good`) and after "are" (`good`; elsewhere "require improvement"). */
  readonly singular: string
  readonly plural: string
}

export interface Scale {
  /** Template of the grade line: `Grade {number} ({word})`. */
  readonly line: string
  readonly grades: readonly Grade[]
  /** By lower-case word, alias, and number as a word ("2"). */
  readonly byWord: ReadonlyMap<string, Grade>
  /** Those of the words that are several: `requires improvement`. */
  readonly phrases: readonly string[]
  readonly byNumber: ReadonlyMap<number, Grade>
}

export interface FieldDefinition {
  readonly id: string
  /** The first is the one written into a new report. */
  readonly labels: readonly string[]
  readonly kind: 'text' | 'date' | 'dates' | 'year'
  readonly required: boolean
  readonly example: string
}

export interface SectionDefinition {
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  /** Place in the type's order, through all levels, from 0. */
  readonly order: number
  /** 0 for a part, 1 for what stands in it, and so on. */
  readonly depth: number
  readonly parent: SectionDefinition | undefined
  readonly children: readonly SectionDefinition[]
  /** Titles of the sections around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  /** Required, but a few right reports may be without it: that it is missing is information only. */
  readonly usual: boolean
  /** Required only in reports inspected on or after this day (ISO date). */
  readonly requiredFrom: string | undefined
  /** May stand more than once, with all that stands in it. */
  readonly repeatable: boolean
  /** The title is a beginning: whatever follows on the line belongs to it. */
  readonly prefix: boolean
  /** May stand at any place among its neighbours. */
  readonly anywhere: boolean
  readonly contents: Presence
  readonly kind: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  /**
   * Where the grade stands: on a line of its own, behind the title, in a sentence that stands for the
   * heading, or in the summary table. Undefined for a section that is no judgement.
   */
  readonly grade: 'line' | 'suffix' | 'sentence' | 'table' | undefined
  /** Phrases in lower case of which one names the judgement in its opening sentence. */
  readonly subjects: readonly string[]
  readonly opening: string | undefined
  /** What a new report has under the heading; empty where the type does not say. */
  readonly draft: readonly string[]
  readonly row: RowDefinition | undefined
}

export interface RowDefinition {
  readonly kind: 'row' | 'group'
  /** By which limits name it; its section's where it has one. Undefined for rows that nothing names. */
  readonly id: string | undefined
  /** Printed number of the row ("2.1"), no part of its title. */
  readonly label: string | undefined
  /** Sentences of the cover that state the judgement in place of a row, `{authority}` and `{grade}` open. */
  readonly statements: readonly string[]
  readonly title: string
  readonly aliases: readonly string[]
  /** Place in the table's order, from 0. */
  readonly order: number
  readonly parent: RowDefinition | undefined
  readonly children: readonly RowDefinition[]
  /** Titles of the groups around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  readonly section: SectionDefinition | undefined
}

/** A judgement as `Judgement.definition` has it: the graded section, or a row without one. */
export type JudgementDefinition = SectionDefinition | RowDefinition

/** If `atLeast` of the judgements `of` have a grade of `is`, then `limited` can be at most, or is, this. */
export interface Limit {
  readonly of: readonly JudgementDefinition[]
  readonly atLeast: number
  readonly is: readonly Grade[]
  readonly limited: JudgementDefinition
  /** Exactly one of the two is there. */
  readonly atMost: Grade | undefined
  readonly exactly: Grade | undefined
  /** The other way round too: `limited` has the limited grade (or a worse one) only where the condition holds. */
  readonly onlyIf: boolean
  readonly source: string | undefined
}

/** The outcomes of which the report states at most one, in one section. */
export interface Outcomes {
  readonly section: SectionDefinition
  /** Every report states one. */
  readonly required: boolean
  /** Best first. */
  readonly of: readonly Outcome[]
}

export interface Outcome {
  readonly id: string
  /** Place in the list, 0 for the best. */
  readonly rank: number
  readonly words: readonly string[]
  readonly needs: readonly SectionDefinition[]
  readonly excludes: readonly SectionDefinition[]
}

export interface StandardSentence {
  readonly section: SectionDefinition
  readonly words: string
}

/** Where the summary table stands, and what it is called. */
export interface SummaryPlace {
  readonly place: 'section' | 'cover'
  /** What messages call it: its section's title, or the type's own word for a table on the cover. */
  readonly title: string
  /** Column titles, by which a table on the cover is found. */
  readonly header: readonly string[]
  /** The column titles in normal form, each by itself and all on one line. */
  readonly headerTitles: ReadonlySet<string>
}

export interface Proportion {
  readonly words: readonly string[]
  /** Percentages, both included. */
  readonly from: number
  readonly to: number
}

/** One edition of a report type. */
export interface ReportType {
  readonly id: string
  readonly name: string
  /** The edition's name ("from January 2023"); undefined where the type has one wording only. */
  readonly edition: string | undefined
  readonly titles: readonly string[]
  /** Lines of which at least one must stand in the text as well, where there are any. */
  readonly recogniseWith: readonly string[]
  /** A letter gives no graded judgement. */
  readonly letter: boolean
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
  readonly scale: Scale | undefined
  readonly fields: readonly FieldDefinition[]
  /** Ids of fields whose dates must not run backwards. */
  readonly fieldOrder: readonly string[]
  readonly contentsTitles: readonly string[]
  /** All sections of all levels, in the type's order. */
  readonly sections: readonly SectionDefinition[]
  /** All rows and group rows of the summary table, in its order. */
  readonly rows: readonly RowDefinition[]
  /** The section that holds the summary table; undefined where the table stands on the cover. */
  readonly summary: SectionDefinition | undefined
  /** Undefined for a type without a summary table. */
  readonly table: SummaryPlace | undefined
  readonly limits: readonly Limit[]
  readonly outcomes: Outcomes | undefined
  readonly timescales: readonly string[]
  /** The timescales by their normal form. */
  readonly timescaleNames: ReadonlyMap<string, string>
  /** The first words of the timescales, "within" too. */
  readonly timescaleStarts: FirstWords
  readonly numbering: 'continuous' | 'after-cover' | 'by-section' | 'none'
  readonly standardSentences: readonly StandardSentence[]
  /** Titles under which annexes are listed; undefined for a type without annexes. */
  readonly annexes: { readonly titles: readonly string[] } | undefined
  /** Ids of the cover fields that the running footer repeats beside the title; undefined without a footer. */
  readonly footer: { readonly fields: readonly string[] } | undefined
  readonly proportions: readonly Proportion[]
  /** What a new report has besides its cover and sections, in the words of the type. */
  readonly draft: {
    /** Undefined where it is the first of `titles`. */
    readonly title: string | undefined
    /** Above the title, as in a letter. */
    readonly above: readonly string[]
    /** Between the cover and the first section. */
    readonly introduction: readonly string[]
    /** Behind the last section. */
    readonly closing: readonly string[]
  }
  /** Names of the Word template's styles, where they differ from the usual ones. */
  readonly wordStyles: Readonly<WordSource>
  /** Lower-case words that may stand in the subject of an opening sentence beside the judgement's own. */
  readonly openingWords: ReadonlySet<string>
  /** Lower-case texts between square brackets that are still to be written. */
  readonly placeholders: ReadonlySet<string>
  /** Severities that differ from the rules' own. */
  readonly severities: Readonly<Record<string, RuleSeverity>>
  /** Titles and aliases of sections by their normal form (see `normalTitle`). */
  readonly sectionsByTitle: ReadonlyMap<string, readonly SectionDefinition[]>
  /** Titles in normal form of the sections whose title is a beginning, and how many words the longest has. */
  readonly prefixTitles: { readonly titles: ReadonlySet<string>; readonly mostWords: number }
  /** The first words of every title in normal form, one to all but one: a wrapped title begins so. */
  readonly titleBeginnings: ReadonlySet<string>
  /** Titles in normal form of the sections whose grade stands behind the title, in words that may be wrapped. */
  readonly suffixTitles: readonly string[]
  /** The first words of all titles and aliases of sections: most lines begin with others. */
  readonly titleStarts: FirstWords
  /** Every title and alias of a section, the longest first. */
  readonly longestTitles: readonly string[]
  /** Titles and aliases of rows and group rows by their normal form. */
  readonly rowsByTitle: ReadonlyMap<string, readonly RowDefinition[]>
}

/** With what a text in normal form begins where it is one of several, in forms that are told soon. */
export interface FirstWords {
  /** UTF-16 code units of the first characters, as small letters. */
  readonly codes: ReadonlySet<number>
  /** The letters from a to z with which they begin. */
  readonly words: ReadonlySet<string>
  /** Their first two characters. */
  readonly beginnings: ReadonlySet<string>
}

/** The first words of texts in normal form. */
export function firstWordsOf(texts: Iterable<string>): FirstWords {
  const all = [...texts]
  return {
    codes: new Set(all.map(text => text.charCodeAt(0) | 32)),
    words: new Set(all.map(text => /^[a-z]*/.exec(text)?.[0] ?? '')),
    beginnings: new Set(all.map(text => text.slice(0, 2))),
  }
}

/**
 * A title without what varies between copies of it: case, quote and dash forms, hyphens, joined letters,
 * "&", doubled spaces, emphasis marks, and a final colon, full stop or question mark.
 *
 * `normalTitle('**Economic well-being:**')` is `economic well being`.
 */
export function normalTitle(title: string): string {
  const lower = title.toLowerCase()
  if (!unusual.test(lower)) return lower
  const plain = special.test(lower)
    ? plainLetters(lower).replaceAll('&', ' and ').replace(apostrophes, "'")
    : lower
  return withoutEnds(plain.replace(gaps, ' '))
}

/** What a title has that its normal form has not; most titles have none of it. */
const unusual = /[^a-z ',()]|^ | {2}| $/
const special = /[&\u2018\u2019\xb4\xad\u200b-\u200f\u2060\ufb00-\ufb06]/
const apostrophes = /[\u2018\u2019\xb4]/g
/** White space, emphasis and heading marks, hyphens and dashes, but for single spaces, which stay. */
const gaps = / [\0- *_#\-\xa0\ufeff\u2010-\u2014]+|(?! )[\0- *_#\-\xa0\ufeff\u2010-\u2014]+/g

/** The words without the space before them, and without spaces and stops behind them. */
function withoutEnds(words: string): string {
  const start = words.charCodeAt(0) === 32 ? 1 : 0
  let end = words.length
  while (end > start && ' .:;?'.includes(words.charAt(end - 1))) end--
  return words.slice(start, end)
}
