/** Marking reports as drafts or as finished. */

import { changeStatus } from '../../features/drafts/draft-status'
import { answerAtOnce, nothing } from '../answering'
import type { Context } from '../context'
import { editOf } from '../convert'
import { type ChangeStatusParams, type ChangeStatusResult, changeStatusMethod } from '../protocol'

export function serveDrafts(context: Context): void {
  answerAtOnce<ChangeStatusParams, ChangeStatusResult>(
    context,
    changeStatusMethod,
    ({ document: { version }, report }, { status }) => {
      const edits = changeStatus(report, status)
      if (edits.length === 0) return null
      return { version, edits: edits.map(edit => editOf(report.lines, edit)) }
    },
    nothing,
  )
}
