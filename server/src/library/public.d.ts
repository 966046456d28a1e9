/**
 * Inspection reports as a library: texts and bytes in, plain data out. Nothing is read or written, and nothing is
 * sent anywhere.
 */

/** How a text is to be read. */
export interface ReadOptions {
  /** The id of the report's type, such as `ofsted-ilacs`, where its first lines do not show it. */
  readonly type?: string
  /**
   * Report types of your own, each the text of a YAML file, beside the built-in ones. One that cannot be used makes
   * the call throw an `Error` that says why.
   */
  readonly types?: readonly string[]
}

/** How a text is to be checked. */
export interface CheckOptions extends ReadOptions {
  /**
   * How serious the problems of rules are, by the ids of the rules: `{ 'open-note': 'off' }`. A rule or level that does
   * not exist makes the call throw an `Error` that says so.
   */
  readonly rules?: Readonly<Record<string, 'off' | 'hint' | 'information' | 'warning' | 'error'>>
}

/** How a Word document is to be written. */
export interface ExportOptions extends ReadOptions {
  /** The bytes of a Word document from which the report takes styles, headers and footers. */
  readonly template?: Uint8Array
  /** Do notes among colleagues become comments? They are left out otherwise. */
  readonly comments?: boolean
}

/** A place in the text. */
export interface Position {
  /** Counts from 1. */
  readonly line: number
  /** Counts from 1, in UTF-16 code units. */
  readonly column: number
  /** Counts from 0, in UTF-16 code units: an index of the string that was given. */
  readonly offset: number
}

/** A stretch of the text; `end` is after its last character. */
export interface Span {
  readonly start: Position
  readonly end: Position
}

/** A text that was read as a report. */
export interface Report {
  /** The id of its type. */
  readonly type: string
  readonly status: 'draft' | 'finished'
  /** The sections with a title of the type, in the order of the text, those inside others too. */
  readonly sections: readonly Section[]
  readonly judgements: readonly Judgement[]
  /** The numbered paragraphs. */
  readonly paragraphs: readonly Paragraph[]
}

/** A section: its heading and everything under it. */
export interface Section extends Span {
  /** As the report writes it. */
  readonly title: string
  /** The titles of the sections that it is in, outermost first. */
  readonly part: readonly string[]
}

export interface Paragraph extends Span {
  /** As it is written: `12`, `1.2`. */
  readonly number: string
}

/** A judgement with all the places that state it. */
export interface Judgement {
  readonly title: string
  /** The titles of the parts of the report that it is in, outermost first. */
  readonly part: readonly string[]
  /** Null where the places disagree, or none states a grade. */
  readonly grade: string | null
  readonly mentions: readonly Mention[]
}

/** A place that states a judgement, or names it. */
export interface Mention extends Span {
  readonly kind: 'heading' | 'grade' | 'opening' | 'row' | 'contents'
  /** Null where it states none. */
  readonly grade: string | null
}

/** Something that is wrong, or still to be written. */
export interface Problem extends Span {
  /** The id of the rule that found it. */
  readonly rule: string
  readonly severity: 'hint' | 'information' | 'warning' | 'error'
  /** True in a draft for what is not written yet. It is a hint then, whatever the rule is. */
  readonly toDo: boolean
  /** What is wrong and what to do, in one or two sentences that may quote the report. */
  readonly message: string
  /** Other places that it is about. */
  readonly related: readonly ({ readonly message: string } & Span)[]
  /** Those that settle other problems too are listed only with the first problem of the rule. */
  readonly fixes: readonly Fix[]
}

/** One way to put a problem right. */
export interface Fix {
  /** As an instruction: `Write "good"`. */
  readonly title: string
  /** True if it cannot change what the report says; only such fixes are made by `fix`. */
  readonly safe: boolean
  /** Edits of the text as it was given, to be made together. */
  readonly edits: readonly ({ readonly newText: string } & Span)[]
}

/** A text in which problems were put right. */
export interface Fixed {
  /** The string that was given, if nothing was put right. */
  readonly text: string
  /** What was put right, in the order in which it was done. */
  readonly applied: readonly { readonly rule: string; readonly title: string }[]
}

/** A draft that was made from something else. */
export interface Imported {
  readonly text: string
  /** Is the draft a report of a known type? Otherwise the text is given back as it was read. */
  readonly isReport: boolean
  /** What was changed, and what is left for somebody to decide. */
  readonly changes: readonly Change[]
}

/** One thing that an import has changed, or has found and left as it is. */
export interface Change {
  /** In one or two sentences. */
  readonly message: string
  /** The line of the source, counted from 1. */
  readonly line: number
  /** Was something done? If not, somebody has to look at it. */
  readonly decided: boolean
}

/** Reads a text; undefined where it is not a report of a known type. Any text can be read, and nothing is thrown. */
export function parse(text: string, options?: ReadOptions): Report | undefined

/** What is wrong in a text, in its order; nothing where it is not a report of a known type. */
export function check(text: string, options?: CheckOptions): readonly Problem[]

/** Makes the fixes that cannot change what a report says. Fixing the result again changes nothing. */
export function fix(text: string, options?: CheckOptions): Fixed

/** The judgements of a text, in its order; none where it is not a report of a known type. */
export function judgements(text: string, options?: ReadOptions): readonly Judgement[]

/** Makes a draft of a text that was pasted or taken out of another file. Any text can be read. */
export function importText(text: string, options?: ReadOptions): Promise<Imported>

/** Makes a draft of a Word document (.docx). An `Error` with one clear sentence rejects what cannot be read. */
export function importWord(bytes: Uint8Array, options?: ReadOptions): Promise<Imported>

/** Makes a draft of a PDF. An `Error` with one clear sentence rejects what cannot be read. */
export function importPdf(bytes: Uint8Array, options?: ReadOptions): Promise<Imported>

/** Writes a report as a Word document; rejects with an `Error` where the text is not a report of a known type. */
export function exportWord(text: string, options?: ExportOptions): Promise<Uint8Array>
