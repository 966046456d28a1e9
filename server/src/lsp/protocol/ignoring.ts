/** Ignoring problems, and doing something about all of a kind: commands of the client that the light bulb calls. */

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

/** Of the client: go to the next or previous problem of a rule, whose id may be given, and otherwise is at the cursor. */
export const nextOfKindCommand = 'inspectionReports.nextOfKind'
export const previousOfKindCommand = 'inspectionReports.previousOfKind'

/** Of the client: make the correction that is safe in every place of the kind of problem at the cursor. */
export const fixKindCommand = 'inspectionReports.fixKind'

/**
 * The kind of an action that corrects all problems of one rule: clients that are not told which problems an action
 * is about tell by its kind whose it is.
 */
export const fixKindOf = (rule: string): string => `quickfix.inspectionReports.kind.${rule}`
