/** A report type, ready for use: what a report of one framework must contain, and in which words. */

import type { WordsAt } from '../text/title-words'
import type { Presence, RuleSeverity, WordSource } from './source'
import type { FirstWords, Titles } from './titles'

export type { Presence, RuleSeverity } from './source'

/** One grade of a scale. */
export interface Grade {
  /** The word as it is written in a sentence, in lower case: `good`. */
  readonly word: string
  readonly number: number | undefined
  /** Place on the scale, 0 for the first that the type names. */
  readonly rank: number
  readonly aliases: readonly string[]
  readonly meaning: string | undefined
  /** The words after "is" (`good`) and after "are" (`good`; on other scales "require improvement"). */
  readonly singular: string
  readonly plural: string
}

export interface Scale {
  /** Template of the grade line: `Grade {number} ({word})`. */
  readonly line: string
  readonly grades: readonly Grade[]
  /** By lower-case word, alias, and number as a word ("2"). */
  readonly byWord: ReadonlyMap<string, Grade>
  /**
   * Those that begin with a verb of their own and so have no "is" before them: `requires improvement`. The type
   * gives them different words after a singular and a plural subject.
   */
  readonly verbal: ReadonlySet<string>
  /** The verbs with which those begin: `requires`, `require`. */
  readonly verbs: ReadonlySet<string>
  /** Words that say that no grade is given: `not judged`. */
  readonly none: ReadonlySet<string>
  /** Words of other scales that may be in the place of one of this. */
  readonly others: ReadonlySet<string>
  /** Those of more than one word: `requires improvement`. */
  readonly phrases: readonly string[]
  /** How long the longest of all these words is, in UTF-16 units. */
  readonly longest: number
  readonly byNumber: ReadonlyMap<number, Grade>
}

export interface FieldDefinition {
  readonly id: string
  /** The first is the one written into a new report. */
  readonly labels: readonly string[]
  readonly kind: 'text' | 'date' | 'dates' | 'year'
  readonly required: boolean
  /** Required only in reports inspected on or after this day (ISO date). */
  readonly requiredFrom: string | undefined
  readonly example: string
}

/** A label that a field may have. */
export interface Label {
  /** In lower case. */
  readonly text: string
  readonly id: string
  /** Undefined for a field that every report may have, whatever its type. */
  readonly definition: FieldDefinition | undefined
}

/** Labels by their first letter in lower case, longer ones first. */
export type Labels = ReadonlyMap<string, readonly Label[]>

export interface SectionDefinition {
  readonly id: string
  readonly title: string
  /** What narrow lists call it; the title where the type has nothing shorter. */
  readonly short: string
  readonly aliases: readonly string[]
  /** Place in the type's order, across all levels, counted from 0. */
  readonly order: number
  /** 0 for a part, 1 for the sections in it, and so on. */
  readonly depth: number
  readonly parent: SectionDefinition | undefined
  readonly children: readonly SectionDefinition[]
  /** Titles of the sections around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  /** Required, but a few correct reports may be without it: if it is missing, that is only worth a look. */
  readonly usual: boolean
  /** Required only in reports inspected on or after this day (ISO date). */
  readonly requiredFrom: string | undefined
  /** May appear more than once, with all that is in it. */
  readonly repeatable: boolean
  /** The title is a beginning: whatever follows on the line belongs to it. */
  readonly prefix: boolean
  /** May be at any place among its neighbours. */
  readonly anywhere: boolean
  /** People and organisations are named here, with their addresses. */
  readonly namesPeople: boolean
  /** The paragraphs here may be numbered from 1 again. */
  readonly ownNumbers: boolean
  readonly contents: Presence
  readonly kind: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  /**
   * Where the grade is: on a line of its own, after the title, in a sentence that takes the place of the
   * heading, or in the summary table. Undefined for a section that is not a judgement.
   */
  readonly grade: 'line' | 'suffix' | 'sentence' | 'table' | undefined
  /** Phrases in lower case, one of which names the judgement in its opening sentence. */
  readonly subjects: readonly string[]
  /** Title and subjects as a sentence has them, by `plainPhrase`. */
  readonly phrases: readonly string[]
  readonly opening: string | undefined
  /** A name shared with sections of other types that judge much the same. */
  readonly sameAs: string | undefined
  /** What a new report has under the heading; empty where the type does not say. */
  readonly draft: readonly string[]
  readonly row: RowDefinition | undefined
}

