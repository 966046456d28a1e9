/** Plans of changes in the form of the protocol. */

import type { TextDocument } from 'vscode-languageserver-textdocument'
import { withLineEndsOf } from '../../features/edit/fix-all'
import type { PlannedChange, PlanOrReason } from '../../features/edit/plan'
import type { LineIndex } from '../../text/lines'
import { editOf } from '../convert'
import type { EditPlanResult } from '../protocol'

/** The plan for the document's present version; inserted text uses the line ends of the document. */
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
