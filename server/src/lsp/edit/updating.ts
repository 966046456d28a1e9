/** Answers what would bring one part of a report into line with another. */

import type { PlanOrReason } from '../../features/edit/plan'
import {
  renumbered,
  updatedContents,
  updatedSections,
  updatedTable,
} from '../../features/edit/updates'
import type { Report } from '../../report/model'
import { answerInSlices, notAReport } from '../answering'
import type { Context } from '../context'
import { type EditPlanResult, type Update, type UpdateParams, updateMethod } from '../protocol'
import { editPlanOf } from './edit-plans'

const updates: Readonly<Record<Update, (report: Report) => PlanOrReason>> = {
  numbers: renumbered,
  contents: updatedContents,
  table: updatedTable,
  sections: updatedSections,
}

export function serveUpdates(context: Context): void {
  answerInSlices<UpdateParams, EditPlanResult>(
    context,
    updateMethod,
    ({ document, report }, { update }) =>
      editPlanOf(document, report.lines, updates[update](report)),
    notAReport,
  )
}
