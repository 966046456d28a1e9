/** Setting a grade: what there is to choose, what would change, and the same as *rename*. */

import * as l10n from '@vscode/l10n'
import {
  ErrorCodes,
  type Range,
  ResponseError,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { gradeChoices, judgementChoices } from '../features/grade-choices'
import type { Plan } from '../features/plan'
import { rename, renamed } from '../features/rename'
import { noScale, setGrade } from '../features/set-grade'
import type { Report } from '../report/model'
import type { Context } from './context'
import { offsetOf, positionOf, rangeOf } from './convert'
import { reportOf } from './documents'
import { editPlanOf } from './edit-plans'
import {
  type EditPlanResult,
  type GradeChoicesParams,
  type GradeChoicesResult,
  gradeChoicesMethod,
  type SetGradeParams,
  setGradeMethod,
} from './protocol'
import { tell } from './telling'

const hasChanged = () => l10n.t('The report has changed in the meantime. Please try again.')
const noReport = () => l10n.t('This document is not an inspection report of a known type.')

export function serveGrades(context: Context): void {
  const { connection, settings } = context
  connection.onRequest<GradeChoicesResult, void>(
    gradeChoicesMethod,
    ({ textDocument, position }: GradeChoicesParams): GradeChoicesResult => {
      const found = findReport(context, textDocument)
      if (found === undefined) return { error: noReport() }
      const { document, report } = found
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
  )
  connection.onRequest<EditPlanResult, void>(
    setGradeMethod,
    async ({ textDocument, version, position, grade }: SetGradeParams): Promise<EditPlanResult> => {
      const severities = await settings.severities()
      const found = findReport(context, textDocument)
      if (found === undefined) return { error: noReport() }
      const { document, report } = found
      if (document.version !== version) return { error: hasChanged() }
      const plan = setGrade(report, offsetOf(report.lines, position), grade, severities)
      return editPlanOf(document, report.lines, plan)
    },
  )
  serveRename(context)
}

/**
 * Whatever cannot be renamed is answered with an error, whose sentence an editor shows where the cursor is;
 * with null in a text that is no report, so that other extensions are asked.
 */
function serveRename(context: Context): void {
  const { connection, settings } = context
  connection.onPrepareRename(({ textDocument, position }) => {
    const report = findReport(context, textDocument)?.report
    if (report === undefined) return null
    const found = renamed(report, offsetOf(report.lines, position))
    if ('error' in found) return new ResponseError(ErrorCodes.InvalidRequest, found.error)
    return { range: rangeOf(report.lines, found.span), placeholder: found.placeholder }
  })
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const severities = await settings.severities()
    const found = findReport(context, textDocument)
    if (found === undefined) return null
    const { document, report } = found
    const plan = rename(report, offsetOf(report.lines, position), newName, severities)
    if ('error' in plan) return new ResponseError(ErrorCodes.InvalidRequest, plan.error)
    // A preview of edits has no place for words that belong to none of them.
    if (plan.remarks.length > 0) tell(connection, plan.remarks.join(' '))
    return workspaceEdit(context, document, report, plan)
  })
}

interface Found {
  readonly document: TextDocument
  readonly report: Report
}

function findReport({ texts }: Context, { uri }: TextDocumentIdentifier): Found | undefined {
  const document = texts.get(uri)
  const report = document && reportOf(document)
  return document && report && { document, report }
}

/** The plan as an edit; what is not ticked is left to be confirmed, or left out where the client cannot ask. */
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
