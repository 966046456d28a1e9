/**
 * The report-type format as it stands in a YAML file (explained in docs/report-types.md).
 *
 * Built-in types and users' own are written in the same form. Where a type `extends` another, and in
 * each of its `editions`, what is said replaces what was said before: a mapping key by key, a list as a
 * whole, and null takes a key out; `change` and `add` alter single sections of what is inherited. Each
 * edition goes on from the one before it.
 */

export type Presence = 'always' | 'never' | 'optional'
export type RuleSeverity = 'off' | 'hint' | 'information' | 'warning' | 'error'

export interface TypeSource extends TypeBody {
  /** Lower-case words joined by hyphens; what front matter, settings and the command line call the type. */
  id: string
  /** What the user reads. */
  name: string
  /**
   * Id of the type whose parts this one takes over, its editions included unless this one lists its own.
   * A user's type that extends the built-in one of its own id changes that one.
   */
  extends?: string
  /**
   * Wordings of this type by date, oldest first: the one in force on the inspection's first day is used.
   * All of them are listed; what stands outside is what they share. Each is the one before it with the
   * changes that it names, and lasts until the next begins.
   */
  editions?: EditionSource[]
}

export interface EditionSource extends TypeBody {
  /** What the user reads behind the type's name: "from January 2023". */
  name?: string
}

export interface TypeBody {
  /** First and last day (ISO) of inspections of this type or edition; open ends may be left out. */
  valid?: { from?: string; to?: string }
  recognise?: RecogniseSource
  /** A letter gives no graded judgement: no scale, and a stated grade is a problem (`ungraded-letter`). */
  letter?: boolean
  scale?: ScaleSource
  cover?: CoverSource
  contents?: { title: string; aliases?: string[] }
  sections?: SectionSource[]
  /** By section id: keys that differ; null takes the section out. */
  change?: Record<string, Partial<SectionSource> | null>
  /** Sections put behind (`after`) or into (`into`, at its end) one that is there; at the end where neither is said. */
  add?: { after?: string; into?: string; section: SectionSource }[]
  summary?: SummarySource
  limits?: LimitSource[]
  outcomes?: OutcomesSource
  timescales?: string[]
  /** What a new report has besides its cover and sections. */
  draft?: DraftSource
  /**
   * `continuous`: from 1 through the report. `after-cover`: the same, but rows of the cover may be
   * numbered by themselves. `by-section`: 1.1, 1.2, 2.1. `none`: numbers are no paragraph numbers.
   */
  numbering?: 'continuous' | 'after-cover' | 'by-section' | 'none'
  openings?: { words?: string[] }
  placeholders?: string[]
  /** Sentences that belong to one section and stand in another by mistake (`mismatched-standard-sentence`). */
  standardSentences?: StandardSentenceSource[]
  /** Annexes are listed and referred to (`unresolved-annex`, `unused-annex`). */
  annexes?: { titles: string[] }
  /** The running footer repeats the title and these cover fields (`mismatched-footer`). */
  footer?: { fields?: string[] }
  proportions?: ProportionSource[]
  /** The styles of the office's Word template, where they have other names than the usual ones. */
  word?: WordSource
  /** Severities that differ from the rules' own defaults. */
  rules?: Record<string, RuleSeverity>
}

export interface RecogniseSource {
  /** The title; `{authority}` stands for a name of up to eight words. May be wrapped over lines. */
  titles?: string[]
  /** Lines of which at least one must stand in the text as well, where the title alone is not enough. */
  with?: string[]
}

export interface ScaleSource {
  /** The grade line as a template: `Grade {number} ({word})`. */
  line: string
  /** Best first, whichever way their numbers run. */
  grades: GradeSource[]
}

export interface GradeSource {
  word: string
  number?: number
  aliases?: string[]
  /** What the grade means, as the report itself explains it. */
  meaning?: string
  /**
   * What a sentence says after a singular and a plural subject, verb included where it is not is/are:
   * `requires improvement to be good`, `require improvement to be good`.
   */
  singular?: string
  plural?: string
}

export interface CoverSource {
  fields: FieldSource[]
  /** Ids of fields whose dates must not run backwards. */
  order?: string[]
}

export interface FieldSource {
  id: string
  labels: string[]
  kind: 'text' | 'date' | 'dates' | 'year'
  required?: boolean
  /** Written after the label when the field is inserted. */
  example?: string
}

