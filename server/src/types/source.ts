/**
 * The report-type format as written in a YAML file (explained in docs/report-types.md).
 *
 * Built-in types and users' own are written in the same form. Where a type `extends` another, and in each of
 * its `editions`, what is said replaces what was said before: a mapping key by key, a list as a whole, and
 * null removes a key; `change` and `add` alter single sections of what is inherited. Each edition builds on
 * the one before it.
 */

export type Presence = 'always' | 'never' | 'optional'
export type RuleSeverity = 'off' | 'hint' | 'information' | 'warning' | 'error'

export interface TypeSource extends TypeBody {
  /** Lower-case words joined by hyphens; what front matter, settings and the command line call the type. */
  id: string
  /** The name that the user reads. */
  name: string
  /**
   * Id of the type whose parts this one inherits, including its editions unless this one lists its own. A
   * user's type that extends the built-in type with its own id changes that type.
   */
  extends?: string
  /**
   * Wordings of this type by date, oldest first: the one in force on the inspection's first day is used. All
   * of them are listed; everything outside the list is what they share. Each is the one before it with the
   * changes that it names, and lasts until the next begins.
   */
  editions?: EditionSource[]
}

export interface EditionSource extends TypeBody {
  /** The words that the user reads after the type's name: "from January 2023". */
  name?: string
}

export interface TypeBody {
  /** First and last day (ISO) of inspections of this type or edition; open ends may be left out. */
  valid?: { from?: string; to?: string }
  recognise?: RecogniseSource
  /** A letter does not give graded judgements: no scale, and a stated grade is a problem (`ungraded-letter`). */
  letter?: boolean
  scale?: ScaleSource
  cover?: CoverSource
  contents?: { title: string; aliases?: string[] }
  sections?: SectionSource[]
  /** By section id: the keys that differ; null removes the section. */
  change?: Record<string, Partial<SectionSource> | null>
  /**
   * Sections put after (`after`) or into (`into`, at its end) an existing one; at the end where neither is
   * given.
   */
  add?: { after?: string; into?: string; section: SectionSource }[]
  summary?: SummarySource
  limits?: LimitSource[]
  outcomes?: OutcomesSource
  timescales?: string[]
  /** What a new report has besides its cover and sections. */
  draft?: DraftSource
  /**
   * `continuous`: from 1 through the report. `after-cover`: the same, but rows of the cover may be numbered by
   * themselves. `by-section`: 1.1, 1.2, 2.1. `none`: no number is a paragraph number.
   */
  numbering?: 'continuous' | 'after-cover' | 'by-section' | 'none'
  openings?: OpeningsSource
  /**
   * Names of the inspectorates that carry out such inspections. "Judged good by Ofsted" repeats what one of them has
   * said elsewhere, and the id of a type may begin with the first one's name.
   */
  inspectorates?: string[]
  /**
   * Names, telephone numbers, addresses and postcodes that reports of this type may have, since they identify nobody:
   * the inspectorate's own, and what a published review calls its child (`identifying-detail`).
   */
  wellKnown?: string[]
  others?: OthersSource
  placeholders?: string[]
  /** Sentences that belong to one section and may be in another by mistake (`mismatched-standard-sentence`). */
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
  /**
   * The title; `{authority}` matches a name of up to eight words. The title may be wrapped over several lines.
   */
  titles?: string[]
  /** Lines of which at least one must be in the text as well, where the title alone is not enough. */
  with?: string[]
}

export interface ScaleSource {
  /** The grade line as a template: `Grade {number} ({word})`. */
  line: string
  /** Best first, whichever way their numbers run. */
  grades: GradeSource[]
  /** What is in the place of a grade where a judgement is given none: `not judged`. */
  none?: string[]
}

export interface GradeSource {
  word: string
  number?: number
  aliases?: string[]
  /** What the grade means, as the report itself explains it. */
  meaning?: string
  /**
   * What a sentence says after a singular and a plural subject, including the verb where it is not "is" or
   * "are": `requires improvement to be good`, `require improvement to be good`.
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
  /** A date (`2014-03-01`) for a field that the reports of inspections from then on must have. */
  required?: boolean | string
  /** Written after the label when the field is inserted. */
  example?: string
}

