/** Entries of the contents that lead to no section. */

import * as l10n from '@vscode/l10n'
import type { ContentsEntry, Report } from '../report/model'
import { isMissing, remakeContents } from './fixes/contents'
import { onOneLine } from './fixes/one-line'
import type { Rule } from './rule'

export const unknownContentsEntry: Rule = {
  id: 'unknown-contents-entry',
  summary: 'The contents name a section that is not in the report',
  severity: 'information',
  fixable: 'sometimes',
  *check(report) {
    const { contents } = report
    for (const entry of contents?.entries ?? []) {
      if (contents === undefined || entry.placement !== 'unknown' || isReported(report, entry))
        continue
      yield {
        span: onOneLine(report, entry.title),
        message: messageFor(entry),
        toDo: report.status === 'draft' && entry.definition !== undefined,
        fixes: () => remakeContents(report, contents),
      }
    }
  },
}

/** The entry of a section that has to be there and is not is right; it is the section that is missing. */
function isReported({ missingSections }: Report, { definition, section }: ContentsEntry): boolean {
  return definition !== undefined && section === undefined && isMissing(definition, missingSections)
}

function messageFor({ title, definition, section }: ContentsEntry): string {
  if (definition?.contents === 'never')
    return l10n.t(
      'Reports of this type do not list "{0}" in the contents. Remove the entry.',
      definition.title,
    )
  if (definition !== undefined && section !== undefined)
    return l10n.t(
      'The title of this section is "{0}". Correct it in the contents.',
      definition.title,
    )
  return l10n.t('"{0}" is not a section of this report. Remove the entry.', title.text)
}