export interface RowDefinition {
  readonly kind: 'row' | 'group'
  /**
   * The id by which limits name the row; its section's where it has one. Undefined for rows that nothing
   * names.
   */
  readonly id: string | undefined
  /** Printed number of the row ("2.1"), not part of its title. */
  readonly label: string | undefined
  /** Sentences on the cover that state the judgement in place of a row, with `{authority}` and `{grade}` open. */
  readonly statements: readonly string[]
  readonly title: string
  /** What narrow lists call it; the title where neither the type nor its section has anything shorter. */
  readonly short: string
  readonly aliases: readonly string[]
  /** Title and aliases as a sentence has them, by `plainPhrase`. */
  readonly phrases: readonly string[]
  /** Place in the table's order, from 0. */
  readonly order: number
  readonly parent: RowDefinition | undefined
  readonly children: readonly RowDefinition[]
  /** Titles of the groups around it, outermost first. */
  readonly path: readonly string[]
  readonly required: boolean
  readonly section: SectionDefinition | undefined
}

/** A judgement as in `Judgement.definition`: the graded section, or a row without one. */
export type JudgementDefinition = SectionDefinition | RowDefinition

/**
 * If at least `atLeast` of the judgements `of` have one of the grades `is`, `limited` can be at most, or must
 * be, this.
 */
export interface Limit {
  readonly of: readonly JudgementDefinition[]
  readonly atLeast: number
  readonly is: readonly Grade[]
  readonly limited: JudgementDefinition
  /** Exactly one of these two is given. */
  readonly atMost: Grade | undefined
  readonly exactly: Grade | undefined
  /**
   * Also the other way round: `limited` has the limited grade (or a worse one) only where the condition holds.
   */
  readonly onlyIf: boolean
  readonly source: string | undefined
}

/** The outcomes, of which the report states at most one, in one section. */
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
  /** Words that go with this outcome, and not with one that does not list them. */
  readonly says: readonly string[]
}

export interface StandardSentence {
  readonly section: SectionDefinition
  readonly words: string
  /** The words, to be found however they are written. */
  readonly at: WordsAt
}

