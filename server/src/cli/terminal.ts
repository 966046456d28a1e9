/** What the commands need from the process that they run in, and what they return to it. */

import type { SurroundingsOptions } from './surroundings'

export interface Terminal {
  /** The folder that names of files are relative to. */
  readonly cwd: string
  readonly colour: boolean
  readonly readStdin: () => Promise<Uint8Array>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** How far a long work is: shown on a line of its own that the next one replaces; absent where nobody watches. */
  readonly progress?: (line: string | undefined) => void
  /** Makes this process the language server. */
  readonly startServer?: () => void
  /** The file that worker threads run; absent where everything has to be done in this thread. */
  readonly program?: string
}

/**
 * `0`: all is well; `1`: a finding at or above the chosen severity; `2`: something could not be read or run.
 */
export type ExitStatus = 0 | 1 | 2

/** The status of a run whose output could not be written, whatever was found. */
export const outputLost = 3

export const failOnLevels = ['error', 'warning', 'information', 'hint', 'never'] as const
export type FailOn = (typeof failOnLevels)[number]

/** Options of the commands that check. */
export interface CommandOptions extends SurroundingsOptions {
  readonly failOn: FailOn
  /** Are words of the reports shown? Otherwise, no output has one. */
  readonly text: boolean
  /** Problems only, without sums and progress. */
  readonly quiet: boolean
  /** What the standard input is called, which decides the report types and settings that are used for it. */
  readonly stdinFilename?: string
}
