/** Marking reports as drafts or as finished. */

import { changeStatus } from '../features/draft-status'
import type { Context } from './context'
import { editOf } from './convert'
import { reportOf } from './documents'
import { type ChangeStatusParams, type ChangeStatusResult, changeStatusMethod } from './protocol'

export function serveDrafts({ connection, texts }: Context): void {
  connection.onRequest<ChangeStatusResult, void>(
    changeStatusMethod,
    ({ textDocument, status }: ChangeStatusParams): ChangeStatusResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      const edits = report === undefined ? [] : changeStatus(report, status)
      if (document === undefined || report === undefined || edits.length === 0) return null
      const { version } = document
      return { version, edits: edits.map(edit => editOf(report.lines, edit)) }
    },
  )
}
