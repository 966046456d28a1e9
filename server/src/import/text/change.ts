/** What an import has changed, or has left for the user to decide. */

import { singleSpaced } from '../../text/spaces'

export type ChangeKind =
  | 'page-furniture' // a header or footer left out
  | 'page-number' // left out
  | 'joined-lines' // a paragraph that was broken over lines, all its lines at once
  | 'joined-word' // a word broken at a line's end with a hyphen
  | 'joined-paragraph' // a paragraph broken by a page break or a lost paragraph break
  | 'bullet' // in the recommended form
  | 'list-mark' // put back
  | 'footnote'
  | 'title'
  | 'status'
  | 'field'
  | 'contents'
  | 'heading'
  | 'grade'
  | 'paragraph-number'
  | 'number-alone' // the number of a paragraph on a line of its own
  | 'table'
  | 'misread-word'
  | 'lost-hyphen'
  | 'tracked-change'
  | 'struck-out'
  | 'hidden-text'
  | 'comment'
  | 'resolved-comment'
  | 'note'
  | 'link' // whose address is left out
  | 'picture'
  | 'chart'
  | 'embedded-file' // in a Word document, a file of any kind, which is not read
  | 'several-reports'
  | 'unreadable' // characters that no encoding has
  | 'placeholder' // a field of a form that nobody has filled in

/** One thing that was changed, or that was found and left as it is. */
export interface Change {
  readonly kind: ChangeKind
  /** The line of the source that it is on, counted from 0. */
  readonly line: number
  /** What was done, or what is to be decided: one or two short sentences in the user's words. */
  readonly message: string
  /** The words as they were in the source. */
  readonly before?: string
  /** The words as they are in the draft. */
  readonly after?: string
  /** How many lines it is about, where they became one. */
  readonly count?: number
  /** Was something done? If not, the text is as it was and the user has to look at it. */
  readonly decided: boolean
}

/** A line of text together with the line of the source that it comes from. */
export interface SourceLine {
  readonly text: string
  /** Counted from 0. */
  readonly line: number
}

/** The lines after a step of the tidying, and what the step changed. */
export interface Step {
  readonly lines: readonly SourceLine[]
  readonly changes: readonly Change[]
}

/** A decided change. */
export function done(
  kind: ChangeKind,
  line: number,
  message: string,
  words: Pick<Change, 'before' | 'after' | 'count'> = {},
): Change {
  return { kind, line, message, ...words, decided: true }
}

/** Something left as it is, for the user to decide. */
export function open(
  kind: ChangeKind,
  line: number,
  message: string,
  words: Pick<Change, 'before' | 'after'> = {},
): Change {
  return { kind, line, message, ...words, decided: false }
}

/** The beginning of a long text, for a message: "The council has kept its…". */
export function excerpt(text: string, length = 60): string {
  const flat = singleSpaced(text).trim()
  if (flat.length <= length) return flat
  const cut = flat.lastIndexOf(' ', length)
  return `${flat.slice(0, cut > length / 2 ? cut : length)}…`
}
