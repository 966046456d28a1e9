/** Setting a grade: what there is to choose from, what would change, and the same as *rename*. */

import { ErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { gradeChoices, judgementChoices } from '../../features/edit/grade-choices'
import type { Plan } from '../../features/edit/plan'
import { withReadingAgain } from '../../features/edit/read-again'
import { rename, renamed } from '../../features/edit/rename'
import { noScale, setGrade } from '../../features/edit/set-grade'
import type { Report } from '../../report/model'
import { answerAtOnce, hasChanged, notAReport, openReport } from '../answering'
import type { Context } from '../context'
import { offsetOf, positionOf, rangeOf } from '../convert'
import {
  type EditPlanResult,
  type GradeChoicesParams,
  type GradeChoicesResult,
  gradeChoicesMethod,
  type SetGradeParams,
  setGradeMethod,
} from '../protocol'
import { tell } from '../telling'
import { editPlanOf } from './edit-plans'

export function serveGrades(context: Context): void {
  const { connection, settings } = context
  answerAtOnce<GradeChoicesParams, GradeChoicesResult>(
    context,
    gradeChoicesMethod,
    ({ document, report }, { position }) => {
      const grades = gradeChoices(report)
      if (grades.length === 0 || report.judgements.length === 0) return { error: noScale() }
      const { judgements, at } = judgementChoices(report, offsetOf(report.lines, position))
      return {
        version: document.version,
        grades,
        judgements: judgements.map(({ offset, ...judgement }) => ({
          ...judgement,
          position: positionOf(report.lines, offset),
        })),
        at,
      }
    },
    notAReport,
  )
  connection.onRequest<EditPlanResult, void>(
    setGradeMethod,
    async (params: SetGradeParams): Promise<EditPlanResult> => {
      const { version, position, grade } = params
      const { severities } = await settings.of(params.textDocument.uri)
      const found = openReport(context, params)
      if (found === undefined) return notAReport()
      const { document, report } = found
      if (document.version !== version) return hasChanged()
      const offset = offsetOf(report.lines, position)
      const plan = setGrade(report, offset, grade, severities)
      const whole = 'error' in plan ? plan : withReadingAgain(report, offset, grade, plan)
      return editPlanOf(document, report.lines, whole)
    },
  )
  serveRename(context)
}

/**
 * What cannot be renamed is answered with an error, whose message an editor shows at the cursor; a text that is
 * not a report is answered with null, so that other extensions are asked.
 */
function serveRename(context: Context): void {
  const { connection, settings } = context
  connection.onPrepareRename(place => {
    const report = openReport(context, place)?.report
    if (report === undefined) return null
    const found = renamed(report, offsetOf(report.lines, place.position))
    if ('error' in found) return new ResponseError(ErrorCodes.InvalidRequest, found.error)
    return { range: rangeOf(report.lines, found.span), placeholder: found.placeholder }
  })
  connection.onRenameRequest(async params => {
    const { severities } = await settings.of(params.textDocument.uri)
    const found = openReport(context, params)
    if (found === undefined) return null
    const { document, report } = found
    const { position, newName } = params
    const plan = rename(report, offsetOf(report.lines, position), newName, severities)
    if ('error' in plan) return new ResponseError(ErrorCodes.InvalidRequest, plan.error)
    // A preview of edits has no room for words that belong to none of them.
    if (plan.remarks.length > 0) tell(connection, plan.remarks.join(' '))
    return workspaceEdit(context, document, report, plan)
  })
}

/**
 * The plan as an edit; what is not ticked is left to be confirmed, or is left out where the client cannot ask.
 */
function workspaceEdit(
  { abilities }: Context,
  document: TextDocument,
  { lines }: Report,
  plan: Plan,
): WorkspaceEdit {
  const { uri, version } = document
  const edits = editPlanOf(document, lines, plan)
  if (edits.error !== undefined) return {}
  const ticked = edits.edits.filter(edit => edit.ticked)
  const plain = ({ range, newText }: { range: Range; newText: string }) => ({ range, newText })
  if (!abilities.versionedEdits) return { changes: { [uri]: ticked.map(plain) } }
  const textDocument = { uri, version }
  if (!abilities.annotatedEdits)
    return { documentChanges: [{ textDocument, edits: ticked.map(plain) }] }
  return {
    documentChanges: [
      {
        textDocument,
        edits: edits.edits.map((edit, index) => ({ ...plain(edit), annotationId: String(index) })),
      },
    ],
    changeAnnotations: Object.fromEntries(
      edits.edits.map(({ label, description, ticked }, index) => [
        String(index),
        { label, description, needsConfirmation: !ticked },
      ]),
    ),
  }
}
