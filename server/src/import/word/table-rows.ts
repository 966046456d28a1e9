/** The rows of a table in a Word document, and those that do not belong to the report. */

import * as l10n from '@vscode/l10n'
import { done, excerpt } from '../text/change'
import { cellsOf } from './controls'
import type { Found } from './found'
import { authorOf, deletedText } from './inline'
import { child, type Node } from './xml'

/** The rows, including those in controls, tracked changes and other programs' markup around some of them. */
export function rowsOf(table: Node): readonly Node[] {
  return table.children.flatMap(each => (each.name === 'w:tr' ? [each] : rowsOf(each)))
}

/** A table around other tables sets them on the page: its cells are read one after another. */
export function holdsTable(cell: Node): boolean {
  return cell.children.some(
    each => each.name === 'w:tbl' || (each.name !== 'w:p' && holdsTable(each)),
  )
}

export function isDeleted(row: Node, found: Found): boolean {
  const mark = child(child(row, 'w:trPr'), 'w:del')
  if (mark === undefined) return false
  found.changes.push(
    done('tracked-change', 0, rowDeletedBy(authorOf(mark)), {
      before: excerpt(cellsOf(row).map(deletedText).join(' ')),
    }),
  )
  return true
}

function rowDeletedBy(author: string): string {
  return author === ''
    ? l10n.t('Left out a row that somebody deleted.')
    : l10n.t('Left out a row that {0} deleted.', author)
}
