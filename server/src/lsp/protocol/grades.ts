/** Setting the grade of a judgement. */

import type { Position, TextDocumentIdentifier } from 'vscode-languageserver-protocol'
import type { GradeChoice, JudgementChoice } from '../../features/edit/grade-choices'

/** Client to server: the grades of a report's scale, and the judgements to choose from. */
export const gradeChoicesMethod = 'inspectionReports/gradeChoices'

export interface GradeChoicesParams {
  readonly textDocument: TextDocumentIdentifier
  /** Where the user is, so that the judgement there need not be chosen. */
  readonly position: Position
}

/** `error` says, for the user, why no grade can be set. */
export type GradeChoicesResult =
  | {
      readonly version: number
      readonly grades: readonly GradeChoice[]
      readonly judgements: readonly ChoosableJudgement[]
      /** The judgement at the position, as its index in `judgements`; null where there is none. */
      readonly at: number | null
      readonly error?: undefined
    }
  | { readonly error: string }

export interface ChoosableJudgement extends Omit<JudgementChoice, 'offset'> {
  /** A place by which `setGradeMethod` identifies it. */
  readonly position: Position
}

/** Client to server: what has to change for a judgement to have a grade wherever it is stated. */
export const setGradeMethod = 'inspectionReports/setGrade'

/** Answered with an `EditPlanResult`. */
export interface SetGradeParams {
  readonly textDocument: TextDocumentIdentifier
  /** The version that the position belongs to: in any other it may be the position of something different. */
  readonly version: number
  /** Any place of the judgement. */
  readonly position: Position
  /** "good", "2" or "Grade 2". */
  readonly grade: string
}
