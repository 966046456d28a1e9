/**
 * The report model: what the parser found in a text and how it belongs together.
 *
 * A `Report` is an immutable value, made once per version of a text. All places are UTF-16 offsets
 * into `Report.text`.
 */

import type { Flow } from '../text/flow'
import type { LineIndex } from '../text/lines'
import type { Span, TextSpan } from '../text/span'
import type {
  FieldDefinition,
  Grade,
  ReportType,
  RowDefinition,
  SectionDefinition,
} from '../types/report-type'
import type { DateRange } from './cover/dates'
import type { GradeStatement, Opening } from './grades/stated'
import type { TextDate } from './marks/text-dates'
import type { UnknownType } from './recognise/named-type'

export type { DateRange } from './cover/dates'
export type { GradeStatement, Opening, OpeningStatement } from './grades/stated'

/** How the type was recognised; `nearly`: the first lines nearly name it. */
export type Sign = 'title' | 'headings' | 'nearly' | 'first lines' | 'settings' | 'user'

/** When inspections of a type took place: first and last day as ISO dates, as far as they are known. */
export interface TypeTime {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** With the date, where that decides between editions. */
export type RecognisedBy = Sign | `${Sign} and date`

export interface Report {
  readonly text: string
  readonly lines: LineIndex
  readonly type: ReportType
  /** How the type was recognised. */
  readonly recognised: RecognisedBy
  /** A type that the first lines name but that does not exist. */
  readonly unknownType: UnknownType | undefined
  /** A report with a cover field `Status: draft` is being written; any other counts as finished. */
  readonly status: 'draft' | 'finished'
  /**
   * The words of the cover that name the kind of report, or the first line with text: the place of any finding
   * about the whole report.
   */
  readonly title: TextSpan
  /** Stretches that follow each other without a gap from 0 to the end of the text. */
  readonly blocks: readonly Block[]
  readonly cover: Cover
  /**
   * The time of the type's inspections, where the inspection dates on the cover are outside it, so that they are
   * wrong; otherwise undefined.
   */
  readonly outsideTime: TypeTime | undefined
  readonly contents: Contents | undefined
  /** Sections in the order of the text, of all levels, those of the type only. */
  readonly sections: readonly Section[]
  /** Required sections that are not there, in the type's order; those inside a missing one are not listed. */
  readonly missingSections: readonly SectionDefinition[]
  /** Lines that are nearly a title whose place is vacant. They are in `sections` too. */
  readonly misspeltHeadings: readonly Section[]
  readonly numbering: Numbering
  readonly references: readonly Reference[]
  readonly summary: SummaryTable | undefined
  readonly notes: readonly Note[]
  readonly placeholders: readonly TextSpan[]
  /** The text as it is read, each paragraph on one line: what reads sentences looks here. */
  readonly flow: Flow
  /** The dates in the text, those of the cover included, outside notes and comments. */
  readonly dates: readonly TextDate[]
  readonly suppressions: readonly Suppression[]
  readonly judgements: readonly Judgement[]
  /** Grade lines that are not under their heading. */
  readonly displacedGrades: readonly DisplacedGrade[]
}

// --- Blocks -----------------------------------------------------------------------------------

export type BlockKind =
  | 'blank'
  | 'front-matter'
  | 'cover' // title and cover fields, and whatever else is before the contents
  | 'contents' // the contents, their heading included
  | 'heading'
  | 'grade' // a grade line
  | 'paragraph' // one fragment of a paragraph, numbered or not, one line or hard-wrapped lines
  | 'item' // a list item, with its wrapped lines
  | 'timescale' // "Within three months:"
  | 'table' // lines of a table that is not the summary table
  | 'summary' // the summary table, without its heading
  | 'furniture' // page headers, footers and numbers, form feeds
  | 'comment' // a suppression or another HTML comment alone on its line

export interface Block {
  readonly kind: BlockKind
  /** Whole lines, from the first character of the first to the line end of the last (included). */
  readonly start: number
  readonly end: number
  /** The first line, counted from 0, and the line after the last. */
  readonly firstLine: number
  readonly lastLine: number
  /** The text without surrounding white space, line ends and list mark or number. */
  readonly content: Span
}

// --- Cover ------------------------------------------------------------------------------------

export interface Cover {
  /** From the start of the text to the contents or the first section. */
  readonly span: Span
  readonly fields: readonly Field[]
  /** The name of the authority, where the cover gives it. */
  readonly authority: TextSpan | undefined
  /** Offset at which a missing field may be put on a line of its own. */
  readonly insertAt: number
}

export interface Field {
  /** Undefined for fields that every report may have (`status`, `report`). */
  readonly definition: FieldDefinition | undefined
  readonly id: string
  readonly label: TextSpan
  readonly value: TextSpan
  /** What the value says, for fields of a date kind; undefined where it is not a date. */
  readonly dates: DateRange | undefined
}

// --- Contents ---------------------------------------------------------------------------------

export interface Contents {
  readonly heading: TextSpan
  /** From the heading's line to the end of the last entry's line. */
  readonly span: Span
  /** From the first entry's line to the end of the last entry's line; empty, below the heading, without any. */
  readonly body: Span
  readonly entries: readonly ContentsEntry[]
  readonly missing: readonly Section[]
  readonly form: 'pipe' | 'tab' | 'dots' | 'space' | 'plain'
}

export interface ContentsEntry {
  readonly title: TextSpan
  readonly page: TextSpan | undefined
  /** The definition that the entry is matched with; undefined where no title of the type fits. */
  readonly definition: SectionDefinition | undefined
  /** The section in the text; undefined where it is not there. */
  readonly section: Section | undefined
  readonly placement: 'in-order' | 'misplaced' | 'duplicate' | 'unknown'
  /** The entry is on one line with others, as extraction leaves it. */
  readonly glued: boolean
}

// --- Sections ---------------------------------------------------------------------------------

export interface Heading {
  /** The whole line or lines, line end included. */
  readonly line: Span
  /** The title as written, without marks, colon and grade; in a box with its grade beside it, its first line. */
  readonly title: TextSpan
  /** The other lines of a title in a box. */
  readonly more?: readonly TextSpan[]
  /** `##` and the space after it, or empty. */
  readonly marks: TextSpan
}

export interface Section {
  readonly definition: SectionDefinition
  readonly heading: Heading
  /** From the heading's line to the next heading of the type. */
  readonly span: Span
  /** From the heading's line to the end of the last section in it. */
  readonly extent: Span
  readonly match: 'exact' | 'misspelt'
  readonly placement: 'in-order' | 'misplaced' | 'duplicate'
  /** The blocks of this section's own text, without its heading. */
  readonly blocks: readonly Block[]
  /** Does it have text of its own (grade lines, blank lines and furniture do not count)? */
  readonly hasText: boolean
  /** The grade stated under or in the heading; a displaced one is not here. */
  readonly grade: GradeStatement | undefined
  /** Where a grade line for this section would be put: the offset of a line start. */
  readonly gradeAt: number
  readonly opening: Opening | undefined
  readonly timescales: readonly Timescale[]
}

export interface Timescale {
  /** The heading as written, without its colon: `Within three months`. */
  readonly heading: TextSpan
  readonly line: Span
  /** The type's own wording; undefined where it is not one of them. */
  readonly name: string | undefined
  readonly items: readonly Block[]
}

export interface DisplacedGrade {
  readonly statement: GradeStatement
  /** The whole line, line end included. */
  readonly line: Span
  /** The section whose grade it is; undefined where every section near has its own. */
  readonly section: Section | undefined
}

// --- Paragraph numbers ------------------------------------------------------------------------

export interface Numbering {
  /** Numbered paragraphs in the order of the text. */
  readonly paragraphs: readonly Paragraph[]
  readonly faults: readonly NumberingFault[]
  /** Paragraphs broken by a page break: each pair is to be joined. */
  readonly splits: readonly Split[]
  /** Paragraphs with which the numbers rightly begin with 1 again: a part with numbers of its own. */
  readonly restarts: readonly Paragraph[]
}

export interface Paragraph {
  /** `12`, or `1.2` as one number: see `paragraph-number.ts`, which gives its text. */
  readonly number: number
  /** The digits, without the full stop after them. */
  readonly digits: Span
  /** Digits, full stop and white space before the text: what a renumbering or removal changes. */
  readonly label: Span
  /** From the first letter of the text to the end of its last fragment, white space trimmed. */
  readonly span: Span
  /** The pieces, more than one where a page break splits the paragraph. */
  readonly fragments: readonly Span[]
  /** The number is inside the running text, where extraction left it. */
  readonly displaced: boolean
}

export type NumberingFault =
  /** `paragraph` is numbered `paragraph.number`; `expected` is the number that would follow the one before. */
  | { readonly kind: 'skipped'; readonly paragraph: Paragraph; readonly expected: number }
  | {
      readonly kind: 'duplicate'
      readonly paragraph: Paragraph
      readonly first: Paragraph
      /** The number that the neighbours leave for it; undefined where they leave none or several. */
      readonly expected: number | undefined
    }
  | {
      readonly kind: 'out-of-order'
      readonly paragraph: Paragraph
      /** The paragraph before it. */
      readonly previous: Paragraph | undefined
      readonly expected: number | undefined
    }
  /** The number is in the running text; it belongs to the start of the paragraph, at `at`. */
  | { readonly kind: 'displaced'; readonly paragraph: Paragraph; readonly at: number }
  /** An unnumbered paragraph where the neighbours leave a number for it; `others` may as well have had it. */
  | {
      readonly kind: 'missing'
      readonly block: Block
      readonly others: readonly Block[]
      readonly expected: number
    }

export interface Split {
  /** From the end of the first piece to the start of the second. */
  readonly gap: Span
  readonly first: Span
  readonly second: Span
  /** Nothing but white space and page furniture is between the pieces, so that they can be joined. */
  readonly joinable: boolean
  /** A page ends between them in a text that keeps its pages and line ends: nothing is wrong with it. */
  readonly atPageEnd: boolean
}

/** "paragraph 14", or one number of "paragraphs 12 and 15". */
export interface Reference {
  /** The same as a paragraph's. */
  readonly number: number
  readonly digits: Span
  readonly paragraph: Paragraph | undefined
  /**
   * `itself` where it is in the paragraph that it names, other than as an end of "paragraphs 3 to 5"; `expected`
   * where a paragraph ought to have the number, so that the fault is that paragraph's.
   */
  readonly leads: 'there' | 'itself' | 'expected' | 'nowhere'
}

// --- Summary table ----------------------------------------------------------------------------

export interface SummaryTable {
  /** For a table on the cover, its first cell, on an empty line at its start. */
  readonly heading: Heading
  /** The table's lines, without its heading. */
  readonly span: Span
  readonly form: 'pipe' | 'tab' | 'columns' | 'lines'
  readonly entries: readonly SummaryEntry[]
  /** Required rows, not groups, that are not there. */
  readonly missing: readonly RowDefinition[]
}

export interface SummaryEntry {
  readonly kind: 'row' | 'group' | 'unknown'
  /** Its title; where that is wrapped over several lines, the first of them. */
  readonly label: TextSpan
  /** The rest of a title that is wrapped over several lines, a stretch for each. */
  readonly more: readonly Span[]
  /** The whole title, its lines joined by single spaces: `Children and young people are safe and feel safe`. */
  readonly words: string
  /** The whole line or lines, line end included. */
  readonly line: Span
  /** Where the grade is or would be; an empty span in an empty cell. */
  readonly cell: Span | undefined
  readonly grade: GradeStatement | undefined
  readonly definition: RowDefinition | undefined
  readonly placement: 'in-order' | 'reopened' | 'misplaced' | 'duplicate' | 'unknown'
  /** For a group row in the wrong place: the group that the rows below it belong to. */
  readonly rightGroup: RowDefinition | undefined
  /** For a misplaced row or group: the entry before which it belongs; undefined for the table's end. */
  readonly before: SummaryEntry | undefined
  /**
   * For a sentence on the cover, the first in the report's text that states the same judgement in its own
   * words.
   */
  readonly restated?: Opening
}

// --- Marks ------------------------------------------------------------------------------------

export interface Note {
  readonly span: Span
  /** The name or initials of whoever wrote it; empty where it does not say. */
  readonly author: string
  /** The day on which it was written, `2025-03-03`, where it says so: `[Note AB, 3 March 2025: …]`. */
  readonly date: string | undefined
  readonly text: TextSpan
}

export interface Suppression {
  /** The comment, `<!--` to `-->`. */
  readonly span: Span
  /** The whole line, line end included. */
  readonly line: Span
  readonly scope: 'next' | 'file'
  readonly rules: readonly TextSpan[]
  readonly reason: string
  /** What it covers: the block that follows, or the whole text. */
  readonly target: Span
}

// --- Judgements -------------------------------------------------------------------------------

export interface Judgement {
  readonly title: string
  /** Titles of what it is in, outermost first. */
  readonly part: readonly string[]
  readonly definition: SectionDefinition | RowDefinition
  readonly section: Section | undefined
  readonly row: SummaryEntry | undefined
  readonly contentsEntry: ContentsEntry | undefined
  /** In the order of the text. */
  readonly mentions: readonly Mention[]
  /** The grade on which all the places that state one agree; undefined where they differ or none states one. */
  readonly grade: Grade | undefined
  /** The places where its grade should be but was not read. While there are any, the judgement does not agree throughout. */
  readonly unread: readonly ('section' | 'row')[]
  /** The report says that it gives no grade (`Not judged`), and gives none. */
  readonly isNone: boolean
  readonly disagreement: Disagreement | undefined
}

export interface Mention {
  readonly kind: 'heading' | 'grade' | 'opening' | 'row' | 'contents'
  readonly span: Span
  readonly grade: Grade | undefined
}

/**
 * The places of one judgement say different things. `odd` is the place that disagrees with the two others;
 * where there is no majority it is the row, and without a row the opening sentence.
 */
export interface Disagreement {
  readonly odd: 'row' | 'section' | 'opening'
  readonly oddGrade: Grade
  /** The other places that state a grade: the one to link to first. */
  readonly others: readonly Mention[]
  /** What the other places say (the section's grade line first). */
  readonly otherGrade: Grade
}
