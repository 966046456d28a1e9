/** Changes that a command would make to a document, for the user to look at before they are made. */

import type { Range } from 'vscode-languageserver-protocol'

/** Changes to one version of a document, made as one step that can be undone. */
export interface EditPlan {
  readonly uri: string
  /**
   * The version of the document that the edits are made for: in any other they would go to the wrong places.
   */
  readonly version: number
  /** What is done, as an instruction: `Set "Being healthy" to good`. */
  readonly title: string
  /** In the order of the text; no two touch the same words. */
  readonly edits: readonly PlannedEdit[]
  /** What else the user should know before deciding, in sentences. */
  readonly remarks: readonly string[]
  readonly error?: undefined
}

/** One change that can be accepted or declined by itself. */
export interface PlannedEdit {
  readonly range: Range
  readonly newText: string
  /** Where and what, in the user's words: `Paragraph 14: 15 → 14`. */
  readonly label: string
  /** The words around. */
  readonly description: string
  /** Is it made unless the user says otherwise? Where false, it is made only if they ask for it. */
  readonly ticked: boolean
}

/** A plan; or a sentence that tells the user why there is not one. */
export type EditPlanResult = EditPlan | { readonly error: string }
