/** The report as Word is to show it: parts in their order, each with its role, and without the draft's marks. */

/** A stretch of text with the same formatting. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Still to be written, and marked as such: `[TBC]`. */
  readonly open?: boolean
  /** The address that it is a link to. */
  readonly link?: string
  /** The footnote whose mark is here; there is then no text. */
  readonly footnote?: Runs
  /** What colleagues say of these words; without any, of the place. */
  readonly comments?: readonly Comment[]
}

/** A note of a draft that goes out as a comment of Word. */
export interface Comment {
  readonly id: number
  /** Empty where the draft does not say. */
  readonly author: string
  /** The day, `2025-03-03`, where the draft says so. */
  readonly date: string | undefined
  readonly text: string
}

export type Runs = readonly Run[]

export type Part =
  | { readonly kind: 'title'; readonly runs: Runs }
  /** The name of the authority, on a line of its own. */
  | { readonly kind: 'authority'; readonly runs: Runs }
  /** A line of the cover; `label` is the name of a field with its colon, otherwise empty. */
  | { readonly kind: 'cover'; readonly label: string; readonly runs: Runs }
  | { readonly kind: 'contents'; readonly title: string; readonly entries: readonly ContentsLine[] }
  | HeadingPart
  | { readonly kind: 'grade'; readonly runs: Runs }
  | { readonly kind: 'timescale'; readonly runs: Runs }
  /**
   * A paragraph that Word numbers. `isMissing`: it has no number in the draft, but the paragraphs around it leave
   * this one free for it.
   */
  | {
      readonly kind: 'numbered'
      readonly number: number
      readonly isMissing: boolean
      readonly runs: Runs
    }
  | { readonly kind: 'text'; readonly runs: Runs }
  /** `mark` is what goes before an item with a letter (`(a)`); others get a bullet. */
  | {
      readonly kind: 'item'
      readonly level: number
      readonly mark: string | undefined
      readonly runs: Runs
    }
  | TablePart

/** A part, and the 0-based line of the report's text on which it begins. */
export interface PlacedPart {
  readonly part: Part
  readonly line: number
}

export interface HeadingPart {
  readonly kind: 'heading'
  /** Counted from 1, as Word counts heading styles. */
  readonly level: number
  readonly runs: Runs
  /** Leads from the contents to the heading; undefined for a heading that the contents leave out. */
  readonly anchor: string | undefined
  /** Does it begin a new page, as the first one after the contents and the table of all judgements do? */
  readonly newPage: boolean
}

export interface ContentsLine {
  readonly title: string
  /** Counted from 1. */
  readonly level: number
  readonly page: number | undefined
  /** The heading's anchor; undefined where the report has no such section. */
  readonly anchor: string | undefined
}

export interface TablePart {
  readonly kind: 'table'
  /** Is the first row a header? */
  readonly header: boolean
  readonly rows: readonly TableRow[]
  /** The line after its last, counted from 0. */
  readonly endLine: number
}

export interface TableRow {
  readonly cells: readonly Runs[]
  /** The line on which it begins, counted from 0. */
  readonly line: number
  /** Is it the title of a group of rows in the summary table? */
  readonly group: boolean
}

/** Is anything shown? Comments alone are not. */
export function isShown(runs: Runs): boolean {
  return runs.some(({ text, footnote }) => text !== '' || footnote !== undefined)
}

/** The text of the runs, without their formatting. */
export function plainText(runs: Runs): string {
  return runs.map(({ text }) => text).join('')
}
