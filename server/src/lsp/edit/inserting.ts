/** Putting sections into a report. */

import { withLineEndsOf } from '../../features/edit/fix-all'
import { insertSection, sectionChoices } from '../../features/edit/insert-section'
import { answerAtOnce, nothing } from '../answering'
import type { Context } from '../context'
import { editOf, rangeOf } from '../convert'
import {
  type InsertSectionParams,
  type InsertSectionResult,
  insertSectionMethod,
  type ListSectionsParams,
  type ListSectionsResult,
  listSectionsMethod,
} from '../protocol'

export function serveInserting(context: Context): void {
  answerAtOnce<ListSectionsParams, ListSectionsResult>(
    context,
    listSectionsMethod,
    ({ report }) =>
      sectionChoices(report).map(choice => ({
        ...choice,
        target: choice.target === undefined ? null : rangeOf(report.lines, choice.target),
      })),
    nothing,
  )
  answerAtOnce<InsertSectionParams, InsertSectionResult>(
    context,
    insertSectionMethod,
    ({ document, report }, { section, renumbers = 'drafts' }) => {
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
    nothing,
  )
}
