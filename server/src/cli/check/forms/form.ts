/** A form of the output of `check`: what is written for each file, and around all of them. */

import type { ReportData, Source } from '../../../features/data/report-data'
import type { Tally } from '../tally'

/**
 * A checked file as a form shows it. Forms are given nothing else: whether words of the report are in their output
 * was decided where these data were made.
 */
export interface ShownFile extends ReportData {
  readonly path: string
  readonly source: Source
}

/** The whole output is what `begin` gives, the pieces of all files with `between` between them, and what `end` gives. */
export interface Form {
  /** Do the data need fixes, judgements and paragraphs? */
  readonly needs: 'problems' | 'fixes' | 'everything'
  readonly begin: () => string
  /** Empty where nothing is written of the file. */
  readonly file: (file: ShownFile) => string
  /** A file that could not be read, and why. */
  readonly failure: (path: string, error: string) => string
  readonly between: string
  readonly end: (tally: Tally, unread: number) => string
}

export const formNames = ['text', 'json', 'sarif', 'github', 'html'] as const
export type FormName = (typeof formNames)[number]

export interface FormOptions {
  readonly colour: boolean
  /** Problems only: no sums, and nothing about files without problems. */
  readonly quiet: boolean
}
