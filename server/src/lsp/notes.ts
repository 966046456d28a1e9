/** Notes among colleagues: their list, and taking them out. */

import * as l10n from '@vscode/l10n'
import { openMarks, resolveNotes } from '../features/notes'
import type { Context } from './context'
import { rangeOf, spanOf } from './convert'
import { reportOf } from './documents'
import { editPlanOf } from './edit-plans'
import {
  type EditPlanResult,
  type ListNotesParams,
  type ListNotesResult,
  listNotesMethod,
  type ResolveNotesParams,
  resolveNotesMethod,
} from './protocol'

export function serveNotes({ connection, texts }: Context): void {
  connection.onRequest<ListNotesResult, void>(
    listNotesMethod,
    ({ textDocument }: ListNotesParams): ListNotesResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (report === undefined) return null
      return openMarks(report).map(({ span, ...mark }) => ({
        ...mark,
        range: rangeOf(report.lines, span),
      }))
    },
  )
  connection.onRequest<EditPlanResult, void>(
    resolveNotesMethod,
    ({ textDocument, at }: ResolveNotesParams): EditPlanResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined)
        return { error: l10n.t('This document is not an inspection report of a known type.') }
      const within = at && spanOf(report.lines, at)
      return editPlanOf(document, report.lines, resolveNotes(report, within))
    },
  )
}
