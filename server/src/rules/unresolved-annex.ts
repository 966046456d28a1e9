/** References to annexes that are not listed. */

import { annexesOf } from '../report/annexes'
import { replace } from '../text/edits'
import type { Rule } from './rule'

export const unresolvedAnnex: Rule = {
  id: 'unresolved-annex',
  summary: 'A reference names an annex that is not listed',
  severity: 'warning',
  fixable: 'sometimes',
  *check(report) {
    const { listed, hasList, references } = annexesOf(report)
    // A list in another form than "Annex 1: …" cannot be compared.
    if (hasList && listed.length === 0) return
    for (const { name, at, annex } of references) {
      if (annex !== undefined) continue
      const last = listed.at(-1)
      yield {
        span: at,
        message:
          last === undefined
            ? `Annex ${name} is not listed. List the annexes at the end.`
            : `There is no annex ${name} in the list. The last is "${last.label.text}".`,
        ...(report.status === 'draft' ? { toDo: true } : {}),
        ...(last === undefined
          ? {}
          : { related: [{ span: last.label, message: 'The list of annexes ends here.' }] }),
        fixes: () =>
          listed.slice(0, 4).map(each => ({
            title: `Write ${each.name}`,
            safe: false,
            edits: [replace(at, each.name)],
          })),
      }
    }
  },
}
