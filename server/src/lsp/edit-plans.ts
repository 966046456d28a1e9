/** Plans of changes as the protocol has them. */

import type { TextDocument } from 'vscode-languageserver-textdocument'
import { withLineEndsOf } from '../features/fix-all'
import type { PlannedChange, PlanOrReason } from '../features/plan'
import type { LineIndex } from '../text/lines'
import { editOf } from './convert'
import type { EditPlanResult } from './protocol'

/** The plan for the document's present version; what it puts in takes the line ends of the text. */
export function editPlanOf(
  document: TextDocument,
  lines: LineIndex,
  plan: PlanOrReason,
): EditPlanResult {
  if ('error' in plan) return plan
  const { title, changes, remarks } = plan
  const newTexts = withLineEndsOf(lines.text, changes)
  return {
    uri: document.uri,
    version: document.version,
    title,
    edits: changes.map(({ label, description, ticked }: PlannedChange, index) => ({
      ...editOf(lines, newTexts[index] as PlannedChange),
      label,
      description,
      ticked,
    })),
    remarks,
  }
}
