/** The report as Word is to show it: parts in their order, each with its role, and nothing of the draft's marks. */

/** A stretch of text that looks the same. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  /** Still to be written, and marked as such: `[TBC]`. */
  readonly open?: boolean
  /** The footnote that has its mark here, where there is no text then. */
  readonly footnote?: Runs
}

export type Runs = readonly Run[]

export type Part =
  | { readonly kind: 'title'; readonly runs: Runs }
  /** The name of the authority, on a line of its own. */
  | { readonly kind: 'authority'; readonly runs: Runs }
  /** A line of the cover; `label` is the name of a field with its colon, else empty. */
  | { readonly kind: 'cover'; readonly label: string; readonly runs: Runs }
  | { readonly kind: 'contents'; readonly title: string; readonly entries: readonly ContentsLine[] }
  | HeadingPart
  | { readonly kind: 'grade'; readonly runs: Runs }
  | { readonly kind: 'timescale'; readonly runs: Runs }
  /**
   * A paragraph that Word numbers. `isMissing`: it has no number in the draft, but the paragraphs around
   * it leave this one for it.
   */
  | {
      readonly kind: 'numbered'
      readonly number: number
      readonly isMissing: boolean
      readonly runs: Runs
    }
  | { readonly kind: 'text'; readonly runs: Runs }
  /** `mark` is what stands before an item that has letters (`(a)`); others get a bullet. */
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
  /** From 1, as Word counts heading styles. */
  readonly level: number
  readonly runs: Runs
  /** By which the contents find the heading; undefined for one that the contents leave out. */
  readonly anchor: string | undefined
  /** Does it begin a new page: the first behind the contents, and the table of all judgements? */
  readonly newPage: boolean
}

export interface ContentsLine {
  readonly title: string
  /** From 1. */
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
}

export interface TableRow {
  readonly cells: readonly Runs[]
  /** The title of a group of rows in the summary table. */
  readonly group: boolean
}

/** The text of the runs, without their looks. */
export function plainText(runs: Runs): string {
  return runs.map(({ text }) => text).join('')
}