/** Where the summary table is, and what it is called. */
export interface SummaryPlace {
  readonly place: 'section' | 'cover'
  /** What messages call it: its section's title, or the type's own word for a table on the cover. */
  readonly title: string
  /** Column titles, by which a table on the cover is found. */
  readonly header: readonly string[]
  /** The column titles to be found, each by itself and all of them on one line. */
  readonly headerTitles: Titles<string>
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
  /** The edition's name ("from January 2023"); undefined where the type has only one wording. */
  readonly edition: string | undefined
  readonly titles: readonly string[]
  /** The same, to be found; those without an authority at a place in a text, and those with one. */
  readonly reportTitles: Titles<string>
  readonly titleWords: readonly WordsAt[]
  readonly namingTitles: readonly WordsAt[]
  /** Lines of which at least one must be in the text as well, if there are any. */
  readonly recogniseWith: readonly string[]
  /** A letter does not give graded judgements. */
  readonly letter: boolean
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
  readonly scale: Scale | undefined
  readonly fields: readonly FieldDefinition[]
  /** Their labels, to be found, and to be found nearly. */
  readonly labels: Labels
  readonly fieldNames: Titles<FieldDefinition>
  /** Ids of fields whose dates must not run backwards. */
  readonly fieldOrder: readonly string[]
  readonly contentsTitles: readonly string[]
  /** The same, to be found. */
  readonly contentsNames: Titles<string>
  /** All sections of all levels, in the type's order. */
  readonly sections: readonly SectionDefinition[]
  /** All rows and group rows of the summary table, in its order. */
  readonly rows: readonly RowDefinition[]
  /** The section that holds the summary table; undefined where the table is on the cover. */
  readonly summary: SectionDefinition | undefined
  /** Undefined for a type without a summary table. */
  readonly table: SummaryPlace | undefined
  readonly limits: readonly Limit[]
  readonly outcomes: Outcomes | undefined
  readonly timescales: readonly string[]
  /** The same, to be found. */
  readonly timescaleNames: Titles<string>
  /** The first words of the timescales, including "within". */
  readonly timescaleStarts: FirstWords
  readonly numbering: 'continuous' | 'after-cover' | 'by-section' | 'none'
  readonly standardSentences: readonly StandardSentence[]
  /** Titles under which annexes are listed; undefined for a type without annexes. */
  readonly annexes: { readonly titles: readonly string[] } | undefined
  /** These titles, to be found; none for a type without annexes. */
  readonly annexNames: Titles<string>
  /** Ids of the cover fields that the running footer repeats along with the title; undefined without a footer. */
  readonly footer: { readonly fields: readonly string[] } | undefined
  readonly proportions: readonly Proportion[]
  /** What a new report has besides its cover and sections, in the type's own words. */
  readonly draft: {
    /** Undefined where it is the first of `titles`. */
    readonly title: string | undefined
    /** Above the title, as in a letter. */
    readonly above: readonly string[]
    /** Between the cover and the first section. */
    readonly introduction: readonly string[]
    /** After the last section. */
    readonly closing: readonly string[]
  }
  /** Names of the Word template's styles, where they differ from the usual ones. */
  readonly wordStyles: Readonly<WordSource>
  /** Lower-case words that may be in the subject of an opening sentence besides the judgement's own. */
  readonly openingWords: ReadonlySet<string>
  /** Lower-case words in names of judgements that do not show which one is meant. */
  readonly commonWords: readonly string[]
  /** Names of the inspectorates, as written in the type. */
  readonly inspectorates: readonly string[]
  /** Names, numbers and addresses that identify nobody, as written in the type. */
  readonly wellKnown: readonly string[]
  /** Words of other kinds of report, in lower case; names of judgements in normal form. */
  readonly others: {
    /** Their grades as if they were one scale; undefined where the type names none. */
    readonly scale: Scale | undefined
    readonly judgements: readonly string[]
    readonly inspections: readonly string[]
  }
  /** Lower-case texts between square brackets that are still to be written. */
  readonly placeholders: ReadonlySet<string>
  /** Severities that differ from the rules' own. */
  readonly severities: Readonly<Record<string, RuleSeverity>>
  /** All the titles and aliases of sections. */
  readonly sectionNames: Titles<SectionDefinition>
  /** What the sections' headings may say: for those with a sentence in its place only how that begins. */
  readonly sectionTitles: Titles<SectionDefinition>
  /** Of these, the titles that are beginnings: whatever follows on the line belongs to them. */
  readonly prefixTitles: Titles<SectionDefinition>
  /** The titles of the sections with their grade after the title, in words that may be wrapped. */
  readonly gradedTitles: Titles<SectionDefinition>
  /** The titles of the sections that are in boxes, with the grade beside the title. */
  readonly boxTitles: Titles<SectionDefinition>
  /** The same titles, word by word in lower case, for boxes whose columns are lost. */
  readonly boxWords: readonly {
    readonly definition: SectionDefinition
    readonly words: readonly string[]
  }[]
  /** The names of rows and group rows, with which sections' titles count as theirs. */
  readonly rowTitles: Titles<RowDefinition>
}
