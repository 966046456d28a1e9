/** What a Word document or PDF carries besides the text that is read in it, as its reader found it. */

import type { Span } from '../../text/span'

export type FileTraceKind =
  | 'tracked-changes'
  | 'comments'
  | 'hidden-text'
  | 'struck-text'
  | 'highlighting'
  /** Fetched from elsewhere when the file is opened, or leading to somebody's computer. */
  | 'fetching'
  /** Files, programs and scripts inside the file. */
  | 'embedded'
  /** Who wrote it and where, and whatever else is stored beside the text. */
  | 'properties'
  /** What a header, a watermark or a property says of a draft. */
  | 'draft-marks'

export interface FileTrace {
  readonly kind: FileTraceKind
  /** What it is, in the user's words: `Deleted`, `Author`, `Comment by Ann Quill`. */
  readonly what: string
  /** The words that are deleted, the author's name; empty where there are none. */
  readonly words: string
  /** Where it is in the text that was read; undefined for what is in none of it. */
  readonly at: number | undefined
  /** Where it is in the file, for what is not in the text: `a header`, `a footnote`; empty for the file as a whole. */
  readonly where: string
}

export interface FileContents {
  readonly kind: 'word' | 'pdf'
  readonly traces: readonly FileTrace[]
  /** Is a note of the text one that somebody typed, and not a comment or highlighting that was read as one? */
  readonly isTyped: (note: Span) => boolean
}
