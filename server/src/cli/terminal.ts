/** What the commands need from the process that they run in, and what they return to it. */

import type { CheckedFile } from './check/print'
import type { SurroundingsOptions } from './surroundings'

export interface Terminal {
  /** The folder that names of files are relative to. */
  readonly cwd: string
  readonly colour: boolean
  readonly readStdin: () => Promise<Uint8Array>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
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
}

/** The status for these files: a file that could not be read outweighs what was found. */
export function exitStatus(
  files: readonly CheckedFile[],
  failed: number,
  failOn: FailOn,
): ExitStatus {
  if (failed > 0) return 2
  if (failOn === 'never') return 0
  const graveEnough = new Set(failOnLevels.slice(0, failOnLevels.indexOf(failOn) + 1))
  const found = files.some(({ findings }) =>
    findings.some(finding => graveEnough.has(finding.toDo ? 'hint' : finding.severity)),
  )
  return found ? 1 : 0
}
