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
      const edit = report && changeStatus(report, status)
      if (document === undefined || report === undefined || edit === undefined) return null
      return { version: document.version, ...editOf(report.lines, edit) }
    },
  )
}