export interface SectionSource {
  id: string
  title: string
  /** What narrow lists call it: `Help and protection`. A new title has none unless it gives its own. */
  short?: string
  aliases?: string[]
  /**
   * `false` for a section that may be left out; `usually` for one that nearly every report has; a date
   * (`2010-11-01`) from which it must be there.
   */
  required?: boolean | string
  /** The section may appear more than once ("Practice study: …"; its title is then a beginning). */
  repeatable?: boolean
  /** The title is a beginning: whatever follows on the line belongs to it. */
  prefix?: boolean
  /** The section may be at any place among its neighbours. */
  anywhere?: boolean
  /** People and organisations are named here, with their addresses: inspectors, directors (`identifying-detail`). */
  namesPeople?: boolean
  /** The paragraphs here may be numbered from 1 again, as in a report of its own. */
  ownNumbers?: boolean
  contents?: Presence
  /**
   * Where the grade of the judgement is: on a line of its own; after the title (": good"); at the end of a
   * sentence that takes the place of the heading ("The graded judgement … is that it is good"), of which the
   * aliases are the beginnings; in the summary table, and in the text only where a box repeats it.
   */
  grade?: 'line' | 'suffix' | 'sentence' | 'table'
  /** `group` has no text of its own; `recommendations` holds timescales; `summary` is the summary table. */
  kind?: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  /** Phrases, one of which names this judgement in its opening sentence; the title always counts. */
  subjects?: string[]
  /**
   * A name that sections of other types have as well if they judge much the same, so that inspections of different
   * kinds can be compared.
   */
  sameAs?: string
  /** The standard opening, in which `{grade}` and `{authority}` are filled in. */
  opening?: string
  /**
   * What a new report has under the heading, a paragraph, list item (`- …`) or table row (`| … |`) each, in
   * the form of `DraftSource`. A section that has this is written even where it may be left out.
   */
  draft?: string[]
  sections?: SectionSource[]
}

/**
 * Paragraphs that a new report begins and ends with. Words in square brackets are places to fill in; after
 * bars are the words to choose from: `[outcome|It is good.|It is poor.]`. `{authority}` and `{grade}` are
 * filled in.
 */
export interface DraftSource {
  /** The title; if left out, the first of those by which a report is recognised. */
  title?: string
  /** Above the title, as in a letter: `{day}` is its date. */
  above?: string[]
  /** Between the cover and the first section. */
  introduction?: string[]
  /** After the last section. */
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
  /** The id by which limits name the row; the section's id where it has one. */
  id?: string
  title?: string
  /** What narrow lists call a row without a section, or a group. */
  short?: string
  aliases?: string[]
  /** Printed number of the row ("2.1"), not part of its title. */
  label?: string
  /** Id of the section whose grade the row states; its title is the row's unless `title` says otherwise. */
  section?: string
  required?: boolean
  /**
   * The judgement is in sentences of the cover instead of a row: "Children's services in {authority} are
   * {grade}".
   */
  statements?: string[]
  rows?: RowSource[]
}

/** If enough of the judgements have one of these grades, another can be at most, or must be, this. */
export interface LimitSource {
  /** Ids of rows or of graded sections, and how many of them must have the grade (1 if left out). */
  of: string[]
  atLeast?: number
  is: string[]
  /** The judgement that is limited. */
  then: string
  /** The best it can be; `exactly` where it must be exactly that. */
  atMost?: string
  exactly?: string
  /** Also the other way round: the limited grade is given only where the condition holds. */
  onlyIf?: boolean
  /** The source of the limit; given on the page of the problem, not in the message. */
  source?: string
}

/** The report states at most one of these outcomes. */
export interface OutcomesSource {
  /** Id of the section that states it. */
  section: string
  /** Every report states one; otherwise its section may leave it out. */
  required?: boolean
  /** Best first. */
  of: OutcomeSource[]
}

export interface OutcomeSource {
  id: string
  /** Words that state it. */
  words: string[]
  /** Sections that must be in the report with this outcome, and that must not. */
  needs?: string[]
  excludes?: string[]
  /** Words that go with this outcome, and not with one that does not list them: when the next inspection is. */
  says?: string[]
}

export interface OpeningsSource {
  /** Words that may be around the name of a judgement without narrowing it. */
  words?: string[]
  /** Words in names of judgements that would fit several of them, and so do not show which one is meant. */
  common?: string[]
}

/** Words of other kinds of report, which may be in one of these by mistake or as a reference to the other. */
export interface OthersSource {
  /** Grades of other scales, which somebody may write in place of one of this scale, or in a letter without grades. */
  grades?: string[]
  /** Beginnings of the names of other reports' judgements: in a letter, what is given a grade. */
  judgements?: string[]
  /** What other inspections are called before the word "inspection": `unannounced`. */
  inspections?: string[]
}

export interface StandardSentenceSource {
  /** Id of the section where it belongs. */
  section: string
  /** Words by which the sentence is recognised in any section that has a standard sentence of its own. */
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
