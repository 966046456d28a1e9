/** Putting sections into a report. */

import { withLineEndsOf } from '../features/fix-all'
import { insertSection, sectionChoices } from '../features/insert-section'
import type { Context } from './context'
import { editOf, rangeOf } from './convert'
import { reportOf } from './documents'
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionMethod,
  type ListSectionsParams,
  type ListSectionsResult,
  listSectionsMethod,
} from './protocol'

export function serveInserting({ connection, texts }: Context): void {
  connection.onRequest<ListSectionsResult, void>(
    listSectionsMethod,
    ({ textDocument }: ListSectionsParams): ListSectionsResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (report === undefined) return null
      return sectionChoices(report).map(choice => ({
        ...choice,
        target: choice.target === undefined ? null : rangeOf(report.lines, choice.target),
      }))
    },
  )
  connection.onRequest<InsertSectionResult, void>(
    insertSectionMethod,
    ({ textDocument, section, renumbers = 'drafts' }: InsertSectionParams): InsertSectionResult => {
      const document = texts.get(textDocument.uri)
      const report = document && reportOf(document)
      if (document === undefined || report === undefined) return null
      const isDraft = report.status === 'draft'
      const inserted = insertSection(report, section, {
        renumbers: renumbers === 'always' || (renumbers === 'drafts' && isDraft),
      })
      if (inserted === undefined) return null
      const { lines } = report
      const newTexts = withLineEndsOf(report.text, inserted.others)
      return {
        version: document.version,
        snippet: editOf(lines, inserted.snippet),
        others: inserted.others.map((edit, at) => editOf(lines, newTexts[at] ?? edit)),
      }
    },
  )
}
