/** Notes among colleagues: their list, and taking them out. */

import { openMarks, resolveNotes } from '../../features/lists/notes'
import { answerAtOnce, notAReport, nothing } from '../answering'
import type { Context } from '../context'
import { rangeOf, spanOf } from '../convert'
import { editPlanOf } from '../edit/edit-plans'
import {
  type EditPlanResult,
  type ListNotesParams,
  type ListNotesResult,
  listNotesMethod,
  type ResolveNotesParams,
  resolveNotesMethod,
} from '../protocol'

export function serveNotes(context: Context): void {
  answerAtOnce<ListNotesParams, ListNotesResult>(
    context,
    listNotesMethod,
    ({ report }) =>
      openMarks(report).map(({ span, ...mark }) => ({
        ...mark,
        range: rangeOf(report.lines, span),
      })),
    nothing,
  )
  answerAtOnce<ResolveNotesParams, EditPlanResult>(
    context,
    resolveNotesMethod,
    ({ document, report }, { at }) => {
      const within = at && spanOf(report.lines, at)
      return editPlanOf(document, report.lines, resolveNotes(report, within))
    },
    notAReport,
  )
}