export interface SectionSource {
  id: string
  title: string
  aliases?: string[]
  /**
   * `false` for a section that may be left out; `usually` for one that nearly every report has; a date
   * (`2010-11-01`) from which it must be there.
   */
  required?: boolean | string
  /** The section may stand more than once ("Practice study: …"; its title is then a beginning). */
  repeatable?: boolean
  /** The title is a beginning: whatever follows on the line belongs to it. */
  prefix?: boolean
  /** The section may stand at any place among its neighbours. */
  anywhere?: boolean
  contents?: Presence
  /**
   * Where the grade of the judgement stands: on a line of its own; behind the title (": good"); at the end
   * of a sentence that stands for the heading ("The graded judgement … is that it is good"), of which the
   * aliases are the beginnings; in the summary table, and in the text only where a box repeats it.
   */
  grade?: 'line' | 'suffix' | 'sentence' | 'table'
  /** `group` has no text of its own; `recommendations` holds timescales; `summary` is the summary table. */
  kind?: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  /** Phrases of which one names this judgement in its opening sentence; the title always counts. */
  subjects?: string[]
  /** The standard opening; `{grade}`, `{authority}` are filled in. */
  opening?: string
  /**
   * What a new report has under the heading, a paragraph, list item (`- …`) or table row (`| … |`) each, in
   * the form of `DraftSource`. A section that has it is written even where it may be left out.
   */
  draft?: string[]
  sections?: SectionSource[]
}

/**
 * Paragraphs that a new report begins and ends with. Words in square brackets are places to fill in; behind
 * bars stands what may be chosen: `[outcome|It is good.|It is poor.]`. `{authority}` and `{grade}` are filled in.
 */
export interface DraftSource {
  /** The title; else it is the first by which a report is known. */
  title?: string
  /** Above the title, as in a letter: `{day}` is its date. */
  above?: string[]
  /** Between the cover and the first section. */
  introduction?: string[]
  /** Behind the last section. */
  closing?: string[]
}

export interface SummarySource {
  /** `section`: under the heading of the section of kind `summary`. `cover`: on the cover, under no heading. */
  place?: 'section' | 'cover'
  /** What messages call a table on the cover ("the table of judgements"). */
  title?: string
  /** Column titles, by which a table on the cover is found. */
  header?: string[]
  rows: RowSource[]
}

export interface RowSource {
  /** Title of a group row. */
  group?: string
  /** Id by which limits name the row; the section's id where it has one. */
  id?: string
  title?: string
  aliases?: string[]
  /** Printed number of the row ("2.1"), no part of its title. */
  label?: string
  /** Id of the section whose grade the row states; its title is the row's unless `title` says otherwise. */
  section?: string
  required?: boolean
  /** The judgement stands in sentences of the cover instead of a row: "Children's services in {authority} are {grade}". */
  statements?: string[]
  rows?: RowSource[]
}

/** If so many of the judgements are so graded, another can be at most, or is, this. */
export interface LimitSource {
  /** Ids of rows or of graded sections, and how many of them count (1 where left out). */
  of: string[]
  atLeast?: number
  is: string[]
  /** The judgement that is limited. */
  then: string
  /** The best it can be; `exactly` where it must be just that. */
  atMost?: string
  exactly?: string
  /** The other way round too: the limited grade stands only where the condition holds. */
  onlyIf?: boolean
  /** Where the rule is known from; said in the message's page, not in the message. */
  source?: string
}

/** The report states at most one of these outcomes. */
export interface OutcomesSource {
  /** Id of the section that states it. */
  section: string
  /** Every report states one; else its section may leave it out. */
  required?: boolean
  /** Best first. */
  of: OutcomeSource[]
}

export interface OutcomeSource {
  id: string
  /** Words that state it. */
  words: string[]
  /** Sections that must stand in the report with this outcome, and that must not. */
  needs?: string[]
  excludes?: string[]
}

export interface StandardSentenceSource {
  /** Id of the section where it belongs. */
  section: string
  /** Words by which the sentence is known in any section that has one of its own. */
  words: string
}

export interface ProportionSource {
  words: string[]
  from: number
  to: number
}

/** Names of paragraph styles in a Word template, by what they are for (docs/exporting.md lists them). */
export interface WordSource {
  title?: string
  authority?: string
  cover?: string
  contents?: string
  heading1?: string
  heading2?: string
  heading3?: string
  heading4?: string
  grade?: string
  timescale?: string
  numbered?: string
  text?: string
  bullet?: string
  lettered?: string
  tableText?: string
  tableHeader?: string
  tableGroup?: string
}
