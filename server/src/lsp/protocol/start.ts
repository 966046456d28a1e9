/** What a client passes to the server at the start, and the settings. */

/** What a client may pass to the server at the start; all of it may be left out. */
export interface InitializationOptions {
  /** The folder of the documentation, so that a problem can link to the page of its rule. */
  readonly docsUri?: string
  /** Does the client want to hear what every check found (`checkedMethod`)? */
  readonly tellsChecks?: boolean
  /** Does the client have `goToCommand`, so that lenses can lead somewhere? */
  readonly goesTo?: boolean
  /** Does the client have the commands that ignore a problem with a reason, and the one that switches a rule off? */
  readonly ignores?: boolean
  /** Does the client answer `readTextMethod`? Otherwise the server reads files by itself. */
  readonly readsTexts?: boolean
  /** What is said in the user's language, keyed by the English text; English where one is left out. */
  readonly translations?: Readonly<Record<string, Translation>>
  /** The settings, for clients that cannot be asked for them. */
  readonly settings?: SettingsSection
}

/** A text of a bundle, `"{0}" manque.`, alone or with the comment for its translators. */
export type Translation = string | { readonly message: string; readonly comment: string[] }

/** The first message to a server that is a worker, before any of the protocol. */
export interface WorkerStart {
  /** The address of the folder with the bundles that are loaded when they are used. */
  readonly bundles: string
}

/** Server to client, from a worker, which has no files: the texts in a folder and everything below it. */
export const folderTextsMethod = 'inspectionReports/folderTexts'

export interface FolderTextsParams {
  /** The address of the folder. */
  readonly folder: string
}

/** In the order of their names. `size` is in bytes; `changed` differs for every change. */
export type FolderTextsResult = readonly {
  readonly uri: string
  readonly size: number
  readonly changed: number
}[]

/** Server to client, from a worker: the bytes of a file in base64; fails for what cannot be read. */
export const readFileMethod = 'inspectionReports/readFile'

export interface ReadFileParams {
  readonly uri: string
}

/** The settings below `inspectionReports`, as the user wrote them. */
export interface SettingsSection {
  /** By rule id: `off`, `hint`, `information`, `warning`, `error` or `default`. */
  readonly rules?: Readonly<Record<string, unknown>>
  /** Are places shown above the lines of judgements, rows and timescales? True unless it is set. */
  readonly codeLens?: unknown
  /** Type ids by file pattern: `{ "**\/drafts/*.md": "ofsted-slac" }`. */
  readonly reportTypes?: Readonly<Record<string, unknown>>
}

export const settingsSection = 'inspectionReports'

/** Server to client: the text of a file that holds settings, as it is in an editor where it is open. */
export const readTextMethod = 'inspectionReports/readText'

export interface ReadTextParams {
  readonly uri: string
}

export interface ReadTextResult {
  /** Null where there is no such file, or it cannot be read. */
  readonly text: string | null
}

/**
 * The schemes of addresses at which old versions of a text can be viewed: those of git, of VS Code's Timeline,
 * of a comparison. Problems and judgements are those of the text as it is now.
 */
export const oldVersionSchemes: ReadonlySet<string> = new Set([
  'git',
  'vscode-local-history',
  'inspection-reports-earlier',
])

/** Asks for nothing but an answer: a server that answers it is alive, however long its other work takes. */
export const pingMethod = 'inspectionReports/ping'

/**
 * The scheme of the text of a Word document or PDF that is checked as it is: a report, but not one to be changed. The
 * query of such an address is the address of the file.
 */
export const fileTextScheme = 'inspection-reports-file'
