/** Marking reports as drafts or as finished. */

import { changeStatus } from '../../features/drafts/draft-status'
import { whatIsLeft } from '../../features/lists/overview'
import { answerAtOnce, answerInSlices, notAReport, nothing } from '../answering'
import type { Context } from '../context'
import { editOf } from '../convert'
import {
  type ChangeStatusParams,
  type ChangeStatusResult,
  changeStatusMethod,
  type LeftToDoParams,
  type LeftToDoResult,
  leftToDoMethod,
  type PlacedLeft,
} from '../protocol'
import { placed } from '../read/overview'

export function serveDrafts(context: Context): void {
  answerInSlices<LeftToDoParams, LeftToDoResult>(
    context,
    leftToDoMethod,
    async ({ document, report }) => {
      const { severities, exportTemplate } = await context.settings.of(document.uri)
      const left = whatIsLeft(report, severities)
      return {
        left: placed(report.lines, left) as readonly PlacedLeft[],
        ...(exportTemplate !== undefined && { exportTemplate }),
      }
    },
    notAReport,
  )
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
