/** References to annexes that are not listed. */

import * as l10n from '@vscode/l10n'
import { annexesOf } from '../report/sections/annexes'
import { replace } from '../text/edits'
import type { Rule } from './rule'

export const unresolvedAnnex: Rule = {
  id: 'unresolved-annex',
  summary: 'A reference names an annex that is not listed',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    const { listed, hasList, references } = annexesOf(report)
    // A list in a different form from "Annex 1: …" cannot be compared.
    if (hasList && listed.length === 0) return
    for (const { name, at, annex } of references) {
      if (annex !== undefined) continue
      const last = listed.at(-1)
      yield {
        span: at,
        message:
          last === undefined
            ? l10n.t('Annex {0} is not listed. List the annexes at the end.', name)
            : l10n.t(
                'There is no annex {0} in the list. The last is "{1}".',
                name,
                last.label.text,
              ),
        ...(report.status === 'draft' ? { toDo: true } : {}),
        ...(last === undefined
          ? {}
          : { related: [{ span: last.label, message: l10n.t('The list of annexes ends here.') }] }),
        fixes: () =>
          listed.slice(0, 4).map(each => ({
            title: l10n.t('Write {0}', each.name),
            safe: false,
            edits: [replace(at, each.name)],
          })),
      }
    }
  },
}
