/** Ignoring problems: commands of the client that the light bulb's actions call. */

import type { Position } from 'vscode-languageserver-protocol'

/** Of the client: asks for a reason, and writes the comment that ignores one problem. */
export const ignoreHereCommand = 'inspectionReports.ignoreHere'

/** Of the client: the same for all problems of a kind in the report. */
export const ignoreInReportCommand = 'inspectionReports.ignoreInReport'

/** The only argument of both. */
export interface IgnoreArgument {
  readonly uri: string
  /** The version that `position` was made for. */
  readonly version: number
  readonly rule: string
  readonly scope: 'ignore' | 'ignore-file'
  /** Where the comment's line goes. */
  readonly position: Position
}

/** Of the client: sets a rule to *off* in the user's settings; its argument is the id of the rule. */
export const switchOffCommand = 'inspectionReports.switchOff'
