/** Answers what would bring one part of a report in line with another. */

import * as l10n from '@vscode/l10n'
import type { PlanOrReason } from '../features/plan'
import { renumbered, updatedContents, updatedSections, updatedTable } from '../features/updates'
import type { Report } from '../report/model'
import type { Context } from './context'
import { reportOf } from './documents'
import { editPlanOf } from './edit-plans'
import { type EditPlanResult, type Update, type UpdateParams, updateMethod } from './protocol'

const updates: Readonly<Record<Update, (report: Report) => PlanOrReason>> = {
  numbers: renumbered,
  contents: updatedContents,
  table: updatedTable,
  sections: updatedSections,
}

export function serveUpdates({ connection, texts }: Context): void {
  connection.onRequest<EditPlanResult, void>(
    updateMethod,
    ({ textDocument, update }: UpdateParams): EditPlanResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined)
        return { error: l10n.t('This document is not an inspection report of a known type.') }
      return editPlanOf(document, report.lines, updates[update](report))
    },
  )
}
