/** The report-type format as it stands in a YAML file (see docs/report-types.md). */

export type Presence = 'always' | 'never' | 'optional'
export type RuleSeverity = 'off' | 'hint' | 'information' | 'warning' | 'error'

export interface TypeSource {
  id: string
  name: string
  valid?: { from?: string; to?: string }
  recognise: { titles: string[] }
  scale?: ScaleSource
  cover?: CoverSource
  contents?: { title: string; aliases?: string[] }
  sections: SectionSource[]
  summary?: SummarySource
  timescales?: string[]
  numbering?: 'continuous' | 'none'
  openings?: { words?: string[] }
  placeholders?: string[]
  /** Severities that differ from the rules' own defaults. */
  rules?: Record<string, RuleSeverity>
}

export interface ScaleSource {
  /** The grade line as a template: `Grade {number} ({word})`. */
  line: string
  grades: GradeSource[]
}

export interface GradeSource {
  word: string
  number?: number
  aliases?: string[]
  /** What the grade means, as the report itself explains it. */
  meaning?: string
  /** The complement after "is" and after "are", where it differs from the word. */
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
  /** `false` for a section that may be left out; a date (`2010-11-01`) from which it must be there. */
  required?: boolean | string
  contents?: Presence
  /** Where the grade of the judgement stands; none if the section is no judgement. */
  grade?: 'line' | 'suffix'
  /** `group` has no text of its own; `recommendations` holds timescales; `summary` is the summary table. */
  kind?: 'text' | 'group' | 'recommendations' | 'summary' | 'scale'
  /** Phrases of which one names this judgement in its opening sentence; the title always counts. */
  subjects?: string[]
  /** The standard opening; `{grade}`, `{authority}` are filled in. */
  opening?: string
  sections?: SectionSource[]
}

export interface SummarySource {
  rows: RowSource[]
}

export interface RowSource {
  /** Title of a group row, or of a row without a section. */
  group?: string
  title?: string
  aliases?: string[]
  /** Id of the section whose grade the row states; its title is the row's unless `title` says otherwise. */
  section?: string
  required?: boolean
  rows?: RowSource[]
}
